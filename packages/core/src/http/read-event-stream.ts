import type { SseDecoderOptions } from "../sse/sse-decoder.ts";
import { errorOfResponse } from "./api-error.ts";
import { beginAttempt, type Timeouts } from "./attempt.ts";
import { checkSettings } from "./check-settings.ts";
import type { Exchange } from "./exchange.ts";
import { stated } from "./stated.ts";
import { type EndsStream, readStream, type XaiStream } from "./xai-stream.ts";

export interface EventStreamOptions<T extends object>
  extends SseDecoderOptions, Omit<Timeouts, "headersTimeoutMs"> {
  /** Ends the stream; what iterating throws is the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** Whether an event is the last one. Default: only `[DONE]` is the end, which every stream may have. */
  ends?: EndsStream<T> | undefined;
}

/**
 * The stream that an answer to a `fetch` of the caller's own carries, such as one that an edge function passes on. It
 * fails as a stream of the client does; `timeoutMs` counts from this call.
 *
 * @throws XaiApiError for an error status or a JSON error, XaiProtocolError for what is no event stream, XaiTimeoutError,
 * XaiConnectionError, XaiOptionsError, or the signal's own reason.
 */
export async function readEventStream<T extends object>(
  response: Response,
  { signal, ends = () => false, ...settings }: EventStreamOptions<T> = {},
): Promise<XaiStream<T>> {
  const { url, headers, body, ok } = response;
  checkSettings(stated(settings));
  // The method that was asked with is not to be seen here.
  const request = {
    method: "",
    url: url.replace(/[?#].*/, ""),
    id: headers.get("x-request-id") ?? undefined,
  };
  const attempt = beginAttempt(signal, settings, request);
  const exchange: Exchange = { ...attempt, response, secret: undefined };
  try {
    signal?.throwIfAborted();
    attempt.answered();
    if (!ok) throw await errorOfResponse(exchange);
    return await readStream(ends)(exchange, settings);
  } catch (error) {
    attempt.end();
    // What was read to its end, or is being read, cannot be given up here.
    void body?.cancel().catch(() => {});
    signal?.throwIfAborted();
    throw error;
  }
}
