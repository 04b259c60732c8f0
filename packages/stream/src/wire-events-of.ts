import type { ToolRunEvent } from "./run-tools.ts";

/**
 * The events of the model's answers in a run of tools, one step after the other, for {@link textOf} and other views that
 * do not depend on places. It can be iterated once, as the run can; leaving early ends the run, and what the run throws
 * is thrown.
 *
 * @example
 * const run = runTools(chatProtocol, { ask, toolbox, input });
 * for await (const text of textOf(wireEventsOf(run))) page.append(text);
 * const { costUsd } = await run.final();
 */
export function wireEventsOf<Event, Answer>(
  run: AsyncIterable<ToolRunEvent<Event, Answer>>,
): AsyncIterable<Event, undefined> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = run[Symbol.asyncIterator]();
      let turn: Promise<unknown> = Promise.resolve();

      async function take(): Promise<IteratorResult<Event, undefined>> {
        for (;;) {
          const { done, value } = await iterator.next();
          if (done) return DONE;
          if (value.type === "wire_event") return { done: false, value: value.event };
        }
      }

      return {
        next() {
          // Called again before the last call was answered: one after the other.
          const taken = turn.then(take, take);
          turn = taken;
          return taken;
        },
        async return() {
          await iterator.return?.();
          return DONE;
        },
      };
    },
  };
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };
