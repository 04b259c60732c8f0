// Written by `pnpm generate` from packages/schema/spec (source 6080e96c74e4). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { FileOutput, ImageUrl, MediaUsage, StorageOptions } from "./common.gen.ts";

export const ImageAspectRatio: z.ZodMiniType<Wire.ImageAspectRatio> = /* @__PURE__ */ (() =>
  z.string())();

export const ImageOutput: z.ZodMiniType<Wire.ImageOutput> = /* @__PURE__ */ (() =>
  z.looseObject({
    "upload_urls": z.array(z.string()),
  }))();

export const ImageResolution: z.ZodMiniType<Wire.ImageResolution> = /* @__PURE__ */ (() =>
  z.string())();

export const GenerateImageRequest: z.ZodMiniType<Wire.GenerateImageRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "aspect_ratio": z.nullish(ImageAspectRatio),
    "deferred": z.nullish(z.boolean()),
    "model": z.nullish(z.string()),
    "n": z.nullish(z.int32().check(z.gte(1), z.lte(10))),
    "output": z.nullish(ImageOutput),
    "prompt": z.nullish(z.string()),
    "resolution": z.nullish(ImageResolution),
    "response_format": z.nullish(z.string()),
    "storage_options": z.nullish(StorageOptions),
    "user": z.nullish(z.string()),
  }))();

export const EditImageRequest: z.ZodMiniType<Wire.EditImageRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "aspect_ratio": z.nullish(ImageAspectRatio),
    "deferred": z.nullish(z.boolean()),
    "image": z.nullish(ImageUrl),
    "images": z.nullish(z.array(ImageUrl)),
    "model": z.nullish(z.string()),
    "n": z.nullish(z.int32()),
    "output": z.nullish(ImageOutput),
    "prompt": z.string(),
    "resolution": z.nullish(ImageResolution),
    "response_format": z.nullish(z.string()),
    "storage_options": z.nullish(StorageOptions),
    "user": z.nullish(z.string()),
  }))();

export const GeneratedImage: z.ZodMiniType<Wire.GeneratedImage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "b64_json": z.nullish(z.string()),
    "file_output": z.nullish(FileOutput),
    "mime_type": z.nullish(z.string()),
    "storage_error": z.nullish(z.string()),
    "url": z.nullish(z.string()),
  }))();

export const GeneratedImageResponse: z.ZodMiniType<Wire.GeneratedImageResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "data": z.array(GeneratedImage),
    "usage": z.nullish(MediaUsage),
  }))();

export const ImageError: z.ZodMiniType<Wire.ImageError> = /* @__PURE__ */ (() =>
  z.looseObject({
    "code": z.string(),
    "message": z.string(),
  }))();

export const GetDeferredImageResponse: z.ZodMiniType<Wire.GetDeferredImageResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "data": z.nullish(z.array(GeneratedImage)),
    "error": z.nullish(ImageError),
    "request_id": z.string(),
    "status": z.string(),
    "usage": z.nullish(MediaUsage),
  }))();
