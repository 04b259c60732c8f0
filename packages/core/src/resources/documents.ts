import type { SearchRequest, SearchResponse } from "../generated/documents.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";

export type { SearchRequest as DocumentSearchParams, SearchResponse as DocumentSearchResponse };

/**
 * The chunks of documents in collections that fit a query, 10 unless `limit` says otherwise:
 * `POST /v1/documents/search`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function searchDocuments(
  transport: Transport,
  params: SearchRequest,
  options?: RequestOptions,
): Promise<SearchResponse> {
  return transport({ method: "POST", path: "/documents/search", body: params }, options);
}
