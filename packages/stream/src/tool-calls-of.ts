import { addToolCallPiece, type GrowingToolCall } from "./chat-tool-calls.ts";
import type { AnswerStream } from "./answer-event.ts";
import { viewOf } from "./view.ts";
import { type Fields, fieldsOf, isFirstChoice, textIn } from "./wire-fields.ts";

/** A complete call of one of your own functions. */
export interface StreamedToolCall {
  /** What its result refers to: as `tool_call_id` in a chat, as `call_id` in a response. */
  readonly id: string;
  readonly name: string;
  /** JSON text, as the model wrote it. */
  readonly arguments: string;
  /** The wire's place for it: among the calls of a chat message, or in the output of a response. */
  readonly index: number;
}

type Emit = (call: StreamedToolCall) => void;

/**
 * The calls of your own functions, each as soon as it is complete: of a chat stream those of the first choice, of a
 * Responses stream the `function_call` items. A call that the end of an answer cut off is not among them. Leaving the
 * loop early closes the source; what the source throws is thrown.
 *
 * @example
 * for await (const call of toolCallsOf(stream)) results.push(run(call.name, JSON.parse(call.arguments)));
 */
export function toolCallsOf(source: AnswerStream): AsyncIterable<StreamedToolCall, undefined> {
  const readChoice = createChoiceReader();
  const readItem = createItemReader();

  return viewOf(source, ({ choices, item, type, output_index: index, response }, emit: Emit) => {
    if (Array.isArray(choices)) readChoice(fieldsOf(choices.find(isFirstChoice)), emit);
    else if (type === "response.output_item.done") readItem(fieldsOf(item), Number(index), emit);
    else if (type === "response.completed") {
      const { output } = fieldsOf(response);
      if (Array.isArray(output)) output.forEach((one, at) => readItem(fieldsOf(one), at, emit));
    }
  });
}

function createChoiceReader(): (choice: Fields, emit: Emit) => void {
  const calls: GrowingToolCall[] = [];
  const emitted = new Set<GrowingToolCall>();

  return ({ delta, finish_reason: reason }, emit) => {
    const { tool_calls: pieces } = fieldsOf(delta);
    const before = calls.length;
    let last: GrowingToolCall | undefined;
    if (Array.isArray(pieces)) for (const piece of pieces) last = addToolCallPiece(calls, piece);
    if (!reason && calls.length === before) return;
    const isWhole = reason && reason !== "length" && reason !== "content_filter";
    for (const growing of calls) {
      const { value: call, index } = growing;
      const { name, arguments: json } = call.function;
      if (emitted.has(growing) || call.type !== "function") continue;
      // Pieces of several calls may alternate: that the next one begins is no proof that this one is complete, nor is
      // the end of an answer that was cut.
      if (!isWhole && (growing === last || !isClosed(json))) continue;
      emitted.add(growing);
      emit({ id: call.id, name, arguments: json, index });
    }
  };
}

function createItemReader(): (item: Fields, index: number, emit: Emit) => void {
  const emitted = new Set<string>();

  return (item, index, emit) => {
    const id = textIn(item, "call_id") || textIn(item, "id");
    if (item["type"] !== "function_call" || item["status"] === "incomplete" || emitted.has(id)) return;
    emitted.add(id);
    emit({ id, name: textIn(item, "name"), arguments: textIn(item, "arguments"), index });
  };
}

/** Whether a JSON text is whole and nothing but space can follow. */
function isClosed(json: string): boolean {
  if (!/[}\]]$/.test(json.trimEnd())) return false;
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
