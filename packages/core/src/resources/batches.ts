import type {
  AddBatchRequestsRequest,
  Batch,
  BatchRequestMetadata,
  BatchResult,
  CreateBatchRequest,
  ListBatchesParams,
  ListBatchesResponse,
  ListBatchRequestsParams,
  ListBatchRequestsResponse,
  ListBatchResultsParams,
  ListBatchResultsResponse,
} from "../generated/batches.gen.ts";
import { readJson } from "../http/read-json.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { expectSome } from "./expect-some.ts";
import { listPages } from "./list-pages.ts";
import type { Paged } from "./paged.ts";
import { path } from "./path.ts";
import { poll, type WaitOptions } from "./poll.ts";

export type {
  AddBatchRequestsRequest as BatchRequestsCreateParams,
  Batch,
  BatchRequestMetadata,
  BatchResult,
  CreateBatchRequest as BatchCreateParams,
};

/**
 * Creates a batch, empty or with the requests of an uploaded file: `POST /v1/batches`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function createBatch(
  transport: Transport,
  body: CreateBatchRequest,
  options?: RequestOptions,
): Promise<Batch> {
  return transport({ method: "POST", path: "/batches", body }, options);
}

/**
 * The team's batches, page by page: `GET /v1/batches`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listBatches(
  transport: Transport,
  params?: ListBatchesParams,
  options?: RequestOptions,
): Paged<ListBatchesResponse, Batch> {
  return listPages(transport, () => "/batches", "batches", params, options);
}

/**
 * A batch, with how many of its requests are done: `GET /v1/batches/{batch_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such batch),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveBatch(
  transport: Transport,
  batchId: string,
  options?: RequestOptions,
): Promise<Batch> {
  return transport({ method: "GET", path: path`/batches/${batchId}` }, options);
}

/**
 * Cancels the requests of a batch that have not run yet: `POST /v1/batches/{batch_id}:cancel`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such batch),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function cancelBatch(
  transport: Transport,
  batchId: string,
  options?: RequestOptions,
): Promise<Batch> {
  return transport({ method: "POST", path: path`/batches/${batchId}:cancel` }, options);
}

/**
 * Waits until every request of a batch is done, at most 24 hours unless `maxWaitMs` says otherwise:
 * `GET /v1/batches/{batch_id}`, again and again. A batch without requests is not done, because its file may still be
 * loading, unless it was cancelled.
 *
 * @throws XaiTimeoutError (`wait`) when it is not done then: it goes on, and can be waited for again. Else what
 * {@link retrieveBatch} throws.
 */
export function waitForBatch(
  transport: Transport,
  batchId: string,
  options?: WaitOptions<Batch>,
): Promise<Batch> {
  return poll<Batch, Batch>(
    (each) => retrieveBatch(transport, batchId, each),
    (batch): batch is Batch =>
      !batch.state.num_pending &&
      !!(batch.state.num_requests || batch.cancel_time || batch.cancel_by_xai_message),
    options,
    86_400_000,
  );
}

/**
 * Adds requests to a batch that was not made from a file: `POST /v1/batches/{batch_id}/requests`.
 *
 * @throws XaiOptionsError for no requests or an id that cannot stand in a path, XaiApiError (404 when there is no such
 * batch), XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function createBatchRequests(
  transport: Transport,
  batchId: string,
  body: AddBatchRequestsRequest,
  options?: RequestOptions,
): Promise<void> {
  expectSome(body, "batch_requests");
  await transport(
    {
      method: "POST",
      path: path`/batches/${batchId}/requests`,
      body,
      read: (exchange) => readJson(exchange, "{}"),
    },
    options,
  );
}

/**
 * Where each request of a batch stands, page by page: `GET /v1/batches/{batch_id}/requests`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such batch),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listBatchRequests(
  transport: Transport,
  batchId: string,
  params?: ListBatchRequestsParams,
  options?: RequestOptions,
): Paged<ListBatchRequestsResponse, BatchRequestMetadata> {
  return listPages(
    transport,
    () => path`/batches/${batchId}/requests`,
    "batch_request_metadata",
    params,
    options,
  );
}

/**
 * The results that a batch has so far, page by page and in no particular order; `batch_request_id` tells which request
 * each belongs to: `GET /v1/batches/{batch_id}/results`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such batch),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listBatchResults(
  transport: Transport,
  batchId: string,
  params?: ListBatchResultsParams,
  options?: RequestOptions,
): Paged<ListBatchResultsResponse, BatchResult> {
  return listPages(transport, () => path`/batches/${batchId}/results`, "results", params, options);
}
