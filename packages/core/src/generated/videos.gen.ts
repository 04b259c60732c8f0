// Written by `pnpm generate` from packages/schema/spec (source 38f233e3fbe6). Do not edit.

import type { FileOutput, ImageUrl, MediaUsage, StorageOptions } from "./common.gen.ts";
import type { ModelId } from "./models.gen.ts";
import type { Open } from "./open.gen.ts";

/** Body of `POST /v1/videos/generations`, which starts a job to poll. */
export interface GenerateVideoRequest {
  /** What the video shall show; only a request with `image` may leave it out. */
  prompt?: string | undefined;
  /** Video model that does the work. */
  model?: ModelId | null | undefined;
  /** Length in seconds. Range: from 1 to 15. Default: 8. */
  duration?: number | null | undefined;
  /** Width to height of the video. */
  aspect_ratio?: VideoAspectRatio | null | undefined;
  /** Lines of the video. */
  resolution?: VideoResolution | null | undefined;
  /** Still image to set in motion, the first frame. */
  image?: ImageUrl | null | undefined;
  /** Still image on which the video ends. */
  last_frame?: ImageUrl | null | undefined;
  /** Still images that the video passes through at given times. At most 4 items. */
  keyframes?: VideoKeyframe[] | undefined;
  /** Images that set style and content without being frames. */
  reference_images?: ImageUrl[] | undefined;
  /** Sounds or voices to go by, each of at most 15 seconds. At most 3 items. */
  reference_audios?: AudioUrl[] | undefined;
  /** Also keeps the video in the Files API; the result then has a `file_output`. */
  storage_options?: StorageOptions | null | undefined;
  /** Your own signed URL to which xAI puts the video. */
  output?: VideoOutput | null | undefined;
  /** Stable id of your own user, by which xAI traces abuse. */
  user?: string | null | undefined;
}

/** Body of `POST /v1/videos/edits`, which starts a job to poll. */
export interface EditVideoRequest {
  /** What to change. */
  prompt: string;
  /** The source. */
  video: VideoUrl;
  /** Video model that does the work. */
  model?: ModelId | null | undefined;
  /** Also keeps the video in the Files API; the result then has a `file_output`. */
  storage_options?: StorageOptions | null | undefined;
  /** Your own signed URL to which xAI puts the video. */
  output?: VideoOutput | null | undefined;
  /** Stable id of your own user, by which xAI traces abuse. */
  user?: string | null | undefined;
}

/** Body of `POST /v1/videos/extensions`, which starts a job to poll. */
export interface ExtendVideoRequest {
  /** What happens next. */
  prompt: string;
  /** The source, 2 to 30 seconds long; the new part begins at its last frame. */
  video: VideoUrl;
  /** Length of the new part alone, in seconds; 6 when absent. Range: from 2 to 10. */
  duration?: number | null | undefined;
  /** Video model that does the work. */
  model?: ModelId | null | undefined;
  /** Also keeps the video in the Files API; the result then has a `file_output`. */
  storage_options?: StorageOptions | null | undefined;
  /** Your own signed URL to which xAI puts the video. */
  output?: VideoOutput | null | undefined;
}

/** A video to work on, by address or by file id. */
export interface VideoUrl {
  /** Public address or base64 data URL of an MP4; needed without `file_id`. */
  url?: string | undefined;
  /** Id of a fully uploaded video in the Files API; excludes `url`. */
  file_id?: string | null | undefined;
}

/** A sound to go by, by address or by voice. */
export interface AudioUrl {
  /** Address or base64 data URL of the sound. */
  url?: string | null | undefined;
  /** Id of a voice of the text-to-speech API, such as `eve`. */
  voice_id?: string | null | undefined;
}

/** A still image that the video passes through. */
export interface VideoKeyframe {
  /** The image. */
  image: ImageUrl;
  /** When it appears, in seconds from the start. */
  timestamp_s: number;
}

/** Where xAI puts the finished video. */
export interface VideoOutput {
  /** Signed URL that takes the video by HTTP PUT. */
  upload_url: string;
}

/** Width to height of a video. */
export type VideoAspectRatio = "1:1" | "16:9" | "9:16" | "4:3" | "3:4" | "3:2" | "2:3";

/** Lines of a video. */
export type VideoResolution = "480p" | "720p" | "1080p";

/** State of a video job, and the video once it is done. */
export interface VideoResponse {
  /** How far the job is; `failed` also comes with HTTP 200. */
  status: Open<"pending" | "done" | "failed" | "expired">;
  /** The video, once done. */
  video?: GeneratedVideo | null | undefined;
  /** What went wrong, once failed. */
  error?: VideoError | null | undefined;
  /** Rough progress in percent, 100 only when done; absent once failed. Range: from 0 to 100. */
  progress?: number | null | undefined;
  /** Model that made the video; absent once failed. */
  model?: string | null | undefined;
  /** What it cost. */
  usage?: MediaUsage | null | undefined;
}

/** A finished video. */
export interface GeneratedVideo {
  /** Address of the video, which expires: download it soon; absent when moderation withheld it. */
  url?: string | null | undefined;
  /** Length in seconds. */
  duration?: number | null | undefined;
  /** `false` when moderation withheld the video. */
  respect_moderation?: boolean | null | undefined;
  /** The stored copy, when `storage_options` asked for one and it was kept. */
  file_output?: FileOutput | null | undefined;
  /** Why the copy that `storage_options` asked for was not kept. */
  storage_error?: string | null | undefined;
}

/** Why a video could not be made. */
export interface VideoError {
  /** Kind of failure, for programs. */
  code: VideoErrorCode;
  /** What went wrong, for people. */
  message: string;
}

/**
 * Kind of failure of a running job; a wrong key, an unknown model or a rate limit is an HTTP error instead.
 */
export type VideoErrorCode = Open<"invalid_argument" | "permission_denied" | "failed_precondition" | "service_unavailable" | "internal_error">;

/** Names the job to poll. */
export interface GetDeferredVideoRequest {
  /** The id with which the job was started. */
  request_id: string;
}

/** Wrapped form of a job's state, which no endpoint of the reference returns. */
export interface GetDeferredVideoResponse {
  /** How far the job is. */
  status: Open<"pending" | "done" | "failed">;
  /** The outcome, once done or failed. */
  response?: VideoResponse | null | undefined;
}
