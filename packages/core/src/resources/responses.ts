import type { ListInputItemsParams } from "../generated/operation-params.gen.ts";
import type {
  CompactRequest,
  CompactResponse,
  DeleteStoredCompletionResponse,
  InputItemEntry,
  ListInputItemsResponse,
  ModelRequest,
  ModelResponse,
} from "../generated/responses.gen.ts";
import type { ResponseStreamEvent } from "../generated/responses-events.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import type { XaiStream } from "../http/xai-stream.ts";
import { ask } from "./ask.ts";
import { checkShown } from "./check-shown.ts";
import { expectSome } from "./expect-some.ts";
import { listPages } from "./list-pages.ts";
import type { Paged } from "./paged.ts";
import { path } from "./path.ts";
import { remove } from "./remove.ts";

/** What {@link createResponse} sends. */
export type ResponseCreateParams = ModelRequest;
export type ResponseCreateParamsNonStreaming = ModelRequest & { stream?: false | null | undefined };
export type ResponseCreateParamsStreaming = ModelRequest & { stream: true };
export type {
  CompactRequest as ResponseCompactParams,
  CompactResponse as CompactedResponse,
  DeleteStoredCompletionResponse as ResponseDeleted,
  InputItemEntry as ResponseInputItem,
  ListInputItemsParams as InputItemListParams,
  ListInputItemsResponse as ResponseInputItemPage,
  ModelResponse,
  ResponseStreamEvent,
};

/**
 * Asks a model, which may use tools on the server before it answers: `POST /v1/responses`. With `stream: true` the
 * answer comes as its events, ended by `response.completed`, `response.incomplete`, `response.cancelled` or
 * `response.done`.
 *
 * @throws XaiOptionsError for empty `input` or a picture as a data URL that is no JPEG, PNG or WebP; XaiApiError (also
 * when the answer is a response that failed), XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's
 * own reason.
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
  return ask<ModelResponse, ResponseStreamEvent, ResponseCreateParams>(
    transport,
    "/responses",
    params,
    "input",
    options,
    // Most events are deltas with longer names, whose length tells sooner than the expression.
    (_, type) => type.length < 20 && /^response\.(completed|incomplete|cancelled|done)$/.test(type),
    ({ status }) => status === "failed",
  );
}

/**
 * A stored response, also one that failed: `GET /v1/responses/{response_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when it was not stored, or not any
 * more), XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveResponse(
  transport: Transport,
  responseId: string,
  options?: RequestOptions,
): Promise<ModelResponse> {
  return transport({ method: "GET", path: path`/responses/${responseId}` }, options);
}

/**
 * Deletes a stored response: `DELETE /v1/responses/{response_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is none),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function deleteResponse(
  transport: Transport,
  responseId: string,
  options?: RequestOptions,
): Promise<DeleteStoredCompletionResponse> {
  const gone = { id: responseId, object: "response", deleted: true };
  return remove(transport, path`/responses/${responseId}`, gone, options);
}

/**
 * What a stored response was given as input, 20 items a page unless `limit` says otherwise (1 to 100):
 * `GET /v1/responses/{response_id}/input_items`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such response),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listInputItems(
  transport: Transport,
  responseId: string,
  params?: ListInputItemsParams,
  options?: RequestOptions,
): Paged<ListInputItemsResponse, InputItemEntry> {
  return listPages(transport, () => path`/responses/${responseId}/input_items`, "data", params, options);
}

/**
 * Shortens a conversation to one encrypted item, which begins the next input unchanged: `POST /v1/responses/compact`.
 *
 * @throws XaiOptionsError for empty `input` or a picture as a data URL that is no JPEG, PNG or WebP; XaiApiError,
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function compactResponse(
  transport: Transport,
  params: CompactRequest,
  options?: RequestOptions,
): Promise<CompactResponse> {
  expectSome(params, "input");
  checkShown(params.input);
  return transport({ method: "POST", path: "/responses/compact", body: params }, options);
}
