import type { AnswerStream } from "./answer-event.ts";
import { choicesIn, type ViewOptions } from "./view-options.ts";
import { viewOf } from "./view.ts";
import { fieldsOf, textIn } from "./wire-fields.ts";

/** Where each protocol has a text. */
export interface TextPlaces {
  /** The field of a chat choice's delta. */
  readonly chat: string;
  /** The types of Responses events. */
  readonly responses: RegExp;
  /** The type of a message's blocks, and their field. */
  readonly messages: string;
}

/** The pieces of a text of an answer, without the empty ones. */
export function deltasOf(
  source: AnswerStream,
  { chat, responses, messages }: TextPlaces,
  options: ViewOptions,
): AsyncIterable<string, undefined> {
  return viewOf<string>(source, (emit) => ({ choices, type, delta, content_block: begun }) => {
    let piece = "";
    if (Array.isArray(choices)) {
      for (const choice of choicesIn(choices, options)) piece += textIn(fieldsOf(choice["delta"]), chat);
    } else if (typeof delta !== "string") {
      const block = fieldsOf(begun ?? delta);
      if (String(block["type"]).replace("_delta", "") === messages) piece = textIn(block, messages);
    } else if (responses.test(String(type))) piece = delta;
    if (piece !== "") emit(piece);
  });
}
