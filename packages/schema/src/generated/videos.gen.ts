// Written by `pnpm generate` from packages/schema/spec (source e186acb852bf). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { FileOutput, ImageUrl, MediaUsage, StorageOptions } from "./common.gen.ts";
import { ModelId } from "./models.gen.ts";

/** Width to height of a video. */
export const VideoAspectRatio: z.ZodMiniType<Wire.VideoAspectRatio> = /* @__PURE__ */ (() =>
  z.enum(["1:1","16:9","9:16","4:3","3:4","3:2","2:3"]))();

/** Lines of a video. */
export const VideoResolution: z.ZodMiniType<Wire.VideoResolution> = /* @__PURE__ */ (() =>
  z.enum(["480p","720p","1080p"]))();

/** A still image that the video passes through. */
export const VideoKeyframe: z.ZodMiniType<Wire.VideoKeyframe> = /* @__PURE__ */ (() =>
  z.strictObject({
    "image": ImageUrl,
    "timestamp_s": z.number(),
  }))();

/** A sound to go by, by address or by voice. */
export const AudioUrl: z.ZodMiniType<Wire.AudioUrl> = /* @__PURE__ */ (() =>
  z.strictObject({
    "url": z.nullish(z.string()),
    "voice_id": z.nullish(z.string()),
  }))();

/** Where xAI puts the finished video. */
export const VideoOutput: z.ZodMiniType<Wire.VideoOutput> = /* @__PURE__ */ (() =>
  z.strictObject({
    "upload_url": z.string(),
  }))();

/** Body of `POST /v1/videos/generations`, which starts a job to poll. */
export const GenerateVideoRequest: z.ZodMiniType<Wire.GenerateVideoRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "prompt": z.optional(z.string()),
    "model": z.nullish(ModelId),
    "duration": z.nullish(z.int32().check(z.gte(1), z.lte(15))),
    "aspect_ratio": z.nullish(VideoAspectRatio),
    "resolution": z.nullish(VideoResolution),
    "image": z.nullish(ImageUrl),
    "last_frame": z.nullish(ImageUrl),
    "keyframes": z.optional(z.array(VideoKeyframe).check(z.maxLength(4))),
    "reference_images": z.optional(z.array(ImageUrl)),
    "reference_audios": z.optional(z.array(AudioUrl).check(z.maxLength(3))),
    "storage_options": z.nullish(StorageOptions),
    "output": z.nullish(VideoOutput),
    "user": z.nullish(z.string()),
  }))();

/** A video to work on, by address or by file id. */
export const VideoUrl: z.ZodMiniType<Wire.VideoUrl> = /* @__PURE__ */ (() =>
  z.strictObject({
    "url": z.optional(z.string()),
    "file_id": z.nullish(z.string()),
  }))();

/** Body of `POST /v1/videos/edits`, which starts a job to poll. */
export const EditVideoRequest: z.ZodMiniType<Wire.EditVideoRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "prompt": z.string(),
    "video": VideoUrl,
    "model": z.nullish(ModelId),
    "storage_options": z.nullish(StorageOptions),
    "output": z.nullish(VideoOutput),
    "user": z.nullish(z.string()),
  }))();

/** Body of `POST /v1/videos/extensions`, which starts a job to poll. */
export const ExtendVideoRequest: z.ZodMiniType<Wire.ExtendVideoRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "prompt": z.string(),
    "video": VideoUrl,
    "duration": z.nullish(z.int32().check(z.gte(2), z.lte(10))),
    "model": z.nullish(ModelId),
    "storage_options": z.nullish(StorageOptions),
    "output": z.nullish(VideoOutput),
  }))();

/** A finished video. */
export const GeneratedVideo: z.ZodMiniType<Wire.GeneratedVideo> = /* @__PURE__ */ (() =>
  z.looseObject({
    "url": z.nullish(z.string()),
    "duration": z.nullish(z.int32()),
    "respect_moderation": z.nullish(z.boolean()),
    "file_output": z.nullish(FileOutput),
    "storage_error": z.nullish(z.string()),
  }))();

/**
 * Kind of failure of a running job; a wrong key, an unknown model or a rate limit is an HTTP error instead.
 */
export const VideoErrorCode: z.ZodMiniType<Wire.VideoErrorCode> = /* @__PURE__ */ (() =>
  z.string())();

/** Why a video could not be made. */
export const VideoError: z.ZodMiniType<Wire.VideoError> = /* @__PURE__ */ (() =>
  z.looseObject({
    "code": VideoErrorCode,
    "message": z.string(),
  }))();

/** State of a video job, and the video once it is done. */
export const VideoResponse: z.ZodMiniType<Wire.VideoResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "status": z.string(),
    "video": z.nullish(GeneratedVideo),
    "error": z.nullish(VideoError),
    "progress": z.nullish(z.int32().check(z.gte(0), z.lte(100))),
    "model": z.nullish(z.string()),
    "usage": z.nullish(MediaUsage),
  }))();

/** Names the job to poll. */
export const GetDeferredVideoRequest: z.ZodMiniType<Wire.GetDeferredVideoRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "request_id": z.string(),
  }))();

/** Wrapped form of a job's state, which no endpoint of the reference returns. */
export const GetDeferredVideoResponse: z.ZodMiniType<Wire.GetDeferredVideoResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "status": z.string(),
    "response": z.nullish(VideoResponse),
  }))();
