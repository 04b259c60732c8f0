// Written by `pnpm generate` from packages/schema/spec (source 8bd61bcd4724). Do not edit.

import type { Open } from "./open.gen.ts";

export interface File {
  bytes: number;
  created_at: number;
  expires_at?: number | null | undefined;
  filename: string;
  id: string;
  object: string;
  public_url?: string | null | undefined;
  public_url_expires_at?: number | null | undefined;
  purpose?: string | null | undefined;
}

export interface ListFilesParams {
  after?: string | null | undefined;
  filter?: string | null | undefined;
  /** Range: from 1 to 100. Default: 100. */
  limit?: number | null | undefined;
  /** Default: "desc". */
  order?: string | null | undefined;
  pagination_token?: string | null | undefined;
  /** Default: "created_at". */
  sort_by?: string | null | undefined;
}

export interface ListFilesResponse {
  data: File[];
  pagination_token?: string | null | undefined;
}

export interface DeleteFileResponse {
  deleted: boolean;
  id: string;
  object: string;
}

export interface UploadFileMultipartRequest {
  expires_after?: number | null | undefined;
  file: Blob;
  purpose?: string | null | undefined;
}

export interface DownloadFileContentParams {
  format?: ContentFormat | null | undefined;
}

export type ContentFormat = Open<"original" | "text">;

export interface CreatePublicUrlRequest {
  expires_after?: number | null | undefined;
}

export interface CreatePublicUrlResponse {
  expires_at?: number | null | undefined;
  public_url: string;
}

export interface RevokePublicUrlResponse {
  id: string;
  public_url?: string | null | undefined;
  revoked: boolean;
}
