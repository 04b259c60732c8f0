import {
  readEventStream,
  XaiApiError,
  XaiConnectionError,
  XaiOptionsError,
  XaiTimeoutError,
} from "@xai-edge/core";
import { streamBytes } from "@xai-edge/testing";
import { describe, expect, it, vi } from "vitest";
import { chatChunk } from "../fixtures/chat-chunks.ts";
import { collect, eventsOf } from "../fixtures/events-of.ts";
import { foldChat } from "../fold-chat.ts";
import { toEventStream } from "./to-event-stream.ts";
import { toJsonLines } from "./to-json-lines.ts";
import { toTextStream } from "./to-text-stream.ts";

const chunks = [
  chatChunk({ role: "assistant", content: "Grüß " }),
  chatChunk({ content: "👋🏽" }),
  chatChunk({}, { finish_reason: "stop" }),
];
const written = chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);

async function textOfBody(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  return new Blob(await collect(body)).text();
}

/** The error that the last event of a failed stream tells of. */
async function errorAfter(failure: unknown): Promise<Record<string, unknown>> {
  const text = await textOfBody(toEventStream(eventsOf(chunks, { failure })));
  expect(text.startsWith(`${written.join("")}event: error\ndata: `)).toBe(true);
  expect(text).not.toContain("[DONE]");
  const last = text.trimEnd().split("\n").at(-1) ?? "";
  return JSON.parse(last.slice("data: ".length));
}

describe("a stream written as server-sent events", () => {
  it("is its events as JSON, and [DONE]", async () => {
    expect(await textOfBody(toEventStream(eventsOf(chunks)))).toBe(`${written.join("")}data: [DONE]\n\n`);
  });

  it("keeps the text, the names and the ids of what a stream of the client received", async () => {
    const received = [
      'event: message_start\nid: 7\ndata: { "type" : "message_start", "n": 1.0 }\n\n',
      'data: {"a":\ndata: "\\u00fc",\ndata: "b":12345678901234567890}\n\n',
      'id: 8\ndata: {"type":"ping"}\n\n',
      'id: \ndata: {"type":"message_stop"}\n\n',
      "data: [DONE]\n\n",
    ].join("");
    const response = new Response(streamBytes([new TextEncoder().encode(received)]), {
      headers: { "content-type": "text/event-stream" },
    });
    expect(await textOfBody(toEventStream(await readEventStream(response)))).toBe(received);
  });

  it("names the events of a message whose own names are not known any more", async () => {
    const events = [{ type: "content_block_stop", index: 0 }, { type: "response.created" }, { type: "a\nb" }];
    expect(await textOfBody(toEventStream(eventsOf(events)))).toBe(
      'event: content_block_stop\ndata: {"type":"content_block_stop","index":0}\n\n' +
        'data: {"type":"response.created"}\n\ndata: {"type":"a\\nb"}\n\ndata: [DONE]\n\n',
    );
  });

  it("begins with the time after which to connect again, if there is one to say", async () => {
    const text = await textOfBody(toEventStream(eventsOf(chunks), { retryMs: 250 }));
    expect(text).toBe(`retry: 250\n\n${written.join("")}data: [DONE]\n\n`);
  });

  it("tells of a failure what the server said, and not where that was", async () => {
    const facts = {
      code: "rate_limited",
      status: 429,
      headers: new Headers({ "x-internal": "canary" }),
      type: "requests",
      param: "model",
      request: { method: "POST", url: "https://internal.example/canary", id: "req-1" },
    };
    const told = await errorAfter(new XaiApiError("429: Slow (down)", facts, { canary: true }));
    expect(told).toEqual({
      type: "error",
      status: 429,
      code: "rate_limited",
      message: "Slow (down)",
      param: "model",
      error: { message: "Slow (down)", type: "requests", param: "model", code: "rate_limited" },
    });
  });

  it("tells of any other failure no more than its code", async () => {
    const lost = new XaiConnectionError("ECONNREFUSED canary:443", { code: "connection_lost" });
    expect(await errorAfter(lost)).toMatchObject({ status: 502, code: "connection_lost" });
    expect(await errorAfter(new XaiTimeoutError("idle", 7))).toMatchObject({
      status: 504,
      code: "idle_timeout",
    });
    expect(await errorAfter(new XaiOptionsError("canary"))).toMatchObject({ status: 500 });
    for (const failure of [lost, new XaiOptionsError("canary"), new Error("canary"), "canary", undefined]) {
      expect(JSON.stringify(await errorAfter(failure))).not.toContain("canary");
    }
    expect(await errorAfter(new Error("canary"))).toMatchObject({ status: 500, code: "stream_failed" });
  });

  it("fails where an event cannot be written, and closes the source", async () => {
    const source = eventsOf<object>([chunks[0] ?? {}, { big: 1n }, {}]);
    expect(await textOfBody(toEventStream(source))).toContain("event: error\n");
    expect(source.isClosed()).toBe(true);
  });

  it("is silent no longer than heartbeatMs, and leaves no timer behind", async () => {
    const set = vi.spyOn(globalThis, "setTimeout");
    const clear = vi.spyOn(globalThis, "clearTimeout");
    const reader = toEventStream(eventsOf(chunks, { isSilent: true }), { heartbeatMs: 5 }).getReader();
    const utf8 = new TextDecoder();
    const pieces: string[] = [];
    for (let count = 0; count < 6; count++) pieces.push(utf8.decode((await reader.read()).value));
    expect(pieces).toEqual([...written, ":\n\n", ":\n\n", ":\n\n"]);
    const waiting = reader.read();
    await reader.cancel();
    expect(await waiting).toMatchObject({ done: true });
    const timers = set.mock.results.map(({ value }) => value);
    const cleared = clear.mock.calls.map(([timer]) => timer);
    vi.restoreAllMocks();
    expect(timers.length).toBeGreaterThan(0);
    expect(timers.filter((timer) => !cleared.includes(timer))).toEqual([]);
  });

  it("goes on after a heartbeat without losing an event", async () => {
    let speak = (_: IteratorResult<object, undefined>): void => {};
    const next = vi.fn<() => Promise<IteratorResult<object, undefined>>>(
      () => new Promise((resolve) => (speak = resolve)),
    );
    const reader = toEventStream(
      { [Symbol.asyncIterator]: () => ({ next }) },
      { heartbeatMs: 1 },
    ).getReader();
    for (let count = 0; count < 3; count++) await reader.read();
    expect(next).toHaveBeenCalledTimes(1);
    speak({ done: false, value: { late: true } });
    let text = ":\n\n";
    while (text === ":\n\n") text = new TextDecoder().decode((await reader.read()).value);
    expect(text).toBe('data: {"late":true}\n\n');
    await reader.cancel();
  });

  it.each([0, -1, Number.NaN])("refuses heartbeats every %s ms", (heartbeatMs) => {
    expect(() => toEventStream(eventsOf(chunks), { heartbeatMs })).toThrow(XaiOptionsError);
  });

  it("has no heartbeats when told so", async () => {
    const body = toEventStream(eventsOf(chunks), { heartbeatMs: Infinity });
    expect(await textOfBody(body)).not.toContain(":\n\n");
  });
});

