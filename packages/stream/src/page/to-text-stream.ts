import type { AnswerEvent, AnswerStream } from "../answer-event.ts";
import { textOf } from "../text-of.ts";
import { bodyOf } from "./body-of.ts";

/** How {@link toTextStream} writes. */
export interface ToTextStreamOptions {
  /** Sees each event on its way: for a fold or a meter. What it throws ends the stream as a failure. */
  readonly onEvent?: ((event: AnswerEvent) => void) | undefined;
}

/**
 * Writes the text of an answer, as {@link textOf} reads it, and nothing else. The source is read only as fast as the
 * bytes are, and closed at once when they are cancelled. Text has no room for an error: when the source fails or ends
 * before the answer is whole, so does what is written, and the connection breaks off.
 */
export function toTextStream(
  source: AnswerStream,
  { onEvent }: ToTextStreamOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const seen = onEvent ? seenBy(onEvent, source) : source;
  return bodyOf(textOf(seen)[Symbol.asyncIterator](), { write: (text) => text });
}

function seenBy(onEvent: (event: AnswerEvent) => void, source: AnswerStream): AnswerStream {
  return {
    [Symbol.asyncIterator]() {
      const iterator = source[Symbol.asyncIterator]();
      return {
        async next() {
          const result = await iterator.next();
          if (!result.done) {
            try {
              onEvent(result.value);
            } catch (reason) {
              await iterator.return?.();
              throw reason;
            }
          }
          return result;
        },
        async return() {
          await iterator.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
