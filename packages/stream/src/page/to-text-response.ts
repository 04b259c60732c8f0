import type { AnswerStream } from "../answer-event.ts";
import { respond } from "./respond.ts";
import { type TextStreamOptions, toTextStream } from "./to-text-stream.ts";

/** How {@link toTextResponse} answers. */
export interface TextResponseOptions extends TextStreamOptions {
  /** Sent along: for CORS, cookies and the like. */
  readonly headers?: HeadersInit | undefined;
}

/** Answers a page with the text of an answer: {@link toTextStream} with the headers of {@link toResponse}. */
export function toTextResponse(
  source: AnswerStream,
  { headers, ...options }: TextResponseOptions = {},
): Response {
  return respond(toTextStream(source, options), "text/plain", headers);
}
