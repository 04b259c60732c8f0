import { XaiOptionsError, XaiProtocolError } from "../errors.ts";
import { SseDecoder } from "../sse/sse-decoder.ts";
import { apiError, saysFailure } from "./api-error.ts";
import { bodyReader, cancel, type Exchange, readChunk } from "./exchange.ts";
import { readJson } from "./read-json.ts";

/** What HTTP said about an answer. */
export interface ResponseFacts {
  status: number;
  headers: Headers;
  /** `x-request-id`, to name when asking xAI about a call. */
  requestId: string | undefined;
}

/** How the events of one kind of stream end, beside `[DONE]`, which ends them all. */
export type EndsStream<T> = (event: T) => boolean;

export interface StreamOptions {
  /** Longest event in UTF-16 code units; no limit when absent. */
  maxEventChars?: number | undefined;
}

// How long to wait for the few bytes after the last event: read to its end, a connection can be used again.
const DRAIN_MS = 1_000;

/**
 * The events of a streamed answer, as they arrive. It can be iterated once.
 *
 * Iterating ends only where the protocol ends. Anything else throws, after every event that had arrived whole: an
 * `error` event or `response.failed` (XaiApiError), a lost connection (XaiConnectionError), a deadline
 * (XaiTimeoutError), a truncated or malformed stream (XaiProtocolError), an abort (the signal's own reason).
 */
export class XaiStream<T extends object> implements AsyncIterable<T> {
  readonly response: ResponseFacts;
  readonly #iterator: StreamIterator<T>;
  #taken = false;

  constructor(exchange: Exchange, ends: EndsStream<T>, options: StreamOptions = {}) {
    const { response, request } = exchange;
    this.response = { status: response.status, headers: response.headers, requestId: request.id };
    this.#iterator = new StreamIterator(exchange, ends, options);
  }

  /** @throws XaiOptionsError when the stream was iterated before: its events are gone. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    if (this.#taken) throw new XaiOptionsError("This stream was iterated before", "stream_already_read");
    this.#taken = true;
    return this.#iterator;
  }

  /** Ends the stream early: iterating ends as if the answer were over, and the server is told. */
  close(): void {
    void this.#iterator.return();
  }

  /** Stops the stream: iterating throws `reason`, and the server is told. */
  abort(reason: unknown = new DOMException("The stream was aborted", "AbortError")): void {
    this.#iterator.abort(reason);
  }
}

/**
 * The payloads of one chunk wait in a queue behind the iterator, so that only a chunk costs a wait. Measured by
 * `apps/bench`: an async generator resumed an event, or a chain of `pipeThrough`, is 1.6 to 2.5 times slower.
 */
class StreamIterator<T extends object> implements AsyncIterator<T, undefined> {
  readonly #exchange: Exchange;
  readonly #ends: EndsStream<T>;
  readonly #decoder: SseDecoder;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #queue: string[] = [];
  #at = 0;
  /** An event longer than allowed came after what is in the queue. */
  #tooLong: XaiProtocolError | undefined;
  /** Set once nothing more comes; with what iterating throws when that was not the protocol's end. */
  #over: { failure?: { reason: unknown } } | undefined;
  #reading: Promise<void> | undefined;

  constructor(exchange: Exchange, ends: EndsStream<T>, options: StreamOptions) {
    this.#exchange = exchange;
    this.#ends = ends;
    this.#decoder = new SseDecoder((data) => this.#queue.push(data), options);
    this.#reader = bodyReader(exchange);
  }

