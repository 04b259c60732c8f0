import type { Ticks } from "./ticks.ts";

/** A window of a budget, and what is asked of it. */
export interface Fit {
  readonly limit: Ticks;
  readonly spent: Ticks;
  /** Taken out, and not sure to be spent. */
  readonly reserved: Ticks;
  readonly amount: Ticks;
  /** When the window begins anew; `Infinity`: never. */
  readonly resetSeconds: number;
  /** When what is reserved may be free again. */
  readonly releaseSeconds: number;
}

/** Whole seconds after which it makes sense to ask again: 0 when the amount fits now, `Infinity` when waiting does not help. */
export function secondsUntilFits(fit: Fit): number {
  const { limit, spent, reserved, amount } = fit;
  if (spent + reserved + amount <= limit) return 0;
  if (amount > limit) return Infinity;
  return spent + amount <= limit ? Math.min(fit.releaseSeconds, fit.resetSeconds) : fit.resetSeconds;
}

/** As it stands in a refusal. */
export function retryAfter(seconds: number): { retryAfterSeconds?: number } {
  return seconds === Infinity ? {} : { retryAfterSeconds: seconds };
}
