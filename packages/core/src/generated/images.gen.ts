// Written by `pnpm generate` from packages/schema/spec (source b2927024d1ab). Do not edit.

import type { FileOutput, ImageUrl, MediaUsage, StorageOptions } from "./common.gen.ts";
import type { ModelId } from "./models.gen.ts";
import type { Open } from "./open.gen.ts";

/** Body of `POST /v1/images/generations`. */
export interface GenerateImageRequest {
  /** What the image shall show. */
  prompt: string;
  /** Image model that draws. */
  model?: ModelId | null | undefined;
  /** How many images to draw. Range: from 1 to 10. Default: 1. */
  n?: number | null | undefined;
  /** Width to height of the images. */
  aspect_ratio?: ImageAspectRatio | null | undefined;
  /** Size of the images. */
  resolution?: ImageResolution | null | undefined;
  /** How much effort goes into the image, `auto` when absent; only `grok-imagine-image-2.0` takes it. */
  quality?: Open<"low" | "medium" | "auto"> | null | undefined;
  /** `url` links to images that expire, `b64_json` puts the bytes into the answer. Default: "url". */
  response_format?: Open<"url" | "b64_json"> | null | undefined;
  /** Also keeps the images in the Files API; each then has a `file_output`. */
  storage_options?: StorageOptions | null | undefined;
  /** Your own signed URLs to which xAI puts the images. */
  output?: ImageOutput | null | undefined;
  /**
   * `true` answers at once with a `request_id` to poll instead of images; other clients found that xAI has
   * not switched this on yet.
   */
  deferred?: boolean | null | undefined;
  /** Stable id of your own user, by which xAI traces abuse. */
  user?: string | null | undefined;
}

/** Body of `POST /v1/images/edits`, in JSON only: a multipart form is refused with 415. */
export interface EditImageRequest {
  /** What to change; several sources are called `<IMAGE_0>`, `<IMAGE_1>` and so on. */
  prompt: string;
  /** The source, when there is one; excludes `images`. */
  image?: ImageUrl | null | undefined;
  /** The sources, when there are several; excludes `image`. At most 5 items. */
  images?: ImageUrl[] | undefined;
  /** Image model that edits. */
  model?: ModelId | null | undefined;
  /** How many versions to draw. Range: from 1 to 10. */
  n?: number | null | undefined;
  /** Width to height of the result; that of the first source when absent. */
  aspect_ratio?: ImageAspectRatio | null | undefined;
  /** Size of the result. */
  resolution?: ImageResolution | null | undefined;
  /** How much effort goes into the image, `auto` when absent; only `grok-imagine-image-2.0` takes it. */
  quality?: Open<"low" | "medium" | "auto"> | null | undefined;
  /** `url` links to images that expire, `b64_json` puts the bytes into the answer. Default: "url". */
  response_format?: Open<"url" | "b64_json"> | null | undefined;
  /** Also keeps the images in the Files API; each then has a `file_output`. */
  storage_options?: StorageOptions | null | undefined;
  /** Your own signed URLs to which xAI puts the images. */
  output?: ImageOutput | null | undefined;
  /**
   * `true` answers at once with a `request_id` to poll instead of images; other clients found that xAI has
   * not switched this on yet.
   */
  deferred?: boolean | null | undefined;
  /** Stable id of your own user, by which xAI traces abuse. */
  user?: string | null | undefined;
}

/** Where xAI puts finished images. */
export interface ImageOutput {
  /** Signed URLs, each of which takes one image. */
  upload_urls: string[];
}

/** Width to height of an image, for grok-imagine models; `auto` leaves it to the model. */
export type ImageAspectRatio = "1:1" | "3:4" | "4:3" | "9:16" | "16:9" | "2:3" | "3:2" | "9:19.5" | "19.5:9" | "9:20" | "20:9" | "1:2" | "2:1" | "21:9" | "5:2" | "auto";

/** Size of an image, for grok-imagine models. */
export type ImageResolution = "1k" | "2k" | "1.5k";

/** The images that were drawn. */
export interface GeneratedImageResponse {
  /** The images. */
  data: GeneratedImage[];
  /** What they cost. */
  usage?: MediaUsage | null | undefined;
}

/** One image; which field carries it follows from `response_format`. */
export interface GeneratedImage {
  /** Address of the image, which expires: download it soon. */
  url?: string | null | undefined;
  /** The bytes in base64, without a `data:` prefix. */
  b64_json?: string | null | undefined;
  /** Media type of the bytes, such as `image/jpeg`. */
  mime_type?: string | null | undefined;
  /** The stored copy, when `storage_options` asked for one and it was kept. */
  file_output?: FileOutput | null | undefined;
  /** Why the copy that `storage_options` asked for was not kept. */
  storage_error?: string | null | undefined;
}

/** State of images that were asked for with `deferred`. */
export interface GetDeferredImageResponse {
  /** The id that was polled. */
  request_id: string;
  /** How far the work is. */
  status: Open<"pending" | "done" | "failed">;
  /** The images, once done. */
  data?: GeneratedImage[] | null | undefined;
  /** What they cost, once done. */
  usage?: MediaUsage | null | undefined;
  /** What went wrong, once failed. */
  error?: ImageError | null | undefined;
}

/** Why images could not be drawn. */
export interface ImageError {
  /** Kind of failure, for programs. */
  code: string;
  /** What went wrong, for people. */
  message: string;
}
