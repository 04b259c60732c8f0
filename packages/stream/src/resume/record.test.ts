import { readEventStream, XaiApiError } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { chatChunk } from "../fixtures/chat-chunks.ts";
import { collect, eventsOf } from "../fixtures/events-of.ts";
import { createMemoryStore } from "./create-memory-store.ts";
import type { EventLog, StoredEvent } from "./event-store.ts";
import { record } from "./record.ts";
import { resume } from "./resume.ts";

const chunks = [
  chatChunk({ content: "Hel" }),
  chatChunk({ content: "lo" }),
  chatChunk({}, { finish_reason: "stop" }),
];

async function newLog(): Promise<EventLog> {
  const log = await createMemoryStore().create("a");
  if (!log) throw new Error("Expected a recording");
  return log;
}

/** Resolves after everything that is under way without a timer. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

describe("a recording", () => {
  it("reads the source to its end, though nobody reads the recording", async () => {
    const log = await newLog();
    expect(await record(eventsOf(chunks), log)).toBeUndefined();
    expect(await collect(resume(log))).toEqual(chunks);
    expect(await collect(resume(log))).toEqual(chunks);
  });

  it("keeps the text and the names that arrived", async () => {
    const log = await newLog();
    const response = new Response('event: ping\nid: 9\ndata: {"n": 1.0}\n\ndata: [DONE]\n\n', {
      headers: { "content-type": "text/event-stream" },
    });
    await record(await readEventStream(response), log);
    const part = await log.read(0, new AbortController().signal);
    expect(part?.events).toEqual([{ data: '{"n": 1.0}', event: "ping" }]);
  });

  it("ends with the failure of the source, behind what arrived", async () => {
    const log = await newLog();
    const failure = await record(eventsOf(chunks, { failure: new Error("canary") }), log);
    expect(failure).toMatchObject({ code: "stream_failed", status: 500 });
    const read: unknown[] = [];
    const reading = (async () => {
      for await (const event of resume(log)) read.push(event);
    })();
    await expect(reading).rejects.toMatchObject({
      kind: "api",
      code: "stream_failed",
      message: "500: The stream failed",
    });
    expect(read).toEqual(chunks);
  });

  it("is one of a failure when the call fails that was to give the stream", async () => {
    const log = await newLog();
    const facts = { code: "slow", status: 429, headers: new Headers(), type: undefined, param: undefined };
    const call = Promise.reject(new XaiApiError("429: Slow down", facts, undefined));
    expect(await record(call, log)).toMatchObject({ code: "slow", status: 429, message: "Slow down" });
    await expect(collect(resume(log))).rejects.toMatchObject({
      message: "429: Slow down",
      status: 429,
      code: "slow",
    });
  });

  it("collects what arrives while a write is under way, and loses nothing", async () => {
    const written: StoredEvent[][] = [];
    let go = (): void => {};
    let hasEnded = false;
    const log: EventLog = {
      key: "k",
      append: async (events) => {
        written.push([...events]);
        await new Promise<void>((resolve) => (go = resolve));
      },
      end: async () => void (hasEnded = true),
      read: async () => undefined,
    };
    const recording = record(eventsOf(chunks), log);
    await turn();
    expect(written.map(({ length }) => length)).toEqual([1]);
    go();
    await turn();
    expect(written.map(({ length }) => length)).toEqual([1, 2]);
    expect(hasEnded).toBe(false);
    go();
    expect(await recording).toBeUndefined();
    expect(hasEnded).toBe(true);
    expect(written.flat().map(({ data }) => JSON.parse(data))).toEqual(chunks);
  });

  it("waits for a store that falls behind", async () => {
    let taken = 0;
    const source = (async function* () {
      for (;;) yield { n: ++taken };
    })();
    let go = (): void => {};
    let refuse = false;
    const log: EventLog = {
      key: "k",
      append: async () => {
        if (refuse) throw new Error("full");
        await new Promise<void>((resolve) => (go = resolve));
      },
      end: async () => {},
      read: async () => undefined,
    };
    const recording = record(source, log);
    await turn();
    await turn();
    expect(taken).toBeLessThan(300);
    refuse = true;
    go();
    expect(await recording).toMatchObject({ code: "stream_failed" });
  });

  it("closes the source when the log takes no more, and says so to its readers", async () => {
    const store = createMemoryStore({ maxBytes: 700 });
    const log = await store.create("a");
    if (!log) throw new Error("Expected a recording");
    const source = eventsOf(chunks, { isSilent: true });
    expect(await record(source, log)).toMatchObject({ code: "store_full" });
    expect(source.isClosed()).toBe(true);
    await expect(collect(resume(log))).rejects.toMatchObject({ code: "store_full" });
  });
});
