import { XaiApiError } from "@xai-edge/core";
import { cutAt, cutAtRandom, lineEnds, misbehave, streamBytes, writeSse } from "@xai-edge/testing";
import { describe, expect, inject, it } from "vitest";
import { chatChunk } from "../fixtures/chat-chunks.ts";
import { eventsOf } from "../fixtures/events-of.ts";
import { ownCaptures } from "../fixtures/own-captures.ts";
import { fromResponse } from "./from-response.ts";
import { toEventStream } from "./to-event-stream.ts";
import { toJsonLines } from "./to-json-lines.ts";
import { toJsonLinesResponse } from "./to-json-lines-response.ts";
import { toResponse } from "./to-response.ts";

const chunks = [chatChunk({ content: "Grüß\u2028 👋🏽\n" }), chatChunk({}, { finish_reason: "stop" })];
const captures = [...inject("wireCaptures"), ...ownCaptures].filter(({ name }) =>
  name.endsWith(".stream.jsonl"),
);
const formats = [
  { name: "server-sent events", type: "text/event-stream", write: toEventStream, respond: toResponse },
  { name: "JSON lines", type: "application/x-ndjson", write: toJsonLines, respond: toJsonLinesResponse },
];

/** Everything that a response gives, and what it throws then. */
async function readAll(response: Response): Promise<{ events: unknown[]; failure?: unknown }> {
  const events: unknown[] = [];
  try {
    for await (const event of fromResponse(response)) events.push(event);
    return { events };
  } catch (failure) {
    return { events, failure };
  }
}

function responseOf(body: BodyInit | null, type: string, status = 200): Response {
  return new Response(body, { status, headers: { "content-type": type } });
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(body).arrayBuffer());
}

describe.each(formats)("what arrives as $name", ({ type, write, respond }) => {
  it.each(captures)("is what was sent: $name", async ({ text }) => {
    const events: object[] = [];
    for (const line of text.split("\n")) {
      const event: object | undefined = line.startsWith("{") ? JSON.parse(line) : undefined;
      // What says that the call failed is thrown by the stream of the client, and so never passed on.
      if (event && ("error" in event || ("type" in event && event.type === "error"))) break;
      if (event) events.push(event);
    }
    const bytes = await bytesOf(write(eventsOf(events)));
    for (const seed of [1, 2, 3]) {
      const pieces = streamBytes([...cutAtRandom(bytes, seed, 60)]);
      expect(await readAll(responseOf(pieces, type))).toEqual({ events });
    }
  });

  it("throws when it is cut at any byte, after the events that came whole", async () => {
    const bytes = await bytesOf(write(eventsOf(chunks)));
    for (let length = 0; length < bytes.length - 1; length++) {
      const { events, failure } = await readAll(responseOf(bytes.slice(0, length), type));
      expect(failure).toMatchObject({ kind: "protocol", code: "truncated_stream" });
      expect(events).toEqual(chunks.slice(0, events.length));
    }
  });

  it("throws the error that the source threw, in the server's words", async () => {
    const facts = {
      code: "rate_limited",
      status: 429,
      headers: new Headers(),
      type: "requests",
      param: undefined,
      request: { method: "POST", url: "https://api.example/v1" },
    };
    const failure = new XaiApiError("429: Slow down", facts, undefined);
    const { events, failure: thrown } = await readAll(respond(eventsOf(chunks, { failure })));
    expect(events).toEqual(chunks);
    expect(thrown).toBeInstanceOf(XaiApiError);
    expect(thrown).toMatchObject({
      message: "429: Slow down",
      code: "rate_limited",
      status: 429,
      type: "requests",
      retryable: true,
    });
  });

  it("throws when its connection is lost, after the events that came whole", async () => {
    const body = await bytesOf(write(eventsOf(chunks)));
    const half = new TextDecoder().decode(body).slice(0, -12);
    const server = await misbehave([
      { headers: { "content-type": type }, chunks: [{ text: half }, { delayMs: 20 }], then: "cut" },
    ]);
    const { events, failure } = await readAll(await fetch(server.url));
    expect(events).toEqual(chunks);
    expect(failure).toMatchObject({ kind: "connection", code: "connection_lost", retryable: true });
  });

  it("throws the signal's own reason at once, also for what had arrived, and leaves the server", async () => {
    const half = new TextDecoder().decode((await bytesOf(write(eventsOf(chunks)))).slice(0, -8));
    for (const waits of [true, false]) {
      const server = await misbehave([{ headers: { "content-type": type }, body: half, then: "stall" }]);
      const controller = new AbortController();
      const events = fromResponse(await fetch(server.url), { signal: controller.signal })[
        Symbol.asyncIterator
      ]();
      await events.next();
      if (waits) await events.next();
      const next = waits ? events.next() : undefined;
      const reason = new Error("enough");
      controller.abort(reason);
      await expect(next ?? events.next()).rejects.toBe(reason);
      expect(await server.waitClosed()).toMatchObject({ finished: false });
    }
  });

  it("leaves the server when its reader leaves while it is silent", async () => {
    const server = await misbehave([{ headers: { "content-type": type }, body: "\n", then: "stall" }]);
    const events = fromResponse(await fetch(server.url))[Symbol.asyncIterator]();
    const waiting = events.next();
    await events.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await server.waitClosed()).toMatchObject({ finished: false });
  });

  it("comes once, and in order when it is asked for at once", async () => {
    const stream = fromResponse(respond(eventsOf(chunks)));
    const events = stream[Symbol.asyncIterator]();
    const all = await Promise.all([events.next(), events.next(), events.next(), events.next()]);
    expect(all.map(({ value }) => value)).toEqual([...chunks, undefined, undefined]);
    expect(() => stream[Symbol.asyncIterator]()).toThrow(
      expect.objectContaining({ code: "stream_already_read" }),
    );
  });

  it("throws for an event that is no JSON object", async () => {
    for (const data of ["nothing", "7", "[1]"]) {
      const line = type.includes("event") ? `data: ${data}\n\n` : `${data}\n`;
      expect((await readAll(responseOf(line, type))).failure).toMatchObject({ code: "invalid_event" });
    }
  });
});

