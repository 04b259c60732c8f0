import type {
  CreatePublicUrlRequest,
  CreatePublicUrlResponse,
  DeleteFileResponse,
  DownloadFileContentParams,
  File as StoredFile,
  ListFilesParams,
  ListFilesResponse,
  RevokePublicUrlResponse,
  UploadFileMultipartRequest,
} from "../generated/files.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { stated } from "../http/stated.ts";
import { checkLifetime } from "./check-lifetime.ts";
import { download, type Download } from "./download.ts";
import { listPages } from "./list-pages.ts";
import type { Uploadable } from "./multipart.ts";
import type { Paged } from "./paged.ts";
import { path } from "./path.ts";
import { remove } from "./remove.ts";
import { upload } from "./upload.ts";

export type { StoredFile };

/** Fewest and most seconds that a file or its public address may live. */
const MAX_BYTES = 50_000_000;
const LIFETIME = [3600, 2_592_000] as const;

/** What {@link createFile} sends. */
export interface FileCreateParams extends Omit<UploadFileMultipartRequest, "file"> {
  /** The content, at most 50 MB. */
  file: Uploadable;
  /** Name to store it under. Default: the name of a `File`, else one that fits the content. */
  filename?: string | undefined;
}

/**
 * Uploads a file of at most 50 MB: `POST /v1/files`. A stream is passed on as it is read, and never sent twice.
 *
 * @throws XaiOptionsError for a file that is known to be larger, or `expires_after` outside 3,600 to 2,592,000 seconds;
 * XaiApiError (413 for a stream that turns out too large), XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the
 * signal's own reason.
 */
export async function createFile(
  transport: Transport,
  { file, filename, ...fields }: FileCreateParams,
  options?: RequestOptions,
): Promise<StoredFile> {
  checkLifetime(fields.expires_after, ...LIFETIME);
  return upload(transport, "/files", { ...fields, file }, options, filename, "file", MAX_BYTES);
}

/**
 * The team's files, newest first, page by page: `GET /v1/files`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listFiles(
  transport: Transport,
  params?: ListFilesParams,
  options?: RequestOptions,
): Paged<ListFilesResponse, StoredFile> {
  // The order is dependable only when it is asked for, and the end of the list only when the size of a page is known.
  const query = { limit: 100, sort_by: "created_at", ...stated(params) };
  // A token comes with the last page too, but that one is shorter than the others.
  return listPages(transport, () => "/files", "data", query, options, query.limit);
}

/**
 * What is known about a file, without its content: `GET /v1/files/{file_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such file),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveFile(
  transport: Transport,
  fileId: string,
  options?: RequestOptions,
): Promise<StoredFile> {
  return transport({ method: "GET", path: path`/files/${fileId}` }, options);
}

/**
 * Deletes a file for good: `DELETE /v1/files/{file_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such file),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function deleteFile(
  transport: Transport,
  fileId: string,
  options?: RequestOptions,
): Promise<DeleteFileResponse> {
  return remove(transport, path`/files/${fileId}`, { id: fileId, deleted: true }, options);
}

/**
 * Downloads a file as it was uploaded, or with `format: "text"` the text that xAI took from it:
 * `GET /v1/files/{file_id}/content`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such file),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveFileContent(
  transport: Transport,
  fileId: string,
  query?: DownloadFileContentParams,
  options?: RequestOptions,
): Promise<Download> {
  return download(transport, path`/files/${fileId}/content`, options, query);
}

/**
 * Gives a file of at most 50 MiB an address that anyone can open without a key: `POST /v1/files/{file_id}/public-url`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, or `expires_after` outside 3,600 to 2,592,000 seconds;
 * XaiApiError (429 when the team has 1,000 of them), XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the
 * signal's own reason.
 */
export async function createPublicUrl(
  transport: Transport,
  fileId: string,
  body: CreatePublicUrlRequest = {},
  options?: RequestOptions,
): Promise<CreatePublicUrlResponse> {
  checkLifetime(body.expires_after, ...LIFETIME);
  return transport({ method: "POST", path: path`/files/${fileId}/public-url`, body }, options);
}

/**
 * Takes the public address of a file back, if it has one; the file stays: `POST /v1/files/{file_id}/public-url/revoke`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError, XaiConnectionError, XaiTimeoutError,
 * XaiProtocolError, or the signal's own reason.
 */
export async function revokePublicUrl(
  transport: Transport,
  fileId: string,
  options?: RequestOptions,
): Promise<RevokePublicUrlResponse> {
  return transport({ method: "POST", path: path`/files/${fileId}/public-url/revoke` }, options);
}
