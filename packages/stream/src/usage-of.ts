import type { Wire } from "@xai-edge/core";
import type { AnswerStream } from "./answer-event.ts";
import { viewOf } from "./view.ts";
import { type Fields, fieldsOf, isFields, keepField } from "./wire-fields.ts";

/** Tokens and cost, in the shape of the answer's protocol. */
export type StreamedUsage = Wire.Usage | Wire.ModelUsage | Wire.MessageUsage;

/**
 * The tokens and cost of an answer each time that it tells them; the last count. A chat tells them in its last chunk
 * where `stream_options.include_usage` asked for it, a response in its last event, a message when it begins and, merged
 * with that here, when it ends. Leaving the loop early closes the source; what the source throws is thrown.
 */
export function usageOf(source: AsyncIterable<Wire.ChatResponseChunk>): AsyncIterable<Wire.Usage, undefined>;
export function usageOf(
  source: AsyncIterable<Wire.ResponseStreamEvent>,
): AsyncIterable<Wire.ModelUsage, undefined>;
export function usageOf(
  source: AsyncIterable<Wire.MessageStreamEvent>,
): AsyncIterable<Wire.MessageUsage, undefined>;
export function usageOf(source: AnswerStream): AsyncIterable<StreamedUsage, undefined>;
export function usageOf(source: AnswerStream): AsyncIterable<unknown, undefined> {
  return viewOf<Fields>(source, (emit) => {
    let told: Fields = {};
    return ({ type, usage, response, message }) => {
      const now = usage ?? fieldsOf(response ?? message)["usage"];
      if (!isFields(now)) return;
      // The end of a message tells only what has changed since its start.
      told = type === "message_delta" ? { ...told } : {};
      for (const field in now) keepField(told, field, now[field]);
      emit(told);
    };
  });
}
