import type { ListModelsResponse, Model } from "../generated/models.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { path } from "./path.ts";

export type { Model };

/**
 * Every model that the key may use, with prices in US cents per 100 million tokens: `GET /v1/models`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listModels(transport: Transport, options?: RequestOptions): Promise<ListModelsResponse> {
  return transport({ method: "GET", path: "/models" }, options);
}

/**
 * One model by its id or an alias: `GET /v1/models/{model_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such model),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveModel(
  transport: Transport,
  modelId: string,
  options?: RequestOptions,
): Promise<Model> {
  return transport({ method: "GET", path: path`/models/${modelId}` }, options);
}
