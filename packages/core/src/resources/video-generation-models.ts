import type { VideoGenerationModel, ListVideoGenerationModelsResponse } from "../generated/models.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { path } from "./path.ts";

export type { VideoGenerationModel };

/**
 * The models of the key that make videos, with modalities: `GET /v1/video-generation-models`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listVideoGenerationModels(
  transport: Transport,
  options?: RequestOptions,
): Promise<ListVideoGenerationModelsResponse> {
  return transport({ method: "GET", path: "/video-generation-models" }, options);
}

/**
 * One of these models by its id or an alias: `GET /v1/video-generation-models/{model_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such model),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveVideoGenerationModel(
  transport: Transport,
  modelId: string,
  options?: RequestOptions,
): Promise<VideoGenerationModel> {
  return transport({ method: "GET", path: path`/video-generation-models/${modelId}` }, options);
}
