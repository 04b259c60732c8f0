import { respond } from "./respond.ts";
import { type ToEventStreamOptions, toEventStream } from "./to-event-stream.ts";

/** How {@link toResponse} answers. */
export interface ToResponseOptions<T extends object> extends ToEventStreamOptions<T> {
  /** Sent along: for CORS, cookies and the like. */
  readonly headers?: HeadersInit | undefined;
}

/**
 * Answers a page with a stream as server-sent events, as {@link toEventStream} writes them, and with headers that keep
 * caches and intermediaries from holding them back. When the page leaves, the source is closed.
 *
 * @throws XaiOptionsError for a `heartbeatMs` that is not more than 0; what the source throws when it is being read
 * already.
 * @example
 * const stream = await xai.responses.create({ model: "grok-4", input, stream: true }, { signal: request.signal });
 * return toResponse(stream);
 */
export function toResponse<T extends object>(
  source: AsyncIterable<T>,
  { headers, ...options }: ToResponseOptions<T> = {},
): Response {
  return respond(toEventStream(source, options), "text/event-stream", headers);
}
