import { describe, expect, it } from "vitest";
import { isXaiError, XaiOptionsError } from "../errors.ts";
import { poll, type WaitOptions } from "./poll.ts";

interface Job {
  progress: number;
}
const isDone = (state: Job): state is Job => state.progress === 100;

function job(...progress: number[]): { look: () => Promise<Job>; looks: number[] } {
  const looks: number[] = [];
  return {
    looks,
    look: async () => {
      looks.push(performance.now());
      return { progress: progress[looks.length - 1] ?? progress.at(-1) ?? 0 };
    },
  };
}

describe("waiting for a job", () => {
  it("looks until it is done, and tells what it saw before that", async () => {
    const { look, looks } = job(0, 40, 90, 100);
    const seen: Job[] = [];
    const done = await poll(look, isDone, { intervalMs: 1, onProgress: (state) => seen.push(state) });
    expect(done).toEqual({ progress: 100 });
    expect(seen).toEqual([{ progress: 0 }, { progress: 40 }, { progress: 90 }]);
    expect(looks.length).toBe(4);
  });

  it("does not pause when the first look finds it done", async () => {
    const { look, looks } = job(100);
    await poll(look, isDone, { intervalMs: 3_600_000 });
    expect(looks.length).toBe(1);
  });

  it("pauses half as long again each time, up to a longest pause", async () => {
    const { look, looks } = job(0, 0, 0, 0, 100);
    await poll(look, isDone, { intervalMs: 20, maxIntervalMs: 40 });
    const pauses = looks.slice(1).map((at, index) => at - (looks[index] ?? 0));
    // Timers may fire late, never early by more than their millisecond.
    for (const [index, least] of [20, 30, 40, 40].entries())
      expect(pauses[index]).toBeGreaterThanOrEqual(least - 2);
  });

  it("is given up after its limit, with an error that says so", async () => {
    const { look } = job(0);
    const error: unknown = await poll(look, isDone, { intervalMs: 1, maxWaitMs: 30 }).catch(
      (e: unknown) => e,
    );
    expect(isXaiError(error) && error.kind === "timeout" && error).toMatchObject({
      message: expect.stringContaining("30 ms"),
      code: "wait_timeout",
      phase: "wait",
      timeoutMs: 30,
      retryable: true,
    });
  });

  it("is given up in the middle of a look that hangs, which is told", async () => {
    let told: AbortSignal | undefined;
    const look = ({ signal }: { signal?: AbortSignal | undefined }): Promise<Job> => {
      told = signal;
      return new Promise(() => {});
    };
    await expect(poll(look, isDone, { maxWaitMs: 20 })).rejects.toMatchObject({ phase: "wait" });
    expect(told?.aborted).toBe(true);
    const controller = new AbortController();
    const waiting = poll(look, isDone, { signal: controller.signal });
    expect(told?.aborted).toBe(false);
    controller.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    expect(told?.aborted).toBe(true);
  });

  it("takes a limit that no timer can count", async () => {
    const { look } = job(0, 100);
    expect(await poll(look, isDone, { intervalMs: 1, maxWaitMs: Infinity })).toEqual({ progress: 100 });
  });

  it("ends at once with the signal's own reason, in a pause or before the first look", async () => {
    const { look, looks } = job(0);
    const controller = new AbortController();
    const reason = new Error("enough");
    const waiting = poll(look, isDone, {
      intervalMs: 3_600_000,
      signal: controller.signal,
      onProgress: () => setTimeout(() => controller.abort(reason), 5),
    });
    await expect(waiting).rejects.toBe(reason);
    expect(looks.length).toBe(1);
    await expect(poll(look, isDone, { signal: controller.signal })).rejects.toBe(reason);
    expect(looks.length).toBe(1);
  });

  it("ends with what a look or the progress callback throws", async () => {
    const failure = new Error("no such job");
    await expect(poll(() => Promise.reject(failure), isDone)).rejects.toBe(failure);
    const onProgress = (): never => {
      throw failure;
    };
    await expect(poll(job(0).look, isDone, { onProgress })).rejects.toBe(failure);
  });

  it("passes a call's own settings on to every look, and not those of the wait", async () => {
    const seen: object[] = [];
    const options: WaitOptions<Job> = { intervalMs: 1, maxRetries: 0, headers: { "x-a": "b" } };
    await poll(
      async ({ signal, ...rest }) => {
        seen.push(rest);
        return { progress: signal ? 100 : 0 };
      },
      isDone,
      options,
    );
    expect(seen).toEqual([{ maxRetries: 0, headers: { "x-a": "b" } }]);
  });

  it("refuses times that are not above 0 before it looks", async () => {
    for (const options of [{ intervalMs: 0 }, { maxIntervalMs: -1 }, { maxWaitMs: NaN }]) {
      const { look, looks } = job(100);
      const error: unknown = await poll(look, isDone, options).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(XaiOptionsError);
      const [name, value] = Object.entries(options)[0] ?? [];
      expect(error).toMatchObject({ message: `Expected ${name} above 0, got ${value}` });
      expect(looks).toEqual([]);
    }
  });
});
