// Written by `pnpm generate` from packages/schema/spec (source 357cbcd17f4e). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

export const ModelCapabilities: z.ZodMiniType<Wire.ModelCapabilities> = /* @__PURE__ */ (() =>
  z.looseObject({
    "default_reasoning_effort": z.nullish(z.string()),
    "reasoning_effort": z.array(z.string()),
  }))();

export const ImagePricingTier: z.ZodMiniType<Wire.ImagePricingTier> = /* @__PURE__ */ (() =>
  z.looseObject({
    "price_per_image": z.int(),
    "quality": z.string(),
    "resolution": z.string(),
  }))();

export const Model: z.ZodMiniType<Wire.Model> = /* @__PURE__ */ (() =>
  z.looseObject({
    "aliases": z.array(z.string()),
    "cached_prompt_text_token_price": z.nullish(z.int()),
    "cached_prompt_text_token_price_long_context": z.nullish(z.int()),
    "capabilities": z.nullish(ModelCapabilities),
    "completion_text_token_price": z.nullish(z.int()),
    "completion_text_token_price_long_context": z.nullish(z.int()),
    "context_length": z.nullish(z.int()),
    "created": z.int(),
    "id": z.string(),
    "image_price": z.nullish(z.int()),
    "long_context_threshold": z.nullish(z.int()),
    "object": z.string(),
    "owned_by": z.string(),
    "pricing": z.nullish(z.array(ImagePricingTier)),
    "prompt_image_token_price": z.nullish(z.int()),
    "prompt_text_token_price": z.nullish(z.int()),
    "prompt_text_token_price_long_context": z.nullish(z.int()),
  }))();

export const ListModelsResponse: z.ZodMiniType<Wire.ListModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "data": z.array(Model),
    "object": z.string(),
  }))();

export const LanguageModel: z.ZodMiniType<Wire.LanguageModel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "aliases": z.array(z.string()),
    "cached_prompt_text_token_price": z.int(),
    "cached_prompt_text_token_price_long_context": z.int(),
    "capabilities": z.nullish(ModelCapabilities),
    "completion_text_token_price": z.int(),
    "completion_text_token_price_long_context": z.int(),
    "created": z.int(),
    "fingerprint": z.string(),
    "id": z.string(),
    "input_modalities": z.array(z.string()),
    "long_context_threshold": z.int(),
    "object": z.string(),
    "output_modalities": z.array(z.string()),
    "owned_by": z.string(),
    "prompt_image_token_price": z.int(),
    "prompt_text_token_price": z.int(),
    "prompt_text_token_price_long_context": z.int(),
    "search_price": z.int(),
    "version": z.string(),
  }))();

export const ListLanguageModelsResponse: z.ZodMiniType<Wire.ListLanguageModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "models": z.array(LanguageModel),
  }))();

export const EmbeddingModel: z.ZodMiniType<Wire.EmbeddingModel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "aliases": z.array(z.string()),
    "created": z.int(),
    "fingerprint": z.string(),
    "id": z.string(),
    "input_modalities": z.array(z.string()),
    "object": z.string(),
    "output_modalities": z.array(z.string()),
    "owned_by": z.string(),
    "prompt_image_token_price": z.int(),
    "prompt_text_token_price": z.int(),
    "version": z.string(),
  }))();

export const ListEmbeddingModelsResponse: z.ZodMiniType<Wire.ListEmbeddingModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "models": z.array(EmbeddingModel),
  }))();

export const ImageGenerationModel: z.ZodMiniType<Wire.ImageGenerationModel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "aliases": z.array(z.string()),
    "created": z.int(),
    "fingerprint": z.string(),
    "id": z.string(),
    "image_price": z.int(),
    "input_modalities": z.array(z.string()),
    "max_prompt_length": z.int(),
    "object": z.string(),
    "output_modalities": z.array(z.string()),
    "owned_by": z.string(),
    "pricing": z.nullish(z.array(ImagePricingTier)),
    "version": z.string(),
  }))();

export const ListImageGenerationModelsResponse: z.ZodMiniType<Wire.ListImageGenerationModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "models": z.array(ImageGenerationModel),
  }))();

export const VideoGenerationModel: z.ZodMiniType<Wire.VideoGenerationModel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "aliases": z.array(z.string()),
    "created": z.int(),
    "fingerprint": z.string(),
    "id": z.string(),
    "input_modalities": z.array(z.string()),
    "object": z.string(),
    "output_modalities": z.array(z.string()),
    "owned_by": z.string(),
    "version": z.string(),
  }))();

export const ListVideoGenerationModelsResponse: z.ZodMiniType<Wire.ListVideoGenerationModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "models": z.array(VideoGenerationModel),
  }))();
