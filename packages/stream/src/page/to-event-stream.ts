import { type SseEvent, XaiOptionsError } from "@xai-edge/core";
import { bodyOf } from "./body-of.ts";
import { sseEventsOf } from "./sse-events-of.ts";
import { toErrorEvent, toStreamFailure } from "./stream-failure.ts";

/** How {@link toEventStream} writes. */
export interface ToEventStreamOptions<T extends object> {
  /**
   * Milliseconds of silence after which a comment is sent, which keeps the connection open and finds out whether the
   * other end is still there. More than 0; Infinity for none. Default: 15,000.
   */
  readonly heartbeatMs?: number | undefined;
  /** Milliseconds that the other end is asked to wait before it connects again; not said when absent. */
  readonly retryMs?: number | undefined;
  /** Sees each event on its way: for a fold or a meter. What it throws ends the stream as a failure. */
  readonly onEvent?: ((event: T) => void) | undefined;
}

/**
 * Writes a stream as server-sent events, ended by `data: [DONE]`. `data`, `event` and `id` are as they arrived when the
 * source is a stream of the client or of {@link resume}; other events are written as JSON.
 *
 * The source is read only as fast as the bytes are, and closed at once when they are cancelled. When it fails, an
 * `error` event is the last thing written: with the server's own message, code and status if the server said so, else
 * with no more than a code.
 *
 * @throws XaiOptionsError for a `heartbeatMs` that is not more than 0; what the source throws when it is being read
 * already.
 */
export function toEventStream<T extends object>(
  source: AsyncIterable<T>,
  { heartbeatMs = 15_000, retryMs, onEvent }: ToEventStreamOptions<T> = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (!(heartbeatMs > 0)) {
    throw new XaiOptionsError(`Expected heartbeatMs to be more than 0, got ${heartbeatMs}`);
  }
  let start = retryMs === undefined ? "" : `retry: ${retryMs}\n\n`;
  let lastId = "";

  function write({ data, event, id, value }: SseEvent<T>): string {
    onEvent?.(value);
    let lines = start;
    start = "";
    if (event !== "message") lines += `event: ${event}\n`;
    if (id !== lastId) lines += `id: ${(lastId = id)}\n`;
    return `${lines}data: ${data.replaceAll("\n", "\ndata: ")}\n\n`;
  }

  return bodyOf(sseEventsOf(source), {
    write,
    end: "data: [DONE]\n\n",
    writeFailure: (reason) => `event: error\ndata: ${toErrorEvent(toStreamFailure(reason))}\n\n`,
    heartbeat: { text: ":\n\n", afterMs: heartbeatMs },
  });
}
