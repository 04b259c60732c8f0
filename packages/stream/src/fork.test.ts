import { XaiOptionsError } from "@xai-edge/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chatChunk, chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { foldChat } from "./fold-chat.ts";
import { fork } from "./fork.ts";
import { textOf } from "./text-of.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** Lets everything run that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

/** A source of numbers that counts how it is used, and tells of each read before it answers. */
function countingSource(count: number, failure?: Error, onRead: (read: number) => void = () => {}) {
  const used = { reads: 0, returns: 0, isEnded: false };
  async function read(): Promise<IteratorResult<number, undefined>> {
    onRead(++used.reads);
    await Promise.resolve();
    if (used.reads <= count) return { done: false, value: used.reads - 1 };
    if (failure) throw failure;
    return { done: true, value: undefined };
  }
  const source: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next() {
        const answer = read();
        // Before the reader learns of it.
        answer.then(
          ({ done }) => (used.isEnded = done === true),
          () => (used.isEnded = true),
        );
        return answer;
      },
      async return() {
        used.returns++;
        return { done: true, value: undefined };
      },
    }),
  };
  return { source, used };
}

/** What one reader does next; `isAtOnce` before anything else runs. */
interface Action {
  readonly reader: number;
  readonly does: "read" | "return" | "close";
  readonly isAtOnce: boolean;
}

const actions = (readers: number): fc.Arbitrary<Action[]> =>
  fc.array(
    fc.record({
      reader: fc.nat(readers - 1),
      does: fc.oneof(
        { weight: 12, arbitrary: fc.constant("read" as const) },
        { weight: 1, arbitrary: fc.constantFrom("return" as const, "close" as const) },
      ),
      isAtOnce: fc.boolean(),
    }),
    { maxLength: 120 },
  );

const runs = fc.integer({ min: 1, max: 4 }).chain((readers) =>
  fc.record({
    readers: fc.constant(readers),
    schedule: actions(readers),
    events: fc.nat(40),
    maxAhead: fc.integer({ min: 1, max: 8 }),
    fails: fc.boolean(),
  }),
);

