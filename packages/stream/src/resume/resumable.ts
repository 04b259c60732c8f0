import { isXaiError, XaiConnectionError, XaiProtocolError } from "@xai-edge/core";
import type { AnswerEvent } from "../answer-event.ts";
import type { ReceivedStream } from "../page/from-response.ts";
import { iterateOnce } from "./iterate-once.ts";

/** How {@link resumable} reconnects. */
export interface ResumableOptions {
  /** Stops it: iterating throws its reason at once. */
  readonly signal?: AbortSignal | undefined;
  /** How many times in a row it connects again without getting an event. Default: 5. */
  readonly maxRetries?: number | undefined;
  /**
   * Milliseconds before connecting again, unless the stream said another time; twice as long each time in a row, at most
   * 30,000, and up to half of it less by chance. Default: 1,000.
   */
  readonly retryMs?: number | undefined;
}

/**
 * Connects, and is given the id of the last event that was read: undefined the first time, and as long as none was
 * read. The signal aborts when the reader leaves or stops the stream.
 */
export type Connect<T extends object> = (
  lastEventId: string | undefined,
  signal: AbortSignal,
) => Promise<ReceivedStream<T>>;

const LONGEST_WAIT_MS = 30_000;

/**
 * A stream that goes on where it stopped when its connection is lost, with nothing lost and nothing repeated: the other
 * end of {@link resume}. It can be iterated once.
 *
 * It connects again when `connect` rejects, when the answer is a 5xx, when the connection is lost, and when the stream
 * ends before its end. Anything else is thrown: an error event, any other status, a stream that begins anew. So is the
 * loss itself when `maxRetries` are used up, or when events came without ids and it is not known where to go on.
 *
 * @example
 * const answer = resumable(async (lastEventId, signal) =>
 *   fromResponse(
 *     await fetch("/answers/42", { signal, headers: lastEventId ? { "last-event-id": lastEventId } : {} }),
 *     { signal },
 *   ),
 * );
 * for await (const text of textOf(answer)) page.append(text);
 */
export function resumable<T extends object = AnswerEvent>(
  connect: Connect<T>,
  { signal, maxRetries = 5, retryMs = 1_000 }: ResumableOptions = {},
): AsyncIterable<T, undefined> {
  const stop = new AbortController();
  const stopped = new Promise<never>((_resolve, reject) => {
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason));
  });
  stopped.catch(() => {});
  let stream: ReceivedStream<T> | undefined;
  let iterator: AsyncIterator<T, undefined> | undefined;
  let firstId: string | undefined;
  let lastId: string | undefined;
  let waitMs = retryMs;
  let retries = 0;
  let isNew = false;

  async function open(): Promise<void> {
    const opened = await connect(lastId, stop.signal);
    stream = opened;
    iterator = opened[Symbol.asyncIterator]();
    isNew = true;
    if (stop.signal.aborted) leave();
  }

  async function take(): Promise<T | undefined> {
    for (;;) {
      try {
        stop.signal.throwIfAborted();
        if (!iterator) await Promise.race([open(), stopped]);
        const result = await Promise.race([iterator?.next(), stopped]);
        if (!result || result.done) return undefined;
        const id = stream?.lastEventId;
        if (isNew && id && (id === firstId || id === lastId)) {
          throw new XaiProtocolError("The stream began anew", { code: "restarted_stream" });
        }
        isNew = false;
        retries = 0;
        firstId ??= id;
        lastId = id;
        return result.value;
      } catch (reason) {
        stop.signal.throwIfAborted();
        waitMs = stream?.retryMs ?? waitMs;
        if (!isLoss(reason, stream?.response.status) || lastId === "" || retries >= maxRetries) {
          throw isXaiError(reason) ? reason : lost(reason);
        }
        stream = undefined;
        iterator = undefined;
        await sleep(Math.min(waitMs * 2 ** retries++, LONGEST_WAIT_MS) * (1 - Math.random() / 2));
      }
    }
  }

  function leave(): void {
    iterator?.return?.().catch(() => {});
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        stop.signal.removeEventListener("abort", wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      stop.signal.addEventListener("abort", wake);
    });
  }

  function onAbort(): void {
    stop.abort(signal?.reason);
    leave();
  }

  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted) onAbort();
  return iterateOnce(take, () => {
    signal?.removeEventListener("abort", onAbort);
    stop.abort();
    leave();
  });
}

/** Whether connecting again may help; `status` is that of the answer, if there was one. */
function isLoss(reason: unknown, status: number | undefined): boolean {
  if (!isXaiError(reason)) return status === undefined;
  const { kind, code } = reason;
  return kind === "connection" || code === "truncated_stream" || (status !== undefined && status >= 500);
}

function lost(cause: unknown): XaiConnectionError {
  const facts = { code: "connection_lost", retryable: true, cause };
  return new XaiConnectionError("The connection was lost", facts);
}
