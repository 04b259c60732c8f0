import { formatLimit } from "./format-limit.ts";
import type { Limits } from "./reports.ts";

/** Returns the limits that hold, a few words each; none: an empty list. */
export function limitsInWords(limits: Limits): string[] {
  const { usdPerDay, usdPerMonth, usdTotal, requestsPerMinute, tokensPerMinute, concurrentCalls } = limits;
  const words: string[] = [];
  const add = (limit: number | null, write: (limit: number) => string): unknown =>
    limit !== null && words.push(write(limit));
  const count = (limit: number): string => limit.toLocaleString("en-US");
  add(usdPerDay, (usd) => `${formatLimit(usd)} a day`);
  add(usdPerMonth, (usd) => `${formatLimit(usd)} a month`);
  add(usdTotal, (usd) => `${formatLimit(usd)} in all`);
  add(requestsPerMinute, (limit) => `${count(limit)} requests a minute`);
  add(tokensPerMinute, (limit) => `${count(limit)} tokens a minute`);
  add(concurrentCalls, (limit) => `${count(limit)} at a time`);
  return words;
}