describe("an event stream from elsewhere", () => {
  it.each(lineEnds)("is understood with %s", async (_name, lineEnd) => {
    const bytes = writeSse([...chunks.map((chunk) => JSON.stringify(chunk)), "[DONE]"], lineEnd);
    for (let at = 1; at < bytes.length; at += 7) {
      const response = responseOf(streamBytes([...cutAt(bytes, [at])]), "text/event-stream; charset=utf-8");
      expect(await readAll(response)).toEqual({ events: chunks });
    }
  });

  it.each(["response.completed", "response.incomplete", "message_stop"])(
    "may end with %s alone",
    async (type) => {
      const response = responseOf(`data: {"type":"${type}"}\n\n`, "text/event-stream");
      expect(await readAll(response)).toEqual({ events: [{ type }] });
    },
  );

  it.each([
    [
      '{"type":"error","code":529,"message":"Overloaded"}',
      { status: 529, code: "529", message: "529: Overloaded" },
    ],
    [
      '{"code":"unavailable","error":"Timed out"}',
      { status: 502, code: "unavailable", message: "502: Timed out" },
    ],
    [
      '{"type":"response.failed","response":{"error":{"code":"server_error","message":"Broke"}}}',
      { status: 502, code: "server_error", message: "502: Broke" },
    ],
  ])("throws what an event says that failed: %s", async (data, expected) => {
    const { failure } = await readAll(responseOf(`data: ${data}\n\n`, "text/event-stream"));
    expect(failure).toBeInstanceOf(XaiApiError);
    expect(failure).toMatchObject(expected);
  });

  it("throws for an event that is named error, whatever it says", async () => {
    const { failure } = await readAll(responseOf("event: error\ndata: oh no\n\n", "text/event-stream"));
    expect(failure).toMatchObject({ kind: "api", status: 502, message: "502: no details" });
  });

  it("says which event was the last, and when to connect again", async () => {
    const text = 'retry: 40\nid: a-1\ndata: {"n":1}\n\nid: a-2\ndata: {"n":2}\n\ndata: [DONE]\n\n';
    const stream = fromResponse(responseOf(text, "text/event-stream"));
    const ids: string[] = [];
    for await (const _ of stream) ids.push(stream.lastEventId);
    expect(ids).toEqual(["a-1", "a-2"]);
    expect(stream.retryMs).toBe(40);
  });
});

describe("an answer that is no stream", () => {
  it.each([
    ["Not found", "404: Not found"],
    ["x".repeat(9_000), `404: ${"x".repeat(500)}`],
    ["", "404: no details"],
  ])("throws an error status with the first 500 characters of a text", async (said, message) => {
    const { failure } = await readAll(responseOf(said, "text/plain", 404));
    expect(failure).toMatchObject({ kind: "api", status: 404, message });
  });

  it("throws an error status with what its body says", async () => {
    const said = '{"error":{"message":"Not yours","code":"forbidden","type":"auth","param":null}}';
    expect((await readAll(responseOf(said, "application/json", 403))).failure).toMatchObject({
      kind: "api",
      status: 403,
      message: "403: Not yours",
      code: "forbidden",
      type: "auth",
      retryable: false,
      param: undefined,
    });
    expect((await readAll(responseOf("<html>", "text/html", 503))).failure).toMatchObject({
      status: 503,
      code: "http_503",
      retryable: true,
    });
    expect((await readAll(responseOf(null, "text/event-stream", 500))).failure).toMatchObject({
      status: 500,
    });
  });

  it("throws an error that came under status 200", async () => {
    const response = responseOf('{"code":"unavailable","error":"Timed out"}', "application/json");
    expect((await readAll(response)).failure).toMatchObject({ kind: "api", message: "502: Timed out" });
  });

  it.each(["text/html", "application/json", "text/plain"])("throws for %s", async (type) => {
    expect((await readAll(responseOf('{"id":"1"}', type))).failure).toMatchObject({
      kind: "protocol",
      code: "not_a_stream",
      message: expect.stringContaining(type),
    });
  });

  it("is read no further than an error needs", async () => {
    let pieces = 0;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(new Uint8Array(10_000).fill(65 + (pieces++ % 20))),
    });
    expect((await readAll(responseOf(body, "text/html", 500))).failure).toMatchObject({ status: 500 });
    expect(pieces).toBeLessThan(12);
  });
});
