import { XaiTimeoutError } from "../errors.ts";
import { checkSettings } from "../http/check-settings.ts";
import { abortable, sleep } from "../http/retry.ts";
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
export async function poll<Pending, Done>(
  look: (options: RequestOptions) => Promise<Pending | Done>,
  isDone: (state: Pending | Done) => state is Done,
  options: WaitOptions<Pending> = {},
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
  checkSettings({ intervalMs, maxIntervalMs, maxWaitMs });
  const over = new AbortController();
  const each = { ...rest, signal: over.signal };
  let timer: ReturnType<typeof setTimeout>;
  const looking = async (): Promise<Done> => {
    timer = setTimeout(
      () => over.abort(new XaiTimeoutError("wait", maxWaitMs)),
      // setTimeout counts in 31 bits and fires at once beyond.
      Math.min(maxWaitMs, 0x7fffffff),
    );
    for (let pause = intervalMs; ; pause *= 1.5) {
      const state = await abortable(over.signal, () => look(each));
      if (isDone(state)) return state;
      onProgress?.(state);
      await sleep(Math.min(pause, maxIntervalMs), over.signal);
    }
  };
  return abortable(signal, looking, () => {
    clearTimeout(timer);
    over.abort();
  });
}
