import { XaiTimeoutError } from "../errors.ts";
import { expect } from "../http/expect.ts";
import { sleep } from "../http/retry.ts";
import type { RequestOptions } from "../http/transport.ts";

/** How to wait for a job that runs at the server. */
export interface WaitOptions<State> extends RequestOptions {
  /** Milliseconds between the first look and the second; each further pause is half as long again. Default: 1,000. */
  intervalMs?: number | undefined;
  /** Longest pause between two looks, in milliseconds. Default: 15,000. */
  maxIntervalMs?: number | undefined;
  /** Milliseconds after which the wait is given up; the job goes on and is billed. At most 2,147,483,647. */
  maxWaitMs?: number | undefined;
  /** Called after each look that found the job unfinished, with what was seen. What it throws ends the wait. */
  onProgress?: ((state: State) => void) | undefined;
}

/**
 * What `look` sees once that is `isDone`. Looks are made one after the other, with pauses that grow; `look` has to pass
 * on the options that it is given, by which an abort or the end of the wait reaches its request.
 *
 * @throws XaiTimeoutError (`wait`) after `maxWaitMs`, XaiOptionsError for a time that is not above 0, the signal's own
 * reason, and what `look` throws.
 */
export async function poll<State, Done extends State>(
  look: (options: RequestOptions) => Promise<State>,
  isDone: (state: State) => state is Done,
  options: WaitOptions<State> = {},
  defaultMaxWaitMs: number = 600_000,
): Promise<Done> {
  const {
    intervalMs = 1_000,
    maxIntervalMs = 15_000,
    maxWaitMs = defaultMaxWaitMs,
    onProgress,
    signal,
    ...rest
  } = options;
  for (const [name, value] of Object.entries({ intervalMs, maxIntervalMs, maxWaitMs })) {
    expect(value > 0, `${name} above 0, got ${value}`);
  }
  // Both ways to end the wait in one signal. AbortSignal.any() would hold on to a signal that outlives the wait.
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal?.reason);
  // setTimeout counts in 31 bits and fires at once beyond.
  const timer = setTimeout(
    () => stop.abort(new XaiTimeoutError("wait", maxWaitMs)),
    Math.min(maxWaitMs, 0x7fffffff),
  );
  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted) onAbort();
  try {
    for (let pause = intervalMs; ; pause *= 1.5) {
      const state = await look({ ...rest, signal: stop.signal });
      if (isDone(state)) return state;
      onProgress?.(state);
      await sleep(Math.min(pause, maxIntervalMs), stop.signal);
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}
