import type { Wire } from "@xai-edge/core";
import { addToolCallPiece, type GrowingToolCall } from "./chat-tool-calls.ts";
import type { Fold } from "./fold.ts";
import { addText, addToField, type Fields, fieldsOf, isFields, keepField } from "./wire-fields.ts";
import { inOrder, type Slot, toIndex } from "./slots.ts";

interface GrowingChoice extends Slot {
  readonly message: Fields & { content: string };
  readonly calls: GrowingToolCall[];
}

/**
 * Folds the chunks of a chat completion into what the same request returns without `stream`, with no waiting: for
 * loops that look at each chunk anyway. It is whole once every choice has its `finish_reason`; usage may still follow.
 *
 * A chunk of text costs 0.16 µs in Node 24, where its `JSON.parse` costs 0.9.
 */
export function createChatFold(): Fold<Wire.ChatResponseChunk, Wire.ChatResponse> {
  const snapshot: Wire.ChatResponse = {
    id: "",
    object: "chat.completion",
    created: 0,
    model: "",
    choices: [],
  };
  const completion = fieldsOf(snapshot);
  const choices: GrowingChoice[] = [];
  let last: GrowingChoice | undefined;
  /** Whether it has its id, model and time of creation. */
  let isNamed = false;

  function choiceAt(index: number): GrowingChoice {
    if (last?.index === index) return last;
    last = choices.find((choice) => choice.index === index);
    if (last === undefined) {
      const message = { role: "assistant", content: "", refusal: null };
      last = { index, value: { index, message, finish_reason: null }, message, calls: [] };
      choices.push(last);
      completion["choices"] = inOrder(choices);
    }
    return last;
  }

  function addPieces(pieces: unknown): void {
    if (!Array.isArray(pieces)) return;
    for (const one of pieces) {
      const piece = fieldsOf(one);
      addChoicePiece(choiceAt(toIndex(piece["index"], 0)), piece);
    }
  }

  return {
    snapshot,
    get isWhole() {
      return choices.length > 0 && choices.every(({ value }) => value["finish_reason"]);
    },
    add(chunk) {
      const fields = fieldsOf(chunk);
      for (const field in fields) {
        switch (field) {
          case "object":
            break;
          // The same in every chunk, but for `created`, which moves on: when it began is when it was created.
          case "id":
          case "model":
          case "created":
            if (!isNamed && !snapshot[field]) completion[field] = fields[field] || snapshot[field];
            break;
          // In every chunk too. Set by its name, it costs 0.04 µs less than as a field of any name.
          case "system_fingerprint":
            if (fields[field]) completion["system_fingerprint"] = fields[field];
            else keepField(completion, field, fields[field]);
            break;
          case "choices":
            addPieces(fields[field]);
            break;
          default:
            keepField(completion, field, fields[field]);
        }
      }
      isNamed ||= Boolean(snapshot.id && snapshot.model && snapshot.created);
    },
  };
}

function addChoicePiece({ value: choice, message, calls }: GrowingChoice, piece: Fields): void {
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
        if (isFields(value)) addLogprobs(choice, value);
        else keepField(choice, field, value);
        break;
      default:
        keepField(choice, field, value);
    }
  }
}

function addDelta(message: GrowingChoice["message"], calls: GrowingToolCall[], delta: Fields): void {
  for (const field in delta) {
    const value = delta[field];
    switch (field) {
      case "content":
        if (typeof value === "string") message.content += value;
        break;
      case "reasoning_content":
      case "refusal":
        addText(message, field, value);
        break;
      case "tool_calls":
        if (Array.isArray(value)) addToolCalls(message, calls, value);
        break;
      default:
        addToField(message, field, value);
    }
  }
}

function addToolCalls(message: Fields, calls: GrowingToolCall[], pieces: readonly unknown[]): void {
  const before = calls.length;
  for (const piece of pieces) addToolCallPiece(calls, piece);
  if (calls.length > before) message["tool_calls"] = inOrder(calls);
}

/** Each of the lists goes on where it stopped. */
function addLogprobs(choice: Fields, piece: Fields): void {
  const before = choice["logprobs"];
  const own = isFields(before) ? before : {};
  choice["logprobs"] = own;
  for (const list in piece) addToField(own, list, piece[list]);
}
