import { bodyOf } from "./body-of.ts";
import { sseEventsOf } from "./sse-events-of.ts";
import { toErrorEvent, toStreamFailure } from "./stream-failure.ts";

/** How {@link toJsonLines} writes. */
export interface ToJsonLinesOptions<T extends object> {
  /** Sees each event on its way: for a fold or a meter. What it throws ends the stream as a failure. */
  readonly onEvent?: ((event: T) => void) | undefined;
}

/** The line after the last event: without it, an answer that was cut between two lines would look whole. */
export const LAST_LINE = '{"type":"done"}';

/**
 * Writes a stream as JSON, one event a line, ended by the line `{"type":"done"}`. The source is read only as fast as the
 * bytes are, and closed at once when they are cancelled. When it fails, the last line is the `error` event that
 * {@link toEventStream} writes.
 *
 * @throws what the source throws when it is being read already.
 */
export function toJsonLines<T extends object>(
  source: AsyncIterable<T>,
  { onEvent }: ToJsonLinesOptions<T> = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return bodyOf(sseEventsOf(source), {
    write({ data, value }) {
      onEvent?.(value);
      // Line ends in JSON stand between its tokens, where a space means the same.
      return `${data.replaceAll("\n", " ")}\n`;
    },
    end: `${LAST_LINE}\n`,
    writeFailure: (reason) => `${toErrorEvent(toStreamFailure(reason))}\n`,
  });
}
