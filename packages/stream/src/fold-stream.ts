import { XaiOptionsError, XaiProtocolError } from "@xai-edge/core";
import type { Fold } from "./fold.ts";

/**
 * A stream that is folded as it passes. Iterating it (once) gives the source's own events; leaving early closes the
 * source.
 */
export interface FoldedStream<Event, Whole> extends AsyncIterable<Event, undefined> {
  /** The answer so far: one object that grows in place. What arrived stays readable after a failure. */
  readonly snapshot: Whole;
  /**
   * Resolves with the snapshot once the answer is whole. Reads the source to its end if nothing iterates; after that,
   * iterating throws XaiOptionsError. May be called any number of times.
   *
   * Rejects with whatever the source throws, with XaiApiError when an event says that the call failed, with
   * XaiProtocolError when the source ends before the answer does, and with an AbortError when iterating was left
   * before that.
   */
  readonly final: () => Promise<Whole>;
}

/** Runs every event of a source through a fold on its way to the reader. */
export function foldStream<Event, Whole>(
  source: AsyncIterable<Event>,
  fold: Fold<Event, Whole>,
): FoldedStream<Event, Whole> {
  let isTaken = false;
  let isOver = false;
  let resolve: (whole: Whole) => void;
  let reject: (reason: unknown) => void;
  const settled = new Promise<Whole>((...both) => ([resolve, reject] = both));
  // Nobody has to ask for the final answer.
  settled.catch(() => {});

  function iterate(): AsyncIterator<Event, undefined> {
    if (isTaken) throw new XaiOptionsError("The stream was iterated before", "stream_already_read");
    const iterator = source[Symbol.asyncIterator]();
    isTaken = true;
    return {
      async next() {
        try {
          const result = isOver ? DONE : await iterator.next();
          if (isOver) return DONE;
          if (!result.done) {
            fold.add(result.value);
            return result;
          }
          if (!fold.isWhole) {
            throw new XaiProtocolError("The stream ended before the answer was whole", {
              code: "truncated_stream",
            });
          }
          isOver = true;
          resolve(fold.snapshot);
          return DONE;
        } catch (reason) {
          isOver = true;
          reject(reason);
          throw reason;
        }
      },
      async return() {
        isOver = true;
        if (fold.isWhole) resolve(fold.snapshot);
        else reject(new DOMException("The stream was left before the answer was whole", "AbortError"));
        await iterator.return?.();
        return DONE;
      },
    };
  }

  const stream: FoldedStream<Event, Whole> = {
    snapshot: fold.snapshot,
    [Symbol.asyncIterator]: iterate,
    final() {
      if (!isTaken) drain(stream).catch(reject);
      return settled;
    },
  };
  return stream;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

async function drain(events: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of events);
}
