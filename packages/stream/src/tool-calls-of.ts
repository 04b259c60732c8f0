import type { AnswerStream } from "./answer-event.ts";
import { createToolCallReader, type StreamedToolCall } from "./tool-call-reader.ts";
import type { ViewOptions } from "./view-options.ts";
import { viewOf } from "./view.ts";

/**
 * The calls of your own functions, each as soon as it is complete: of a chat stream those of one choice, of a Responses
 * stream the `function_call` items, of a messages stream the `tool_use` blocks. A call that the end of an answer cut off
 * is not among them. Leaving the loop early closes the source; what the source throws is thrown.
 *
 * @example
 * for await (const call of toolCallsOf(stream)) results.push(run(call.name, JSON.parse(call.arguments)));
 */
export function toolCallsOf(
  source: AnswerStream,
  options: ViewOptions = {},
): AsyncIterable<StreamedToolCall, undefined> {
  return viewOf<StreamedToolCall>(source, (emit) =>
    createToolCallReader(options, (call, piece) => {
      if (piece === undefined) emit(call);
    }),
  );
}
