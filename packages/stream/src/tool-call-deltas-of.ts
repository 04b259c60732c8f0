import type { AnswerStream } from "./answer-event.ts";
import { createToolCallReader, type StreamedToolCall } from "./tool-call-reader.ts";
import type { ViewOptions } from "./view-options.ts";
import { viewOf } from "./view.ts";

/** A call that grows: as it is by now, and what has just come. */
export interface ToolCallDelta extends StreamedToolCall {
  /** The next piece of the arguments; empty when the call has only just begun. */
  readonly delta: string;
}

/**
 * The calls of your own functions as they grow: each at its start, then with every piece of its arguments. Which calls
 * were completed is what {@link toolCallsOf} tells. Leaving the loop early closes the source; what the source throws is
 * thrown.
 */
export function toolCallDeltasOf(
  source: AnswerStream,
  options: ViewOptions = {},
): AsyncIterable<ToolCallDelta, undefined> {
  return viewOf<ToolCallDelta>(source, (emit) =>
    createToolCallReader(options, (call, delta) => {
      if (delta !== undefined) emit({ ...call, delta });
    }),
  );
}
