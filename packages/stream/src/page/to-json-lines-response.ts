import { respond } from "./respond.ts";
import { type ToJsonLinesOptions, toJsonLines } from "./to-json-lines.ts";

/** How {@link toJsonLinesResponse} answers. */
export interface ToJsonLinesResponseOptions<T extends object> extends ToJsonLinesOptions<T> {
  /** Sent along: for CORS, cookies and the like. */
  readonly headers?: HeadersInit | undefined;
}

/**
 * Answers a page with a stream as JSON, one event a line: {@link toJsonLines} with the headers of {@link toResponse}.
 *
 * @throws what the source throws when it is being read already.
 */
export function toJsonLinesResponse<T extends object>(
  source: AsyncIterable<T>,
  { headers, ...options }: ToJsonLinesResponseOptions<T> = {},
): Response {
  return respond(toJsonLines(source, options), "application/x-ndjson", headers);
}
