import type { ImageGenerationModel, ListImageGenerationModelsResponse } from "../generated/models.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { path } from "./path.ts";

export type { ImageGenerationModel };

/**
 * The models of the key that make images, with modalities and with prices by quality and resolution: `GET /v1/image-generation-models`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listImageGenerationModels(
  transport: Transport,
  options?: RequestOptions,
): Promise<ListImageGenerationModelsResponse> {
  return transport({ method: "GET", path: "/image-generation-models" }, options);
}

/**
 * One of these models by its id or an alias: `GET /v1/image-generation-models/{model_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such model),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveImageGenerationModel(
  transport: Transport,
  modelId: string,
  options?: RequestOptions,
): Promise<ImageGenerationModel> {
  return transport({ method: "GET", path: path`/image-generation-models/${modelId}` }, options);
}
