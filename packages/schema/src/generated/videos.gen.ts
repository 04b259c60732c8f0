// Written by `pnpm generate` from packages/schema/spec (source 9ac09040bbb3). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { FileOutput, ImageUrl, MediaUsage, StorageOptions } from "./common.gen.ts";

export const VideoAspectRatio: z.ZodMiniType<Wire.VideoAspectRatio> = /* @__PURE__ */ (() =>
  z.string())();

export const VideoKeyframe: z.ZodMiniType<Wire.VideoKeyframe> = /* @__PURE__ */ (() =>
  z.looseObject({
    "image": ImageUrl,
    "timestamp_s": z.number(),
  }))();

export const VideoOutput: z.ZodMiniType<Wire.VideoOutput> = /* @__PURE__ */ (() =>
  z.looseObject({
    "upload_url": z.string(),
  }))();

export const AudioUrl: z.ZodMiniType<Wire.AudioUrl> = /* @__PURE__ */ (() =>
  z.looseObject({
    "url": z.nullish(z.string()),
    "voice_id": z.nullish(z.string()),
  }))();

export const VideoResolution: z.ZodMiniType<Wire.VideoResolution> = /* @__PURE__ */ (() =>
  z.string())();

export const GenerateVideoRequest: z.ZodMiniType<Wire.GenerateVideoRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "aspect_ratio": z.nullish(VideoAspectRatio),
    "duration": z.nullish(z.int32().check(z.gte(1), z.lte(15))),
    "image": z.nullish(ImageUrl),
    "keyframes": z.nullish(z.array(VideoKeyframe).check(z.maxLength(4))),
    "model": z.nullish(z.string()),
    "output": z.nullish(VideoOutput),
    "prompt": z.nullish(z.string()),
    "reference_audios": z.nullish(z.array(AudioUrl).check(z.maxLength(3))),
    "reference_images": z.nullish(z.array(ImageUrl)),
    "resolution": z.nullish(VideoResolution),
    "storage_options": z.nullish(StorageOptions),
    "user": z.nullish(z.string()),
  }))();

export const VideoUrl: z.ZodMiniType<Wire.VideoUrl> = /* @__PURE__ */ (() =>
  z.looseObject({
    "file_id": z.nullish(z.string()),
    "url": z.nullish(z.string()),
  }))();

export const EditVideoRequest: z.ZodMiniType<Wire.EditVideoRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "model": z.nullish(z.string()),
    "output": z.nullish(VideoOutput),
    "prompt": z.string(),
    "storage_options": z.nullish(StorageOptions),
    "user": z.nullish(z.string()),
    "video": VideoUrl,
  }))();

export const ExtendVideoRequest: z.ZodMiniType<Wire.ExtendVideoRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "duration": z.nullish(z.int32()),
    "model": z.nullish(z.string()),
    "output": z.nullish(VideoOutput),
    "prompt": z.string(),
    "storage_options": z.nullish(StorageOptions),
    "video": VideoUrl,
  }))();

export const VideoErrorCode: z.ZodMiniType<Wire.VideoErrorCode> = /* @__PURE__ */ (() =>
  z.string())();

export const VideoError: z.ZodMiniType<Wire.VideoError> = /* @__PURE__ */ (() =>
  z.looseObject({
    "code": VideoErrorCode,
    "message": z.string(),
  }))();

export const GeneratedVideo: z.ZodMiniType<Wire.GeneratedVideo> = /* @__PURE__ */ (() =>
  z.looseObject({
    "duration": z.int32(),
    "file_output": z.nullish(FileOutput),
    "respect_moderation": z.boolean(),
    "storage_error": z.nullish(z.string()),
    "url": z.nullish(z.string()),
  }))();

export const VideoResponse: z.ZodMiniType<Wire.VideoResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "error": z.nullish(VideoError),
    "model": z.nullish(z.string()),
    "progress": z.nullish(z.int32().check(z.gte(0), z.lte(100))),
    "status": z.string(),
    "usage": z.nullish(MediaUsage),
    "video": z.nullish(GeneratedVideo),
  }))();

export const GetDeferredVideoRequest: z.ZodMiniType<Wire.GetDeferredVideoRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "request_id": z.string(),
  }))();

export const GetDeferredVideoResponse: z.ZodMiniType<Wire.GetDeferredVideoResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "response": z.nullish(VideoResponse),
    "status": z.string(),
  }))();
