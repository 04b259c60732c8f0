import { XaiOptionsError } from "@xai-edge/core";

/**
 * An iterable that can be iterated once: `take` gives the next value, or undefined at the end; `close` is called once,
 * when there is nothing more to take or the reader leaves. Calls of `next` are answered in their order.
 */
export function iterateOnce<Value extends {}>(
  take: () => Promise<Value | undefined>,
  close: () => unknown,
): AsyncIterable<Value, undefined> {
  let isTaken = false;
  let isOver = false;

  async function finish(): Promise<IteratorReturnResult<undefined>> {
    if (!isOver) {
      isOver = true;
      await close();
    }
    return { done: true, value: undefined };
  }

  async function step(): Promise<IteratorResult<Value, undefined>> {
    try {
      const value = isOver ? undefined : await take();
      // Left meanwhile: what came is for nobody.
      if (!isOver && value !== undefined) return { done: false, value };
    } catch (reason) {
      if (!isOver) {
        await finish();
        throw reason;
      }
    }
    return finish();
  }

  return {
    [Symbol.asyncIterator]() {
      if (isTaken) throw new XaiOptionsError("This stream was iterated before", "stream_already_read");
      isTaken = true;
      let turn: Promise<unknown> = Promise.resolve();
      return {
        next() {
          const result = turn.then(step, step);
          turn = result;
          return result;
        },
        return: finish,
      };
    },
  };
}
