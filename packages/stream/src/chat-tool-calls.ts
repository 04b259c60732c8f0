import { type Fields, fieldsOf, keepField, textIn } from "./wire-fields.ts";
import { nextIndex, type Slot } from "./slots.ts";

/** A tool call of a chat message while it grows; the slot's index is the wire's, which the whole call does not carry. */
export interface GrowingToolCall extends Slot<
  Fields & { id: string; type: string; function: Fields & { name: string; arguments: string } }
> {
  /** Set by who saw that nothing more is added to it. */
  isComplete?: boolean;
}

/**
 * Adds one entry of `delta.tool_calls` to the calls so far and returns its call. An entry belongs to
 * the call of the same `index`; without an index, of the same `id`; with neither, to the last call, unless it names a
 * function and so begins one.
 */
export function addToolCallPiece(calls: GrowingToolCall[], piece: unknown): GrowingToolCall {
  const fields = fieldsOf(piece);
  const { id, index } = fields;
  const called = fieldsOf(fields["function"]);
  const { name } = called;
  let growing = calls.findLast((one) => {
    if (typeof index !== "number") return id ? one.value.id === id : !name;
    // Some servers number every call 0: another name under another id is another call.
    return one.index === index && !(name && id && one.value.id && one.value.id !== id);
  });
  if (growing === undefined) {
    const call = { id: "", type: "function", function: { name: "", arguments: "" } };
    growing = { index: typeof index === "number" ? index : nextIndex(calls), value: call };
    calls.push(growing);
  }
  const { value: call } = growing;
  for (const field in fields) {
    if (field !== "index" && field !== "function") keepField(call, field, fields[field]);
  }
  for (const field in called) {
    const { arguments: before } = call.function;
    keepField(call.function, field, field === "arguments" ? before + textIn(called, field) : called[field]);
  }
  return growing;
}