describe("fork", () => {
  it("gives every reader the exact sequence, for any schedule of reading and leaving", async () => {
    await fc.assert(
      fc.asyncProperty(runs, async ({ readers: count, schedule, events, maxAhead, fails }) => {
        const failure = fails ? new Error("lost") : undefined;
        const readers = numbers(count).map(() => ({
          asked: 0,
          isGone: false,
          answers: [] as (number | "end" | Error)[],
        }));
        const present = (): typeof readers => readers.filter(({ isGone }) => !isGone);
        const { source, used } = countingSource(events, failure, (read) => {
          // Never more than somebody asked for, never further ahead than what may be held.
          expect(read).toBeLessThanOrEqual(Math.max(...readers.map(({ asked }) => asked)));
          expect(read).toBeLessThanOrEqual(Math.min(...present().map(({ asked }) => asked)) + maxAhead);
        });
        const forks = fork(source, count, { maxAhead });
        const iterators = forks.map((one) => one[Symbol.asyncIterator]());
        const read = (at: number): Promise<void> | undefined => {
          const reader = readers[at];
          if (!reader) return undefined;
          reader.asked++;
          return iterators[at]?.next().then(
            (result) => void reader.answers.push(result.done ? "end" : result.value),
            (reason: Error) => void reader.answers.push(reason),
          );
        };
        let returns = 0;
        const pending: (Promise<unknown> | undefined)[] = [];
        for (const { reader: at, does, isAtOnce } of schedule) {
          const reader = readers[at];
          if (does === "read") pending.push(read(at));
          else if (reader) {
            if (present().length === 1 && present()[0] === reader && !used.isEnded) returns = 1;
            reader.isGone = true;
            if (does === "close") forks[at]?.close();
            else pending.push(iterators[at]?.return?.());
          }
          if (!isAtOnce) await settle();
        }
        expect(used.returns).toBe(returns);
        const rest = present().map(async (reader) => {
          while (typeof reader.answers.at(-1) !== "string" && !(reader.answers.at(-1) instanceof Error))
            await read(readers.indexOf(reader));
        });
        await Promise.all([...pending, ...rest]);
        for (const { answers, isGone } of readers) {
          const given = answers.filter((answer) => typeof answer === "number");
          const after = answers.slice(given.length);
          const all = numbers(events);
          expect(given).toEqual(isGone ? all.slice(0, given.length) : all);
          // To who leaves the stream is over, whatever becomes of it.
          expect([failure ?? "end", isGone && "end"]).toEqual(expect.arrayContaining(after));
        }
        expect(used.returns).toBe(returns);
      }),
      { numRuns: 150 },
    );
  });

  it("lets a reader be ahead of another by so many events, then makes it wait", async () => {
    const { source, used } = countingSource(100);
    const [fast, slow] = fork(source, 2, { maxAhead: 3 });
    const seen: number[] = [];
    const reading = (async () => {
      for await (const value of fast) seen.push(value);
    })();
    await settle();
    expect(seen).toEqual([0, 1, 2]);
    expect(used.reads).toBe(3);
    const behind = slow[Symbol.asyncIterator]();
    await behind.next();
    await settle();
    expect(seen).toEqual([0, 1, 2, 3]);
    await behind.return?.();
    await reading;
    expect(seen).toEqual(numbers(100));
  });

  it("reads nothing before somebody asks", async () => {
    const { source, used } = countingSource(5);
    const [one] = fork(source, 2);
    const iterator = one[Symbol.asyncIterator]();
    await settle();
    expect(used.reads).toBe(0);
    await iterator.next();
    await settle();
    expect(used.reads).toBe(1);
  });

  it("hands out the events themselves, values that are undefined as well", async () => {
    const events = [{ a: 1 }, undefined, { b: 2 }];
    async function* source(): AsyncGenerator<object | undefined> {
      yield* events;
    }
    const [one, two] = fork(source(), 2);
    const [first, second] = await Promise.all([collect(one), collect(two)]);
    expect(first).toHaveLength(3);
    for (const [at, event] of events.entries()) {
      expect(first[at]).toBe(event);
      expect(second[at]).toBe(event);
    }
  });

  it("is not held back by a reader that left, or was closed before it began", async () => {
    const { source, used } = countingSource(50);
    const [one, two, three] = fork(source, 3, { maxAhead: 2 });
    two.close();
    const reading = collect(one);
    for await (const _ of three) break;
    expect(await reading).toEqual(numbers(50));
    expect(await collect(two)).toEqual([]);
    expect(used.returns).toBe(0);
  });

  it("closes the source when the last reader leaves, also while it is silent", async () => {
    const source = eventsOf(["a"], { isSilent: true });
    const [one, two] = fork(source, 2);
    const iterator = one[Symbol.asyncIterator]();
    await iterator.next();
    const waiting = [iterator.next(), iterator.next()];
    await iterator.return?.();
    expect(await Promise.all(waiting)).toMatchObject([{ done: true }, { done: true }]);
    expect(source.isClosed()).toBe(false);
    two.close();
    expect(source.isClosed()).toBe(true);
  });

  it("throws what the source throws to every reader, after the events before it, at each read", async () => {
    const failure = new Error("lost");
    const [one, two] = fork(eventsOf(["a", "b"], { failure }), 2);
    await expect(collect(one)).rejects.toBe(failure);
    const late = two[Symbol.asyncIterator]();
    expect([await late.next(), await late.next()]).toMatchObject([{ value: "a" }, { value: "b" }]);
    await expect(late.next()).rejects.toBe(failure);
    await expect(late.next()).rejects.toBe(failure);
  });

  it("lets a slow reader fall behind when told to, which then learns of it", async () => {
    const { source } = countingSource(20);
    const [fast, slow, gone] = fork(source, 3, { maxAhead: 4, onSlow: "drop" });
    const iterator = slow[Symbol.asyncIterator]();
    await iterator.next();
    gone.close();
    expect(await collect(fast)).toEqual(numbers(20));
    const reason = await iterator.next().catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(XaiOptionsError);
    expect(reason).toMatchObject({
      code: "fell_behind",
      message: "This reader fell more than 4 events behind the fastest",
    });
  });

  it("keeps a reader that is as far behind as allowed when slow ones are dropped", async () => {
    const { source } = countingSource(4);
    const [fast, slow] = fork(source, 2, { maxAhead: 4, onSlow: "drop" });
    const iterator = fast[Symbol.asyncIterator]();
    for (const value of numbers(4)) expect(await iterator.next()).toEqual({ done: false, value });
    expect((await slow[Symbol.asyncIterator]().next()).value).toBe(0);
  });

  it("gives views and folds a source of their own", async () => {
    const chunks = [
      chatChunk({ content: "It " }),
      chatChunk({ content: "is." }, { finish_reason: "stop" }),
      chunkOf([], { usage }),
    ];
    const [forPage, forLog] = fork(eventsOf(chunks), 2);
    const [text, whole] = await Promise.all([collect(textOf(forPage)), foldChat(forLog).final()]);
    expect(text).toEqual(["It ", "is."]);
    expect(whole.usage).toEqual(usage);
  });

  it("can be iterated once", async () => {
    const [one] = fork(eventsOf(["a"]), 1);
    await collect(one);
    expect(() => one[Symbol.asyncIterator]()).toThrow(
      expect.objectContaining({ name: "XaiOptionsError", code: "stream_already_read" }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "refuses %d as a number of readers and as maxAhead",
    (given) => {
      expect(() => fork(eventsOf([]), given)).toThrow(
        `Expected readers to be a whole number from 1, got ${given}`,
      );
      expect(() => fork(eventsOf([]), 1, { maxAhead: given })).toThrow(
        `Expected maxAhead to be a whole number from 1, got ${given}`,
      );
    },
  );
});