const formats = {
  toEventStream,
  toJsonLines,
  toTextStream,
};

describe.each(Object.entries(formats))("%s", (_name, write) => {
  it("reads the source only as far as its own reader asks", async () => {
    let asked = 0;
    const source = (async function* () {
      for (;;) {
        asked++;
        yield chatChunk({ content: "more" });
      }
    })();
    const reader = write(source).getReader();
    await Promise.resolve();
    expect(asked).toBe(0);
    await reader.read();
    await reader.read();
    expect(asked).toBe(2);
    await reader.cancel();
  });

  it("closes the source at once when it is cancelled, also while that is silent", async () => {
    const source = eventsOf(chunks, { isSilent: true });
    const reader = write(source).getReader();
    await reader.read();
    await reader.read();
    const waiting = reader.read();
    await reader.cancel();
    expect(source.isClosed()).toBe(true);
    await waiting;
  });

  it("shows every event on its way", async () => {
    const seen: unknown[] = [];
    await textOfBody(write(eventsOf(chunks), { onEvent: (event) => seen.push(event) }));
    expect(seen).toEqual(chunks);
  });

  it("fails when whoever looks at the events throws, and closes the source", async () => {
    const source = eventsOf(chunks);
    const onEvent = (): never => {
      throw new Error("canary");
    };
    const text = await textOfBody(write(source, { onEvent })).catch((reason: unknown) => String(reason));
    expect(text).toContain(write === toTextStream ? "canary" : "stream_failed");
    expect(source.isClosed()).toBe(true);
  });

  it("refuses a source that is being read already", async () => {
    const fold = foldChat(eventsOf(chunks));
    await fold.final();
    const body = async (): Promise<string> => textOfBody(write(fold));
    await expect(body()).rejects.toMatchObject({ code: "stream_already_read" });
  });
});

describe("a stream written as JSON lines", () => {
  it("is one event a line, and a last line that says so", async () => {
    const lines = [...chunks.map((chunk) => JSON.stringify(chunk)), '{"type":"done"}', ""];
    expect(await textOfBody(toJsonLines(eventsOf(chunks)))).toBe(lines.join("\n"));
  });

  it("keeps an event on one line that came over several", async () => {
    const response = new Response('data: {"a":\ndata: 1.0}\n\ndata: [DONE]\n\n', {
      headers: { "content-type": "text/event-stream" },
    });
    expect(await textOfBody(toJsonLines(await readEventStream(response)))).toBe(
      '{"a": 1.0}\n{"type":"done"}\n',
    );
  });

  it("ends with the error when the source fails", async () => {
    const text = await textOfBody(toJsonLines(eventsOf(chunks, { failure: new Error("canary") })));
    expect(JSON.parse(text.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({
      type: "error",
      error: { code: "stream_failed" },
    });
    expect(text).not.toContain("canary");
    expect(text).not.toContain('"done"');
  });
});

describe("a stream written as text", () => {
  it("is the text of the answer", async () => {
    expect(await textOfBody(toTextStream(eventsOf(chunks)))).toBe("Grüß 👋🏽");
  });

  it("fails when the source does, or when it ends before the answer", async () => {
    const failure = new Error("gone");
    await expect(textOfBody(toTextStream(eventsOf(chunks, { failure })))).rejects.toBe(failure);
    await expect(textOfBody(toTextStream(eventsOf(chunks.slice(0, 2))))).rejects.toMatchObject({
      code: "truncated_stream",
    });
  });
});
