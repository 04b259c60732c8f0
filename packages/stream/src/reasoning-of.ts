import { deltasOf } from "./deltas-of.ts";
import type { AnswerStream } from "./answer-event.ts";

/**
 * The model's thinking, piece by piece as it arrives: of a chat stream the `reasoning_content` of the first choice, of a
 * Responses stream the summaries and the thoughts themselves, whichever the model shows. Leaving the loop early closes
 * the source; what the source throws is thrown.
 */
export function reasoningOf(source: AnswerStream): AsyncIterable<string, undefined> {
  return deltasOf(source, "reasoning_content", /^response\.reasoning(_summary)?_text\.delta$/);
}
