import type { AnswerStream } from "./answer-event.ts";
import { deltasOf } from "./deltas-of.ts";
import type { ViewOptions } from "./view-options.ts";

/**
 * The text of an answer, piece by piece as it arrives: of a chat stream one choice, of a Responses stream every message,
 * of a messages stream every text block. Leaving the loop early closes the source; what the source throws is thrown.
 *
 * @example
 * for await (const text of textOf(stream)) page.append(text);
 */
export function textOf(source: AnswerStream, options: ViewOptions = {}): AsyncIterable<string, undefined> {
  const places = { chat: "content", responses: /^response\.output_text\.delta$/, messages: "text" };
  return deltasOf(source, places, options);
}
