import { type RequestFacts, XaiTimeoutError } from "../errors.ts";

export interface Timeouts {
  /** Milliseconds until the answer must have begun. Default: as `timeoutMs`. */
  headersTimeoutMs?: number | undefined;
  /** Milliseconds that a begun answer may stay silent; comments count as signs of life. Default: 300,000. */
  idleTimeoutMs?: number | undefined;
  /** Milliseconds until the answer must be whole, for each attempt. Default: 3,600,000. */
  timeoutMs?: number | undefined;
}

/** Why an attempt was stopped from our side. */
interface Stop {
  reason: unknown;
}

/**
 * Watches one attempt: its deadlines and the caller's signal. Time counts only while something is waited for, so a slow
 * reader never trips the idle deadline and an abandoned stream holds no timer.
 */
export class Deadlines {
  /** Set once the attempt was stopped from our side. */
  stopped: Stop | undefined;
  /** Called once when the attempt is stopped, to end what is waited for even where `fetch` ignores its signal. */
  onStop: (() => void) | undefined;

  readonly #controller = new AbortController();
  readonly #begun = performance.now();
  readonly #callerSignal: AbortSignal | undefined;
  readonly #timeouts: Required<{ [Name in keyof Timeouts]: number }>;
  readonly #request: RequestFacts;
  #phase: "headers" | "idle" = "headers";
  #waitingSince: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(callerSignal: AbortSignal | undefined, timeouts: Timeouts, request: RequestFacts) {
    const { timeoutMs = 3_600_000, headersTimeoutMs = timeoutMs, idleTimeoutMs = 300_000 } = timeouts;
    this.#timeouts = { timeoutMs, headersTimeoutMs, idleTimeoutMs };
    this.#request = request;
    this.#callerSignal = callerSignal;
    callerSignal?.addEventListener("abort", this.#onCallerAbort);
    if (callerSignal?.aborted) this.#onCallerAbort();
  }

  /** Aborts when the attempt is stopped. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The headers are here: from now on silence is what counts. */
  answered(): void {
    this.#phase = "idle";
  }

  /** Waiting begins. Every call is followed by {@link rest} or {@link end}. */
  wait(): void {
    this.#waitingSince = performance.now();
    if (this.#timer === undefined) this.#arm();
  }

  /** Waiting is over for now. The timer stays armed and looks again when it fires: no timer is set a chunk. */
  rest(): void {
    this.#waitingSince = undefined;
  }

  /** Stops the attempt: what is waited for ends, and the connection is given up. */
  stop(reason: unknown): void {
    if (this.stopped) return;
    this.stopped = { reason };
    this.#controller.abort(reason);
    this.onStop?.();
    this.end();
  }

  /** The attempt is over: no timer and no listener stays behind. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waitingSince = undefined;
    this.#callerSignal?.removeEventListener("abort", this.#onCallerAbort);
  }

  readonly #onCallerAbort = (): void => this.stop(this.#callerSignal?.reason);

  #due(): { atMs: number; phase: "headers" | "idle" | "total" } {
    const { timeoutMs, headersTimeoutMs, idleTimeoutMs } = this.#timeouts;
    const since = this.#phase === "headers" ? this.#begun : (this.#waitingSince ?? performance.now());
    const next = since + (this.#phase === "headers" ? headersTimeoutMs : idleTimeoutMs);
    const total = this.#begun + timeoutMs;
    return total <= next ? { atMs: total, phase: "total" } : { atMs: next, phase: this.#phase };
  }

  #arm(): void {
    const ms = this.#due().atMs - performance.now();
    // setTimeout counts in 32 bits: a longer deadline, Infinity included, is looked at again after that time.
    this.#timer = setTimeout(this.#look, Math.min(Math.max(ms, 0), 0x7fffffff));
  }

  readonly #look = (): void => {
    this.#timer = undefined;
    if (this.#waitingSince === undefined) return;
    const { atMs, phase } = this.#due();
    if (performance.now() < atMs) {
      this.#arm();
      return;
    }
    const ms = { headers: "headersTimeoutMs", idle: "idleTimeoutMs", total: "timeoutMs" } as const;
    this.stop(new XaiTimeoutError(phase, this.#timeouts[ms[phase]], this.#request));
  };
}
