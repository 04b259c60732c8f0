import { costOf } from "@xai-edge/core";
import { type Fields, fieldsOf } from "./wire-fields.ts";

/** What the `usage` of an answer states, under one name whatever the protocol. Undefined is what it does not state. */
export interface UsageCounts {
  readonly inputTokens: number | undefined;
  readonly cachedTokens: number | undefined;
  /** Reasoning included. */
  readonly outputTokens: number | undefined;
  readonly reasoningTokens: number | undefined;
  readonly costUsd: number | undefined;
  readonly serverToolCalls: number | undefined;
}

export function countsOf(usage: Fields): UsageCounts {
  const counts: Fields = {
    ...fieldsOf(usage["prompt_tokens_details"] ?? usage["input_tokens_details"]),
    ...fieldsOf(usage["completion_tokens_details"] ?? usage["output_tokens_details"]),
    ...usage,
  };
  const count = (...fields: string[]): number | undefined =>
    fields.map((field) => counts[field]).find((value) => typeof value === "number");
  const reasoningTokens = count("reasoning_tokens");
  const visibleTokens = count("completion_tokens");
  return {
    inputTokens: count("prompt_tokens", "input_tokens"),
    cachedTokens: count("cached_tokens", "cache_read_input_tokens"),
    outputTokens:
      visibleTokens === undefined ? count("output_tokens") : visibleTokens + (reasoningTokens ?? 0),
    reasoningTokens,
    costUsd: costOf(usage),
    serverToolCalls: count("num_server_side_tools_used") ?? callsIn(usage["server_side_tool_usage_details"]),
  };
}

/** The calls among what xAI's own tools did; posts and profiles that they fetched are none. */
function callsIn(details: unknown): number | undefined {
  let calls: number | undefined;
  for (const [field, count] of Object.entries(fieldsOf(details)))
    if (field.endsWith("_calls") && typeof count === "number") calls = (calls ?? 0) + count;
  return calls;
}
