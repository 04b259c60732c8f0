// Written by `pnpm generate` from packages/schema/spec (source defd6246f3d6). Do not edit.

import type { FileOutput, ImageUrl, MediaUsage, StorageOptions } from "./common.gen.ts";
import type { Open } from "./open.gen.ts";

export interface GenerateVideoRequest {
  aspect_ratio?: VideoAspectRatio | null | undefined;
  /** Range: from 1 to 15. Default: 8. */
  duration?: number | null | undefined;
  image?: ImageUrl | null | undefined;
  /** At most 4 items. */
  keyframes?: VideoKeyframe[] | null | undefined;
  model?: string | null | undefined;
  output?: VideoOutput | null | undefined;
  prompt?: string | null | undefined;
  /** At most 3 items. */
  reference_audios?: AudioUrl[] | null | undefined;
  reference_images?: ImageUrl[] | null | undefined;
  resolution?: VideoResolution | null | undefined;
  storage_options?: StorageOptions | null | undefined;
  user?: string | null | undefined;
}

export interface EditVideoRequest {
  model?: string | null | undefined;
  output?: VideoOutput | null | undefined;
  prompt: string;
  storage_options?: StorageOptions | null | undefined;
  user?: string | null | undefined;
  video: VideoUrl;
}

export interface ExtendVideoRequest {
  duration?: number | null | undefined;
  model?: string | null | undefined;
  output?: VideoOutput | null | undefined;
  prompt: string;
  storage_options?: StorageOptions | null | undefined;
  video: VideoUrl;
}

export interface VideoResponse {
  error?: VideoError | null | undefined;
  model?: string | null | undefined;
  /** Range: from 0 to 100. */
  progress?: number | null | undefined;
  status: string;
  usage?: MediaUsage | null | undefined;
  video?: GeneratedVideo | null | undefined;
}

export interface GeneratedVideo {
  duration: number;
  file_output?: FileOutput | null | undefined;
  respect_moderation: boolean;
  storage_error?: string | null | undefined;
  url?: string | null | undefined;
}

export interface VideoError {
  code: VideoErrorCode;
  message: string;
}

export type VideoErrorCode = Open<"invalid_argument" | "permission_denied" | "failed_precondition" | "service_unavailable" | "internal_error">;

export interface VideoOutput {
  upload_url: string;
}

export interface VideoUrl {
  file_id?: string | null | undefined;
  url?: string | null | undefined;
}

export interface VideoKeyframe {
  image: ImageUrl;
  timestamp_s: number;
}

export type VideoAspectRatio = Open<"1:1" | "16:9" | "9:16" | "4:3" | "3:4" | "3:2" | "2:3">;

export type VideoResolution = Open<"480p" | "720p" | "1080p">;

export interface AudioUrl {
  url?: string | null | undefined;
  voice_id?: string | null | undefined;
}

export interface GetDeferredVideoRequest {
  request_id: string;
}

export interface GetDeferredVideoResponse {
  response?: VideoResponse | null | undefined;
  status: string;
}
