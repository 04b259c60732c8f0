import type { ListModelsResponse, Model } from "../generated/models.gen.ts";
import type { Exchange } from "../http/exchange.ts";
import { readJson } from "../http/read-json.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { segment } from "./path-segment.ts";

export type { Model };

/**
 * Every model that the key may use, with prices in US cents per 100 million tokens: `GET /v1/models`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listModels(transport: Transport, options?: RequestOptions): Promise<ListModelsResponse> {
  const read = (exchange: Exchange): Promise<ListModelsResponse> => readJson<ListModelsResponse>(exchange);
  return transport({ method: "GET", path: "/models", read }, options);
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
  const read = (exchange: Exchange): Promise<Model> => readJson<Model>(exchange);
  return transport({ method: "GET", path: `/models/${segment("model_id", modelId)}`, read }, options);
}
