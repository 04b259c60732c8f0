import type { LanguageModel, ListLanguageModelsResponse } from "../generated/models.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { path } from "./path.ts";

export type { LanguageModel };

/**
 * The models of the key that answer in text, with modalities and with prices in US cents per 100 million tokens: `GET /v1/language-models`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listLanguageModels(
  transport: Transport,
  options?: RequestOptions,
): Promise<ListLanguageModelsResponse> {
  return transport({ method: "GET", path: "/language-models" }, options);
}

/**
 * One of these models by its id or an alias: `GET /v1/language-models/{model_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such model),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveLanguageModel(
  transport: Transport,
  modelId: string,
  options?: RequestOptions,
): Promise<LanguageModel> {
  return transport({ method: "GET", path: path`/language-models/${modelId}` }, options);
}
