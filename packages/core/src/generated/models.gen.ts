// Written by `pnpm generate` from packages/schema/spec (source 7048b782d0ec). Do not edit.

import type { Open } from "./open.gen.ts";

/**
 * The models known when this was written, ids and aliases; the Models API lists the ones a key can use now.
 */
export type ModelId = Open<"latest" | "grok-4.3" | "grok-4.3-latest" | "grok-4.20" | "grok-4.20-multi-agent" | "grok-420-reasoning" | "grok-4" | "grok-4-latest" | "grok-4-fast-reasoning" | "grok-4-fast-non-reasoning" | "grok-3" | "grok-3-mini" | "grok-code-fast-1" | "grok-imagine-image-2.0" | "grok-imagine-image" | "grok-imagine-video">;

/**
 * A model in the short listing that is shaped like OpenAI's; which prices it carries depends on its kind.
 */
export interface Model {
  /** What to put into the `model` field of a request. */
  id: string;
  /** Other ids that lead to the same model, `[]` for none. */
  aliases?: string[] | null | undefined;
  /** Tag of the object. */
  object: Open<"model">;
  /** Unix seconds at which the model was made. */
  created: number;
  /** Organisation behind the model, such as `xai`. */
  owned_by?: string | null | undefined;
  /** Size of the context window in tokens. */
  context_length?: number | null | undefined;
  /** How its reasoning can be steered; absent when it cannot. */
  capabilities?: ModelCapabilities | null | undefined;
  /** Price of text input in US cents per 100 million tokens; a 10,000th of it is USD per million. */
  prompt_text_token_price?: number | null | undefined;
  /** Price of text input that was cached, in US cents per 100 million tokens. */
  cached_prompt_text_token_price?: number | null | undefined;
  /** Price of text output in US cents per 100 million tokens. */
  completion_text_token_price?: number | null | undefined;
  /** Price of image input in US cents per 100 million tokens. */
  prompt_image_token_price?: number | null | undefined;
  /** Tokens of context from which on the long-context prices apply. */
  long_context_threshold?: number | null | undefined;
  /** Price of text input in a long context, in US cents per 100 million tokens. */
  prompt_text_token_price_long_context?: number | null | undefined;
  /** Price of cached text input in a long context, in US cents per 100 million tokens. */
  cached_prompt_text_token_price_long_context?: number | null | undefined;
  /** Price of text output in a long context, in US cents per 100 million tokens. */
  completion_text_token_price_long_context?: number | null | undefined;
  /**
   * Price of one generated image; xAI's file says US cents, its sample values read as USD ticks (1e10 per
   * USD).
   */
  image_price?: number | null | undefined;
  /** Prices of an image model by quality and resolution. */
  pricing?: ImagePricingTier[] | null | undefined;
}

/** Every model that the key may use, of all kinds. */
export interface ListModelsResponse {
  /** Tag of the object. */
  object: Open<"list">;
  /** The models. */
  data: Model[];
}

/** A model that answers in text, with everything known about it. */
export interface LanguageModel {
  /** What to put into the `model` field of a request. */
  id: string;
  /** Other ids that lead to the same model, `[]` for none. */
  aliases?: string[] | null | undefined;
  /** Tag of the object. */
  object: Open<"model">;
  /** Unix seconds at which the model was made. */
  created: number;
  /** Organisation behind the model, such as `xai`. */
  owned_by?: string | null | undefined;
  /** Version of the model, such as `1.0.0`. */
  version?: string | null | undefined;
  /** Identifies the configuration that serves the model; changes when that does. */
  fingerprint?: string | null | undefined;
  /** Kinds of input it understands. */
  input_modalities?: Open<"text" | "image">[] | null | undefined;
  /** Kinds of output it makes. */
  output_modalities?: Open<"text" | "image" | "video">[] | null | undefined;
  /** How its reasoning can be steered; absent when it cannot. */
  capabilities?: ModelCapabilities | null | undefined;
  /** Price of text input in US cents per 100 million tokens; a 10,000th of it is USD per million. */
  prompt_text_token_price?: number | null | undefined;
  /** Price of text input that was cached, in US cents per 100 million tokens. */
  cached_prompt_text_token_price?: number | null | undefined;
  /** Price of text output in US cents per 100 million tokens. */
  completion_text_token_price?: number | null | undefined;
  /** Price of image input in US cents per 100 million tokens. */
  prompt_image_token_price?: number | null | undefined;
  /** Tokens of context from which on the long-context prices apply; 0 when there are none. */
  long_context_threshold?: number | null | undefined;
  /**
   * Price of text input in a long context, in US cents per 100 million tokens; 0 when it is the usual one.
   */
  prompt_text_token_price_long_context?: number | null | undefined;
  /**
   * Price of cached text input in a long context, in US cents per 100 million tokens; 0 when it is the
   * usual one.
   */
  cached_prompt_text_token_price_long_context?: number | null | undefined;
  /**
   * Price of text output in a long context, in US cents per 100 million tokens; 0 when it is the usual one.
   */
  completion_text_token_price_long_context?: number | null | undefined;
  /** Price of searching in US cents per 100 million searches. */
  search_price?: number | null | undefined;
}

