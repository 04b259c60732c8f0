import type { Ticks } from "./ticks.ts";

/** What may be spent in each window; one that is absent is not limited. Days and months are UTC's. */
export interface Spending {
  readonly day?: Ticks;
  readonly month?: Ticks;
  /** In all, ever. */
  readonly total?: Ticks;
}

/** What one subject may use; what is absent is not limited. */
export interface Limits {
  readonly spending: Spending;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  /** Calls at the same time, streams and plain ones alike. */
  readonly concurrentCalls?: number;
}
