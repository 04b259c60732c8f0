import { XaiOptionsError } from "@xai-edge/core";
import type { AnswerStream } from "./answer-event.ts";
import { createEndWatch } from "./end-watch.ts";
import { truncated } from "./truncated.ts";
import { type Fields, fieldsOf } from "./wire-fields.ts";

/**
 * The values that are emitted for each event of a source, which is read only as far as the reader of the view asks.
 * Leaving early closes the source at once, also while it is silent. Throws what the source throws, and XaiProtocolError
 * when the source ends before the answer does.
 */
export function viewOf<Value>(
  source: AnswerStream,
  begin: (emit: (value: Value) => void) => (event: Fields) => void,
): AsyncIterable<Value, undefined> {
  let isTaken = false;

  function iterate(): AsyncIterator<Value, undefined> {
    if (isTaken) throw new XaiOptionsError("The stream was iterated before", "stream_already_read");
    const iterator: AsyncIterator<unknown> = source[Symbol.asyncIterator]();
    isTaken = true;
    const end = createEndWatch();
    const values: IteratorYieldResult<Value>[] = [];
    const read = begin((value) => values.push({ done: false, value }));
    let isOver = false;
    /** How many calls wait for an answer, and the last of them. */
    let waiting = 0;
    let turn: Promise<unknown> = Promise.resolve();

    async function answer(): Promise<IteratorResult<Value, undefined>> {
      try {
        while (values.length === 0 && !isOver) {
          const result = await iterator.next();
          // Left while the source was silent: what it says now is for nobody.
          if (isOver) break;
          if (result.done) {
            if (!end.isWhole()) throw truncated();
            isOver = true;
          } else {
            const event = fieldsOf(result.value);
            end.see(event);
            read(event);
          }
        }
      } catch (reason) {
        if (!isOver) {
          isOver = true;
          throw reason;
        }
      } finally {
        waiting -= 1;
      }
      return values.shift() ?? DONE;
    }

    return {
      next() {
        // Called again before the last call was answered: one after the other.
        const answered = waiting++ > 0 ? turn.then(answer, answer) : answer();
        turn = answered;
        return answered;
      },
      async return() {
        isOver = true;
        values.length = 0;
        await iterator.return?.();
        return DONE;
      },
    };
  }

  return { [Symbol.asyncIterator]: iterate };
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };
