import type { AnswerStream } from "./answer-event.ts";
import { deltasOf } from "./deltas-of.ts";
import type { ViewOptions } from "./view-options.ts";

/**
 * The model's thinking, piece by piece as it arrives: of a chat stream the `reasoning_content` of one choice, of a
 * Responses stream the summaries and the thoughts themselves, whichever the model shows, of a messages stream the
 * thinking blocks. Leaving the loop early closes the source; what the source throws is thrown.
 */
export function reasoningOf(
  source: AnswerStream,
  options: ViewOptions = {},
): AsyncIterable<string, undefined> {
  const responses = /^response\.reasoning(_summary)?_text\.delta$/;
  return deltasOf(source, { chat: "reasoning_content", responses, messages: "thinking" }, options);
}
