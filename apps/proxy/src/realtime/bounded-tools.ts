import type { Policy } from "../policy/policy.ts";

/**
 * The tools of the policy that a conversation under a budget may have. What xAI's own cost comes on top of the minutes, and nothing
 * in a conversation bounds how often they run.
 */
export function boundedTools({ tools }: Policy): ReadonlySet<string> {
  return new Set([...tools].filter((type) => type === "function"));
}