  next(): Promise<IteratorResult<T, undefined>> {
    // Called again before the last call was answered: one after the other.
    if (this.#reading !== undefined) return this.#reading.then(() => this.next());
    try {
      const result = this.#take();
      if (result !== undefined) return Promise.resolve(result);
    } catch (error) {
      return Promise.reject(error);
    }
    const result = this.#fill();
    const over = (): void => {
      this.#reading = undefined;
    };
    this.#reading = result.then(over, over);
    return result;
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#end({});
    if (this.#reader) void cancel(this.#reader);
    return Promise.resolve(DONE);
  }

  abort(reason: unknown): void {
    if (this.#over === undefined) this.#exchange.deadlines.stop(reason);
  }

  async #fill(): Promise<IteratorResult<T, undefined>> {
    for (;;) {
      try {
        const chunk = this.#reader && (await readChunk(this.#reader, this.#exchange));
        if (chunk === undefined)
          throw this.#broken("truncated_stream", "The stream ended before its last event");
        this.#queue = [];
        this.#at = 0;
        this.#push(chunk);
      } catch (reason) {
        this.#fail(reason);
      }
      const result = this.#take();
      if (result !== undefined) return result;
    }
  }

  #push(chunk: Uint8Array): void {
    try {
      this.#decoder.push(chunk);
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      this.#tooLong = this.#broken("event_too_long", cause.message, cause);
    }
  }

  /** What is to be said without waiting: the next event, the end, or (thrown) the failure. */
  #take(): IteratorResult<T, undefined> | undefined {
    const { stopped } = this.#exchange.deadlines;
    if (stopped) this.#fail(stopped.reason);
    if (this.#over === undefined) {
      const data = this.#queue[this.#at++];
      if (data !== undefined && data !== "[DONE]") {
        const event = this.#parse(data);
        if (event !== undefined) {
          if (this.#ends(event)) this.#complete();
          return { done: false, value: event };
        }
      } else if (data !== undefined) {
        this.#complete();
      } else if (this.#tooLong !== undefined) {
        this.#fail(this.#tooLong);
      } else {
        return undefined;
      }
    }
    if (this.#over?.failure) throw this.#over.failure.reason;
    return DONE;
  }

  #parse(data: string): T | undefined {
    try {
      const event: unknown = JSON.parse(data);
      if (typeof event === "object" && event !== null) {
        if (!saysFailure(event)) return event as T;
        this.#fail(apiError(data, this.#exchange));
      } else {
        this.#fail(
          this.#broken("invalid_event", `An event of the stream is a JSON ${typeof event}, not an object`),
        );
      }
    } catch (cause) {
      this.#fail(this.#broken("invalid_event", "An event of the stream is not JSON", cause));
    }
    return undefined;
  }

  #fail(reason: unknown): void {
    if (this.#end({ failure: { reason } }) && this.#reader) void cancel(this.#reader);
  }

  #complete(): void {
    if (this.#end({}) && this.#reader) void drain(this.#reader);
  }

  /** Ends the stream in this way unless it is over already. */
  #end(over: { failure?: { reason: unknown } }): boolean {
    if (this.#over !== undefined) return false;
    this.#over = over;
    this.#queue = [];
    this.#exchange.deadlines.end();
    return true;
  }

  #broken(code: string, message: string, cause?: unknown): XaiProtocolError {
    return new XaiProtocolError(message, { code, request: this.#exchange.request, cause });
  }
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const timer = setTimeout(() => void cancel(reader), DRAIN_MS);
  try {
    while (!(await reader.read()).done);
  } catch {
    // The answer is whole; how its connection ends does not matter any more.
  }
  clearTimeout(timer);
}

/** Makes the stream out of an answer. */
export type ReadStream<T extends object> = (
  exchange: Exchange,
  options: StreamOptions,
) => Promise<XaiStream<T>>;

/**
 * How to read answers that are streams of events of one kind, of which `ends` tells the last.
 *
 * What it gives throws XaiApiError for a JSON error under status 200, XaiProtocolError for what is no event stream.
 */
export function readStream<T extends object>(ends: EndsStream<T>): ReadStream<T> {
  return async (exchange, options) => {
    const type = exchange.response.headers.get("content-type") ?? "of no content type";
    if (type.startsWith("text/event-stream")) return new XaiStream(exchange, ends, options);
    if (type.includes("json")) await readJson(exchange);
    throw new XaiProtocolError(`Expected text/event-stream, the answer is ${type}`, {
      code: "not_a_stream",
      request: exchange.request,
    });
  };
}
