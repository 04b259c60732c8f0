import type { ToolCall, ToolResult } from "./protocol.ts";

/** Tells the model that a call failed. */
export function toFailure(call: ToolCall, message: string): ToolResult {
  return { call, output: JSON.stringify({ error: message }), isError: true };
}
