import { streamBytes } from "@xai-edge/testing";
import * as fc from "fast-check";
import { describe, expect, inject, it, vi } from "vitest";
import { collect, eventsOf } from "../fixtures/events-of.ts";
import { ownCaptures } from "../fixtures/own-captures.ts";
import { fromResponse } from "../page/from-response.ts";
import { toResponse } from "../page/to-response.ts";
import { createMemoryStore } from "./create-memory-store.ts";
import type { EventLog } from "./event-store.ts";
import { record } from "./record.ts";
import { resumable } from "./resumable.ts";
import { resume } from "./resume.ts";

const events = Array.from({ length: 12 }, (_, n) => ({ n, text: `grüß ${"👋🏽".repeat(n)}` }));
const captures = [...inject("wireCaptures"), ...ownCaptures]
  .filter(({ name }) => name.endsWith(".stream.jsonl") && !name.includes("error"))
  .map(({ name, text }) => {
    const lines = text.split("\n").filter((line) => line.startsWith("{"));
    return { name, events: lines.map((line): object => JSON.parse(line)) };
  });

/** How a connection ends early: after so many bytes, with an error or as if it were over. */
interface Break {
  readonly afterBytes: number;
  readonly how: "lost" | "ended" | "refused" | "unavailable";
}

async function newLog(): Promise<EventLog> {
  const log = await createMemoryStore().create("a");
  if (!log) throw new Error("Expected a recording");
  return log;
}

/** The response with its body cut off. */
function broken({ body, headers }: Response, { afterBytes, how }: Break): Response {
  const reader = body?.getReader();
  let left = afterBytes;
  const cut = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const value = left > 0 ? (await reader?.read())?.value : undefined;
        if (value) controller.enqueue(value.slice(0, left));
        left -= value?.length ?? left;
        if (left > 0) return;
        await reader?.cancel();
        if (how === "lost") controller.error(new TypeError("network error"));
        else controller.close();
      },
      cancel: () => reader?.cancel(),
    },
    { highWaterMark: 0 },
  );
  return new Response(cut, { headers });
}

