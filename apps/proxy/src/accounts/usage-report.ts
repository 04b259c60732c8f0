import type { Remaining, SubjectUsage } from "../budget/admission.ts";
import type { Limits, Spending } from "../budget/limits.ts";
import { ticksPerUsd } from "../budget/ticks.ts";

/** A subject's numbers as JSON: money in US dollars, limits as LIMITS has them, null where there is none. */
export function usageReport({
  subject,
  spent,
  reserved,
  callsNow,
  calls,
  tokens,
  remaining,
  limits,
  areLimitsSet,
}: SubjectUsage): object {
  return {
    subject,
    spent_usd: { day: usd(spent.day), month: usd(spent.month), total: usd(spent.total) },
    // Calls that are not settled yet can cost as much.
    reserved_usd: usd(reserved),
    calls: { now: callsNow, day: calls.day, total: calls.total },
    tokens: { day: tokens.day, total: tokens.total },
    limits: limitsReport(limits),
    limits_set_by: areLimitsSet ? "administrator" : "configuration",
    remaining: remainingReport(remaining),
  };
}

/** Limits as LIMITS has them. */
export function limitsReport({
  spending,
  requestsPerMinute,
  tokensPerMinute,
  concurrentCalls,
}: Limits): object {
  return {
    ...spendingReport(spending),
    requestsPerMinute: requestsPerMinute ?? null,
    tokensPerMinute: tokensPerMinute ?? null,
    concurrentCalls: concurrentCalls ?? null,
  };
}

/** A budget as DEPLOYMENT_BUDGET has it. */
export function spendingReport({ day, month, total }: Spending): object {
  return { usdPerDay: orNull(day), usdPerMonth: orNull(month), usdTotal: orNull(total) };
}

export function usd(ticks: number): number {
  return ticks / ticksPerUsd;
}

function orNull(ticks: number | undefined): number | null {
  return ticks === undefined ? null : usd(ticks);
}

function remainingReport({ requests, tokens, budget }: Remaining): object {
  return {
    requests: requests?.remaining ?? null,
    tokens: tokens?.remaining ?? null,
    usd: budget === undefined ? null : usd(budget.remaining),
  };
}
