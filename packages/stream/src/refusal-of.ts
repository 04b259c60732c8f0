import type { AnswerStream } from "./answer-event.ts";
import { deltasOf } from "./deltas-of.ts";
import type { ViewOptions } from "./view-options.ts";

/**
 * The words in which the model declines, piece by piece as they arrive; none where it answers. A messages stream has no
 * words of its own for that. Leaving the loop early closes the source; what the source throws is thrown.
 */
export function refusalOf(source: AnswerStream, options: ViewOptions = {}): AsyncIterable<string, undefined> {
  const places = { chat: "refusal", responses: /^response\.refusal\.delta$/, messages: "refusal" };
  return deltasOf(source, places, options);
}
