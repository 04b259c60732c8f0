import { XaiOptionsError } from "@xai-edge/core";
import { createTextCutter } from "./text-cutter.ts";

/** How text is paced. */
export interface PaceOptions {
  /**
   * What is never cut: a word with the spaces before it, or a grapheme (what a reader takes for one character). Words of more than
   * 64 characters may be. Default: `word`.
   */
  readonly by?: "grapheme" | "word" | undefined;
  /** Milliseconds from one piece to the next. Default: 16. */
  readonly frameMs?: number | undefined;
  /** Milliseconds, and at most a frame more, until what is certain to be whole is given. Default: 300. */
  readonly maxLagMs?: number | undefined;
  /**
   * Has `frame` called once, when the next piece may be given, and returns what cancels that. Default: `setTimeout` of
   * `frameMs`. In a page it may be
   * `(frame) => { const id = requestAnimationFrame(frame); return () => cancelAnimationFrame(id); }`; `frameMs` still
   * says how many frames there are to be expected.
   */
  readonly schedule?: ((frame: () => void) => () => void) | undefined;
}

interface Reader {
  readonly resolve: (result: IteratorResult<string, undefined>) => void;
  readonly reject: (reason: unknown) => void;
}

/** Nobody reads as fast as this would have to be given. */
const MOST_WAITING = 16_384;

/**
 * The text of a source whose pieces come unevenly, in small and even ones: as few words or graphemes a frame as keep the
 * text from lagging behind by more than `maxLagMs`. Emoji and other characters of many units are never cut, also where the source
 * cuts them. What is left when the source ends comes at once, and so does all that waits beyond 16,384 UTF-16 units. The source is
 * read only while the reader waits. Leaving the loop early closes it; what it throws is thrown, after what came before.
 *
 * @example
 * for await (const text of pace(textOf(stream))) page.append(text);
 */
export function pace(
  source: AsyncIterable<string>,
  options: PaceOptions = {},
): AsyncIterable<string, undefined> {
  const { by = "word", frameMs = 16, maxLagMs = 300, schedule = timeoutsOf(frameMs) } = options;
  let isTaken = false;

  function iterate(): AsyncIterator<string, undefined> {
    if (isTaken) throw new XaiOptionsError("This stream was iterated before", "stream_already_read");
    const iterator = source[Symbol.asyncIterator]();
    isTaken = true;
    const cut = createTextCutter(by);
    /** Calls of `next` that wait for an answer, in their order. */
    const readers: Reader[] = [];
    let text = "";
    /** Of each delta that waits: how much text waits up to its end, and until when. */
    let deltas: { length: number; readonly due: number }[] = [];
    /** A text that is no longer was looked at in vain. */
    let looked = 0;
    let isReading = false;
    let isOver = false;
    let failure: { readonly reason: unknown } | undefined;
    /** Cancels the frame that has to come before the next piece. */
    let cancel: (() => void) | undefined;

    /** As much of the text as is to be given now. */
    function cutNow(): number {
      const isFull = text.length > MOST_WAITING;
      if ((cancel && !isFull) || text.length <= looked) return 0;
      const now = performance.now();
      let share = isFull ? text.length : 1;
      for (const { length, due } of deltas) {
        share = Math.max(share, (length * frameMs) / Math.max(frameMs, due - now));
      }
      const length = cut(text, share);
      // A grapheme may be of any length: to look at all of it with each delta would take quadratic time.
      looked = length > 0 ? 0 : text.length + (text.length >> 6);
      for (const delta of deltas) delta.length -= length;
      deltas = deltas.filter((delta) => delta.length > 0);
      return length;
    }

    function serve(): void {
      for (let reader = readers[0]; reader; reader = readers[0]) {
        const length = isOver ? text.length : cutNow();
        if (length > 0) {
          reader.resolve({ done: false, value: text.slice(0, length) });
          text = text.slice(length);
          cancel?.();
          cancel = isOver ? undefined : schedule(onFrame);
        } else if (!isOver) {
          void read();
          return;
        } else if (failure) {
          reader.reject(failure.reason);
          failure = undefined;
        } else reader.resolve(DONE);
        readers.shift();
      }
    }

    function onFrame(): void {
      cancel = undefined;
      serve();
    }

    async function read(): Promise<void> {
      if (isReading) return;
      isReading = true;
      try {
        const result = await iterator.next();
        // Left while the source was silent: what it says now is for nobody.
        if (isOver) return;
        if (result.done) stop();
        else {
          text += result.value;
          deltas.push({ length: text.length, due: performance.now() + maxLagMs });
        }
      } catch (reason) {
        if (isOver) return;
        failure = { reason };
        stop();
      }
      isReading = false;
      serve();
    }

    function stop(): void {
      isOver = true;
      cancel?.();
      cancel = undefined;
    }

    return {
      next: () =>
        new Promise((resolve, reject) => {
          readers.push({ resolve, reject });
          serve();
        }),
      async return() {
        stop();
        text = "";
        failure = undefined;
        serve();
        await iterator.return?.();
        return DONE;
      },
    };
  }

  return { [Symbol.asyncIterator]: iterate };
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

function timeoutsOf(frameMs: number): (frame: () => void) => () => void {
  return (frame) => {
    const timer = setTimeout(frame, frameMs);
    return () => clearTimeout(timer);
  };
}
