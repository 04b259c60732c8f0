// Written by `pnpm generate` from packages/schema/spec (source 03d78abda09d). Do not edit.

import type { Open } from "./open.gen.ts";

/** A stored file. */
export interface File {
  /** Id to use wherever a `file_id` is taken. */
  id: string;
  /** Always a file. */
  object: Open<"file">;
  /** Name it was uploaded under. */
  filename: string;
  /** Size in bytes. */
  bytes: number;
  /** When it was uploaded, in Unix seconds. */
  created_at: number;
  /** When it is deleted, in Unix seconds; null when it stays until you delete it. */
  expires_at?: number | null | undefined;
  /** Label given at upload, without meaning to xAI. */
  purpose?: string | null | undefined;
  /** Address that needs no key, while the file has one. */
  public_url?: string | null | undefined;
  /**
   * When that address stops working, in Unix seconds; only when it ends on its own before the file does.
   */
  public_url_expires_at?: number | null | undefined;
}

/** Form of `POST /v1/files`; `file` must be its last part, or the fields after it are refused. */
export interface UploadFileMultipartRequest {
  /** Label that the openai package sends; xAI takes any and does nothing with it. */
  purpose?: Open<"assistants"> | null | undefined;
  /** Seconds from the upload until the file is deleted; absent keeps it. Range: from 3600 to 2592000. */
  expires_after?: number | null | undefined;
  /** The bytes, at most 50 MB; the part's filename becomes the file's name. */
  file: Blob;
}

/** Query of `GET /v1/files`. */
export interface ListFilesParams {
  /** Most files in one page; a shorter page is the last. Range: from 1 to 100. Default: 100. */
  limit?: number | null | undefined;
  /** Token of the page before; it comes with every page, also with the last. */
  pagination_token?: string | null | undefined;
  /** What to sort by; send it, because the order is not dependable without. Default: "created_at". */
  sort_by?: Open<"created_at" | "filename" | "size"> | null | undefined;
  /** Rising or falling. Default: "desc". */
  order?: Open<"asc" | "desc"> | null | undefined;
  /**
   * AIP-160 expression such as `content_type = "pdf" AND size_bytes > 1000000`, over `name`, `file_id`,
   * `size_bytes`, `content_type`, `created_at`, `expires_at`, `upload_status` and `user_defined_id`. `name`
   * matches loosely, `content_type` in part; times are RFC 3339.
   */
  filter?: string | null | undefined;
  /** Stands here for compatibility; use `pagination_token`. */
  after?: string | null | undefined;
}

/** One page of files. */
export interface ListFilesResponse {
  /** The files of this page. */
  data: File[];
  /** Token for the next page; being there does not mean that there is one. */
  pagination_token?: string | null | undefined;
}

/** Says that a file is gone. */
export interface DeleteFileResponse {
  /** Id of the file. */
  id: string;
  /** Always a file. */
  object?: Open<"file"> | null | undefined;
  /** `true` when it was deleted. */
  deleted: boolean;
}

/** Query of `GET /v1/files/{file_id}/content`. */
export interface DownloadFileContentParams {
  /** In which form to download; as uploaded when absent. */
  format?: ContentFormat | null | undefined;
}

/** The bytes as uploaded, or the text that xAI took from them. */
export type ContentFormat = "original" | "text";

/** Body of `POST /v1/files/{file_id}/public-url`. */
export interface CreatePublicUrlRequest {
  /**
   * Seconds until the address stops working, no longer than the file lives; absent, it lives as long as the
   * file. Range: from 3600 to 2592000.
   */
  expires_after?: number | null | undefined;
}

/** The address that needs no key. */
export interface CreatePublicUrlResponse {
  /** Address from which anyone can download the file. */
  public_url: string;
  /** When it stops working, in Unix seconds; absent when it does not end. */
  expires_at?: number | null | undefined;
}

/** Says whether a public address was taken back. */
export interface RevokePublicUrlResponse {
  /** Id of the file. */
  id: string;
  /** `false` when the file had no public address, which is no error. */
  revoked: boolean;
  /** The address that stopped working, when one did. */
  public_url?: string | null | undefined;
}
