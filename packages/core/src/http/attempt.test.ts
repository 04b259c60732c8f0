import { misbehave, writeSse } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai, type RequestOptions, type Xai } from "../index.ts";

const eventStream = { "content-type": "text/event-stream" };
const chunk = new TextDecoder().decode(writeSse(['{"choices":[]}']));

/** Every kind of call, so that what holds for calls holds for all of them. */
const calls: [kind: string, call: (xai: Xai, options?: RequestOptions) => Promise<unknown>][] = [
  ["a GET", (xai, options) => xai.models.list(options)],
  [
    "a POST",
    (xai, options) =>
      xai.chat.completions.create({ model: "m", messages: [{ role: "user", content: "hi" }] }, options),
  ],
  [
    "a stream",
    async (xai, options) => {
      const events: object[] = [];
      const stream = await xai.responses.create({ model: "m", input: "hi", stream: true }, options);
      for await (const event of stream) events.push(event);
      return events;
    },
  ],
];

/** A port of this machine on which nothing listens: above those that are given out. */
const nobody = "http://127.0.0.1:65429";

describe("a deadline", () => {
  describe.each(calls)("of %s", (_, call) => {
    it("for the headers ends an attempt that nobody answers", async () => {
      const server = await misbehave([{ noResponse: true }]);
      const xai = createXai({ baseURL: server.url, headersTimeoutMs: 400 });
      await expect(call(xai)).rejects.toMatchObject({
        name: "XaiTimeoutError",
        kind: "timeout",
        code: "headers_timeout",
        phase: "headers",
        timeoutMs: 400,
        retryable: true,
        request: { url: expect.stringContaining(server.url) },
        message: expect.stringContaining("400 ms"),
      });
      await server.waitClosed();
      expect(await server.requests()).toHaveLength(1);
    });

    it("for silence ends an answer that stalls, after some bytes or none", async () => {
      for (const body of ["", ": begun\n\n"]) {
        const server = await misbehave([{ headers: eventStream, body, then: "stall" }]);
        const xai = createXai({ baseURL: server.url });
        await expect(call(xai, { idleTimeoutMs: 400 })).rejects.toMatchObject({
          kind: "timeout",
          code: "idle_timeout",
          phase: "idle",
          timeoutMs: 400,
        });
        await server.waitClosed();
      }
    });

    it("in total ends an attempt that waits for its headers", async () => {
      const server = await misbehave([{ noResponse: true }]);
      const xai = createXai({ baseURL: server.url, timeoutMs: 400, headersTimeoutMs: 60_000 });
      await expect(call(xai)).rejects.toMatchObject({
        kind: "timeout",
        code: "total_timeout",
        timeoutMs: 400,
      });
      await server.waitClosed();
    });

    it("in total ends an answer that trickles on without an end", async () => {
      const chunks = Array.from({ length: 200 }, () => ({ text: ": \n", delayMs: 25 }));
      const server = await misbehave([{ headers: eventStream, chunks }]);
      const xai = createXai({ baseURL: server.url, timeoutMs: 300, idleTimeoutMs: 60_000 });
      await expect(call(xai)).rejects.toMatchObject({
        kind: "timeout",
        code: "total_timeout",
        phase: "total",
      });
      await server.waitClosed();
    });
  });

  it("for silence counts comments as signs of life", async () => {
    const chunks = Array.from({ length: 16 }, () => ({ text: ": alive\n", delayMs: 50 }));
    const server = await misbehave([
      { headers: eventStream, chunks: [...chunks, { text: "\ndata: [DONE]\n\n" }] },
    ]);
    const stream = await createXai({ baseURL: server.url, idleTimeoutMs: 500 }).chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: "hi" }],
      stream: true,
    });
    expect(await stream[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
  });

  it("for silence starts anew with every piece, so what came before it stays", async () => {
    const server = await misbehave([
      { headers: eventStream, chunks: [{ text: chunk }, { text: chunk, delayMs: 30 }], then: "stall" },
    ]);
    const stream = await createXai({ baseURL: server.url }).chat.completions.create(
      { model: "m", messages: [{ role: "user", content: "hi" }], stream: true },
      { idleTimeoutMs: 600 },
    );
    const iterator = stream[Symbol.asyncIterator]();
    expect([await iterator.next(), await iterator.next()]).toMatchObject([{ done: false }, { done: false }]);
    const failure: unknown = await iterator.next().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "idle_timeout" });
    await expect(iterator.next()).rejects.toBe(failure);
  });

  it("for silence is not tripped by a slow reader", async () => {
    const server = await misbehave([
      {
        headers: eventStream,
        chunks: [{ text: chunk }, { text: chunk, delayMs: 20 }, { text: "data: [DONE]\n\n", delayMs: 20 }],
      },
    ]);
    const stream = await createXai({ baseURL: server.url, idleTimeoutMs: 700 }).chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: "hi" }],
      stream: true,
    });
    let events = 0;
    for await (const _ of stream) {
      events += 1;
      if (events === 1) await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    expect(events).toBe(2);
  });

  it("of a call goes before that of the client, and undefined leaves it", async () => {
    const server = await misbehave([{ noResponse: true }]);
    const patient = createXai({ baseURL: server.url, timeoutMs: 60_000 });
    await expect(patient.models.list({ timeoutMs: 70 })).rejects.toMatchObject({ timeoutMs: 70 });
    const hasty = createXai({ baseURL: server.url, timeoutMs: 70 });
    await expect(hasty.models.list({ timeoutMs: undefined })).rejects.toMatchObject({ timeoutMs: 70 });
  });

  it("may be far away or never, also where timers count in 31 bits", async () => {
    const { setTimeout } = globalThis;
    const delays: unknown[] = [];
    globalThis.setTimeout = ((...args: Parameters<typeof setTimeout>) => {
      delays.push(args[1]);
      return setTimeout(...args);
    }) as typeof setTimeout;
    const server = await misbehave([{ delayHeadersMs: 100, json: { object: "list", data: [] } }]);
    for (const timeoutMs of [Infinity, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      const options = { timeoutMs, headersTimeoutMs: timeoutMs, idleTimeoutMs: timeoutMs };
      const { models } = createXai({ baseURL: server.url, ...options });
      expect(await models.list()).toEqual({ object: "list", data: [] });
    }
    globalThis.setTimeout = setTimeout;
    expect(delays).toContain(2 ** 31 - 1);
    for (const delay of delays) expect(delay ?? 0).toBeLessThan(2 ** 31);
  });

  it("holds also for a fetch that takes no notice of its signal", async () => {
    const xai = createXai({ baseURL: nobody, fetch: () => new Promise(() => {}), headersTimeoutMs: 30 });
    await expect(xai.models.list()).rejects.toMatchObject({ code: "headers_timeout" });
  });
});