/** The models of the key that answer in text. */
export interface ListLanguageModelsResponse {
  /** The models. */
  models: LanguageModel[];
}

/** A model that turns text into vectors, with everything known about it. */
export interface EmbeddingModel {
  /** What to put into the `model` field of a request. */
  id: string;
  /** Other ids that lead to the same model, `[]` for none. */
  aliases?: string[] | null | undefined;
  /** Tag of the object. */
  object: Open<"model">;
  /** Unix seconds at which the model was made. */
  created: number;
  /** Organisation behind the model, such as `xai`. */
  owned_by?: string | null | undefined;
  /** Version of the model, such as `1.0.0`. */
  version?: string | null | undefined;
  /** Identifies the configuration that serves the model; changes when that does. */
  fingerprint?: string | null | undefined;
  /** Kinds of input it understands. */
  input_modalities?: Open<"text" | "image">[] | null | undefined;
  /** Kinds of output it makes. */
  output_modalities?: Open<"text" | "image" | "video">[] | null | undefined;
  /**
   * Price of text input, by xAI's file in US cents per million tokens (language models: per 100 million).
   */
  prompt_text_token_price?: number | null | undefined;
  /**
   * Price of image input, by xAI's file in US cents per million tokens (language models: per 100 million).
   */
  prompt_image_token_price?: number | null | undefined;
}

/** The embedding models of the key. */
export interface ListEmbeddingModelsResponse {
  /** The models. */
  models: EmbeddingModel[];
}

/** A model that makes images, with everything known about it. */
export interface ImageGenerationModel {
  /** What to put into the `model` field of a request. */
  id: string;
  /** Other ids that lead to the same model, `[]` for none. */
  aliases?: string[] | null | undefined;
  /** Tag of the object. */
  object: Open<"model">;
  /** Unix seconds at which the model was made. */
  created: number;
  /** Organisation behind the model, such as `xai`. */
  owned_by?: string | null | undefined;
  /** Version of the model, such as `1.0.0`. */
  version?: string | null | undefined;
  /** Identifies the configuration that serves the model; changes when that does. */
  fingerprint?: string | null | undefined;
  /** Kinds of input it understands. */
  input_modalities?: Open<"text" | "image">[] | null | undefined;
  /** Kinds of output it makes. */
  output_modalities?: Open<"text" | "image" | "video">[] | null | undefined;
  /** Longest prompt it takes; xAI's file names no unit. */
  max_prompt_length?: number | null | undefined;
  /**
   * Price of one generated image; xAI's file says US cents, its sample values read as USD ticks (1e10 per
   * USD).
   */
  image_price?: number | null | undefined;
  /** Prices by quality and resolution. */
  pricing?: ImagePricingTier[] | null | undefined;
}

/** The image models of the key. */
export interface ListImageGenerationModelsResponse {
  /** The models. */
  models: ImageGenerationModel[];
}

/** Price of an image at one quality and resolution. */
export interface ImagePricingTier {
  /** Quality that the price is for, as in a request's `quality`. */
  quality: string;
  /** Size that the price is for, as in a request's `resolution`. */
  resolution: string;
  /** Price of one image in 1e-8 US cents, which are USD ticks (1e10 per USD). */
  price_per_image: number;
}

/** A model that makes videos, with everything known about it. */
export interface VideoGenerationModel {
  /** What to put into the `model` field of a request. */
  id: string;
  /** Other ids that lead to the same model, `[]` for none. */
  aliases?: string[] | null | undefined;
  /** Tag of the object. */
  object: Open<"model">;
  /** Unix seconds at which the model was made. */
  created: number;
  /** Organisation behind the model, such as `xai`. */
  owned_by?: string | null | undefined;
  /** Version of the model, such as `1.0.0`. */
  version?: string | null | undefined;
  /** Identifies the configuration that serves the model; changes when that does. */
  fingerprint?: string | null | undefined;
  /** Kinds of input it understands. */
  input_modalities?: Open<"text" | "image">[] | null | undefined;
  /** Kinds of output it makes. */
  output_modalities?: Open<"text" | "image" | "video">[] | null | undefined;
}

/** The video models of the key. */
export interface ListVideoGenerationModelsResponse {
  /** The models. */
  models: VideoGenerationModel[];
}

/** How a model's reasoning can be steered. */
export interface ModelCapabilities {
  /** Efforts it accepts in a request, from least to most thinking. */
  reasoning_effort?: Open<"none" | "low" | "medium" | "high" | "xhigh">[] | null | undefined;
  /** Effort it uses when a request names none. */
  default_reasoning_effort?: Open<"none" | "low" | "medium" | "high" | "xhigh"> | null | undefined;
}
