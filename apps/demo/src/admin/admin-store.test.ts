import { describe, expect, it } from "vitest";
import { createAdminStore } from "./admin-store.ts";
import type { Limits, SubjectReport } from "./reports.ts";

const builtFor = "https://proxy.example";
const origin = "https://app.example.com";
const goodKey = "admin-key-1";

const limits: Limits = {
  usdPerDay: 5,
  usdPerMonth: null,
  usdTotal: null,
  requestsPerMinute: 60,
  tokensPerMinute: null,
  concurrentCalls: 8,
};

function reportOf(subject: string, more: Partial<SubjectReport> = {}): SubjectReport {
  return {
    subject,
    spent_usd: { day: 1, month: 2, total: 3 },
    reserved_usd: 0,
    calls: { now: 0, day: 1, total: 1 },
    tokens: { day: 7, total: 7 },
    limits,
    limits_set_by: "configuration",
    remaining: { requests: 60, tokens: null, usd: 4 },
    ...more,
  };
}

interface Asked {
  readonly method: string | undefined;
  readonly path: string;
  /** What a browser is told about the answer. */
  readonly mode?: string | undefined;
  readonly body: unknown;
}

type Answer = (asked: Asked) => Response | Promise<Response> | undefined;

/** A store before a proxy with these subjects, two names a page; `answer` goes before. */
function openAdmin(names: readonly string[], answer: Answer = () => undefined) {
  const asked: Asked[] = [];
  let mostAtOnce = 0;
  let now = 0;
  const store = createAdminStore({
    builtFor,
    origin,
    fetch: async (url, init) => {
      const { pathname, searchParams } = new URL(url);
      const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
      const one = { method: init.method, path: pathname + new URL(url).search, body };
      const { mode } = init;
      asked.push(one);
      mostAtOnce = Math.max(mostAtOnce, ++now);
      await Promise.resolve();
      now -= 1;
      init.signal?.throwIfAborted();
      const own = await answer({ ...one, mode });
      if (own) return own;
      if (new Headers(init.headers).get("authorization") !== `Bearer ${goodKey}`) {
        return Response.json({ error: { message: "No.", code: "invalid_admin_key" } }, { status: 401 });
      }
      if (pathname !== "/admin/subjects") {
        return Response.json(reportOf(pathname.split("/")[3] ?? ""));
      }
      const after = searchParams.get("after");
      const from = after === null ? 0 : names.indexOf(after) + 1;
      const subjects = names.slice(from, from + 2);
      return Response.json({
        subjects,
        after: from + 2 < names.length ? subjects.at(-1) : null,
        deployment: {
          used_usd: { day: 1, month: 1, total: 1 },
          held_usd: 0,
          limits: { usdPerDay: 10, usdPerMonth: null, usdTotal: null },
        },
      });
    },
  });
  return { store, asked, mostAtOnce: () => mostAtOnce };
}

describe("signing in", () => {
  it("takes a key that the proxy takes, with blanks around it from a paste", async () => {
    const { store } = openAdmin(["ann"]);
    await store.signIn(`${builtFor}/`, ` ${goodKey}\n`);
    expect(store.state).toMatchObject({ signedInAt: builtFor, names: ["ann"], signInProblem: undefined });
  });

  it.each([
    ["a wrong key", undefined, "Wrong admin key", "ADMIN_KEY_HASHES lists"],
    [
      "a proxy without admin routes",
      () => Response.json({ error: { message: "No.", code: "unknown_route" } }, { status: 404 }),
      "No admin routes here",
      "set ADMIN_KEY_HASHES",
    ],
    [
      "one that refuses a browser's question before the call",
      ({ mode }: Asked) =>
        mode === "cors"
          ? new Response(null, { status: 404 })
          : Promise.reject(new TypeError("Failed to fetch")),
      "No admin routes here",
      "set ADMIN_KEY_HASHES",
    ],
    [
      "a proxy that is down",
      () => Promise.reject(new TypeError("Failed to fetch")),
      "The proxy does not answer",
      builtFor,
    ],
    [
      "a proxy that lets other origins in",
      ({ mode }: Asked) =>
        mode === "no-cors" ? new Response() : Promise.reject(new TypeError("Failed to fetch")),
      "does not let this page in",
      `add ${origin} to ALLOWED_ORIGINS`,
    ],
    [
      "a proxy in trouble",
      () => Response.json({ error: { message: "LIMITS is wrong." } }, { status: 503 }),
      "having trouble",
      "LIMITS is wrong.",
    ],
  ])("says so of %s", async (_, answer, title, words) => {
    const { store } = openAdmin(["ann"], answer);
    await store.signIn(builtFor, "no-key-of-theirs");
    expect(store.state.signedInAt).toBeUndefined();
    expect(store.state.signInProblem?.title).toContain(title);
    expect(store.state.signInProblem?.message).toContain(words);
    expect(JSON.stringify(store.state)).not.toContain("no-key-of-theirs");
  });

  it("sends no key to an address that the page was not built for", async () => {
    const { store, asked } = openAdmin([]);
    await store.signIn("https://elsewhere.example", goodKey);
    expect(store.state.signInProblem?.message).toContain("only talk to");
    expect(asked).toEqual([]);
  });

  it("keeps the key out of the state, and ends with all that was read", async () => {
    const { store } = openAdmin(["ann"]);
    await store.signIn(builtFor, goodKey);
    await store.show(["ann"]);
    expect(JSON.stringify([store.state, [...store.state.rows]])).not.toContain(goodKey);
    store.signOut();
    expect(store.state).toMatchObject({ signedInAt: undefined, names: [], deployment: undefined });
    expect(store.state.rows.size).toBe(0);
  });

  it("shows nothing that comes after signing out", async () => {
    const { store } = openAdmin(["ann"]);
    await store.signIn(builtFor, goodKey);
    const shown = store.show(["ann"]);
    const refreshed = store.refresh(true);
    store.signOut();
    await Promise.all([shown, refreshed]);
    expect(store.state.rows.size).toBe(0);
    expect(store.state).toMatchObject({ names: [], notice: "", isListing: false, progress: undefined });
  });
});

describe("the subjects", () => {
  const names = ["ann", "bob", "cid", "dan", "eve", "fay", "gus"];

  it("come page by page, behind the last name that is known", async () => {
    const { store, asked } = openAdmin(names);
    await store.signIn(builtFor, goodKey);
    expect(store.state).toMatchObject({ names: ["ann", "bob"], hasMore: true });
    await store.loadMore();
    expect(store.state).toMatchObject({ names: ["ann", "bob", "cid", "dan"], hasMore: true });
    await store.loadMore();
    await store.loadMore();
    expect(store.state).toMatchObject({ names, hasMore: false });
    expect(asked.map(({ path }) => path)).toEqual([
      "/admin/subjects",
      "/admin/subjects?after=bob",
      "/admin/subjects?after=dan",
      "/admin/subjects?after=fay",
    ]);
    await store.refresh(true);
    expect(store.state.names).toEqual(names);
  });

  it("get their figures four at a time, with progress, and one that fails hides no other", async () => {
    const { store, mostAtOnce } = openAdmin(names, ({ path }) =>
      path === "/admin/subjects/cid"
        ? Response.json({ error: { message: "Out of reach." } }, { status: 503 })
        : undefined,
    );
    await store.signIn(builtFor, goodKey);
    const progress: (number | undefined)[] = [];
    store.subscribe(() => progress.push(store.state.progress?.done));
    await store.show(names);
    expect(mostAtOnce()).toBe(4);
    expect([...new Set(progress)]).toEqual([0, 1, 2, 3, 4, 5, 6, undefined]);
    expect(names.filter((name) => store.state.rows.get(name)?.report)).toEqual(
      names.filter((name) => name !== "cid"),
    );
    expect(store.state.rows.get("cid")?.problem?.message).toContain("Out of reach.");
  });

  it("are read once, and again when somebody asks", async () => {
    const { store, asked } = openAdmin(names);
    await store.signIn(builtFor, goodKey);
    await store.show(["ann"]);
    await store.show(["ann", "bob"]);
    const reads = (): number => asked.filter(({ path }) => path.startsWith("/admin/subjects/")).length;
    expect(reads()).toBe(2);
    await store.refresh(false);
    expect(reads()).toBe(4);
    expect(store.state.notice).toBe("");
    await store.refresh(true);
    expect(store.state.notice).toContain("Refreshed at");
  });

  it("are all read although the rows on show change under way", async () => {
    const { store, asked } = openAdmin(names);
    await store.signIn(builtFor, goodKey);
    await store.show(["ann", "bob", "cid", "dan", "eve"]);
    asked.length = 0;
    const refreshed = store.refresh(true);
    while (store.state.progress === undefined) await Promise.resolve();
    await store.show(["ann", "bob", "cid", "dan", "eve", "fay"]);
    await refreshed;
    const read = new Set(asked.map(({ path }) => path.split("/")[3]));
    for (const name of ["ann", "bob", "cid", "dan", "eve", "fay"]) expect(read).toContain(name);
    expect(store.state.progress).toBeUndefined();
  });

  it("stay on show when a refresh fails", async () => {
    let isDown = false;
    const { store } = openAdmin(names, () =>
      isDown ? Promise.reject(new TypeError("Failed to fetch")) : undefined,
    );
    await store.signIn(builtFor, goodKey);
    await store.show(["ann"]);
    isDown = true;
    await store.refresh(true);
    expect(store.state.listProblem?.title).toBe("The proxy does not answer");
    expect(store.state.names).toEqual(["ann", "bob"]);
    expect(store.state.rows.get("ann")?.report).toBeDefined();
    isDown = false;
    await store.refresh(true);
    expect(store.state.listProblem).toBeUndefined();
  });
});

