import type { ModelRequest, ModelResponse } from "../generated/responses.gen.ts";
import type { ResponseStreamEvent } from "../generated/responses-events.gen.ts";
import type { Exchange } from "../http/exchange.ts";
import { readJson } from "../http/read-json.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { type ReadStream, readStream, type XaiStream } from "../http/xai-stream.ts";

/** What {@link createResponse} sends. */
export type ResponseCreateParams = ModelRequest;
export type ResponseCreateParamsNonStreaming = ModelRequest & { stream?: false | null | undefined };
export type ResponseCreateParamsStreaming = ModelRequest & { stream: true };
export type { ModelResponse, ResponseStreamEvent };

/**
 * Asks a model, which may use tools on the server before it answers: `POST /v1/responses`. With `stream: true` the
 * answer comes as its events, ended by `response.completed`, `response.incomplete`, `response.cancelled` or
 * `response.done`.
 *
 * @throws XaiApiError (also when the answer is a response that failed), XaiConnectionError, XaiTimeoutError,
 * XaiProtocolError, or the signal's own reason.
 */
export function createResponse(
  transport: Transport,
  params: ResponseCreateParamsNonStreaming,
  options?: RequestOptions,
): Promise<ModelResponse>;
export function createResponse(
  transport: Transport,
  params: ResponseCreateParamsStreaming,
  options?: RequestOptions,
): Promise<XaiStream<ResponseStreamEvent>>;
export function createResponse(
  transport: Transport,
  params: ResponseCreateParams,
  options?: RequestOptions,
): Promise<ModelResponse | XaiStream<ResponseStreamEvent>>;
export function createResponse(
  transport: Transport,
  params: ResponseCreateParams,
  options?: RequestOptions,
): Promise<ModelResponse | XaiStream<ResponseStreamEvent>> {
  const call = { method: "POST", path: "/responses", body: params } as const;
  if (!params.stream) return transport({ ...call, read: readResponse }, options);
  return transport({ ...call, accept: "text/event-stream", read: readEvents }, options);
}

const readResponse = (exchange: Exchange): Promise<ModelResponse> =>
  readJson<ModelResponse>(exchange, ({ status }) => status === "failed");

const readEvents: ReadStream<ResponseStreamEvent> = /* @__PURE__ */ readStream<ResponseStreamEvent>(
  ({ type }) =>
    type === "response.completed" ||
    type === "response.incomplete" ||
    type === "response.cancelled" ||
    type === "response.done",
);