describe("an abort by the caller", () => {
  const reason = { why: "the caller's own" };

  describe.each(calls)("of %s", (_, call) => {
    it("before it begins sends nothing", async () => {
      const server = await misbehave([{ json: {} }]);
      await expect(
        call(createXai({ baseURL: server.url }), { signal: AbortSignal.abort(reason) }),
      ).rejects.toBe(reason);
      expect(await server.requests()).toEqual([]);
    });

    it("while the headers are waited for ends the request at the server", async () => {
      const server = await misbehave([{ noResponse: true }]);
      const controller = new AbortController();
      const pending = call(createXai({ baseURL: server.url }), { signal: controller.signal });
      pending.catch(() => {});
      await server.waitForRequests();
      controller.abort(reason);
      await expect(pending).rejects.toBe(reason);
      await server.waitClosed();
      expect(await server.requests()).toHaveLength(1);
    });

    it("in the middle of the answer ends the request at the server", async () => {
      const server = await misbehave([{ headers: eventStream, body: chunk, then: "stall" }]);
      const controller = new AbortController();
      const pending = call(createXai({ baseURL: server.url }), { signal: controller.signal });
      pending.catch(() => {});
      await server.waitForRequests();
      setTimeout(() => controller.abort(reason), 80);
      await expect(pending).rejects.toBe(reason);
      await server.waitClosed();
    });

    it("while the next attempt is waited for ends the call, and nothing more is sent", async () => {
      const server = await misbehave([{ status: 503, headers: { "retry-after": "30" } }]);
      const controller = new AbortController();
      const pending = call(createXai({ baseURL: server.url }), { signal: controller.signal });
      pending.catch(() => {});
      await server.waitForRequests();
      setTimeout(() => controller.abort(reason), 80);
      await expect(pending).rejects.toBe(reason);
      expect(await server.requests()).toHaveLength(1);
    });

    it("while the token is waited for sends nothing", async () => {
      const server = await misbehave([{ json: {} }]);
      const controller = new AbortController();
      const xai = createXai({ baseURL: server.url, token: () => new Promise(() => {}) });
      const pending = call(xai, { signal: controller.signal });
      pending.catch(() => {});
      setTimeout(() => controller.abort(reason), 20);
      await expect(pending).rejects.toBe(reason);
      expect(await server.requests()).toEqual([]);
    });
  });

  it("before it begins asks neither for a token nor for an answer", async () => {
    const asked: string[] = [];
    const xai = createXai({
      baseURL: nobody,
      token: () => {
        asked.push("token");
        return "t";
      },
      fetch: async () => {
        asked.push("fetch");
        return Response.json({});
      },
    });
    await expect(xai.models.list({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(asked).toEqual([]);
  });

  it("is final, also when its reason looks like an error that could be tried again", async () => {
    const server = await misbehave([{ status: 503, headers: { "retry-after": "0" } }]);
    const xai = createXai({ baseURL: server.url, maxRetries: 0 });
    const busy: unknown = await xai.models.list().catch((error: unknown) => error);
    let asked = 0;
    const controller = new AbortController();
    const fetch = (): Promise<Response> => {
      asked += 1;
      controller.abort(busy);
      return new Promise(() => {});
    };
    const call = createXai({ baseURL: nobody, fetch }).models.list({ signal: controller.signal });
    await expect(call).rejects.toBe(busy);
    expect(asked).toBe(1);
  });

  it("without a reason comes out as the signal's own AbortError", async () => {
    const server = await misbehave([{ noResponse: true }]);
    const controller = new AbortController();
    const pending = createXai({ baseURL: server.url }).models.list({ signal: controller.signal });
    pending.catch(() => {});
    await server.waitForRequests();
    controller.abort();
    await expect(pending).rejects.toBe(controller.signal.reason);
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
  });

  it("by AbortSignal.timeout comes out as its TimeoutError, not as one of ours", async () => {
    const server = await misbehave([{ noResponse: true }]);
    const signal = AbortSignal.timeout(50);
    const failure: unknown = await createXai({ baseURL: server.url })
      .models.list({ signal })
      .catch((error: unknown) => error);
    expect(failure).toBe(signal.reason);
    expect(failure).toMatchObject({ name: "TimeoutError" });
  });

  it("in the middle of a stream leaves what came before it, and comes out again and again", async () => {
    const server = await misbehave([{ headers: eventStream, body: chunk, then: "stall" }]);
    const controller = new AbortController();
    const stream = await createXai({ baseURL: server.url }).chat.completions.create(
      { model: "m", messages: [{ role: "user", content: "hi" }], stream: true },
      { signal: controller.signal },
    );
    const iterator = stream[Symbol.asyncIterator]();
    expect(await iterator.next()).toMatchObject({ done: false });
    const waiting = iterator.next();
    waiting.catch(() => {});
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(iterator.next()).rejects.toBe(reason);
    await server.waitClosed();
  });

  it("of a stream that is not read yet ends the request at the server", async () => {
    const server = await misbehave([{ headers: eventStream, body: chunk, then: "stall" }]);
    const controller = new AbortController();
    const stream = await createXai({ baseURL: server.url }).chat.completions.create(
      { model: "m", messages: [{ role: "user", content: "hi" }], stream: true },
      { signal: controller.signal },
    );
    controller.abort(reason);
    await server.waitClosed();
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toBe(reason);
  });
});

describe("a stream that is left", () => {
  it.each<[string, (stream: AsyncIterable<unknown> & { close(): void; abort(): void }) => unknown]>([
    [
      "by break",
      async (stream) => {
        for await (const _ of stream) break;
      },
    ],
    ["by close()", (stream) => stream.close()],
    ["by abort()", (stream) => stream.abort()],
  ])("%s ends the request at the server", async (_, leave) => {
    const server = await misbehave([{ headers: eventStream, body: chunk, then: "stall" }]);
    const stream = await createXai({ baseURL: server.url }).chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: "hi" }],
      stream: true,
    });
    await leave(stream);
    expect(await server.waitClosed()).toMatchObject({ finished: false });
  });

  it("at its end is read to its last byte, so that the connection can be used again", async () => {
    const chunks = [{ text: `${chunk}data: [DONE]\n\n` }, { text: ": bye\n\n", delayMs: 100 }];
    const server = await misbehave([{ headers: eventStream, chunks }]);
    const stream = await createXai({ baseURL: server.url }).chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: "hi" }],
      stream: true,
    });
    for await (const _ of stream);
    await expect.poll(() => server.requests(), { timeout: 3000 }).toMatchObject([{ finished: true }]);
  });

  it("at its end by a server that keeps the connection open is given up soon", async () => {
    const server = await misbehave([
      { headers: eventStream, body: `${chunk}data: [DONE]\n\n`, then: "stall" },
    ]);
    const stream = await createXai({ baseURL: server.url }).chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: "hi" }],
      stream: true,
    });
    for await (const _ of stream);
    expect(await server.waitClosed()).toMatchObject({ finished: false });
  });
});

