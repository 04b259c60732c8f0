import type { Wire } from "@xai-edge/core";
import type { SimulatedModel } from "./simulated-model.ts";

/** A chat model as its own listing has it, where prices that do not apply are 0. */
export function toLanguageModel(model: SimulatedModel): Wire.LanguageModel {
  const { wire } = model;
  return {
    ...identityOf(model),
    input_modalities: wire.prompt_image_token_price ? ["text", "image"] : ["text"],
    output_modalities: ["text"],
    ...(wire.capabilities ? { capabilities: wire.capabilities } : {}),
    prompt_text_token_price: wire.prompt_text_token_price ?? 0,
    cached_prompt_text_token_price: wire.cached_prompt_text_token_price ?? 0,
    prompt_image_token_price: wire.prompt_image_token_price ?? 0,
    completion_text_token_price: wire.completion_text_token_price ?? 0,
    search_price: 0,
    prompt_text_token_price_long_context: wire.prompt_text_token_price_long_context ?? 0,
    cached_prompt_text_token_price_long_context: wire.cached_prompt_text_token_price_long_context ?? 0,
    completion_text_token_price_long_context: wire.completion_text_token_price_long_context ?? 0,
    long_context_threshold: wire.long_context_threshold ?? 0,
  };
}

/** An embedding model as its own listing has it. */
export function toEmbeddingModel(model: SimulatedModel): Wire.EmbeddingModel {
  return {
    ...identityOf(model),
    input_modalities: ["text"],
    prompt_text_token_price: model.wire.prompt_text_token_price ?? 0,
    prompt_image_token_price: model.wire.prompt_image_token_price ?? 0,
  };
}

/** An image model as its own listing has it. */
export function toImageModel(model: SimulatedModel): Wire.ImageGenerationModel {
  const { image_price: price, pricing, context_length: length } = model.wire;
  return {
    ...identityOf(model),
    input_modalities: ["text", "image"],
    output_modalities: ["image"],
    max_prompt_length: length ?? 0,
    ...(price === undefined || price === null ? {} : { image_price: price }),
    ...(pricing ? { pricing } : {}),
  };
}

/** A video model as its own listing has it. */
export function toVideoModel(model: SimulatedModel): Wire.VideoGenerationModel {
  return { ...identityOf(model), input_modalities: ["text", "image"], output_modalities: ["video"] };
}

function identityOf({ wire, fingerprint }: SimulatedModel) {
  const { id, created, object } = wire;
  return {
    id,
    fingerprint,
    created,
    object,
    owned_by: wire.owned_by ?? "xai",
    version: "1.0",
    aliases: wire.aliases ?? [],
  };
}
