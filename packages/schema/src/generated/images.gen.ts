// Written by `pnpm generate` from packages/schema/spec (source b72a5d4357de). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { FileOutput, ImageUrl, MediaUsage, StorageOptions } from "./common.gen.ts";
import { ModelId } from "./models.gen.ts";

/** Width to height of an image, for grok-imagine models; `auto` leaves it to the model. */
export const ImageAspectRatio: z.ZodMiniType<Wire.ImageAspectRatio> = /* @__PURE__ */ (() =>
  z.enum(["1:1","3:4","4:3","9:16","16:9","2:3","3:2","9:19.5","19.5:9","9:20","20:9","1:2","2:1","21:9","5:2","auto"]))();

/** Size of an image, for grok-imagine models. */
export const ImageResolution: z.ZodMiniType<Wire.ImageResolution> = /* @__PURE__ */ (() =>
  z.enum(["1k","2k","1.5k"]))();

/** Where xAI puts finished images. */
export const ImageOutput: z.ZodMiniType<Wire.ImageOutput> = /* @__PURE__ */ (() =>
  z.strictObject({
    "upload_urls": z.array(z.string()),
  }))();

/** Body of `POST /v1/images/generations`. */
export const GenerateImageRequest: z.ZodMiniType<Wire.GenerateImageRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "prompt": z.string(),
    "model": z.nullish(ModelId),
    "n": z.nullish(z.int32().check(z.gte(1), z.lte(10))),
    "aspect_ratio": z.nullish(ImageAspectRatio),
    "resolution": z.nullish(ImageResolution),
    "quality": z.nullish(z.string()),
    "response_format": z.nullish(z.string()),
    "storage_options": z.nullish(StorageOptions),
    "output": z.nullish(ImageOutput),
    "deferred": z.nullish(z.boolean()),
    "user": z.nullish(z.string()),
  }))();

/** Body of `POST /v1/images/edits`, in JSON only: a multipart form is refused with 415. */
export const EditImageRequest: z.ZodMiniType<Wire.EditImageRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "prompt": z.string(),
    "image": z.nullish(ImageUrl),
    "images": z.optional(z.array(ImageUrl).check(z.maxLength(5))),
    "model": z.nullish(ModelId),
    "n": z.nullish(z.int32().check(z.gte(1), z.lte(10))),
    "aspect_ratio": z.nullish(ImageAspectRatio),
    "resolution": z.nullish(ImageResolution),
    "quality": z.nullish(z.string()),
    "response_format": z.nullish(z.string()),
    "storage_options": z.nullish(StorageOptions),
    "output": z.nullish(ImageOutput),
    "deferred": z.nullish(z.boolean()),
    "user": z.nullish(z.string()),
  }))();

/** One image; which field carries it follows from `response_format`. */
export const GeneratedImage: z.ZodMiniType<Wire.GeneratedImage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "url": z.nullish(z.string()),
    "b64_json": z.nullish(z.string()),
    "mime_type": z.nullish(z.string()),
    "file_output": z.nullish(FileOutput),
    "storage_error": z.nullish(z.string()),
  }))();

/** The images that were drawn. */
export const GeneratedImageResponse: z.ZodMiniType<Wire.GeneratedImageResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "data": z.array(GeneratedImage),
    "usage": z.nullish(MediaUsage),
  }))();

/** Why images could not be drawn. */
export const ImageError: z.ZodMiniType<Wire.ImageError> = /* @__PURE__ */ (() =>
  z.looseObject({
    "code": z.string(),
    "message": z.string(),
  }))();

/** State of images that were asked for with `deferred`. */
export const GetDeferredImageResponse: z.ZodMiniType<Wire.GetDeferredImageResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "request_id": z.string(),
    "status": z.string(),
    "data": z.nullish(z.array(GeneratedImage)),
    "usage": z.nullish(MediaUsage),
    "error": z.nullish(ImageError),
  }))();
