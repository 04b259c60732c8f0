import type { Slot } from "./slots.ts";
import { type Fields, fieldsOf, keepField } from "./wire-fields.ts";

/** A tool call of a chat message while it grows; `index` is the wire's, which the whole call does not carry. */
export interface GrowingToolCall extends Slot {
  readonly call: Fields & {
    id: string;
    type: string;
    function: Fields & { name: string; arguments: string };
  };
}

/**
 * Adds one entry of `delta.tool_calls` to the calls so far, ordered by index, and returns where its call stands. An
 * entry belongs to the call of the same `index`; without an index, of the same `id`; with neither, to the last call,
 * unless it names a function and so begins one.
 */
export function addToolCallPiece(calls: GrowingToolCall[], piece: unknown): number {
  const fields = fieldsOf(piece);
  const named = fieldsOf(fields["function"]);
  let at = findCall(calls, fields["index"], fields["id"], named["name"]);
  if (at < 0) {
    at = ~at;
    const index = typeof fields["index"] === "number" ? fields["index"] : (calls.at(-1)?.index ?? -1) + 1;
    calls.splice(at, 0, { index, call: { id: "", type: "function", function: { name: "", arguments: "" } } });
  }
  const call = calls[at]?.call;
  if (call === undefined) return at;
  for (const field in fields) {
    if (field !== "index" && field !== "function") keepField(call, field, fields[field]);
  }
  for (const field in named) {
    const value = named[field];
    if (field !== "arguments") keepField(call.function, field, value);
    else if (typeof value === "string") call.function.arguments += value;
  }
  return at;
}

/** Where the call stands that an entry belongs to, or the complement of where a new one belongs. */
function findCall(calls: readonly GrowingToolCall[], index: unknown, id: unknown, name: unknown): number {
  let at = calls.length - 1;
  if (typeof index === "number") {
    while (at >= 0 && (calls[at]?.index ?? 0) > index) at -= 1;
    const last = calls[at];
    if (last?.index !== index) return ~(at + 1);
    if (!id || !last.call.id || last.call.id === id) return at;
    for (let other = at - 1; calls[other]?.index === index; other -= 1) {
      if (calls[other]?.call.id === id) return other;
    }
    // Some servers number every call 0: another name under another id is another call.
    return name ? ~(at + 1) : at;
  }
  if (id) {
    at = calls.findLastIndex(({ call }) => call.id === id);
    return at < 0 ? ~calls.length : at;
  }
  return name || at < 0 ? ~calls.length : at;
}
