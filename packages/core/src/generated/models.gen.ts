// Written by `pnpm generate` from packages/schema/spec (source 91b691f51c9b). Do not edit.

export interface Model {
  aliases: string[];
  cached_prompt_text_token_price?: number | null | undefined;
  cached_prompt_text_token_price_long_context?: number | null | undefined;
  capabilities?: ModelCapabilities | null | undefined;
  completion_text_token_price?: number | null | undefined;
  completion_text_token_price_long_context?: number | null | undefined;
  context_length?: number | null | undefined;
  created: number;
  id: string;
  image_price?: number | null | undefined;
  long_context_threshold?: number | null | undefined;
  object: string;
  owned_by: string;
  pricing?: ImagePricingTier[] | null | undefined;
  prompt_image_token_price?: number | null | undefined;
  prompt_text_token_price?: number | null | undefined;
  prompt_text_token_price_long_context?: number | null | undefined;
}

export interface ListModelsResponse {
  data: Model[];
  object: string;
}

export interface LanguageModel {
  aliases: string[];
  cached_prompt_text_token_price: number;
  cached_prompt_text_token_price_long_context: number;
  capabilities?: ModelCapabilities | null | undefined;
  completion_text_token_price: number;
  completion_text_token_price_long_context: number;
  created: number;
  fingerprint: string;
  id: string;
  input_modalities: string[];
  long_context_threshold: number;
  object: string;
  output_modalities: string[];
  owned_by: string;
  prompt_image_token_price: number;
  prompt_text_token_price: number;
  prompt_text_token_price_long_context: number;
  search_price: number;
  version: string;
}

export interface ListLanguageModelsResponse {
  models: LanguageModel[];
}

export interface EmbeddingModel {
  aliases: string[];
  created: number;
  fingerprint: string;
  id: string;
  input_modalities: string[];
  object: string;
  output_modalities: string[];
  owned_by: string;
  prompt_image_token_price: number;
  prompt_text_token_price: number;
  version: string;
}

export interface ListEmbeddingModelsResponse {
  models: EmbeddingModel[];
}

export interface ImageGenerationModel {
  aliases: string[];
  created: number;
  fingerprint: string;
  id: string;
  image_price: number;
  input_modalities: string[];
  max_prompt_length: number;
  object: string;
  output_modalities: string[];
  owned_by: string;
  pricing?: ImagePricingTier[] | null | undefined;
  version: string;
}

export interface ListImageGenerationModelsResponse {
  models: ImageGenerationModel[];
}

export interface ImagePricingTier {
  price_per_image: number;
  quality: string;
  resolution: string;
}

export interface VideoGenerationModel {
  aliases: string[];
  created: number;
  fingerprint: string;
  id: string;
  input_modalities: string[];
  object: string;
  output_modalities: string[];
  owned_by: string;
  version: string;
}

export interface ListVideoGenerationModelsResponse {
  models: VideoGenerationModel[];
}

export interface ModelCapabilities {
  default_reasoning_effort?: string | null | undefined;
  reasoning_effort: string[];
}
