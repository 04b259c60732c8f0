import { addToolCallPiece, type GrowingToolCall } from "./chat-tool-calls.ts";
import { choicesIn, type ViewOptions } from "./view-options.ts";
import { type Fields, fieldsOf, textIn } from "./wire-fields.ts";

/** A call of one of your own functions. */
export interface StreamedToolCall {
  /** What its result refers to: `tool_call_id` in a chat, `call_id` in a response, `tool_use_id` in a message. */
  readonly id: string;
  readonly name: string;
  /** JSON text, as the model wrote it. */
  readonly arguments: string;
  /** The wire's place for it: among the calls of a chat, in the output of a response, in the content of a message. */
  readonly index: number;
}

/** Is told each piece of a call's arguments, of which the first may be empty; no piece once the call is complete. */
export type OnToolCall = (call: StreamedToolCall, piece?: string) => void;

/** Follows the calls of your own functions through the events of an answer. */
export function createToolCallReader(options: ViewOptions, on: OnToolCall): (event: Fields) => void {
  const ofChoice: GrowingToolCall[] = [];
  /** Items of a response and blocks of a message, by their place; null once they were complete. */
  const calls = new Map<unknown, StreamedToolCall | null>();

  function tell({ value, index }: GrowingToolCall, piece?: string): void {
    const { id, type, function: called } = value;
    // Calls of other types have been run by xAI.
    if (type === "function") on({ id, name: called.name, arguments: called.arguments, index }, piece);
  }

  function readChoice(choice: Fields): void {
    const { tool_calls: pieces } = fieldsOf(choice["delta"]);
    const reason = textIn(choice, "finish_reason");
    const { length } = ofChoice;
    let last: GrowingToolCall | undefined;
    if (Array.isArray(pieces)) {
      for (const one of pieces) {
        last = addToolCallPiece(ofChoice, one);
        tell(last, textIn(fieldsOf(fieldsOf(one)["function"]), "arguments"));
      }
    }
    if (!reason && ofChoice.length === length) return;
    const isWhole = reason && !/^(length|content_filter)$/.test(reason);
    for (const growing of ofChoice) {
      // Pieces of several calls may alternate: that the next one begins is no proof that this one is complete, nor is
      // the end of an answer that was cut.
      const isOpen = !isWhole && (growing === last || !isClosed(growing.value.function.arguments));
      if (growing.isComplete || isOpen) continue;
      growing.isComplete = true;
      tell(growing);
    }
  }

  function grow(at: unknown, piece: string, begun?: StreamedToolCall): void {
    const call = calls.get(at) ?? begun;
    if (!call || (!piece && calls.has(at))) return;
    const grown = { ...call, arguments: call.arguments + piece };
    calls.set(at, grown);
    on(grown, piece);
  }

  function finish(at: unknown): void {
    const call = calls.get(at);
    if (call) on(call);
    calls.set(at, null);
  }

  /** Takes an item or a block as far as it has come. */
  function take(at: unknown, one: unknown, isDone = false): void {
    const from = fieldsOf(one);
    if (!/^(function_call|tool_use)$/.test(textIn(from, "type"))) return;
    // The input of a block begins empty where it comes in pieces.
    const json = textIn(from, "arguments") || JSON.stringify(from["input"] ?? {}).replace(/^{}$/, "");
    const id = textIn(from, "call_id") || textIn(from, "id");
    const begun = { id, name: textIn(from, "name"), arguments: "", index: Number(at) };
    grow(at, json.slice(calls.get(at)?.arguments.length), calls.has(at) ? undefined : begun);
    if (isDone && from["status"] !== "incomplete") finish(at);
  }

  return (event) => {
    const { type, choices, item, content_block: block, response, index, output_index: at = index } = event;
    const delta = fieldsOf(event["delta"]);
    if (Array.isArray(choices)) choicesIn(choices, options).forEach(readChoice);
    switch (type) {
      case "response.output_item.added":
      case "content_block_start":
        take(at, item ?? block);
        break;
      case "response.function_call_arguments.delta":
      case "content_block_delta":
        grow(at, textIn(event, "delta") || textIn(delta, "partial_json"));
        break;
      case "response.output_item.done":
        take(at, item, true);
        break;
      case "response.completed": {
        const { output } = fieldsOf(response);
        if (Array.isArray(output)) output.forEach((one, place) => take(place, one, true));
        break;
      }
      case "content_block_stop":
        if (calls.get(at)?.arguments === "") grow(at, "{}");
        // What the end of an answer cut off stops as well.
        if (isClosed(calls.get(at)?.arguments)) finish(at);
        break;
      case "message_delta":
        if (delta["stop_reason"] === "tool_use") for (const place of calls.keys()) finish(place);
    }
  };
}

/** Whether a JSON text is whole and nothing but space can follow, as it could after a number. */
function isClosed(json = ""): boolean {
  try {
    return typeof JSON.parse(json) === "object";
  } catch {
    return false;
  }
}
