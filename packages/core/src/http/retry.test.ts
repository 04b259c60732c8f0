import { misbehave, type Step, writeSse } from "@xai-edge/testing";
import { describe, expect, it, vi } from "vitest";
import { createXai, XaiApiError, XaiConnectionError, type XaiOptions } from "../index.ts";
import { retryDelayMs, sleep } from "./retry.ts";

const list = { object: "list", data: [] };
const atOnce = { "retry-after": "0" };

// Chromium sends a request again by itself, a POST too, when a kept connection is reset or answers 408
// (HttpNetworkTransaction::ShouldResendRequest): how often the server was asked says nothing there.
const resends = "document" in globalThis;

async function xaiFor(steps: readonly Step[], options?: XaiOptions) {
  const server = await misbehave(steps, { once: true });
  const xai = createXai({ baseURL: server.url, ...options });
  return {
    get: () => xai.models.list(),
    post: () => xai.chat.completions.create({ model: "m", messages: [{ role: "user", content: "hi" }] }),
    stream: () =>
      xai.chat.completions.create({ model: "m", messages: [{ role: "user", content: "hi" }], stream: true }),
    count: async () => (await server.requests()).length,
    requests: () => server.requests(),
  };
}

describe("a call is repeated", () => {
  it.each([429, 503])(
    "after %i, also when it creates something, and is sent the same again",
    async (status) => {
      const { post, requests } = await xaiFor([{ status, headers: atOnce }, { json: { id: "c" } }], {
        token: "t",
      });
      expect(await post()).toEqual({ id: "c" });
      const [first, second] = await requests();
      expect(second).toMatchObject({ method: "POST", path: first?.path, body: first?.body });
      expect(second?.headers).toEqual(first?.headers);
    },
  );

  it("also when it streams, before the stream has begun", async () => {
    const body = new TextDecoder().decode(writeSse(['{"choices":[]}', "[DONE]"]));
    const { stream, count } = await xaiFor([
      { status: 429, headers: atOnce },
      { status: 503, headers: atOnce },
      { headers: { "content-type": "text/event-stream" }, body },
    ]);
    let events = 0;
    for await (const _ of await stream()) events += 1;
    expect([events, await count()]).toEqual([1, 3]);
  });

  it.each([408, 409, 500, 502, 504, 529])("after %i when it changes nothing", async (status) => {
    const { get, count } = await xaiFor([{ status, headers: atOnce }, { json: list }], {
      retryUnsafe: false,
    });
    expect(await get()).toEqual(list);
    expect(await count()).toBe(2);
  });

  it.each(resends ? [409, 500, 502] : [408, 409, 500, 502])(
    "after %i when it creates something only if the caller allows it",
    async (status) => {
      const steps = [{ status, headers: atOnce }, { json: { id: "c" } }];
      const careful = await xaiFor(steps);
      await expect(careful.post()).rejects.toMatchObject({ status });
      await expect((await xaiFor(steps)).stream()).rejects.toMatchObject({ status });
      expect(await careful.count()).toBe(1);
      const daring = await xaiFor(steps, { retryUnsafe: true });
      expect(await daring.post()).toEqual({ id: "c" });
      expect(await daring.count()).toBe(2);
    },
  );

  it("after a lost connection when it changes nothing", async () => {
    const { get, count } = await xaiFor([{ resetBeforeResponse: true }, { json: list }]);
    expect(await get()).toEqual(list);
    expect(await count()).toBe(2);
  });

  it.skipIf(resends)(
    "after a lost connection when it creates something only if the caller allows it",
    async () => {
      const steps: Step[] = [{ resetBeforeResponse: true }, { json: list }];
      const careful = await xaiFor(steps);
      await expect(careful.post()).rejects.toMatchObject({ kind: "connection" });
      expect(await careful.count()).toBe(1);
      const daring = await xaiFor(steps, { retryUnsafe: true });
      expect(await daring.post()).toEqual(list);
      expect(await daring.count()).toBe(2);
    },
  );

  it("after an answer that broke off, when it changes nothing", async () => {
    const { get, count } = await xaiFor([
      { body: '{"object":', headers: { "content-length": "100" }, then: "cut" },
      { json: list },
    ]);
    expect(await get()).toEqual(list);
    expect(await count()).toBe(2);
  });

  it("within one budget, whatever the reasons", async () => {
    const { get, count } = await xaiFor([
      { status: 429, headers: atOnce },
      { status: 500, headers: atOnce },
      { status: 503, headers: atOnce },
      { json: list },
    ]);
    await expect(get()).rejects.toMatchObject({ status: 503 });
    expect(await count()).toBe(3);
  });

  it.each([0, 1, 3])("%i times when maxRetries says so", async (maxRetries) => {
    const steps = Array.from({ length: 6 }, () => ({ status: 503, headers: atOnce }));
    const { get, post, count } = await xaiFor(steps, { maxRetries });
    await expect(get()).rejects.toMatchObject({ status: 503 });
    expect(await count()).toBe(maxRetries + 1);
    if (maxRetries > 1) return;
    await expect(post()).rejects.toMatchObject({ status: 503 });
    expect(await count()).toBe(2 * (maxRetries + 1));
  });

  it("as often as the call says, before the client", async () => {
    const server = await misbehave([{ status: 503, headers: atOnce }]);
    const xai = createXai({ baseURL: server.url, maxRetries: 5 });
    await expect(xai.models.list({ maxRetries: 1 })).rejects.toMatchObject({ status: 503 });
    expect(await server.requests()).toHaveLength(2);
  });

  it("after the seconds that the server asks for", async () => {
    const { post, requests } = await xaiFor([
      { status: 429, headers: { "retry-after": "1" } },
      { json: { id: "c" } },
    ]);
    await post();
    const [first, second] = await requests();
    expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeGreaterThan(950);
  });

  it("after at least a quarter of a second when the server asks for nothing", async () => {
    const { post, requests } = await xaiFor([{ status: 503 }, { json: { id: "c" } }]);
    await post();
    const [first, second] = await requests();
    expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeGreaterThan(230);
  });
});

