import { XaiOptionsError, XaiProtocolError } from "../errors.ts";
import { createSseDecoder, type SseDecoderOptions } from "../sse/sse-decoder.ts";
import { apiError, saysFailure } from "./api-error.ts";
import { cancel, type Exchange } from "./exchange.ts";
import { readJson } from "./read-json.ts";

/** What HTTP said about an answer. */
export interface ResponseFacts {
  status: number;
  headers: Headers;
  /** `x-request-id`, to name when asking xAI about a call. */
  requestId: string | undefined;
}

/**
 * The events of a streamed answer, as they arrive. It can be iterated once.
 *
 * Iterating ends only where the protocol ends. Anything else throws, after every event that had arrived whole: an
 * `error` event or `response.failed` (XaiApiError), a lost connection (XaiConnectionError), a deadline
 * (XaiTimeoutError), a truncated or malformed stream (XaiProtocolError). An abort throws at once: the signal's own
 * reason.
 */
export interface XaiStream<T extends object> extends AsyncIterable<T, undefined> {
  readonly response: ResponseFacts;
  /** @throws XaiOptionsError when the stream was iterated before: its events are gone. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined>;
  /** Ends the stream early: iterating ends as if the answer were over, and the server is told. */
  close(): void;
  /** Stops the stream: iterating throws `reason` (default: an AbortError), and the server is told. */
  abort(reason?: unknown): void;
}

/** Whether an event is the last of its stream; `[DONE]` is in every stream. */
export type EndsStream<T> = (event: T) => boolean;

/** Makes the stream out of an answer. */
export type ReadStream<T extends object> = (
  exchange: Exchange,
  options: SseDecoderOptions,
) => Promise<XaiStream<T>>;

// How long to wait for the few bytes after the last event: read to its end, a connection can be used again.
const DRAIN_MS = 1_000;

/**
 * How to read answers that are streams of events of one kind, of which `ends` tells the last.
 *
 * What it gives throws XaiApiError for a JSON error under status 200, XaiProtocolError for what is no event stream.
 */
export function readStream<T extends object>(ends: EndsStream<T>): ReadStream<T> {
  return async (exchange, options) => {
    const type = exchange.response.headers.get("content-type")?.toLowerCase() ?? "of no content type";
    if (type.startsWith("text/event-stream")) return createStream(exchange, ends, options);
    if (type.includes("json")) await readJson(exchange);
    throw broken("not_a_stream", `Expected text/event-stream, the answer is ${type}`, exchange);
  };
}

/**
 * The payloads of one chunk wait in a queue behind the iterator, so that only a chunk costs a wait: an async generator
 * resumed for each event, or a chain of `pipeThrough`, takes 1.6 to 2.5 times as long.
 */
function createStream<T extends object>(
  exchange: Exchange,
  ends: EndsStream<T>,
  options: SseDecoderOptions,
): XaiStream<T> {
  const { response, request, signal } = exchange;
  const reader = response.body?.getReader();
  const decoder = createSseDecoder((data, event) => {
    // The name may be all that tells: the data of such an event need not have a type, or be JSON.
    if (event === "error") failLater(apiError(data, exchange));
    else if (!pending) queue.push(data);
  }, options);
  let queue: string[] = [];
  let at = 0;
  let taken = false;
  /** The call of `next` that waits for a chunk. */
  let reading: Promise<IteratorResult<T, undefined>> | undefined;
  /** What iterating throws once the queue is empty. */
  let pending: { reason: unknown } | undefined;
  /** Set once nothing more comes; with what iterating throws when that was not the protocol's end. */
  let over: { failure?: { reason: unknown } } | undefined;

  const finish = (how: typeof over, leave: typeof cancel): void => {
    if (over) return;
    over = how;
    queue = [];
    exchange.end();
    if (reader) void leave(reader);
  };
  const fail = (reason: unknown): void => finish({ failure: { reason } }, cancel);
  const failLater = (reason: unknown): void => {
    pending ??= { reason };
  };

  /** What can be said without waiting: the next event, the end, or (thrown) the failure. */
  const take = (): IteratorResult<T, undefined> | undefined => {
    if (signal.aborted) fail(signal.reason);
    if (!over) {
      if (at === queue.length) {
        if (!pending) return undefined;
        fail(pending.reason);
      } else {
        const data = queue[at++] ?? "";
        if (data === "[DONE]") {
          finish({}, drain);
        } else {
          try {
            const value = parse(data, exchange) as T;
            if (ends(value)) finish({}, drain);
            return { done: false, value };
          } catch (error) {
            fail(error);
          }
        }
      }
    }
    if (over?.failure) throw over.failure.reason;
    return DONE;
  };

  const read = (): Promise<IteratorResult<T, undefined>> => {
    if (!reader) return Promise.resolve({ done: true, value: undefined } as const).then(onChunk);
    exchange.watch(leave);
    return reader.read().then(onChunk, onLost);
  };
  // Where `fetch` does not heed its signal, this ends a pending read.
  const leave = (): void => {
    if (reader) void cancel(reader);
  };
  const onChunk = ({
    value,
  }: {
    value?: Uint8Array | undefined;
  }): ReturnType<typeof read> | IteratorResult<T, undefined> => {
    exchange.rest();
    queue = [];
    at = 0;
    try {
      if (value) decoder.push(value);
      else failLater(broken("truncated_stream", "The stream ended before its last event", exchange));
    } catch (error) {
      // What came whole before an event that is too long stands in the queue.
      failLater(error instanceof RangeError ? broken("event_too_long", error.message, exchange) : error);
    }
    return settle();
  };
  const onLost = (cause: unknown): ReturnType<typeof onChunk> => {
    exchange.rest();
    failLater(exchange.lost(cause));
    return settle();
  };
  const settle = (): ReturnType<typeof onChunk> => {
    reading = undefined;
    return take() ?? (reading = read());
  };

  const iterator: AsyncIterator<T, undefined> = {
    next() {
      // Called again before the last call was answered: one after the other.
      if (reading) return reading.then(iterator.next, iterator.next);
      try {
        const result = take();
        return result ? Promise.resolve(result) : (reading = read());
      } catch (error) {
        return Promise.reject(error);
      }
    },
    return() {
      finish({}, cancel);
      return Promise.resolve(DONE);
    },
  };
  return {
    response: { status: response.status, headers: response.headers, requestId: request.id },
    [Symbol.asyncIterator]() {
      if (taken) throw new XaiOptionsError("This stream was iterated before", "stream_already_read");
      taken = true;
      return iterator;
    },
    close: () => finish({}, cancel),
    abort: (reason = new DOMException("The stream was aborted", "AbortError")) => {
      if (!over) exchange.stop(reason);
    },
  };
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

function parse(data: string, exchange: Exchange): object {
  let event: unknown;
  try {
    event = JSON.parse(data);
  } catch {
    // The parser's own error is left out: it repeats what the server said.
    throw broken("invalid_event", "An event of the stream is not JSON", exchange);
  }
  if (typeof event !== "object" || event === null) {
    throw broken("invalid_event", "An event of the stream is not a JSON object", exchange);
  }
  if (saysFailure(event)) throw apiError(data, exchange);
  return event;
}

function broken(code: string, message: string, { request }: Exchange): XaiProtocolError {
  return new XaiProtocolError(message, { code, request });
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const timer = setTimeout(cancel, DRAIN_MS, reader);
  try {
    while (!(await reader.read()).done);
  } catch {
    // The answer is whole; how its connection ends does not matter any more.
  }
  clearTimeout(timer);
}
