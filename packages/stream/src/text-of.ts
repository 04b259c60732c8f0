import { deltasOf } from "./deltas-of.ts";
import type { AnswerStream } from "./answer-event.ts";

/**
 * The text of an answer, piece by piece as it arrives: of a chat stream the first choice, of a Responses stream every
 * message. Leaving the loop early closes the source; what the source throws is thrown.
 *
 * @example
 * for await (const text of textOf(stream)) page.append(text);
 */
export function textOf(source: AnswerStream): AsyncIterable<string, undefined> {
  return deltasOf(source, "content", /^response\.output_text\.delta$/);
}
