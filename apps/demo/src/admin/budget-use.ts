import { formatDollars } from "../format-dollars.ts";
import { formatLimit } from "./format-limit.ts";

/** How much of a budget is used, for a meter and in words. */
export interface BudgetUse {
  /** From 0 to 1; undefined where there is no limit. */
  readonly fraction: number | undefined;
  readonly level: "free" | "low" | "nearly" | "full";
  /** `$1.50 of $10.00 (15 %)` */
  readonly amount: string;
  /** What the level is called. */
  readonly words: string;
}

const words: Readonly<Record<BudgetUse["level"], string>> = {
  free: "No limit",
  low: "Within the limit",
  nearly: "Nearly used up",
  full: "Used up",
};

/** Says how much of a limit is used, both in US dollars; from 80 % on it is nearly used up. */
export function budgetUse(used: number, limit: number | null): BudgetUse {
  if (limit === null)
    return { fraction: undefined, level: "free", amount: formatDollars(used), words: words.free };
  const fraction = limit === 0 ? 1 : Math.min(1, Math.max(0, used / limit));
  const level = fraction >= 1 ? "full" : fraction >= 0.8 ? "nearly" : "low";
  // 99.7 % is not used up, and 0.2 % is not nothing: rounding must not say so.
  const percent = fraction > 0 && fraction < 0.01 ? "under\u00a01" : Math.floor(fraction * 100);
  return {
    fraction,
    level,
    amount: `${formatDollars(used)} of ${formatLimit(limit)} (${percent}\u00a0%)`,
    words: limit === 0 ? "Nothing may be spent" : words[level],
  };
}
