import type { EmbeddingRequest, EmbeddingResponse } from "../generated/embeddings.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { expectSome } from "./expect-some.ts";

export type { EmbeddingRequest as EmbeddingCreateParams, EmbeddingResponse };

/**
 * Turns up to 128 texts into vectors: `POST /v1/embeddings`.
 *
 * @throws XaiOptionsError for empty `input`, XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the
 * signal's own reason.
 */
export async function createEmbedding(
  transport: Transport,
  params: EmbeddingRequest,
  options?: RequestOptions,
): Promise<EmbeddingResponse> {
  expectSome(params, "input");
  return transport({ method: "POST", path: "/embeddings", body: params }, options);
}
