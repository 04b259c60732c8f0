import { cutAt, cutEverywhere, streamBytes, writeSse } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import {
  type ChatCompletionChunk,
  createXai,
  type RequestOptions,
  type ResponseStreamEvent,
  type Xai,
  type XaiOptions,
  type XaiStream,
} from "../index.ts";

type Body = ReadableStream<Uint8Array<ArrayBuffer>> | string | null;

const encoder = new TextEncoder();
const eventStream = { "content-type": "text/event-stream" };

function chunkOf(content: string): string {
  return JSON.stringify({
    id: "c",
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta: { content } }],
  });
}

const hello = [chunkOf("Hel"), chunkOf("lo")];

function clientFor(body: Body, init: ResponseInit = {}, options: XaiOptions = {}): Xai {
  return createXai({
    baseURL: "http://stub.test/v1",
    fetch: async () => new Response(body, { headers: eventStream, ...init }),
    ...options,
  });
}

function chat(
  body: Body,
  init?: ResponseInit,
  options?: RequestOptions,
): Promise<XaiStream<ChatCompletionChunk>> {
  return clientFor(body, init).chat.completions.create(
    { model: "m", messages: [{ role: "user", content: "hi" }], stream: true },
    options,
  );
}

function respond(body: Body, init?: ResponseInit): Promise<XaiStream<ResponseStreamEvent>> {
  return clientFor(body, init).responses.create({ model: "m", input: "hi", stream: true });
}

function sse(...payloads: string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return streamBytes([writeSse(payloads)]);
}

/** A body that a test writes into, and that tells whether it was cancelled. */
function controlledBody(): {
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
  send: (...payloads: string[]) => void;
  close: () => void;
  fail: (reason: unknown) => void;
  isCancelled: () => boolean;
} {
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (given) => void (controller = given),
    cancel: () => void (cancelled = true),
  });
  return {
    body,
    send: (...payloads) => controller?.enqueue(writeSse(payloads)),
    close: () => controller?.close(),
    fail: (reason) => controller?.error(reason),
    isCancelled: () => cancelled,
  };
}

interface Reading<T> {
  events: T[];
  failure?: unknown;
}

/** Reads a stream to its end, keeping what came before a failure. */
async function readAll<T extends object>(stream: XaiStream<T>): Promise<Reading<T>> {
  const events: T[] = [];
  try {
    for await (const event of stream) events.push(event);
    return { events };
  } catch (failure) {
    return { events, failure };
  }
}

function textOf(events: readonly ChatCompletionChunk[]): string {
  return events.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
}

