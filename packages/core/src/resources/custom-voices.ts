import type {
  CreateCustomVoiceMultipartRequest,
  CustomVoice,
  DeletedCustomVoice,
  ListCustomVoicesParams,
  ListCustomVoicesResponse,
  UpdateCustomVoiceRequest,
} from "../generated/voice.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { download, type Download } from "./download.ts";
import { listPages } from "./list-pages.ts";
import type { Uploadable } from "./multipart.ts";
import type { Paged } from "./paged.ts";
import { path } from "./path.ts";
import { remove } from "./remove.ts";
import { upload } from "./upload.ts";

export type { CustomVoice };

/** What {@link createCustomVoice} sends. */
export interface CustomVoiceCreateParams extends Omit<CreateCustomVoiceMultipartRequest, "file"> {
  /** Recording to clone the voice from, of at most 120 seconds. */
  file: Uploadable;
  /** Its name, whose extension may tell xAI the format. Default: the name of a `File`, else one that fits the content. */
  filename?: string | undefined;
}

/**
 * Clones a voice from a recording, for enterprise teams only: `POST /v1/custom-voices`.
 *
 * @throws XaiOptionsError for what is no file, XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the
 * signal's own reason.
 */
export async function createCustomVoice(
  transport: Transport,
  { file, filename, ...fields }: CustomVoiceCreateParams,
  options?: RequestOptions,
): Promise<CustomVoice> {
  return upload(transport, "/custom-voices", { ...fields, file }, options, filename, "audio");
}

/**
 * The team's own voices, page by page: `GET /v1/custom-voices`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listCustomVoices(
  transport: Transport,
  params?: ListCustomVoicesParams,
  options?: RequestOptions,
): Paged<ListCustomVoicesResponse, CustomVoice> {
  return listPages(transport, () => "/custom-voices", "voices", params, options);
}

/**
 * One of the team's own voices: `GET /v1/custom-voices/{voice_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such voice),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveCustomVoice(
  transport: Transport,
  voiceId: string,
  options?: RequestOptions,
): Promise<CustomVoice> {
  return transport({ method: "GET", path: path`/custom-voices/${voiceId}` }, options);
}

/**
 * Changes labels of one of the team's own voices; null clears a label: `PATCH /v1/custom-voices/{voice_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such voice),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function updateCustomVoice(
  transport: Transport,
  voiceId: string,
  body: UpdateCustomVoiceRequest,
  options?: RequestOptions,
): Promise<CustomVoice> {
  return transport({ method: "PATCH", path: path`/custom-voices/${voiceId}`, body }, options);
}

/**
 * Deletes one of the team's own voices: `DELETE /v1/custom-voices/{voice_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such voice),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function deleteCustomVoice(
  transport: Transport,
  voiceId: string,
  options?: RequestOptions,
): Promise<DeletedCustomVoice> {
  return remove(transport, path`/custom-voices/${voiceId}`, { deleted: true }, options);
}

/**
 * Downloads the recording that a voice was cloned from: `GET /v1/custom-voices/{voice_id}/audio`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such voice),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveCustomVoiceAudio(
  transport: Transport,
  voiceId: string,
  options?: RequestOptions,
): Promise<Download> {
  return download(transport, path`/custom-voices/${voiceId}/audio`, options);
}
