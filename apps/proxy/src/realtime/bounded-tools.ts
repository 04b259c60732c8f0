import type { Caller } from "../auth/caller.ts";
import { hasBudget } from "../calls/take-lease.ts";
import type { Config } from "../config/config.ts";

/**
 * The tools that a caller's conversation may have: those of the policy, of which a budget leaves functions alone. What xAI's own cost
 * comes on top of the minutes, and nothing in a conversation bounds how often they run.
 */
export function boundedTools(
  caller: Caller,
  { policy: { tools }, budget }: Pick<Config, "policy" | "budget">,
): ReadonlySet<string> {
  if (!hasBudget(caller, budget)) return tools;
  return new Set([...tools].filter((type) => type === "function"));
}