describe("a stream", () => {
  describe("ends", () => {
    it("at [DONE], and takes nothing from what follows", async () => {
      const { events, failure } = await readAll(
        await chat(sse(...hello, "[DONE]", chunkOf("!"), "not JSON")),
      );
      expect([textOf(events), failure]).toEqual(["Hello", undefined]);
    });

    it.each(["response.completed", "response.incomplete", "response.cancelled", "response.done"])(
      "at %s, which it gives",
      async (type) => {
        const created = { type: "response.created", response: { id: "r" } };
        const last = { type, response: { id: "r" } };
        const body = sse(...[created, last, created].map((event) => JSON.stringify(event)));
        expect(await readAll(await respond(body))).toEqual({ events: [created, last] });
      },
    );

    it("at [DONE] also where no last event came", async () => {
      expect(await readAll(await respond(sse('{"type":"ping"}', "[DONE]")))).toEqual({
        events: [{ type: "ping" }],
      });
    });

    it("before its first event when there is none", async () => {
      expect(await readAll(await chat(sse("[DONE]")))).toEqual({ events: [] });
    });

    it("and stays ended", async () => {
      const iterator = (await chat(sse("[DONE]")))[Symbol.asyncIterator]();
      for (let call = 0; call < 3; call += 1) {
        expect(await iterator.next()).toEqual({ done: true, value: undefined });
      }
    });

    it("with the same events in whatever pieces the bytes come", async () => {
      const bytes = encoder.encode(`: hi\r\n\r\ndata:${chunkOf("é🙂")}\r\n\r\ndata:[DONE]\r\n\r\n`);
      for (let place = 0; place < bytes.length; place += 1) {
        const { events } = await readAll(await chat(streamBytes(cutAt(bytes, [place]))));
        expect(textOf(events)).toBe("é🙂");
      }
      expect(textOf((await readAll(await chat(streamBytes(cutEverywhere(bytes))))).events)).toBe("é🙂");
    });
  });

  it("passes events on that nobody knows, and fields too", async () => {
    const odd = [{ type: "response.future", x: { y: [1] } }, { no: "type" }, { type: 7 }, [1], {}];
    const body = sse(...odd.map((event) => JSON.stringify(event)), "[DONE]");
    expect((await readAll(await respond(body))).events).toEqual(odd);
  });

  it("takes keys such as __proto__ as data", async () => {
    const { events } = await readAll(await respond(sse('{"type":"x","__proto__":{"polluted":1}}', "[DONE]")));
    expect(Object.hasOwn(events[0] ?? {}, "__proto__")).toBe(true);
    expect({}).not.toHaveProperty("polluted");
  });

  it("says what HTTP said", async () => {
    const headers = { ...eventStream, "x-request-id": "req-7", "x-more": "m" };
    const { response } = await chat(sse("[DONE]"), { status: 201, headers });
    expect([response.status, response.requestId, response.headers.get("x-more")]).toEqual([
      201,
      "req-7",
      "m",
    ]);
    expect((await chat(sse("[DONE]"))).response.requestId).toBeUndefined();
  });

  it.each(["text/event-stream; charset=utf-8", "Text/Event-Stream"])("is taken from %s", async (type) => {
    const stream = await chat(sse(...hello, "[DONE]"), { headers: { "content-type": type } });
    expect(textOf((await readAll(stream)).events)).toBe("Hello");
  });

  describe("throws after the events that came whole", () => {
    it.each([
      ["ends before its last event", sse(...hello)],
      ["ends within an event", streamBytes([writeSse(hello), encoder.encode('data: {"id"')])],
      [
        "ends before the blank line of its [DONE]",
        streamBytes([writeSse(hello), encoder.encode("data: [DONE]\n")]),
      ],
    ])("when it %s", async (_, body) => {
      const { events, failure } = await readAll(await chat(body));
      expect(textOf(events)).toBe("Hello");
      expect(failure).toMatchObject({ name: "XaiProtocolError", kind: "protocol", code: "truncated_stream" });
    });

    it.each([
      ["not JSON", "{", "something else"],
      ["empty", "", "empty"],
      ["a JSON string", '"text"', "something else"],
      ["a JSON null", "null", "something else"],
    ])("when an event is %s", async (_, payload, words) => {
      const { events, failure } = await readAll(await chat(sse(...hello, payload, "[DONE]")));
      expect(textOf(events)).toBe("Hello");
      expect(failure).toMatchObject({
        kind: "protocol",
        code: "invalid_event",
        message: expect.stringContaining(`an event of the stream is ${words}`),
      });
    });

    it("when the connection is lost", async () => {
      const { body, send, fail } = controlledBody();
      send(...hello);
      const stream = await chat(body);
      const iterator = stream[Symbol.asyncIterator]();
      expect((await iterator.next()).done).toBe(false);
      const cause = new TypeError("network gone");
      const second = iterator.next();
      fail(cause);
      expect((await second).done).toBe(false);
      await expect(iterator.next()).rejects.toMatchObject({
        kind: "connection",
        code: "connection_lost",
        retryable: true,
        cause,
        request: { method: "POST", url: "http://stub.test/v1/chat/completions" },
      });
    });

    it("when an event is longer than maxEventChars, of the client or of the call", async () => {
      const long = chunkOf("x".repeat(1000));
      const params = {
        model: "m",
        messages: [{ role: "user" as const, content: "hi" }],
        stream: true as const,
      };
      const forClient = clientFor(sse(...hello, long, "[DONE]"), {}, { maxEventChars: 500 });
      const forCall = clientFor(sse(...hello, long, "[DONE]"), {}, { maxEventChars: 5 });
      for (const stream of [
        await forClient.chat.completions.create(params),
        await forCall.chat.completions.create(params, { maxEventChars: 500 }),
      ]) {
        const { events, failure } = await readAll(stream);
        expect(textOf(events)).toBe("Hello");
        expect(failure).toMatchObject({ kind: "protocol", code: "event_too_long" });
      }
      const unlimited = await readAll(await chat(sse(long, "[DONE]")));
      expect(textOf(unlimited.events)).toHaveLength(1000);
    });

    it("when there is no body at all", async () => {
      expect((await readAll(await chat(null))).failure).toMatchObject({ code: "truncated_stream" });
    });

    it("and throws the same when it is asked again", async () => {
      const iterator = (await chat(sse(...hello)))[Symbol.asyncIterator]();
      await iterator.next();
      await iterator.next();
      const first: unknown = await iterator.next().catch((error: unknown) => error);
      expect(first).toMatchObject({ code: "truncated_stream" });
      await expect(iterator.next()).rejects.toBe(first);
      await iterator.return?.();
      await expect(iterator.next()).rejects.toBe(first);
    });
  });

  describe("throws what the server says", () => {
    it.each<[string, unknown, object]>([
      [
        "an error event with its facts in the event itself",
        { type: "error", code: "server_error", message: "It broke", param: "tools" },
        { status: 200, code: "server_error", param: "tools", retryable: false },
      ],
      [
        "an error event whose code is a status",
        { type: "error", code: 529, message: "It broke", param: null },
        { status: 529, code: "529", param: undefined, retryable: true },
      ],
      [
        "an error event with status and nested error",
        {
          type: "error",
          status: 503,
          error: { message: "It broke", code: "overloaded", type: "server_error" },
        },
        { status: 503, code: "overloaded", type: "server_error", retryable: true },
      ],
      [
        "an error event with a nested error whose code is a status",
        { type: "error", error: { message: "It broke", code: 429 } },
        { status: 429, code: "429", retryable: true },
      ],
      [
        "a response that failed",
        {
          type: "response.failed",
          response: { id: "r", status: "failed", error: { code: "server_error", message: "It broke" } },
        },
        { status: 200, code: "server_error" },
      ],
      [
        "a bare nested error",
        { error: { message: "It broke", type: "t", param: "p", code: "c" } },
        { code: "c", type: "t", param: "p" },
      ],
      [
        "a bare error text",
        { code: "The service is currently unavailable", error: "It broke" },
        { code: "The service is currently unavailable" },
      ],
      ["an error text without a code", { error: "It broke" }, { code: "http_200" }],
    ])("as %s", async (_, event, facts) => {
      for (const stream of [
        await respond(sse('{"type":"response.created"}', JSON.stringify(event), "[DONE]")),
        await chat(sse('{"type":"response.created"}', JSON.stringify(event), "[DONE]")),
      ]) {
        const { events, failure } = await readAll<object>(stream);
        expect(events).toEqual([{ type: "response.created" }]);
        expect(failure).toMatchObject({ name: "XaiApiError", kind: "api", body: event, ...facts });
        expect(failure).toHaveProperty("message", expect.stringContaining("It broke"));
      }
    });

    it.each([
      ['{"message":"It broke","code":"server_error"}', { code: "server_error" }],
      ["It broke", { code: "http_200" }],
    ])("when the event is named error: %s", async (data, facts) => {
      const body = streamBytes([encoder.encode(`event: error\ndata: ${data}\n\ndata: [DONE]\n\n`)]);
      const { failure } = await readAll(await respond(body));
      expect(failure).toMatchObject({ kind: "api", message: expect.stringContaining("It broke"), ...facts });
    });

    it("and does not take the status line for words where it gives no reason", async () => {
      const failed = JSON.stringify({ type: "response.failed", response: { status: "failed", error: null } });
      const { failure } = await readAll(
        await respond(sse(failed), { statusText: "OK", headers: eventStream }),
      );
      expect(failure).toMatchObject({ kind: "api", message: expect.stringContaining("no details given") });
    });

    it("with the request id of the answer", async () => {
      const headers = { ...eventStream, "x-request-id": "req-9" };
      const { failure } = await readAll(await chat(sse('{"error":"no"}'), { headers }));
      expect(failure).toMatchObject({ requestId: "req-9", message: expect.stringContaining("req-9") });
    });
  });

  describe("can be closed early", () => {
    it("by leaving the loop, which gives up the rest of the answer", async () => {
      const { body, send, isCancelled } = controlledBody();
      send(...hello);
      for await (const _ of await chat(body)) break;
      expect(isCancelled()).toBe(true);
    });

    it("by an error in the loop, which comes out as it is", async () => {
      const { body, send, isCancelled } = controlledBody();
      send(...hello);
      const mine = new Error("mine");
      const reading = (async () => {
        for await (const _ of await chat(body)) throw mine;
      })();
      await expect(reading).rejects.toBe(mine);
      expect(isCancelled()).toBe(true);
    });

    it("by close(), after which it is at its end, what had arrived included", async () => {
      const { body, send, isCancelled } = controlledBody();
      send(...hello);
      const stream = await chat(body);
      const iterator = stream[Symbol.asyncIterator]();
      await iterator.next();
      stream.close();
      stream.close();
      expect(isCancelled()).toBe(true);
      expect(await iterator.next()).toEqual({ done: true, value: undefined });
    });

    it("before it is read", async () => {
      const { body, isCancelled } = controlledBody();
      const stream = await chat(body);
      stream.close();
      expect(isCancelled()).toBe(true);
      expect(await readAll(stream)).toEqual({ events: [] });
    });

    it("while its next event is waited for", async () => {
      const { body } = controlledBody();
      const stream = await chat(body);
      const iterator = stream[Symbol.asyncIterator]();
      const waiting = [iterator.next(), iterator.next()];
      stream.close();
      expect(await Promise.all(waiting)).toEqual([
        { done: true, value: undefined },
        { done: true, value: undefined },
      ]);
    });
  });

  describe("can be aborted", () => {
    it("with a reason, which comes out as it is, at once", async () => {
      const { body, send, isCancelled } = controlledBody();
      send(...hello);
      const stream = await chat(body);
      const iterator = stream[Symbol.asyncIterator]();
      await iterator.next();
      const reason = { mine: true };
      stream.abort(reason);
      await expect(iterator.next()).rejects.toBe(reason);
      expect(isCancelled()).toBe(true);
    });

    it("while its next event is waited for", async () => {
      const { body } = controlledBody();
      const stream = await chat(body);
      const waiting = stream[Symbol.asyncIterator]().next();
      stream.abort(new Error("stop"));
      await expect(waiting).rejects.toThrow("stop");
    });

    it("also when its last event has arrived and waits to be read", async () => {
      const stream = await chat(sse(...hello, "[DONE]"));
      const iterator = stream[Symbol.asyncIterator]();
      await iterator.next();
      stream.abort("enough");
      await expect(iterator.next()).rejects.toBe("enough");
    });

    it("without a reason, as an AbortError", async () => {
      const stream = await chat(controlledBody().body);
      stream.abort();
      expect((await readAll(stream)).failure).toMatchObject({ name: "AbortError" });
    });

    it("through the signal of the call, also where fetch takes no notice of it", async () => {
      const { body, isCancelled } = controlledBody();
      const controller = new AbortController();
      const stream = await chat(body, {}, { signal: controller.signal });
      const waiting = stream[Symbol.asyncIterator]().next();
      controller.abort("why not");
      await expect(waiting).rejects.toBe("why not");
      await expect.poll(isCancelled).toBe(true);
    });

    it("only until it has ended: later aborts change nothing", async () => {
      const controller = new AbortController();
      const stream = await chat(sse(...hello, "[DONE]"), {}, { signal: controller.signal });
      const iterator = stream[Symbol.asyncIterator]();
      while (!(await iterator.next()).done);
      stream.abort(new Error("late"));
      controller.abort(new Error("late"));
      expect(await iterator.next()).toEqual({ done: true, value: undefined });
    });
  });

  describe("gives events with their text", () => {
    const first = '{ "type" :"response.created",  "response":{"id":"r"}}';
    const named = `event: response.created\nid: 7\ndata: ${first}\n\ndata: {"type":"x",\ndata: "y":"é"}\n\n`;
    const items = [
      {
        data: first,
        event: "response.created",
        id: "7",
        value: { type: "response.created", response: { id: "r" } },
      },
      { data: '{"type":"x",\n"y":"é"}', event: "message", id: "7", value: { type: "x", y: "é" } },
    ];

    it("as it arrived, their names and ids, up to [DONE]", async () => {
      const bytes = encoder.encode(`${named}data: [DONE]\n\n`);
      for (const pieces of [[bytes], cutEverywhere(bytes)]) {
        const events: unknown[] = [];
        for await (const event of (await respond(streamBytes(pieces))).sseEvents()) events.push(event);
        expect(events).toEqual(items);
      }
    });

    it("up to the last event of the protocol, which they include", async () => {
      const events: unknown[] = [];
      const body = sse('{"type":"response.completed","response":{}}', '{"type":"more"}');
      for await (const { value } of (await respond(body)).sseEvents()) events.push(value.type);
      expect(events).toEqual(["response.completed"]);
    });

    it("and throws what iterating the stream throws", async () => {
      const events: unknown[] = [];
      const stream = await respond(streamBytes([encoder.encode(named)]));
      const reading = (async () => {
        for await (const event of stream.sseEvents()) events.push(event);
      })();
      await expect(reading).rejects.toMatchObject({ kind: "protocol", code: "truncated_stream" });
      expect(events).toEqual(items);
    });

    it("and gives up the rest of the answer when the loop is left", async () => {
      const { body, send, isCancelled } = controlledBody();
      send(...hello);
      for await (const _ of (await chat(body)).sseEvents()) break;
      expect(isCancelled()).toBe(true);
    });

    it("instead of being iterated, or read so twice", async () => {
      const once = { kind: "options", code: "stream_already_read" };
      const iterated = await chat(sse("[DONE]"));
      for await (const _ of iterated);
      expect(() => iterated.sseEvents()[Symbol.asyncIterator]()).toThrow(expect.objectContaining(once));
      const stream = await chat(sse("[DONE]"));
      const events = stream.sseEvents();
      for await (const _ of events);
      expect(() => events[Symbol.asyncIterator]()).toThrow(expect.objectContaining(once));
      expect((await readAll(stream)).failure).toMatchObject(once);
    });
  });

  it("can be read once only, and says so", async () => {
    const stream = await chat(sse(...hello, "[DONE]"));
    for await (const _ of stream) break;
    expect((await readAll(stream)).failure).toMatchObject({ kind: "options", code: "stream_already_read" });
  });

  it("answers calls of next() in order, however many wait", async () => {
    const { body, send, close } = controlledBody();
    const iterator = (await chat(body))[Symbol.asyncIterator]();
    const waiting = Array.from({ length: 6 }, () => iterator.next());
    send(chunkOf("a"));
    await waiting[0];
    send(chunkOf("b"), chunkOf("c"));
    send(chunkOf("d"), "[DONE]");
    close();
    const results = await Promise.all(waiting);
    expect(textOf(results.flatMap(({ value }) => value ?? []))).toBe("abcd");
    expect(results.map(({ done }) => done)).toEqual([false, false, false, false, true, true]);
  });

  it("fails every call of next() that waits when it fails", async () => {
    const { body, send, fail } = controlledBody();
    const iterator = (await chat(body))[Symbol.asyncIterator]();
    const waiting = Array.from({ length: 3 }, () => iterator.next());
    const settled = Promise.allSettled(waiting);
    send(chunkOf("a"));
    await waiting[0];
    fail(new Error("gone"));
    expect((await settled).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  it("leaves no listener on the caller's signal, however it ends", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    await readAll(await chat(sse(...hello, "[DONE]"), {}, { signal }));
    expect(listeners).toBe(0);
    await readAll(await chat(sse(...hello), {}, { signal }));
    expect(listeners).toBe(0);
    (await chat(controlledBody().body, {}, { signal })).close();
    expect(listeners).toBe(0);
  });
});