describe("a stream that is read over any connections", () => {
  it("gives every event once and in order, wherever they break", async () => {
    const breaks = fc.record({
      afterBytes: fc.nat({ max: 700 }),
      how: fc.constantFrom<Break["how"][]>("lost", "ended", "refused", "unavailable"),
    });
    const property = fc.asyncProperty(
      fc.array(breaks, { maxLength: 12 }),
      fc.boolean(),
      async (all, isLive) => {
        const log = await newLog();
        let runs = 0;
        const upstream = async function* (): AsyncGenerator<object, undefined> {
          runs++;
          for (const event of events) {
            if (isLive) await Promise.resolve();
            yield event;
          }
        };
        const recording = record(upstream(), log);
        if (!isLive) await recording;
        const left = [...all];
        const stream = resumable(
          async (lastEventId) => {
            const next = left.shift();
            if (next?.how === "refused") throw new TypeError("fetch failed");
            if (next?.how === "unavailable") return fromResponse(new Response("", { status: 503 }));
            const response = toResponse(resume(log, lastEventId));
            return fromResponse(next ? broken(response, next) : response);
          },
          { retryMs: 0, maxRetries: 12 },
        );
        expect(await collect(stream)).toEqual(events);
        expect(runs).toBe(1);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it("gives every event once and in order when it is cut at each byte in turn", async () => {
    const log = await newLog();
    await record(eventsOf(events.slice(0, 4)), log);
    const { length } = new Uint8Array(await toResponse(resume(log)).arrayBuffer());
    for (let afterBytes = 0; afterBytes < length; afterBytes++) {
      let isFirst = true;
      const stream = resumable(
        async (lastEventId) => {
          const response = toResponse(resume(log, lastEventId));
          const received = fromResponse(isFirst ? broken(response, { afterBytes, how: "lost" }) : response);
          isFirst = false;
          return received;
        },
        { retryMs: 0 },
      );
      expect(await collect(stream)).toEqual(events.slice(0, 4));
    }
  });

  it.each(captures)(
    "gives the events of $name, cut into connections of some events each",
    async ({ events: all }) => {
      const log = await newLog();
      const recording = record(eventsOf(all), log);
      const stream = resumable(
        async (lastEventId) =>
          fromResponse(broken(toResponse(resume(log, lastEventId)), { afterBytes: 20_000, how: "ended" })),
        { retryMs: 0 },
      );
      expect(await collect(stream)).toEqual(all);
      expect(await recording).toBeUndefined();
    },
  );
});

/** A response of server-sent events that then breaks off. */
function begun(text: string): Response {
  const body = streamBytes([new TextEncoder().encode(text)]);
  return broken(new Response(body, { headers: { "content-type": "text/event-stream" } }), {
    afterBytes: text.length,
    how: "lost",
  });
}

describe("a stream that cannot go on", () => {
  it("throws an error event, without connecting again", async () => {
    const connect = vi.fn<() => Promise<Response>>(async () =>
      toResponse(eventsOf(events, { failure: new Error("no") })),
    );
    const stream = resumable(async () => fromResponse(await connect()), { retryMs: 0 });
    await expect(collect(stream)).rejects.toMatchObject({ kind: "api", code: "stream_failed", status: 500 });
    expect(connect).toHaveBeenCalledOnce();
  });

  it.each([400, 403, 404, 410, 429])("throws status %i, without connecting again", async (status) => {
    const connect = vi.fn<() => Promise<Response>>(async () => Response.json({ error: "no" }, { status }));
    const stream = resumable(async () => fromResponse(await connect()), { retryMs: 0 });
    await expect(collect(stream)).rejects.toMatchObject({ kind: "api", status });
    expect(connect).toHaveBeenCalledOnce();
  });

  it("throws what is no stream, without connecting again", async () => {
    const connect = vi.fn<() => Promise<Response>>(async () => new Response("hello"));
    const stream = resumable(async () => fromResponse(await connect()), { retryMs: 0 });
    await expect(collect(stream)).rejects.toMatchObject({ code: "not_a_stream" });
    expect(connect).toHaveBeenCalledOnce();
  });

  it("throws the last loss after maxRetries in a row", async () => {
    const connect = vi.fn<() => Promise<Response>>(async () => {
      throw new TypeError("fetch failed");
    });
    const stream = resumable(async () => fromResponse(await connect()), { retryMs: 0, maxRetries: 3 });
    await expect(collect(stream)).rejects.toMatchObject({
      kind: "connection",
      cause: new TypeError("fetch failed"),
    });
    expect(connect).toHaveBeenCalledTimes(4);
  });

  it("throws the loss when events came without ids: what to go on with is not known", async () => {
    const connect = vi.fn<() => Promise<Response>>(async () => begun('data: {"n":1}\n\n'));
    const stream = resumable(async () => fromResponse(await connect()), { retryMs: 0 });
    await expect(collect(stream)).rejects.toMatchObject({ kind: "connection" });
    expect(connect).toHaveBeenCalledOnce();
  });

  it.each(["a-1", "a-2"])("throws when the server goes on with %s that was read before", async (id) => {
    const answers = [
      begun('id: a-1\ndata: {"n":1}\n\nid: a-2\ndata: {"n":2}\n\n'),
      begun(`id: ${id}\ndata: {"n":1}\n\n`),
    ];
    const stream = resumable(async () => fromResponse(answers.shift() ?? new Response()), { retryMs: 0 });
    await expect(collect(stream)).rejects.toMatchObject({ kind: "protocol", code: "restarted_stream" });
  });
});

describe("connecting again", () => {
  it("says where to go on, and waits as long as the server asked", async () => {
    const log = await newLog();
    await record(eventsOf(events.slice(0, 2)), log);
    const first = `retry: 7\nid: ${log.key}-1\ndata: {"n":0}\n\n`;
    const asked: (string | undefined)[] = [];
    const wait = vi.spyOn(globalThis, "setTimeout");
    const stream = resumable(
      async (lastEventId) => {
        asked.push(lastEventId);
        return fromResponse(
          asked.length === 1 ? begun(first) : toResponse(resume(log, lastEventId), { heartbeatMs: Infinity }),
        );
      },
      { retryMs: 60_000 },
    );
    expect(await collect(stream)).toHaveLength(2);
    expect(asked).toEqual([undefined, `${log.key}-1`]);
    const waits = wait.mock.calls.map(([, ms]) => ms ?? 0).filter((ms) => ms > 0 && ms < 1000);
    vi.restoreAllMocks();
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(3.5);
    expect(waits[0]).toBeLessThanOrEqual(7);
  });

  it("is given up at once when the caller stops it, with the reason", async () => {
    const phases = {
      connecting: () => new Promise<Response>(() => {}),
      waiting: () => Promise.reject(new TypeError("fetch failed")),
      reading: async () => toResponse(eventsOf<object>([], { isSilent: true })),
    };
    for (const connect of Object.values(phases)) {
      const controller = new AbortController();
      const signals: AbortSignal[] = [];
      const stream = resumable(
        async (_, signal) => {
          signals.push(signal);
          return fromResponse(await connect());
        },
        { signal: controller.signal, retryMs: 60_000 },
      );
      const reading = collect(stream);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const reason = new Error("enough");
      controller.abort(reason);
      await expect(reading).rejects.toBe(reason);
      expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    }
  });

  it("does not begin under a signal that was aborted before", async () => {
    const connect = vi.fn<() => Promise<never>>();
    const stream = resumable(connect, { signal: AbortSignal.abort("too late") });
    await expect(collect(stream)).rejects.toBe("too late");
    expect(connect).not.toHaveBeenCalled();
  });

  it("stops when the reader leaves, and a connection that comes later is given up", async () => {
    let isCancelled = false;
    const late = new Response(new ReadableStream({ cancel: () => void (isCancelled = true) }), {
      headers: { "content-type": "text/event-stream" },
    });
    let arrive = (_: Response): void => {};
    const arriving = new Promise<Response>((resolve) => (arrive = resolve));
    const iterator = resumable(async () => fromResponse(await arriving))[Symbol.asyncIterator]();
    const waiting = iterator.next();
    await Promise.resolve();
    await iterator.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    arrive(late);
    await vi.waitFor(() => expect(isCancelled).toBe(true));
  });

  it("comes once", async () => {
    const stream = resumable(async () => fromResponse(toResponse(eventsOf(events))));
    await collect(stream);
    expect(() => stream[Symbol.asyncIterator]()).toThrow(
      expect.objectContaining({ code: "stream_already_read" }),
    );
  });
});
