import { sseEventsOf } from "../page/sse-events-of.ts";
import { type StreamFailure, toStreamFailure } from "../page/stream-failure.ts";
import type { EventLog, StoredEvent } from "./event-store.ts";

// As far as a store may fall behind before the stream waits for it.
const MAX_BATCH = 256;

/**
 * Reads a stream to its end, once, into a log, whether or not anyone reads that. While one write is under way, the
 * events that arrive are collected for the next.
 *
 * Give it the promise of the stream, and a call that fails is a recording that failed: whoever reads the log gets that
 * failure, in the words that {@link toEventStream} has for it. When the log takes no more, the source is closed.
 *
 * Resolves once the log has ended: with the failure, or undefined when the answer is whole. Rejects only when the log
 * cannot be ended.
 *
 * @example
 * const log = await store.create(id);
 * if (log) context.waitUntil(record(xai.responses.create({ model: "grok-4", input, stream: true }), log));
 */
export async function record<T extends object>(
  source: AsyncIterable<T> | PromiseLike<AsyncIterable<T>>,
  log: EventLog,
): Promise<StreamFailure | undefined> {
  let failure: StreamFailure | undefined;
  let batch: StoredEvent[] = [];
  let writing: Promise<void> | undefined;

  try {
    const events = sseEventsOf(await source);
    const write = async (): Promise<void> => {
      try {
        while (batch.length > 0) {
          const written = batch;
          batch = [];
          await log.append(written);
        }
      } catch (reason) {
        failure ??= toStreamFailure(reason);
        // Readers learn it now, even when the source is silent and does not let itself be closed.
        void Promise.allSettled([log.end(failure), events.return?.()]);
      }
      writing = undefined;
    };

    for (;;) {
      const result = await events.next();
      // What comes after a failed write is for nobody.
      if (result.done || failure) break;
      const { data, event } = result.value;
      batch.push({ data, event });
      writing ??= write();
      if (batch.length >= MAX_BATCH) await writing;
    }
  } catch (reason) {
    failure ??= toStreamFailure(reason);
  }
  await writing;
  await log.end(failure);
  return failure;
}
