import { XaiOptionsError } from "../errors.ts";
import { createSseDecoder, type SseDecoderOptions } from "../sse/sse-decoder.ts";
import { apiError, saysFailure } from "./api-error.ts";
import { broken } from "./broken.ts";
import { cancel, type Exchange } from "./exchange.ts";
import { parseObject, readJson } from "./read-json.ts";

/** What HTTP said about an answer. */
export interface ResponseFacts {
  status: number;
  headers: Headers;
  /** `x-request-id`, to name when asking xAI about a call. */
  requestId: string | undefined;
}

/** An event of a stream, with what the server-sent event said that carried it. */
export interface SseEvent<T extends object> {
  /** Its JSON as it arrived; of data over several lines, the lines. */
  data: string;
  /** Its name: `message` when it had none. */
  event: string;
  /** The last `id` so far, which is its own when it has one; empty before the first. */
  id: string;
  /** What `data` says: the event as iterating the stream gives it. */
  value: T;
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
  /**
   * The same events with their text as it arrived, to pass them on unchanged. Instead of iterating the stream itself:
   * its events, end and failures are the same, and they come once.
   */
  sseEvents(): AsyncIterable<SseEvent<T>, undefined>;
  /** Ends the stream early: iterating ends as if the answer were over, and the server is told. */
  close(): void;
  /** Stops the stream: iterating throws `reason` (default: an AbortError), and the server is told. */
  abort(reason?: unknown): void;
}

/** Whether an event, of this `type` of its own, is the last of its stream; `[DONE]` is in every stream. */
export type EndsStream<T> = (event: T, type: string) => boolean;

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
    const type = exchange.response.headers.get("content-type") ?? "of no content type";
    if (/^text\/event-stream/i.test(type)) return createStream(exchange, ends, options);
    if (/json/i.test(type)) await readJson(exchange);
    throw broken("not_a_stream", `Expected text/event-stream, the answer is ${type}`, exchange);
  };
}

/**
 * The events of one chunk wait in a queue behind the iterator, so that only a chunk costs a wait: an async generator
 * resumed for each event, or a chain of `pipeThrough`, takes 1.6 to 2.5 times as long. `apps/bench` measures `for await`
 * over this beside the same limit as the decoder: 1.2 to 1.35 times at 16 KiB chunks, 1.5 at one event a chunk, where
 * parsing each event as it comes is 1.3 by itself.
 */
function createStream<T extends object>(
  exchange: Exchange,
  ends: EndsStream<T>,
  options: SseDecoderOptions,
): XaiStream<T> {
  const { response, request, signal } = exchange;
  const reader = (response.body ?? new Blob().stream()).getReader();
  /** What comes after the events that wait: the end, or the failure. */
  let ending: Ending | undefined;
  let over = false;
  let taken = false;
  let dropEvents = (): void => {};

  /** Nothing more is given out, and the connection is left. */
  const finish = (how: Ending, leave = cancel): void => {
    if (over) return;
    over = true;
    ending = how;
    dropEvents();
    exchange.end();
    void leave(reader);
  };
  const close = (): void => finish(whole);
  const onStop = (reason: unknown): void => finish(failing(reason));
  signal.addEventListener("abort", () => onStop(signal.reason));

  const iterate = <Item extends object>(
    toItem: (value: T, data: string, event: string, id: string) => Item,
  ): AsyncIterator<Item, undefined> => {
    if (taken) throw new XaiOptionsError("This stream was iterated before", "stream_already_read");
    taken = true;
    /** What the last chunk brought, in order; `at` is the next to give out. */
    let queue: Item[] = [];
    let at = 0;
    dropEvents = () => {
      queue = [];
      at = 0;
    };
    /** The call of `next` that waits for a chunk. */
    let reading: Promise<IteratorResult<Item, undefined>> | undefined;

    const decoder = createSseDecoder((data, event, id) => {
      if (ending) return;
      // The name may be all that tells: the data of such an event need not have a type, or be JSON.
      if (event === "error") throw apiError(data, exchange);
      if (data === "[DONE]") {
        ending = whole;
        return;
      }
      let value: (T & { type?: unknown }) | undefined;
      try {
        value = JSON.parse(data);
      } catch {
        // Reported below.
      }
      if (typeof value !== "object" || !value) {
        // This throws, and says why; parsing every event behind it would cost 40 ns more each.
        value = parseObject(data, exchange, "invalid_event", "an event of the stream") as T;
      }
      // Looked up once: events have so many shapes that each time costs 20 ns.
      const { type } = value;
      if (saysFailure(value, type)) throw apiError(data, exchange);
      queue.push(toItem(value, data, event, id));
      if (ends(value, typeof type === "string" ? type : "")) ending = whole;
    }, options);

    /** What can be said without waiting: the next event, the end, or the failure. */
    const take = (): ReturnType<typeof onChunk> | undefined => {
      const item = at < queue.length ? queue[at++] : undefined;
      // The last event frees the connection at once, whether or not the end is asked for.
      if (ending && at === queue.length && (!item || ending === whole)) {
        finish(ending, ending === whole ? drain : cancel);
      }
      return item ? { done: false, value: item } : ending?.();
    };
    const read = (): Promise<IteratorResult<Item, undefined>> => {
      exchange.watch(onStop);
      return (reading = reader.read().then(onChunk, onLost));
    };
    const onChunk = ({
      value,
    }: {
      value?: Uint8Array | undefined;
    }): Promise<IteratorResult<Item, undefined>> | IteratorResult<Item, undefined> => {
      exchange.rest();
      dropEvents();
      try {
        if (!value) throw broken("truncated_stream", "The stream ended before its last event", exchange);
        decoder.push(value);
      } catch (error) {
        // What came whole before an event that is too long stands in the queue.
        ending ??= failing(
          error instanceof RangeError ? broken("event_too_long", error.message, exchange) : error,
        );
      }
      return settle();
    };
    const onLost = (cause: unknown): ReturnType<typeof onChunk> => {
      exchange.rest();
      ending ??= failing(exchange.lost(cause));
      return settle();
    };
    const settle = (): ReturnType<typeof onChunk> => {
      reading = undefined;
      return take() ?? read();
    };
    const pull = (): Promise<IteratorResult<Item, undefined>> => {
      // Nothing else has to be looked at for an event that others follow.
      const item = queue[at + 1] && queue[at++];
      if (item) return Promise.resolve({ done: false, value: item });
      // Called again before the last call was answered: one after the other.
      return reading ? reading.then(pull, pull) : Promise.resolve(take() ?? read());
    };
    return {
      next: pull,
      return() {
        close();
        return whole();
      },
    };
  };

  return {
    response: { status: response.status, headers: response.headers, requestId: request.id },
    [Symbol.asyncIterator]: () => iterate((value) => value),
    sseEvents: () => ({
      [Symbol.asyncIterator]: () => iterate((value, data, event, id) => ({ data, event, id, value })),
    }),
    close,
    abort: (reason = new DOMException("The stream was aborted", "AbortError")) => {
      if (!over) exchange.stop(reason);
    },
  };
}

/** How a stream ends, as the answer to each further call of `next`. */
type Ending = () => Promise<IteratorReturnResult<undefined>>;

const whole: Ending = () => Promise.resolve({ done: true, value: undefined });

function failing(reason: unknown): Ending {
  return () => Promise.reject(reason);
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
