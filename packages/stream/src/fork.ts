import { XaiOptionsError } from "@xai-edge/core";

/** How {@link fork} treats readers of different speed. */
export interface ForkOptions {
  /**
   * How many events the fastest reader may be ahead of the slowest one, which is also how many are held at most: a
   * whole number from 1. Default: 256, which is some 100 KB of an answer's deltas.
   */
  readonly maxAhead?: number | undefined;
  /**
   * What happens when a reader is so far behind. `wait` (default): the faster ones wait for it. `drop`: they go on, and
   * the next read of the one left behind throws XaiOptionsError with the code `fell_behind`.
   */
  readonly onSlow?: "wait" | "drop" | undefined;
}

/** One reader's share of a stream: every event of it, in order. It can be iterated once. */
export interface ForkedStream<T> extends AsyncIterable<T, undefined> {
  /** Leaves the stream, also while it is silent or without having begun: iterating ends as if it were over. */
  close(): void;
}

/** As many forks as were asked for. */
export type Forks<T, Count extends number> = number extends Count
  ? ForkedStream<T>[]
  : Tuple<ForkedStream<T>, Count>;

type Tuple<Item, Count extends number, Made extends Item[] = []> = Made["length"] extends Count
  ? Made
  : Tuple<Item, Count, [...Made, Item]>;

/** An event that somebody has still to read. */
interface Held<T> {
  readonly value: T;
  /** How many have. */
  readersLeft: number;
}

interface Reader<T> {
  /** The position of the event that it reads next. */
  at: number;
  /** Its calls of `next` that wait for an answer, the oldest first. */
  readonly waiting: ((answer: Answer<T>) => void)[];
  isLeftBehind: boolean;
}

type Answer<T> = IteratorResult<T, undefined> | Promise<never>;

/**
 * Gives each of several readers all events of one stream, each at its own pace. The source is read only as far as the
 * fastest asks, and closed when the last one leaves; a reader that leaves holds nobody back any more. What the source
 * throws, every reader gets after the events before it.
 *
 * All readers are present from the start, so read them at the same time: with `wait`, a loop over one that waits for a
 * loop over another to begin stops after `maxAhead` events. Close a fork that nobody is going to read.
 *
 * @throws XaiOptionsError when the number of readers or `maxAhead` is no whole number from 1, and what the source
 * throws when it is being read already.
 * @example
 * const [forPage, forLog] = fork(stream, 2);
 * await Promise.all([show(textOf(forPage)), record(forLog)]);
 */
export function fork<T, const Count extends number>(
  source: AsyncIterable<T>,
  readers: Count,
  options: ForkOptions = {},
): Forks<T, Count> {
  const { maxAhead = 256, onSlow = "wait" } = options;
  expectCount("readers", readers);
  expectCount("maxAhead", maxAhead);
  const iterator = source[Symbol.asyncIterator]();
  const present = new Set<Reader<T>>();
  // By position: oldest first, and only as large as what is held.
  const held = new Map<number, Held<T>>();
  let arrived = 0;
  let waitingCalls = 0;
  let isPulling = false;
  /** Set once nothing more comes; with what the source threw, if it did. */
  let end: { readonly failure?: { readonly reason: unknown } } | undefined;

  /** What can be said to a reader without waiting. */
  function take(reader: Reader<T>): Answer<T> | undefined {
    if (reader.isLeftBehind) return Promise.reject(fellBehind(maxAhead));
    if (!present.has(reader)) return DONE;
    const next = held.get(reader.at);
    if (next) {
      pass(reader.at++, next);
      return { done: false, value: next.value };
    }
    return end?.failure ? Promise.reject(end.failure.reason) : end && DONE;
  }

  function pass(at: number, event: Held<T>): void {
    if (--event.readersLeft === 0) held.delete(at);
  }

  function remove(reader: Reader<T>): void {
    present.delete(reader);
    for (const [at, event] of held) if (at >= reader.at) pass(at, event);
  }

  /** Reads on as long as somebody waits for it and there is room. */
  async function pull(): Promise<void> {
    if (isPulling) return;
    isPulling = true;
    while (waitingCalls > 0 && !end && makeRoom()) {
      try {
        const { done, value } = await iterator.next();
        if (done) end ??= {};
        else held.set(arrived++, { value, readersLeft: present.size });
      } catch (reason) {
        end ??= { failure: { reason } };
      }
      for (const reader of present) answer(reader);
    }
    isPulling = false;
  }

  function makeRoom(): boolean {
    if (held.size < maxAhead) return true;
    if (onSlow !== "drop") return false;
    const [oldest] = held.keys();
    for (const reader of present) {
      if (reader.at !== oldest) continue;
      reader.isLeftBehind = true;
      remove(reader);
    }
    return true;
  }

  function answer(reader: Reader<T>): void {
    const { waiting } = reader;
    while (waiting.length > 0) {
      const next = take(reader);
      if (!next) return;
      waitingCalls--;
      waiting.shift()?.(next);
    }
  }

  async function leave(reader: Reader<T>): Promise<void> {
    if (!present.has(reader)) return;
    remove(reader);
    answer(reader);
    if (present.size > 0) void pull();
    else if (!end) {
      end = {};
      await iterator.return?.();
    }
  }

  function createFork(): ForkedStream<T> {
    const reader: Reader<T> = { at: 0, waiting: [], isLeftBehind: false };
    let isTaken = false;
    present.add(reader);
    return {
      [Symbol.asyncIterator]() {
        if (isTaken) throw new XaiOptionsError("This fork was iterated before", "stream_already_read");
        isTaken = true;
        return {
          next() {
            const known = take(reader);
            const result = known
              ? Promise.resolve(known)
              : new Promise<IteratorResult<T, undefined>>((resolve) => {
                  reader.waiting.push(resolve);
                  waitingCalls++;
                });
            void pull();
            return result;
          },
          async return() {
            await leave(reader);
            return DONE;
          },
        };
      },
      close() {
        // Who leaves does not learn how the source takes it.
        leave(reader).catch(() => {});
      },
    };
  }

  return Array.from({ length: readers }, createFork) as Forks<T, Count>;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

function expectCount(name: string, given: number): void {
  if (!Number.isSafeInteger(given) || given < 1)
    throw new XaiOptionsError(`Expected ${name} to be a whole number from 1, got ${given}`);
}

function fellBehind(maxAhead: number): XaiOptionsError {
  return new XaiOptionsError(
    `This reader fell more than ${maxAhead} events behind the fastest`,
    "fell_behind",
  );
}