describe("a call is not repeated", () => {
  it.each([400, 401, 403, 404, 410, 422])("after %i", async (status) => {
    const { get, post, count } = await xaiFor(
      [
        { status, headers: atOnce },
        { status, headers: atOnce },
      ],
      {
        retryUnsafe: true,
      },
    );
    await expect(get()).rejects.toMatchObject({ status });
    await expect(post()).rejects.toMatchObject({ status });
    expect(await count()).toBe(2);
  });

  it("after one of our own deadlines, which the next attempt would meet as well", async () => {
    const { get, count } = await xaiFor([{ noResponse: true }, { json: list }], { headersTimeoutMs: 60 });
    await expect(get()).rejects.toMatchObject({ kind: "timeout" });
    expect(await count()).toBe(1);
  });

  it("after the first byte of a stream, whatever breaks it", async () => {
    const headers = { "content-type": "text/event-stream", ...atOnce };
    for (const step of [
      { headers, body: ": begun\n\n" },
      { headers, chunks: [{ text: ": begun\n\n" }, { delayMs: 20 }], then: "cut" as const },
      { headers, body: 'data: {"type":"error","code":503,"message":"busy"}\n\n' },
    ]) {
      const { stream, count } = await xaiFor([step, { headers, body: "data: [DONE]\n\n" }], {
        retryUnsafe: true,
      });
      const reading = (async () => {
        for await (const _ of await stream());
      })();
      await expect(reading).rejects.toBeInstanceOf(Error);
      expect(await count()).toBe(1);
    }
  });

  it("when it creates something and the answer has begun, whatever status its body names", async () => {
    const busy = { json: { error: { code: 503, message: "busy" } }, headers: atOnce };
    const { post, stream, count } = await xaiFor([busy, busy, busy, busy]);
    await expect(post()).rejects.toMatchObject({ kind: "api", status: 503 });
    await expect(stream()).rejects.toMatchObject({ kind: "api", status: 503 });
    expect(await count()).toBe(2);
  });

  it("after an answer that is not what was asked for", async () => {
    const { get, count } = await xaiFor([{ body: "<html>" }, { json: list }], { retryUnsafe: true });
    await expect(get()).rejects.toMatchObject({ kind: "protocol" });
    expect(await count()).toBe(1);
  });
});

describe("the wait before a repetition", () => {
  const now = Date.parse("2026-11-01T12:00:00Z");

  function asked(retryAfter: string, status = 429): number {
    const headers = new Headers({ "retry-after": retryAfter });
    const facts = { code: "c", status, headers, type: undefined, param: undefined };
    return retryDelayMs(new XaiApiError("busy", facts, ""), 1, now, 0.5);
  }

  it.each([
    ["0", 0],
    ["1", 1000],
    ["2.5", 2500],
    [" 7 ", 7000],
    ["60", 60_000],
    ["61", 60_000],
    ["86400", 60_000],
    ["-5", 0],
    ["Sun, 01 Nov 2026 12:00:10 GMT", 10_000],
    ["Sun, 01 Nov 2026 13:00:00 GMT", 60_000],
    ["Sun, 01 Nov 2026 11:00:00 GMT", 0],
  ])("is what Retry-After: %s asks for, at most a minute", (header, ms) => {
    expect(asked(header)).toBe(ms);
    expect(asked(header, 503)).toBe(ms);
  });

  it("takes no notice of a Retry-After that cannot be read", () => {
    for (const header of ["", "soon", "NaN"]) expect(asked(header)).toBe(375);
  });

  it("leaves neither a timer nor a listener behind, whether it passes or is aborted", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const controller = new AbortController();
      const aborted = sleep(30_000, controller.signal);
      expect(vi.getTimerCount()).toBe(1);
      controller.abort("enough");
      await expect(aborted).rejects.toBe("enough");
      expect(vi.getTimerCount()).toBe(0);
      const passed = sleep(30_000, new AbortController().signal);
      vi.advanceTimersByTime(30_000);
      await passed;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it("doubles from half a second up to eight, and is cut by up to half at random", () => {
    const lost = new XaiConnectionError("lost", { code: "connection_lost" });
    const waits = [1, 2, 3, 4, 5, 6, 50].map((attempt) => retryDelayMs(lost, attempt, now, 0));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
    expect(retryDelayMs(lost, 2, now, 0.5)).toBe(750);
    expect(retryDelayMs(lost, 2, now, 0.999_999)).toBeCloseTo(500, 0);
  });
});
