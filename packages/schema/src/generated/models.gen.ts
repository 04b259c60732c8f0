// Written by `pnpm generate` from packages/schema/spec (source 663279680f0c). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

/**
 * The models known when this was written, ids and aliases; the Models API lists the ones a key can use now.
 */
export const ModelId: z.ZodMiniType<Wire.ModelId> = /* @__PURE__ */ (() =>
  z.string())();

/** How a model's reasoning can be steered. */
export const ModelCapabilities: z.ZodMiniType<Wire.ModelCapabilities> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reasoning_effort": z.nullish(z.array(z.string())),
    "default_reasoning_effort": z.nullish(z.string()),
  }))();

/** Price of an image at one quality and resolution. */
export const ImagePricingTier: z.ZodMiniType<Wire.ImagePricingTier> = /* @__PURE__ */ (() =>
  z.looseObject({
    "quality": z.string(),
    "resolution": z.string(),
    "price_per_image": z.int(),
  }))();

/**
 * A model in the short listing that is shaped like OpenAI's; which prices it carries depends on its kind.
 */
export const Model: z.ZodMiniType<Wire.Model> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "aliases": z.nullish(z.array(z.string())),
    "object": z.string(),
    "created": z.int(),
    "owned_by": z.nullish(z.string()),
    "context_length": z.nullish(z.int()),
    "capabilities": z.nullish(ModelCapabilities),
    "prompt_text_token_price": z.nullish(z.int()),
    "cached_prompt_text_token_price": z.nullish(z.int()),
    "completion_text_token_price": z.nullish(z.int()),
    "prompt_image_token_price": z.nullish(z.int()),
    "long_context_threshold": z.nullish(z.int()),
    "prompt_text_token_price_long_context": z.nullish(z.int()),
    "cached_prompt_text_token_price_long_context": z.nullish(z.int()),
    "completion_text_token_price_long_context": z.nullish(z.int()),
    "image_price": z.nullish(z.int()),
    "pricing": z.nullish(z.array(ImagePricingTier)),
  }))();

/** Every model that the key may use, of all kinds. */
export const ListModelsResponse: z.ZodMiniType<Wire.ListModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "object": z.string(),
    "data": z.array(Model),
  }))();

/** A model that answers in text, with everything known about it. */
export const LanguageModel: z.ZodMiniType<Wire.LanguageModel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "aliases": z.nullish(z.array(z.string())),
    "object": z.string(),
    "created": z.int(),
    "owned_by": z.nullish(z.string()),
    "version": z.nullish(z.string()),
    "fingerprint": z.nullish(z.string()),
    "input_modalities": z.nullish(z.array(z.string())),
    "output_modalities": z.nullish(z.array(z.string())),
    "capabilities": z.nullish(ModelCapabilities),
    "prompt_text_token_price": z.nullish(z.int()),
    "cached_prompt_text_token_price": z.nullish(z.int()),
    "completion_text_token_price": z.nullish(z.int()),
    "prompt_image_token_price": z.nullish(z.int()),
    "long_context_threshold": z.nullish(z.int()),
    "prompt_text_token_price_long_context": z.nullish(z.int()),
    "cached_prompt_text_token_price_long_context": z.nullish(z.int()),
    "completion_text_token_price_long_context": z.nullish(z.int()),
    "search_price": z.nullish(z.int()),
  }))();

/** The models of the key that answer in text. */
export const ListLanguageModelsResponse: z.ZodMiniType<Wire.ListLanguageModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "models": z.array(LanguageModel),
  }))();

/** A model that turns text into vectors, with everything known about it. */
export const EmbeddingModel: z.ZodMiniType<Wire.EmbeddingModel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "aliases": z.nullish(z.array(z.string())),
    "object": z.string(),
    "created": z.int(),
    "owned_by": z.nullish(z.string()),
    "version": z.nullish(z.string()),
    "fingerprint": z.nullish(z.string()),
    "input_modalities": z.nullish(z.array(z.string())),
    "output_modalities": z.nullish(z.array(z.string())),
    "prompt_text_token_price": z.nullish(z.int()),
    "prompt_image_token_price": z.nullish(z.int()),
  }))();

/** The embedding models of the key. */
export const ListEmbeddingModelsResponse: z.ZodMiniType<Wire.ListEmbeddingModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "models": z.array(EmbeddingModel),
  }))();

/** A model that makes images, with everything known about it. */
export const ImageGenerationModel: z.ZodMiniType<Wire.ImageGenerationModel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "aliases": z.nullish(z.array(z.string())),
    "object": z.string(),
    "created": z.int(),
    "owned_by": z.nullish(z.string()),
    "version": z.nullish(z.string()),
    "fingerprint": z.nullish(z.string()),
    "input_modalities": z.nullish(z.array(z.string())),
    "output_modalities": z.nullish(z.array(z.string())),
    "max_prompt_length": z.nullish(z.int()),
    "image_price": z.nullish(z.int()),
    "pricing": z.nullish(z.array(ImagePricingTier)),
  }))();

/** The image models of the key. */
export const ListImageGenerationModelsResponse: z.ZodMiniType<Wire.ListImageGenerationModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "models": z.array(ImageGenerationModel),
  }))();

/** A model that makes videos, with everything known about it. */
export const VideoGenerationModel: z.ZodMiniType<Wire.VideoGenerationModel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "aliases": z.nullish(z.array(z.string())),
    "object": z.string(),
    "created": z.int(),
    "owned_by": z.nullish(z.string()),
    "version": z.nullish(z.string()),
    "fingerprint": z.nullish(z.string()),
    "input_modalities": z.nullish(z.array(z.string())),
    "output_modalities": z.nullish(z.array(z.string())),
  }))();

/** The video models of the key. */
export const ListVideoGenerationModelsResponse: z.ZodMiniType<Wire.ListVideoGenerationModelsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "models": z.array(VideoGenerationModel),
  }))();
