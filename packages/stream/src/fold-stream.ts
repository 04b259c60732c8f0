import { XaiOptionsError } from "@xai-edge/core";
import type { Fold } from "./fold.ts";
import { truncated } from "./truncated.ts";

/**
 * A stream that is folded as it passes. Iterating it (once) gives the source's own events; leaving early closes the
 * source.
 */
export interface FoldedStream<Event, Whole> extends AsyncIterable<Event, undefined> {
  /** The answer so far: one object that grows in place. What arrived stays readable after a failure. */
  readonly snapshot: Whole;
  /**
   * Resolves with the snapshot once the answer is whole. Reads the source to its end if nothing iterates yet; after that,
   * iterating throws XaiOptionsError, so give the stream to its reader first. May be called any number of times.
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

  function iterate(isRead: boolean): AsyncIterator<Event, undefined> {
    if (isTaken) throw new XaiOptionsError("The stream was read before", "stream_already_read");
    const iterator = source[Symbol.asyncIterator]();
    isTaken = true;
    return {
      async next() {
        try {
          while (!isOver) {
            const result = await iterator.next();
            // Left while the source was silent: what it says now is for nobody.
            if (isOver) break;
            if (!result.done) {
              fold.add(result.value);
              if (isRead) return result;
            } else if (fold.isWhole) {
              isOver = true;
              resolve(fold.snapshot);
            } else throw truncated();
          }
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
        // Of what is settled already, this changes nothing.
        reject(new DOMException("The stream was left before the answer was whole", "AbortError"));
        await iterator.return?.();
        return DONE;
      },
    };
  }

  return {
    snapshot: fold.snapshot,
    [Symbol.asyncIterator]: () => iterate(true),
    final() {
      // With no reader, one call goes on to the end, without a promise of its own for every event.
      const read = async (): Promise<unknown> => iterate(false).next();
      if (!isTaken) read().catch(reject);
      return settled;
    },
  };
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };
