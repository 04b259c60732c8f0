import { XaiOptionsError, XaiProtocolError } from "@xai-edge/core";
import type { AnswerStream } from "./answer-event.ts";
import { createEndWatch } from "./end-watch.ts";
import { type Fields, fieldsOf } from "./wire-fields.ts";

/**
 * The values that `read` emits for each event of a source, which is read only as far as the reader of the view asks.
 * Leaving early closes the source at once, also while it is silent. Throws what the source throws, and XaiProtocolError
 * when the source ends before the answer does.
 */
export function viewOf<Value extends {}>(
  source: AnswerStream,
  read: (event: Fields, emit: (value: Value) => void) => void,
): AsyncIterable<Value, undefined> {
  let isTaken = false;

  function iterate(): AsyncIterator<Value, undefined> {
    if (isTaken) throw new XaiOptionsError("This view was iterated before", "stream_already_read");
    const iterator: AsyncIterator<unknown> = source[Symbol.asyncIterator]();
    isTaken = true;
    const end = createEndWatch();
    const values: Value[] = [];
    const emit = (value: Value): void => void values.push(value);
    let isOver = false;
    let turn: Promise<unknown> = Promise.resolve();

    async function take(): Promise<IteratorResult<Value, undefined>> {
      while (values.length === 0 && !isOver) {
        try {
          const result = await iterator.next();
          // Left while the source was silent: what it says now is for nobody.
          if (isOver) break;
          if (result.done) {
            if (!end.isWhole()) throw truncated();
            isOver = true;
          } else {
            const event = fieldsOf(result.value);
            end.see(event);
            read(event, emit);
          }
        } catch (reason) {
          if (isOver) break;
          isOver = true;
          throw reason;
        }
      }
      const value = values.shift();
      return value === undefined ? DONE : { done: false, value };
    }

    return {
      next() {
        // Called again before the last call was answered: one after the other.
        const taken = turn.then(take);
        turn = taken.catch(() => {});
        return taken;
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

function truncated(): XaiProtocolError {
  return new XaiProtocolError("The stream ended before the answer was whole", { code: "truncated_stream" });
}