describe("a change", () => {
  it.each([
    [{ ...limits, usdPerDay: 0 }, { limits: { ...limits, usdPerDay: 0 } }, "were changed"],
    ["unlimited", { limits: "unlimited" }, "were changed"],
    [null, { limits: null }, "configured limits hold"],
  ] as const)("of limits to %j is sent as the proxy wants it, and said", async (given, body, words) => {
    const { store, asked } = openAdmin(["jwt:ann@example.com"]);
    await store.signIn(builtFor, goodKey);
    expect(await store.setLimits("jwt:ann@example.com", given)).toBeUndefined();
    expect(asked.at(-1)).toEqual({ method: "PATCH", path: "/admin/subjects/jwt:ann@example.com", body });
    expect(store.state.notice).toContain(words);
  });

  it.each([
    ["jti-1", { jti: "jti-1" }, "The token jti-1 of ann is revoked."],
    [undefined, {}, "All tokens that ann was given until now are revoked."],
  ])("revokes %s", async (jti, body, notice) => {
    const { store, asked } = openAdmin(["ann"]);
    await store.signIn(builtFor, goodKey);
    expect(await store.revoke("ann", jti)).toBeUndefined();
    expect(asked.at(-1)).toEqual({ method: "POST", path: "/admin/subjects/ann/revoke", body });
    expect(store.state.notice).toBe(notice);
  });

  it("that fails says why, and changes nothing on show", async () => {
    const { store } = openAdmin(["ann"], ({ method }) =>
      method === "PATCH" ? Promise.reject(new TypeError("Failed to fetch")) : undefined,
    );
    await store.signIn(builtFor, goodKey);
    await store.show(["ann"]);
    const before = store.state.rows.get("ann");
    const problem = await store.setLimits("ann", { ...limits, usdPerDay: 1 });
    expect(problem?.message).toContain("no answer came to this request");
    expect(store.state.rows.get("ann")).toBe(before);
    expect(store.state.notice).toBe("");
  });

  it("is not overwritten by figures that were asked for before it", async () => {
    let answerLate = (): void => {};
    let isLate = false;
    const { store } = openAdmin(["ann"], ({ method }) => {
      if (method === "PATCH") return Response.json(reportOf("ann", { limits_set_by: "administrator" }));
      if (!isLate) return undefined;
      isLate = false;
      return new Promise((resolve) => (answerLate = () => resolve(Response.json(reportOf("ann")))));
    });
    await store.signIn(builtFor, goodKey);
    await store.show(["ann"]);
    isLate = true;
    const reread = store.reread("ann", false);
    while (isLate) await Promise.resolve();
    await store.setLimits("ann", { ...limits, usdPerDay: 1 });
    answerLate();
    await reread;
    expect(store.state.rows.get("ann")?.report?.limits_set_by).toBe("administrator");
  });

  it.each(["..", "a/b", "a?b", ""])("of a subject that cannot be, %j, is not sent", async (name) => {
    const { store, asked } = openAdmin(["ann"]);
    await store.signIn(builtFor, goodKey);
    asked.length = 0;
    expect(await store.revoke(name)).toMatchObject({ message: "This is not the name of a subject." });
    expect(asked).toEqual([]);
  });
});
