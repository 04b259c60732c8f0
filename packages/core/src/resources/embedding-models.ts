import type { EmbeddingModel, ListEmbeddingModelsResponse } from "../generated/models.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { path } from "./path.ts";

export type { EmbeddingModel };

/**
 * The models of the key that turn text into vectors, with modalities and prices: `GET /v1/embedding-models`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listEmbeddingModels(
  transport: Transport,
  options?: RequestOptions,
): Promise<ListEmbeddingModelsResponse> {
  return transport({ method: "GET", path: "/embedding-models" }, options);
}

/**
 * One of these models by its id or an alias: `GET /v1/embedding-models/{model_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such model),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveEmbeddingModel(
  transport: Transport,
  modelId: string,
  options?: RequestOptions,
): Promise<EmbeddingModel> {
  return transport({ method: "GET", path: path`/embedding-models/${modelId}` }, options);
}
