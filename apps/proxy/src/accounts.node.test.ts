import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RecordingUpstream, startRecordingUpstream } from "../testing/recording-upstream.ts";
import { type RunningWorker, runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

const key = "client-key-Jp2nVb6Rc8";
const adminKey = "admin-key-Zt5mKd9Wx1";
const subject = sha256Of(key).slice(0, 12);

let upstream: RecordingUpstream;
let worker: RunningWorker;

beforeAll(async () => {
  upstream = await startRecordingUpstream();
  worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: upstream.url,
    CLIENT_KEYS: sha256Of(key),
    ADMIN_KEY_HASHES: sha256Of(adminKey),
    LIMITS: JSON.stringify({ usdPerDay: 5, requestsPerMinute: 1000 }),
    PRICES: JSON.stringify({
      priced: { contextTokens: 1000, usdPerMillionTokens: { input: 0, output: 1000 } },
    }),
  });
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

beforeEach(() => {
  upstream.requests.length = 0;
  upstream.answer = (response) =>
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(
        '{"id":"chat-1","usage":{"prompt_tokens":3,"completion_tokens":4,"cost_in_usd_ticks":2500000000}}',
      );
});

async function call(
  path: string,
  { method = "GET", token = key, body }: { method?: string; token?: string; body?: object } = {},
) {
  const response = await fetch(worker.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

const chat = {
  method: "POST",
  body: { model: "priced", messages: [{ role: "user", content: "hi" }], max_completion_tokens: 10 },
};
const admin = { token: adminKey };
const noLimits = {
  usdPerDay: null,
  usdPerMonth: null,
  usdTotal: null,
  requestsPerMinute: null,
  tokensPerMinute: null,
  concurrentCalls: null,
};

describe("GET /usage", () => {
  it("gives a caller its own numbers in dollars", async () => {
    expect((await call("/v1/chat/completions", chat)).status).toBe(200);
    await expect
      .poll(async () => (await call("/usage")).json)
      .toMatchObject({
        subject,
        spent_usd: { day: 0.25, month: 0.25, total: 0.25 },
        reserved_usd: 0,
        calls: { now: 0, total: 1 },
        tokens: { total: 7 },
        limits: { usdPerDay: 5, usdPerMonth: null, requestsPerMinute: 1000 },
        remaining: { usd: 4.75 },
      });
  });

  it("gives nobody else's, and none to strangers", async () => {
    expect((await call("/usage", { token: "stranger" })).status).toBe(401);
    expect((await call("/usage?subject=other")).status).toBe(400);
  });
});

describe("GET /readyz", () => {
  it("answers without a key and asks no upstream", async () => {
    expect(await call("/readyz", { token: "" })).toEqual({ status: 200, json: { status: "ready" } });
    expect(upstream.requests).toEqual([]);
  });

  it("is not ready while nobody may call, or the accounts are missing", async () => {
    const settings = { XAI_API_KEY: "xai-canary", XAI_BASE_URL: upstream.url };
    await using closed = await runWorker("src/worker.ts", settings);
    expect((await fetch(`${closed.url}/readyz`)).status).toBe(503);
    await using bare = await runWorker(
      "src/worker.ts",
      { ...settings, CLIENT_KEYS: sha256Of(key) },
      { durableObjects: false },
    );
    expect((await fetch(`${bare.url}/readyz`)).status).toBe(503);
  });

  it.each([
    ["SUBJECTS", {}],
    ["DEPLOYMENT", {}],
    ["DEPLOYMENT", { DEPLOYMENT_BUDGET: "unlimited", ADMIN_KEY_HASHES: sha256Of(adminKey) }],
    ["STREAMS", { RESUME: "on" }],
  ])("names the binding %s when it is missing and %j needs it", async (binding, settings) => {
    const needy = { XAI_API_KEY: "xai-canary", CLIENT_KEYS: sha256Of(key), ...settings };
    await using lacking = await runWorker("src/worker.ts", needy, { without: [binding] });
    const response = await fetch(`${lacking.url}/readyz`);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { error: { code: "bad_configuration", message: expect.stringContaining(binding) } },
    ]);
  });

  it("needs no binding that the configuration does not", async () => {
    await using small = await runWorker(
      "src/worker.ts",
      { XAI_API_KEY: "xai-canary", CLIENT_KEYS: sha256Of(key), DEPLOYMENT_BUDGET: "unlimited" },
      { without: ["DEPLOYMENT", "STREAMS"] },
    );
    expect((await fetch(`${small.url}/readyz`)).status).toBe(200);
  });
});

describe("the administrator", () => {
  it("sees who calls, and what that costs", async () => {
    await call("/v1/chat/completions", chat);
    await expect
      .poll(async () => (await call("/admin/subjects", admin)).json)
      .toMatchObject({ subjects: [subject], after: null, deployment: { limits: { usdPerDay: 10 } } });
    expect((await call(`/admin/subjects/${subject}`, admin)).json).toMatchObject({
      subject,
      limits: { usdPerDay: 5 },
    });
  });

  it("changes a subject's limits at once, and takes that back", async () => {
    const path = `/admin/subjects/${subject}`;
    const limits = { ...noLimits, usdPerDay: 0, requestsPerMinute: 7 };
    expect((await call(path, { ...admin, method: "PATCH", body: { limits } })).json).toMatchObject({
      limits,
      limits_set_by: "administrator",
    });
    expect((await call("/v1/chat/completions", chat)).status).toBe(402);
    expect((await call(path, { ...admin, method: "PATCH", body: { limits: null } })).json).toMatchObject({
      limits: { usdPerDay: 5 },
      limits_set_by: "configuration",
    });
    expect((await call("/v1/chat/completions", chat)).status).toBe(200);
  });

  it("sets limits by naming all six, so that none goes unseen", async () => {
    const path = `/admin/subjects/${subject}`;
    const set = (limits: unknown) => call(path, { ...admin, method: "PATCH", body: { limits } });
    const some = { ...noLimits, usdPerDay: 1, requestsPerMinute: 9 };
    expect((await set(some)).json).toMatchObject({ limits: some });
    expect(await set({ usdPerDay: 2, concurrentCalls: 3 })).toMatchObject({
      status: 400,
      json: {
        error: {
          message:
            "limits must name usdPerMonth, usdTotal, requestsPerMinute, tokensPerMinute as well: null for no limit.",
        },
      },
    });
    expect((await call(path, admin)).json).toMatchObject({ limits: some });
    for (const none of [noLimits, "unlimited"]) {
      expect((await set(none)).json).toMatchObject({ limits: noLimits, limits_set_by: "administrator" });
    }
    expect((await set(null)).json).toMatchObject({ limits_set_by: "configuration" });
  });

  it.each([
    [{}],
    [{ limits: { ...noLimits, usdPerDay: -1 } }],
    [{ limits: { ...noLimits, dollars: 1 } }],
    [{ limits: null, more: 1 }],
    [{ limits: "free" }],
  ])("cannot set limits to %j", async (body) => {
    expect((await call(`/admin/subjects/${subject}`, { ...admin, method: "PATCH", body })).status).toBe(400);
  });

  it.each([
    "/admin/subjects?limit=5",
    "/admin/subjects?",
    "/admin/subjects?after=a&after=b",
    "/admin/subjects?after=a&limit=5",
    `/admin/subjects/${subject}?after=a`,
  ])("is told what the query of %s may not have", async (path) => {
    expect((await call(path, admin)).status).toBe(400);
    expect((await call(path, { token: key })).status).toBe(401);
  });

  it("pages through subjects, and sees zeros of one that never called", async () => {
    const page = await call("/admin/subjects?after=zzzz", admin);
    expect(page).toMatchObject({ status: 200, json: { subjects: [], after: null } });
    const nobody = await call("/admin/subjects/nobody", admin);
    expect(nobody).toMatchObject({ status: 200, json: { subject: "nobody", calls: { total: 0 } } });
  });

  it("needs the admin key: a client's is no good, and none is no way in", async () => {
    for (const token of [key, "stranger", ""]) {
      for (const path of ["/admin/subjects", `/admin/subjects/${subject}`]) {
        expect((await call(path, { token })).status).toBe(401);
      }
    }
    expect((await call("/v1/models", admin)).status).toBe(401);
  });

  it("has no routes while there is no admin key", async () => {
    await using closed = await runWorker("src/worker.ts", {
      XAI_API_KEY: "xai-canary",
      XAI_BASE_URL: upstream.url,
      CLIENT_KEYS: sha256Of(key),
    });
    expect((await fetch(`${closed.url}/admin/subjects`)).status).toBe(404);
  });
});

describe("limits that an administrator sets", () => {
  const unpriced = { ...chat, body: { ...chat.body, model: "of-no-price" } };

  it.each([
    ["nothing else is limited", "unlimited"],
    ["requests alone are limited", '{"requestsPerMinute":1000}'],
  ])("hold where %s", async (_, limits) => {
    await using free = await runWorker("src/worker.ts", {
      XAI_API_KEY: "xai-canary",
      XAI_BASE_URL: upstream.url,
      CLIENT_KEYS: sha256Of(key),
      ADMIN_KEY_HASHES: sha256Of(adminKey),
      LIMITS: limits,
      DEPLOYMENT_BUDGET: "unlimited",
    });
    const ask = async (
      path: string,
      { method = "GET", body, token = key }: Partial<typeof unpriced & typeof admin>,
    ) =>
      fetch(free.url + path, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
    const set = async (body: object) =>
      expect(
        (await ask(`/admin/subjects/${subject}`, { ...admin, method: "PATCH", body: body as never })).status,
      ).toBe(200);
    const statusOf = async () => (await ask("/v1/chat/completions", unpriced)).status;

    expect(await statusOf()).toBe(200);
    await set({ limits: { ...noLimits, usdPerDay: 1 } });
    expect(await statusOf()).toBe(503);
    await set({ limits: { ...noLimits, requestsPerMinute: 0 } });
    expect(await statusOf()).toBe(429);
    expect((await ask("/v1/models", {})).status).toBe(429);
    await set({ limits: null });
    expect(await statusOf()).toBe(200);
    await expect
      .poll(async () => (await ask("/usage", {})).json())
      .toMatchObject({ spent_usd: { total: 0.5 }, calls: { total: 2 } });
  });

  it("are what stops a client key, which cannot be revoked", async () => {
    const path = `/admin/subjects/${subject}/revoke`;
    const refused = await call(path, { ...admin, method: "POST", body: {} });
    expect(refused).toMatchObject({ status: 409, json: { error: { code: "client_key" } } });
    expect((await call(path, { ...admin, method: "POST", body: { jti: "of-a-token" } })).status).toBe(200);
    expect((await call(path, { ...admin, method: "POST", body: { jti: "" } })).status).toBe(400);
  });
});

describe("a price without a context size", () => {
  it("is no price of what only the context would bound", async () => {
    await using unbounded = await runWorker("src/worker.ts", {
      XAI_API_KEY: "xai-canary",
      XAI_BASE_URL: upstream.url,
      CLIENT_KEYS: sha256Of(key),
      PRICES: '{"priced":{"usdPerMillionTokens":{"input":3,"output":15}}}',
    });
    const response = await fetch(`${unbounded.url}/v1/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(chat.body),
    });
    expect([response.status, upstream.requests.length]).toEqual([503, 0]);
  });
});
