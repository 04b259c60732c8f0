import { describe, expect, it } from "vitest";
import { collect, eventsOf } from "../fixtures/events-of.ts";
import { toResponse } from "../page/to-response.ts";
import { createMemoryStore } from "./create-memory-store.ts";
import type { EventLog } from "./event-store.ts";
import { record } from "./record.ts";
import { resume } from "./resume.ts";

const events = [{ n: 1 }, { n: 2 }, { n: 3 }];

async function newLog(): Promise<EventLog> {
  const log = await createMemoryStore().create("a");
  if (!log) throw new Error("Expected a recording");
  return log;
}

describe("a resumed stream", () => {
  it("is written with an id for each event, which lead to the events behind it", async () => {
    const log = await newLog();
    await record(eventsOf(events), log);
    const text = await toResponse(resume(log)).text();
    expect(text).toBe(
      `${events.map(({ n }) => `id: ${log.key}-${n}\ndata: {"n":${n}}\n\n`).join("")}data: [DONE]\n\n`,
    );
    for (const [at, id] of [...text.matchAll(/^id: (.*)$/gm)].entries()) {
      expect(await collect(resume(log, id[1]))).toEqual(events.slice(at + 1));
    }
  });

  it("begins with the first event for a page that has read none", async () => {
    const log = await newLog();
    await record(eventsOf(events), log);
    for (const none of [undefined, null, ""]) expect(await collect(resume(log, none))).toEqual(events);
  });

  it("goes on with what is still to come", async () => {
    const log = await newLog();
    await log.append([{ data: '{"n":1}', event: "message" }]);
    const iterator = resume(log, `${log.key}-1`)[Symbol.asyncIterator]();
    const next = iterator.next();
    await log.append([{ data: '{"n":2}', event: "message" }]);
    expect(await next).toEqual({ done: false, value: { n: 2 } });
    const end = iterator.next();
    await log.end();
    expect(await end).toEqual({ done: true, value: undefined });
  });

  it("refuses an id that is none, or of another recording, before anything is read", async () => {
    const log = await newLog();
    await record(eventsOf(events), log);
    const { key } = await newLog();
    for (const id of [
      `${key}-1`,
      "1",
      log.key,
      `${log.key}-`,
      `${log.key}-0`,
      `${log.key}-01`,
      `${log.key}-1x`,
      `x${log.key}-1`,
    ]) {
      expect(() => resume(log, id)).toThrow(
        expect.objectContaining({ kind: "options", code: "unknown_event_id" }),
      );
    }
  });

  it("throws for an event that the recording never had, instead of beginning anew", async () => {
    const log = await newLog();
    await record(eventsOf(events), log);
    for (const id of [`${log.key}-4`, `${log.key}-999999999999999`]) {
      await expect(collect(resume(log, id))).rejects.toMatchObject({ code: "unknown_event_id" });
    }
  });

  it("throws when the recording is dropped while it is read", async () => {
    const log = await createMemoryStore({ ttlMs: 10 }).create("a");
    await expect(collect(resume(log ?? (await newLog())))).rejects.toMatchObject({
      code: "unknown_event_id",
    });
  });

  it("is left at once while it is silent, and the recording goes on", async () => {
    const log = await newLog();
    const iterator = resume(log)[Symbol.asyncIterator]();
    const waiting = iterator.next();
    await iterator.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    await record(eventsOf(events), log);
    expect(await collect(resume(log))).toEqual(events);
  });

  it("comes once, and in order when it is asked for at once", async () => {
    const log = await newLog();
    await record(eventsOf(events), log);
    const stream = resume(log);
    const iterator = stream[Symbol.asyncIterator]();
    const all = await Promise.all([iterator.next(), iterator.next(), iterator.next(), iterator.next()]);
    expect(all.map(({ value }) => value)).toEqual([...events, undefined]);
    expect(() => stream.sseEvents()[Symbol.asyncIterator]()).toThrow(
      expect.objectContaining({ code: "stream_already_read" }),
    );
  });
});
