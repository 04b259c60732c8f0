import type { BudgetRefusal } from "./admission.ts";
import { secondsToNext } from "./periods.ts";
import type { Ticks } from "./ticks.ts";

/** A window, its limit and what is used of it; without either, everything fits. */
export type BudgetWindow = readonly [
  name: Exclude<BudgetRefusal["window"], "deployment">,
  limit: Ticks | undefined,
  /** `reserved` is taken out, and not sure to be spent. */
  used: { readonly spent: Ticks; readonly reserved: Ticks } | undefined,
];

/**
 * Why an amount does not fit into all windows, if so: first for want of what is spent, in the order of the windows, then for what
 * is only reserved, which may be free again after `releaseSeconds`.
 */
export function refusalOfBudget(
  windows: readonly BudgetWindow[],
  amount: Ticks,
  now: number,
  releaseSeconds: number,
): BudgetRefusal | undefined {
  let held: BudgetRefusal | undefined;
  for (const [window, limit, used] of windows) {
    if (limit === undefined || used === undefined) continue;
    const { spent, reserved } = used;
    if (spent + reserved + amount <= limit) continue;
    const resetSeconds = window === "day" || window === "month" ? secondsToNext(window, now) : undefined;
    const why = { window, limit, left: Math.max(0, limit - spent - reserved) };
    if (spent + amount > limit) {
      return {
        code: "budget_exceeded",
        ...why,
        retryAfterSeconds: amount > limit ? undefined : resetSeconds,
      };
    }
    held ??= { code: "budget_reserved", ...why, retryAfterSeconds: releaseSeconds };
  }
  return held;
}