describe("a connection", () => {
  const lost = { name: "XaiConnectionError", kind: "connection", code: "connection_lost", retryable: true };

  describe.each(calls)("of %s", (_, call) => {
    it("that nobody takes is a connection error", async () => {
      const pending = call(createXai({ baseURL: `${nobody}/v1`, maxRetries: 0 }));
      await expect(pending).rejects.toMatchObject({
        ...lost,
        request: { url: expect.stringContaining(`${nobody}/v1/`) },
        cause: expect.anything(),
      });
    });

    it("that is reset before the answer is a connection error", async () => {
      const server = await misbehave([{ resetBeforeResponse: true }]);
      await expect(call(createXai({ baseURL: server.url, maxRetries: 0 }))).rejects.toMatchObject(lost);
    });

    it("that is cut in the middle of the answer is a connection error", async () => {
      const server = await misbehave([
        { headers: eventStream, chunks: [{ text: chunk }, { delayMs: 50 }], then: "cut" },
      ]);
      await expect(call(createXai({ baseURL: server.url, maxRetries: 0 }))).rejects.toMatchObject(lost);
    });
  });

  it("that is cut in the middle of a stream leaves the events that came whole", async () => {
    const server = await misbehave([
      {
        headers: eventStream,
        chunks: [
          { text: chunk + chunk },
          { text: 'data: {"cho', awaitRelease: true },
          { awaitRelease: true },
        ],
        then: "cut",
      },
    ]);
    const stream = await createXai({ baseURL: server.url }).chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: "hi" }],
      stream: true,
    });
    const iterator = stream[Symbol.asyncIterator]();
    expect(await iterator.next()).toMatchObject({ done: false });
    expect(await iterator.next()).toMatchObject({ done: false });
    await server.release();
    await server.release();
    await expect(iterator.next()).rejects.toMatchObject(lost);
    await expect(iterator.next()).rejects.toMatchObject(lost);
    expect(await server.requests()).toHaveLength(1);
  });

  it("that ends properly but too early truncates a stream", async () => {
    const server = await misbehave([{ headers: eventStream, body: chunk }]);
    const stream = await createXai({ baseURL: server.url }).chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: "hi" }],
      stream: true,
    });
    let events = 0;
    const reading = (async () => {
      for await (const _ of stream) events += 1;
    })();
    await expect(reading).rejects.toMatchObject({ kind: "protocol", code: "truncated_stream" });
    expect(events).toBe(1);
  });
});
