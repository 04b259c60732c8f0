import { type RequestFacts, XaiConnectionError, XaiTimeoutError } from "../errors.ts";

export interface Timeouts {
  /** Milliseconds until the answer must have begun. Default: as `timeoutMs`. */
  headersTimeoutMs?: number | undefined;
  /** Milliseconds that a begun answer may stay silent; comments count as signs of life. Default: 300,000. */
  idleTimeoutMs?: number | undefined;
  /** Milliseconds until the answer must be whole, for each attempt. Default: 3,600,000. */
  timeoutMs?: number | undefined;
}

/** One attempt at a call, under its deadlines and the caller's signal. */
export interface Attempt {
  request: RequestFacts;
  /** Aborts when the attempt is stopped. */
  signal: AbortSignal;
  /**
   * Something is waited for: `onStop` is called with the reason when the attempt is stopped meanwhile. Time counts only
   * between this and {@link rest}: a slow reader never trips the idle deadline, an abandoned stream holds no timer.
   */
  watch: (onStop: (reason: unknown) => void) => void;
  rest: () => void;
  /**
   * What a step of the exchange gives.
   *
   * @throws the caller's abort reason, XaiTimeoutError, or XaiConnectionError when the step itself failed.
   */
  wait: <T>(step: Promise<T>) => Promise<T>;
  /** What iterating or calling throws where a step failed like this. */
  lost: (cause: unknown) => unknown;
  /** The headers are here: from now on silence is what counts, and the rest has at most `restMs`. */
  answered: (restMs?: number) => void;
  /** Gives the attempt up: what is waited for fails with this reason, and the connection is closed. */
  stop: (reason: unknown) => void;
  /** The attempt is over: no timer and no listener stays behind. */
  end: () => void;
}

export function beginAttempt(
  callerSignal: AbortSignal | undefined,
  { timeoutMs = 3_600_000, headersTimeoutMs = timeoutMs, idleTimeoutMs = 300_000 }: Timeouts,
  request: RequestFacts,
): Attempt {
  const controller = new AbortController();
  const { signal } = controller;
  let phase: "headers" | "idle" = "headers";
  let silenceMs = headersTimeoutMs;
  let totalDue = performance.now() + timeoutMs;
  let waitingSince: number;
  let rejectWait: ((reason: unknown) => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    clearTimeout(timer);
    callerSignal?.removeEventListener("abort", onAbort);
  };
  const stop = (reason: unknown): void => {
    end();
    rejectWait?.(reason);
    controller.abort(reason);
  };
  const onAbort = (): void => stop(callerSignal?.reason);
  callerSignal?.addEventListener("abort", onAbort);
  // No timer is set a step: the one that runs looks when it fires, and goes on if the wait is a younger one.
  const look = (): void => {
    timer = undefined;
    if (!rejectWait) return;
    const due = waitingSince + silenceMs;
    const left = Math.min(due, totalDue) - performance.now();
    // setTimeout counts in 31 bits: a later deadline, Infinity included, is looked at again after that time.
    if (left > 0) timer = setTimeout(look, Math.min(left, 0x7fffffff));
    else if (due < totalDue) stop(new XaiTimeoutError(phase, silenceMs, request));
    else stop(new XaiTimeoutError("total", timeoutMs, request));
  };

  const watch: Attempt["watch"] = (onStop) => {
    if (signal.aborted) {
      onStop(signal.reason);
      return;
    }
    rejectWait = onStop;
    waitingSince = performance.now();
    if (!timer) look();
  };
  const rest = (): void => {
    rejectWait = undefined;
  };
  const lost = (cause: unknown): unknown => {
    if (signal.aborted) return signal.reason;
    // undici says only "fetch failed" itself and keeps the reason in its cause.
    const { cause: inner = cause } = Object(cause) as { cause?: unknown };
    const { message: words = cause } = Object(inner) as { message?: unknown };
    return new XaiConnectionError(
      `${phase === "idle" ? "The connection was lost before the answer was whole" : "No answer"}: ${String(words)}`,
      { code: "connection_lost", retryable: true, request, cause },
    );
  };
  return {
    request,
    signal,
    watch,
    rest,
    lost,
    wait: (step) =>
      new Promise((resolve, reject) => {
        // Rests before it resolves: whoever gets the result may begin the next wait at once.
        step.finally(rest).then(resolve, (cause: unknown) => reject(lost(cause)));
        watch(reject);
      }),
    answered: (restMs = Infinity) => {
      phase = "idle";
      silenceMs = idleTimeoutMs;
      totalDue = Math.min(totalDue, performance.now() + restMs);
      clearTimeout(timer);
      timer = undefined;
    },
    stop,
    end,
  };
}
