import type { RequestOptions, Transport } from "../http/transport.ts";
import type { ModelCatalog } from "./models-catalog.ts";

/**
 * All models in one table, from the five lists of the Models API: kinds, modalities, context windows, prices in USD,
 * endpoints; found by id or alias. It calls `GET /v1/models`, `/v1/language-models`, `/v1/embedding-models`,
 * `/v1/image-generation-models` and `/v1/video-generation-models`. Its code is a module of its own that is loaded with
 * the first call, so that a page built by a bundler that splits code does not carry it.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function loadCatalog(transport: Transport, options?: RequestOptions): Promise<ModelCatalog> {
  const { listCatalog } = await import("./models-catalog.ts");
  return listCatalog(transport, options);
}
