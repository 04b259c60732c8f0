import type { Wire } from "@xai-edge/core";
import { addToolCallPiece, type GrowingToolCall } from "./chat-tool-calls.ts";
import type { Fold } from "./fold.ts";
import { findSlot, type Slot, toIndex } from "./slots.ts";
import { appendTo, type Fields, fieldsOf, isFields, keepField } from "./wire-fields.ts";

interface GrowingChoice extends Slot {
  readonly choice: Fields;
  readonly message: Fields;
  readonly calls: GrowingToolCall[];
}

/**
 * Folds the chunks of a chat completion into what the same request returns without `stream`, with no waiting: for
 * loops that look at each chunk anyway. It is whole once every choice has its `finish_reason`; usage may still follow.
 */
export function createChatFold(): Fold<Wire.ChatResponseChunk, Wire.ChatResponse> {
  const growing: GrowingChoice[] = [];
  const choices: Fields[] = [];
  const snapshot: Wire.ChatResponse = {
    id: "",
    object: "chat.completion",
    created: 0,
    model: "",
    choices: [],
  };
  const completion = fieldsOf(snapshot);
  completion["choices"] = choices;

  function choiceAt(index: number): GrowingChoice {
    const at = findSlot(growing, index);
    const known = growing[at];
    if (known !== undefined) return known;
    const message: Fields = { role: "assistant", content: "", refusal: null };
    const choice: Fields = { index, message, finish_reason: null };
    const added: GrowingChoice = { index, choice, message, calls: [] };
    growing.splice(~at, 0, added);
    choices.splice(~at, 0, choice);
    return added;
  }

  return {
    snapshot,
    get isWhole() {
      return choices.length > 0 && choices.every((choice) => choice["finish_reason"]);
    },
    add(chunk) {
      const fields = fieldsOf(chunk);
      for (const field in fields) {
        const value = fields[field];
        switch (field) {
          case "object":
            break;
          // The same in every chunk, but for `created`, which moves on: when it began is when it was created.
          case "id":
          case "model":
          case "created":
            if (!completion[field] && value) completion[field] = value;
            break;
          case "choices":
            if (!Array.isArray(value)) break;
            for (let position = 0; position < value.length; position += 1) {
              const piece = fieldsOf(value[position]);
              addChoicePiece(choiceAt(toIndex(piece["index"], position)), piece);
            }
            break;
          default:
            keepField(completion, field, value);
        }
      }
    },
  };
}

function addChoicePiece({ choice, message, calls }: GrowingChoice, piece: Fields): void {
  for (const field in piece) {
    const value = piece[field];
    switch (field) {
      case "index":
      case "message":
        break;
      case "delta":
        addDelta(message, calls, fieldsOf(value));
        break;
      case "logprobs":
        addLogprobs(choice, value);
        break;
      default:
        keepField(choice, field, value);
    }
  }
}

function addDelta(message: Fields, calls: GrowingToolCall[], delta: Fields): void {
  for (const field in delta) {
    const value = delta[field];
    switch (field) {
      case "content":
      case "reasoning_content":
      case "refusal":
        if (typeof value === "string") {
          const before = message[field];
          message[field] = typeof before === "string" ? before + value : value;
        }
        break;
      case "tool_calls":
        if (Array.isArray(value)) addToolCalls(message, calls, value);
        break;
      default:
        if (Array.isArray(value)) appendTo(message, field, value);
        else keepField(message, field, value);
    }
  }
}

function addToolCalls(message: Fields, calls: GrowingToolCall[], pieces: readonly unknown[]): void {
  const before = calls.length;
  for (const piece of pieces) addToolCallPiece(calls, piece);
  if (calls.length > before) message["tool_calls"] = calls.map(({ call }) => call);
}

/** Each of the lists of `logprobs` goes on where it stopped. */
function addLogprobs(choice: Fields, piece: unknown): void {
  if (!isFields(piece)) {
    keepField(choice, "logprobs", piece);
    return;
  }
  const before = choice["logprobs"];
  const logprobs = isFields(before) ? before : {};
  choice["logprobs"] = logprobs;
  for (const field in piece) {
    const value = piece[field];
    if (Array.isArray(value)) appendTo(logprobs, field, value);
    else keepField(logprobs, field, value);
  }
}
