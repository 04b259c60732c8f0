import { XaiOptionsError } from "@xai-edge/core";

/**
 * Work that tells what happens as it happens, and has a result in the end. It begins when it is first asked for either,
 * and goes on as its reader does. Iterating it (once) gives its events; leaving early ends it at once.
 */
export interface StreamedRun<Event, Result> extends AsyncIterable<Event, undefined> {
  /**
   * Resolves with the result. Does the work to its end if nothing iterates; after that, iterating throws
   * XaiOptionsError. May be called any number of times. Rejects with what ended the work early: what was thrown, the
   * signal's own reason, or an AbortError when iterating was left.
   */
  readonly final: () => Promise<Result>;
}

/** What the work of a run is given. */
export interface RunContext {
  /** Aborted when the run ends, however it does. */
  readonly signal: AbortSignal;
  /** Waits for something, one at a time, but not beyond the end of the run. */
  readonly until: <Value>(work: Promise<Value>) => Promise<Value>;
}

/** Makes a run out of a generator whose every wait is one of `until`, so that nothing it waits for can hold it up. */
export function createRun<Event, Result>(
  work: (context: RunContext) => AsyncGenerator<Event, Result>,
  outer: AbortSignal | undefined,
): StreamedRun<Event, Result> {
  const controller = new AbortController();
  const { signal } = controller;
  let isTaken = false;
  let isOver = false;
  let failure: { readonly reason: unknown } | undefined;
  let interrupt: (reason: unknown) => void = () => {};
  let resolve: (result: Result) => void;
  let reject: (reason: unknown) => void;
  const settled = new Promise<Result>((...both) => ([resolve, reject] = both));
  // Nobody has to ask for the result.
  settled.catch(() => {});

  const events = work({
    signal,
    until: (awaited) =>
      new Promise((pass, fail) => {
        interrupt = fail;
        if (isOver) fail(signal.reason);
        awaited.then(pass, fail);
      }),
  });
  const end = (reason: unknown): Promise<unknown> => {
    isOver = true;
    outer?.removeEventListener("abort", abort);
    controller.abort(reason);
    interrupt(reason);
    // Only once the work has tidied up is it over.
    return events.return(undefined as Result).then(
      () => reject(reason),
      () => reject(reason),
    );
  };
  const fail = (reason: unknown): void => {
    if (isOver) return;
    failure = { reason };
    void end(reason);
  };
  const abort = (): void => fail(outer?.reason);

  const run: StreamedRun<Event, Result> = {
    [Symbol.asyncIterator]() {
      if (isTaken) throw new XaiOptionsError("This run was iterated before", "stream_already_read");
      isTaken = true;
      outer?.addEventListener("abort", abort);
      if (outer?.aborted) abort();
      return {
        async next() {
          try {
            const result = await events.next();
            if (!isOver && !result.done) return result;
            if (!isOver) {
              resolve(result.value as Result);
              void end(undefined);
            }
          } catch (reason) {
            fail(reason);
          }
          if (failure) throw failure.reason;
          return DONE;
        },
        async return() {
          if (!isOver) await end(new DOMException("The run was left before its end", "AbortError"));
          return DONE;
        },
      };
    },
    final() {
      if (!isTaken) drain(run).catch(() => {});
      return settled;
    },
  };
  return run;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

async function drain(events: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of events);
}
