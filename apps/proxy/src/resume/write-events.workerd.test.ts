import type { EventLog, LogPart } from "@xai-edge/stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeEvents } from "./write-events.ts";

const never = new AbortController().signal;

/** A log that gives these parts, and then waits until the reader leaves. */
function logOf(parts: readonly (LogPart | undefined)[]): EventLog {
  const left = [...parts];
  return {
    key: "k",
    append: async () => {},
    end: async () => {},
    read: (_after, signal) =>
      left.length > 0
        ? Promise.resolve(left.shift())
        : new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined))),
  };
}

const one: LogPart = { events: [{ data: "1", event: "message" }] };

afterEach(() => {
  vi.useRealTimers();
});

describe("a reader of a recording", () => {
  it("that is dropped meanwhile sees its connection break, and no end", async () => {
    const { body, done } = writeEvents(logOf([one, undefined]), 0, { readerSignal: never, stallMs: 60_000 });
    const reader = body.getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toBe("id: k-1\ndata: 1\n\n");
    await expect(reader.read()).rejects.toThrow("gone");
    await done;
  });

  it("gets a comment after 15 s of silence", async () => {
    vi.useFakeTimers();
    const { body } = writeEvents(logOf([]), 0, { readerSignal: never, stallMs: 60_000 });
    const reading = body.getReader().read();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(new TextDecoder().decode((await reading).value)).toBe(":\n\n");
  });

  it.each([
    ["events", [one]],
    ["heartbeats", []],
  ] as const)("that takes no %s for as long as it may is let go of, and sees no end", async (_, parts) => {
    vi.useFakeTimers();
    const { body, done } = writeEvents(logOf(parts), 0, { readerSignal: never, stallMs: 20_000 });
    let isDone = false;
    void done.then(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(19_000);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(isDone).toBe(true);
    await expect(body.getReader().read()).rejects.toThrow("lost");
  });

  it("that takes a large event slowly stays", async () => {
    vi.useFakeTimers();
    const data = "x".repeat(1_000_000);
    const { body } = writeEvents(logOf([{ events: [{ data, event: "message" }] }]), 0, {
      readerSignal: never,
      stallMs: 1_000,
    });
    const reader = body.getReader();
    let taken = 0;
    while (taken < data.length) {
      await vi.advanceTimersByTimeAsync(40);
      taken += (await reader.read()).value?.length ?? 0;
    }
    expect(taken).toBeGreaterThan(data.length);
  });

  it("that leaves is let go of", async () => {
    const left = new AbortController();
    const { done } = writeEvents(logOf([]), 0, { readerSignal: left.signal, stallMs: 60_000 });
    left.abort();
    expect(await done).toBeUndefined();
  });
});
