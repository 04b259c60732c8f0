import { streamBytes, writeSse } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { type EventStreamOptions, readEventStream } from "../index.ts";

interface Note {
  type: string;
}

const eventStream = { "content-type": "text/event-stream", "x-request-id": "req-3" };
const notes = ['{"type":"a"}', '{"type":"b"}'];

function answer(payloads: readonly string[], init: ResponseInit = {}): Response {
  return new Response(streamBytes([writeSse(payloads)]), { headers: eventStream, ...init });
}

/** An answer whose body stays silent after `payloads`, and that tells whether it was given up. */
function silentAnswer(
  payloads: readonly string[],
  init: ResponseInit = {},
): { response: Response; isCancelled: () => boolean } {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(writeSse(payloads)),
    cancel: () => void (cancelled = true),
  });
  return {
    response: new Response(body, { headers: eventStream, ...init }),
    isCancelled: () => cancelled,
  };
}

async function readAll(
  response: Response,
  options?: EventStreamOptions<Note>,
): Promise<{ types: string[]; failure?: unknown }> {
  const types: string[] = [];
  try {
    for await (const { type } of await readEventStream<Note>(response, options)) types.push(type);
    return { types };
  } catch (failure) {
    return { types, failure };
  }
}

describe("the event stream of any answer", () => {
  it("gives its events and ends at [DONE]", async () => {
    expect(await readAll(answer([...notes, "[DONE]", "not JSON"]))).toEqual({ types: ["a", "b"] });
  });

  it("ends at the event that the caller names, and not where the bytes end", async () => {
    expect(await readAll(answer(notes), { ends: ({ type }) => type === "b" })).toEqual({ types: ["a", "b"] });
    const { types, failure } = await readAll(answer(notes));
    expect(types).toEqual(["a", "b"]);
    expect(failure).toMatchObject({ kind: "protocol", code: "truncated_stream" });
  });

  it("says what HTTP said", async () => {
    const { response } = await readEventStream(answer([], { status: 201 }));
    expect([response.status, response.requestId]).toEqual([201, "req-3"]);
  });

  it("throws what an error event says", async () => {
    const { types, failure } = await readAll(
      answer([...notes, '{"type":"error","message":"It broke","code":"server_error"}', "[DONE]"]),
    );
    expect(types).toEqual(["a", "b"]);
    expect(failure).toMatchObject({ kind: "api", code: "server_error", requestId: "req-3" });
  });

  it("throws an error status with the words of the answer", async () => {
    const init = { status: 429, headers: { "content-type": "application/json" } };
    const { failure } = await readAll(new Response('{"error":"Slow down"}', init));
    expect(failure).toMatchObject({ kind: "api", status: 429, retryable: true });
    expect(failure).toHaveProperty("message", expect.stringContaining("Slow down"));
  });

  it("throws a JSON error under status 200", async () => {
    const { failure } = await readAll(Response.json({ error: "It broke" }));
    expect(failure).toMatchObject({ kind: "api", message: expect.stringContaining("It broke") });
  });

  it("is refused when it is none, and the answer is given up", async () => {
    const { response, isCancelled } = silentAnswer([], { headers: { "content-type": "text/html" } });
    const { failure } = await readAll(response);
    expect(failure).toMatchObject({ kind: "protocol", code: "not_a_stream" });
    expect(isCancelled()).toBe(true);
  });

  it("stops with the reason of the signal, and the answer is given up", async () => {
    const { response, isCancelled } = silentAnswer(notes);
    const controller = new AbortController();
    const stream = await readEventStream<Note>(response, { signal: controller.signal });
    const iterator = stream[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    const waiting = iterator.next();
    controller.abort("why not");
    await expect(waiting).rejects.toBe("why not");
    expect(isCancelled()).toBe(true);
  });

  it("does not begin under a signal that was aborted before", async () => {
    const { response, isCancelled } = silentAnswer(notes);
    const { types, failure } = await readAll(response, { signal: AbortSignal.abort("too late") });
    expect([types, failure]).toEqual([[], "too late"]);
    expect(isCancelled()).toBe(true);
  });

  it("throws when it stays silent for longer than idleTimeoutMs", async () => {
    const { response, isCancelled } = silentAnswer(notes);
    const { types, failure } = await readAll(response, { idleTimeoutMs: 20 });
    expect(types).toEqual(["a", "b"]);
    expect(failure).toMatchObject({ kind: "timeout", phase: "idle", timeoutMs: 20 });
    expect(isCancelled()).toBe(true);
  });

  it("is refused for settings that cannot work", async () => {
    const { failure } = await readAll(answer(notes), { idleTimeoutMs: 0 });
    expect(failure).toMatchObject({ kind: "options" });
    expect((await readAll(answer(["[DONE]"]), { timeoutMs: undefined })).failure).toBeUndefined();
  });

  it("stops with the reason of the signal also while it reads what an error status says", async () => {
    const { response } = silentAnswer([], { status: 500 });
    const controller = new AbortController();
    const reading = readAll(response, { signal: controller.signal });
    controller.abort("why not");
    expect((await reading).failure).toBe("why not");
  });

  it("throws when an event is longer than maxEventChars", async () => {
    const { failure } = await readAll(answer(notes), { maxEventChars: 5 });
    expect(failure).toMatchObject({ kind: "protocol", code: "event_too_long" });
  });
});
