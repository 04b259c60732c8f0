import type { AnswerStream } from "../answer-event.ts";
import { respond } from "./respond.ts";
import { type ToTextStreamOptions, toTextStream } from "./to-text-stream.ts";

/** How {@link toTextResponse} answers. */
export interface ToTextResponseOptions extends ToTextStreamOptions {
  /** Sent along: for CORS, cookies and the like. */
  readonly headers?: HeadersInit | undefined;
}

/** Answers a page with the text of an answer: {@link toTextStream} with the headers of {@link toResponse}. */
export function toTextResponse(
  source: AnswerStream,
  { headers, ...options }: ToTextResponseOptions = {},
): Response {
  return respond(toTextStream(source, options), "text/plain", headers);
}
