import { describe, expect, it, vi } from "vitest";
import { createMemoryStore, type MemoryStoreOptions } from "./create-memory-store.ts";
import type { EventLog, EventStore, StoredEvent } from "./event-store.ts";

const never = new AbortController().signal;

function event(data: string): StoredEvent {
  return { data, event: "message" };
}

async function begin(store: EventStore, id: string): Promise<EventLog> {
  const log = await store.create(id);
  if (!log) throw new Error(`Expected no recording of ${id}`);
  return log;
}

function storeWith(options?: MemoryStoreOptions): { store: EventStore; log: Promise<EventLog> } {
  const store = createMemoryStore(options);
  return { store, log: begin(store, "a") };
}

describe("a memory store", () => {
  it("begins one recording of an id, for one of those that ask", async () => {
    const store = createMemoryStore();
    const logs = await Promise.all([store.create("a"), store.create("a"), store.create("b")]);
    expect(logs.map((log) => log !== undefined)).toEqual([true, false, true]);
    expect(await store.find("a")).toBe(logs[0]);
    expect(await store.find("c")).toBeUndefined();
  });

  it("gives no two recordings the same key", async () => {
    const store = createMemoryStore();
    const keys = await Promise.all(["a", "b", "c"].map(async (id) => (await begin(store, id)).key));
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[\w-]+$/);
  });

  it("gives what is behind a number in order, then its end", async () => {
    const log = await storeWith().log;
    const all = Array.from({ length: 1000 }, (_, number) => event(String(number)));
    await log.append(all);
    const failure = { message: "no", code: "no", status: 500, type: undefined, param: undefined };
    await log.end(failure);
    await log.end();
    const read: StoredEvent[] = [];
    for (;;) {
      const part = await log.read(read.length, never);
      read.push(...(part?.events ?? []));
      if (!part?.end) continue;
      expect(part.end).toEqual({ failure });
      break;
    }
    expect(read).toEqual(all);
    expect((await log.read(999, never))?.events).toEqual([event("999")]);
    expect(await log.read(1000, never)).toEqual({ events: [], end: { failure } });
    expect(await log.read(1001, never)).toBeUndefined();
  });

  it("lets any number of readers wait for the next event", async () => {
    const log = await storeWith().log;
    const waiting = [log.read(0, never), log.read(0, never)];
    await log.append([event("1")]);
    for (const part of await Promise.all(waiting)) expect(part?.events).toEqual([event("1")]);
    const end = log.read(1, never);
    await log.end();
    expect(await end).toEqual({ events: [], end: { failure: undefined } });
  });

  it("lets a reader go that leaves, and keeps no timer and no listener of it", async () => {
    const log = await storeWith().log;
    const clear = vi.spyOn(globalThis, "clearTimeout");
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, "removeEventListener");
    const waiting = log.read(0, controller.signal);
    controller.abort();
    expect(await waiting).toBeUndefined();
    expect(remove).toHaveBeenCalledOnce();
    expect(clear).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });

  it("takes nothing more once a recording has ended", async () => {
    const log = await storeWith().log;
    await log.end();
    await expect(log.append([event("late")])).rejects.toMatchObject({ code: "recording_over" });
  });

  it("drops what was not written to for ttlMs, also under a reader that waits", async () => {
    const { store, log } = storeWith({ ttlMs: 20 });
    const waiting = (await log).read(0, never);
    expect(await waiting).toBeUndefined();
    expect(await store.find("a")).toBeUndefined();
    await expect((await log).append([event("late")])).rejects.toMatchObject({ code: "recording_over" });
    await (await log).end();
    const again = await begin(store, "a");
    expect(again.key).not.toBe((await log).key);
    expect(await (await log).read(0, never)).toBeUndefined();
  });

  it("drops recordings that have ended to make room, the oldest first, and then takes no more", async () => {
    const store = createMemoryStore({ maxBytes: 3000 });
    const [first, second, third] = [
      await begin(store, "1"),
      await begin(store, "2"),
      await begin(store, "3"),
    ];
    const thousand = event("x".repeat(450 - 7));
    for (const log of [first, second]) {
      await log.append([thousand]);
      await log.end();
    }
    await third.append([thousand]);
    expect(await store.find("1")).toBe(first);
    await third.append([thousand]);
    expect(await store.find("1")).toBeUndefined();
    expect(await store.find("2")).toBe(second);
    await third.append([thousand]);
    expect(await store.find("2")).toBeUndefined();
    await expect(third.append([event("")])).rejects.toMatchObject({ code: "store_full" });
    expect((await third.read(0, never))?.events).toHaveLength(3);
  });

  it.each([{ maxBytes: 0 }, { ttlMs: -1 }, { ttlMs: Number.NaN }])("refuses %o", (options) => {
    expect(() => createMemoryStore(options)).toThrow(/to be more than 0/);
  });
});
