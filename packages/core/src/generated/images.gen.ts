// Written by `pnpm generate` from packages/schema/spec (source fc235fa063f3). Do not edit.

import type { FileOutput, ImageUrl, MediaUsage, StorageOptions } from "./common.gen.ts";
import type { Open } from "./open.gen.ts";

export interface GenerateImageRequest {
  aspect_ratio?: ImageAspectRatio | null | undefined;
  deferred?: boolean | null | undefined;
  model?: string | null | undefined;
  /** Range: from 1 to 10. Default: 1. */
  n?: number | null | undefined;
  output?: ImageOutput | null | undefined;
  prompt?: string | null | undefined;
  resolution?: ImageResolution | null | undefined;
  /** Default: "url". */
  response_format?: string | null | undefined;
  storage_options?: StorageOptions | null | undefined;
  user?: string | null | undefined;
}

export interface EditImageRequest {
  aspect_ratio?: ImageAspectRatio | null | undefined;
  deferred?: boolean | null | undefined;
  image?: ImageUrl | null | undefined;
  images?: ImageUrl[] | null | undefined;
  model?: string | null | undefined;
  n?: number | null | undefined;
  output?: ImageOutput | null | undefined;
  prompt: string;
  resolution?: ImageResolution | null | undefined;
  /** Default: "url". */
  response_format?: string | null | undefined;
  storage_options?: StorageOptions | null | undefined;
  user?: string | null | undefined;
}

export interface GeneratedImageResponse {
  data: GeneratedImage[];
  usage?: MediaUsage | null | undefined;
}

export interface GeneratedImage {
  b64_json?: string | null | undefined;
  file_output?: FileOutput | null | undefined;
  mime_type?: string | null | undefined;
  storage_error?: string | null | undefined;
  url?: string | null | undefined;
}

export interface GetDeferredImageResponse {
  data?: GeneratedImage[] | null | undefined;
  error?: ImageError | null | undefined;
  request_id: string;
  status: string;
  usage?: MediaUsage | null | undefined;
}

export interface ImageError {
  code: string;
  message: string;
}

export interface ImageOutput {
  upload_urls: string[];
}

export type ImageAspectRatio = Open<"1:1" | "3:4" | "4:3" | "9:16" | "16:9" | "2:3" | "3:2" | "9:19.5" | "19.5:9" | "9:20" | "20:9" | "1:2" | "2:1" | "21:9" | "5:2" | "auto">;

export type ImageResolution = Open<"1k" | "2k" | "1.5k">;
