/** How fast an answer comes. */
export interface PaceOptions {
  /** Tokens per second; 0, `Infinity` or nothing for as fast as they are read. */
  readonly tokensPerSecond?: number | undefined;
  /** Milliseconds before the first token. */
  readonly firstTokenMs?: number | undefined;
}

/** The clock of one answer. */
export interface Pace {
  /** Waits until these tokens are due, or the signal aborts; events without tokens never wait. */
  wait(tokens: number, signal: AbortSignal | undefined): Promise<void>;
}

/** Starts the clock. Due times count from the start, so that late timers do not add up. */
export function createPace({ tokensPerSecond = 0, firstTokenMs = 0 }: PaceOptions): Pace {
  const started = performance.now();
  const msPerToken = tokensPerSecond > 0 ? 1000 / tokensPerSecond : 0;
  let sent = 0;
  return {
    wait: async (tokens, signal) => {
      if (tokens === 0) return;
      sent += tokens;
      await sleep(started + firstTokenMs + (sent - 1) * msPerToken - performance.now(), signal);
    },
  };
}

/** Waits, but not beyond the signal's abort; resolves in either case. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0 || signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal?.addEventListener("abort", wake);
  });
}
