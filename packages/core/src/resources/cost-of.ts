/** The fields of a usage object that carry the bill. */
export interface BilledUsage {
  cost_in_usd_ticks?: number | null | undefined;
  cost_in_nano_usd?: number | null | undefined;
}

/** A dollar in ticks, the unit in which the API bills. */
export const TICKS_PER_USD: number = 1e10;

/**
 * What a request is billed, in USD: the number nearest to the ticks (1e10 per USD) or, without those, the nanodollars
 * that the `usage` of its answer states. Undefined when it states neither, as in the middle of a stream.
 */
export function costOf(usage: BilledUsage | null | undefined): number | undefined {
  const { cost_in_usd_ticks: ticks, cost_in_nano_usd: nano } = usage ?? {};
  // One division of whole numbers gives the nearest number there is; a sum of dollars would not.
  if (typeof ticks === "number") return ticks / TICKS_PER_USD;
  return typeof nano === "number" ? nano / 1e9 : undefined;
}
