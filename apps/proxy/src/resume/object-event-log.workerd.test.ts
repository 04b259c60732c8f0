/// <reference types="@cloudflare/vitest-plugin/types" />
import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { record, resume, type StoredEvent, toResponse } from "@xai-edge/stream";
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type LogStorage, ObjectEventLog } from "./object-event-log.ts";

const { STREAMS } = env as { STREAMS: DurableObjectNamespace };
const room = 64 * 1024 * 1024;
const never = new AbortController().signal;

afterEach(() => reset());

/** Runs with the storage of an object that no test had before. */
function withStorage<Result>(run: (storage: LogStorage) => Promise<Result>): Promise<Result> {
  return runInDurableObject(STREAMS.get(STREAMS.newUniqueId()), (_object, { storage }) => run(storage));
}

async function* source<T>(values: readonly T[]): AsyncGenerator<T, undefined> {
  yield* values;
}

const storedOf = (values: readonly unknown[]): StoredEvent[] =>
  values.map((value) => ({ data: JSON.stringify(value), event: "message" }));

async function allOf(log: ObjectEventLog, after = 0): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (;;) {
    const part = await log.read(after + events.length, never);
    if (part === undefined) throw new Error("Expected a log");
    events.push(...part.events);
    if (part.end) return events;
  }
}

describe("the log of a stream's object", () => {
  it("is one that the stream package records into and resumes from", () =>
    withStorage(async (storage) => {
      const log = ObjectEventLog.create(storage, room);
      const values = [{ n: 1 }, { n: 2 }, { n: 3 }];
      expect(await record(source(values), log)).toBeUndefined();
      const text = await toResponse(resume(log)).text();
      expect(text).toBe(
        `${values.map(({ n }) => `id: ${log.key}-${n}\ndata: {"n":${n}}\n\n`).join("")}data: [DONE]\n\n`,
      );
      const rest = await toResponse(resume(log, `${log.key}-2`)).text();
      expect(rest).toBe(`id: ${log.key}-3\ndata: {"n":3}\n\ndata: [DONE]\n\n`);
    }));

  it("keeps a failure as a failure", () =>
    withStorage(async (storage) => {
      const log = ObjectEventLog.create(storage, room);
      await log.append(storedOf([1]));
      const failure = { message: "m", code: "c", status: 502, type: "t", param: undefined };
      await log.end(failure);
      await log.end();
      expect(await ObjectEventLog.open(storage)?.read(1, never)).toEqual({ events: [], end: { failure } });
    }));

  it("gives any cutting into pieces back whole, from any event on, also to a later life", () => {
    const piece = fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { minLength: 1, maxLength: 5 });
    return fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) =>
        withStorage(async (storage) => {
          const log = ObjectEventLog.create(storage, room);
          for (const texts of pieces) await log.append(storedOf(texts));
          await log.end();
          const all = storedOf(pieces.flat());
          for (const one of [log, ObjectEventLog.open(storage)]) {
            if (one === undefined) throw new Error("Expected a log");
            expect([one.key, one.size]).toEqual([log.key, all.length]);
            for (let after = 0; after <= all.length; after++) {
              expect(await allOf(one, after)).toEqual(all.slice(after));
            }
            expect(await one.read(all.length + 1, never)).toBeUndefined();
          }
        }),
      ),
      { numRuns: 30 },
    );
  });

  it("keeps an event that is larger than a row, whole characters wherever it is cut", () =>
    withStorage(async (storage) => {
      const log = ObjectEventLog.create(storage, room);
      // With one character before them, and with two, some pair of code units is cut at any even place.
      const big = ["a", "ab"].map((start) => ({ data: start + "🙂".repeat(700_000), event: "e" }));
      await log.append(storedOf([1]));
      await log.append(big);
      await log.append(storedOf([2]));
      await log.end();
      const again = ObjectEventLog.open(storage);
      const events = again && (await allOf(again));
      expect(events?.map(({ data }) => data.length)).toEqual([1, 1_400_001, 1_400_002, 1]);
      expect(events?.slice(1, 3).map(({ data }, index) => data === big[index]?.data)).toEqual([true, true]);
    }));

  it("gives many small pieces some 64 KiB at a time", () =>
    withStorage(async (storage) => {
      const log = ObjectEventLog.create(storage, room);
      for (let number = 0; number < 200; number++) await log.append(storedOf(["x".repeat(1_000)]));
      const part = await log.read(10, never);
      expect(part?.events.length).toBeGreaterThan(50);
      expect(part?.events.length).toBeLessThan(80);
    }));

  it("lets a reader wait for what comes, until it leaves or the recording is gone", () =>
    withStorage(async (storage) => {
      const log = ObjectEventLog.create(storage, room);
      const waiting = log.read(0, never);
      await log.append(storedOf([1]));
      expect(await waiting).toEqual({ events: storedOf([1]), end: undefined });
      const left = new AbortController();
      const leaving = log.read(1, left.signal);
      left.abort();
      expect(await leaving).toBeUndefined();
      const forgotten = log.read(1, never);
      log.forget();
      expect(await forgotten).toBeUndefined();
    }));

  it("takes no more than it has room for, and nothing after its end", () =>
    withStorage(async (storage) => {
      const log = ObjectEventLog.create(storage, 100_000);
      await log.append(storedOf(["x".repeat(20_000)]));
      await expect(log.append(storedOf(["x".repeat(80_000)]))).rejects.toThrow("full");
      await log.end();
      await expect(log.append(storedOf([1]))).rejects.toThrow("over");
      expect(await allOf(log)).toHaveLength(1);
    }));
});
