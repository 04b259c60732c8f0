import {
  array,
  int64,
  known,
  named,
  nullable,
  object,
  optional,
  ref,
  required,
  string,
  type Area,
  type Field,
} from "./notation.ts";

const examplesOmitIt = "Examples in the reference omit it although it is marked required there.";
const growing = "A fact about the model that may come and go; the entry is usable without it.";

/** What all detailed listings say about a model, under the same names. */
const identity = {
  id: required(string(), "What to put into the `model` field of a request."),
  aliases: optional(array(string()), "Other ids that lead to the same model, `[]` for none.", {
    differs: growing,
  }),
  object: required(known("model"), "Tag of the object."),
  created: required(int64(), "Unix seconds at which the model was made."),
  owned_by: optional(string(), "Organisation behind the model, such as `xai`.", { differs: growing }),
  version: optional(string(), "Version of the model, such as `1.0.0`.", { differs: growing }),
  fingerprint: optional(
    string(),
    "Identifies the configuration that serves the model; changes when that does.",
    {
      differs: growing,
    },
  ),
  input_modalities: optional(array(known("text", "image")), "Kinds of input it understands.", {
    differs: growing,
  }),
  output_modalities: optional(array(known("text", "image", "video")), "Kinds of output it makes.", {
    differs: growing,
  }),
} satisfies Record<string, Field>;

export const models: Area = {
  ModelId: named(
    "The models known when this was written, ids and aliases; the Models API lists the ones a key can use now.",
    known(
      "latest",
      "grok-4.3",
      "grok-4.3-latest",
      "grok-4.20",
      "grok-4.20-multi-agent",
      "grok-420-reasoning",
      "grok-4",
      "grok-4-latest",
      "grok-4-fast-reasoning",
      "grok-4-fast-non-reasoning",
      "grok-3",
      "grok-3-mini",
      "grok-code-fast-1",
      "grok-imagine-image-2.0",
      "grok-imagine-image",
      "grok-imagine-video",
    ),
    { differs: "The reference calls model ids plain strings; naming them lets editors complete them." },
  ),
  Model: object(
    "A model in the short listing that is shaped like OpenAI's; which prices it carries depends on its kind.",
    {
      id: required(string(), "What to put into the `model` field of a request."),
      aliases: optional(array(string()), "Other ids that lead to the same model, `[]` for none.", {
        differs: examplesOmitIt,
      }),
      object: required(known("model"), "Tag of the object."),
      created: required(int64(), "Unix seconds at which the model was made."),
      owned_by: optional(string(), "Organisation behind the model, such as `xai`.", { differs: growing }),
      context_length: optional(nullable(int64()), "Size of the context window in tokens."),
      capabilities: optional(
        nullable(ref("ModelCapabilities")),
        "How its reasoning can be steered; absent when it cannot.",
      ),
      prompt_text_token_price: optional(
        nullable(int64()),
        "Price of text input in US cents per 100 million tokens; a 10,000th of it is USD per million.",
      ),
      cached_prompt_text_token_price: optional(
        nullable(int64()),
        "Price of text input that was cached, in US cents per 100 million tokens.",
      ),
      completion_text_token_price: optional(
        nullable(int64()),
        "Price of text output in US cents per 100 million tokens.",
      ),
      prompt_image_token_price: optional(
        nullable(int64()),
        "Price of image input in US cents per 100 million tokens.",
      ),
      long_context_threshold: optional(
        nullable(int64()),
        "Tokens of context from which on the long-context prices apply.",
      ),
      prompt_text_token_price_long_context: optional(
        nullable(int64()),
        "Price of text input in a long context, in US cents per 100 million tokens.",
      ),
      cached_prompt_text_token_price_long_context: optional(
        nullable(int64()),
        "Price of cached text input in a long context, in US cents per 100 million tokens.",
      ),
      completion_text_token_price_long_context: optional(
        nullable(int64()),
        "Price of text output in a long context, in US cents per 100 million tokens.",
      ),
      image_price: optional(
        nullable(int64()),
        "Price of one generated image; xAI's file says US cents, its sample values read as USD ticks (1e10 per USD).",
      ),
      pricing: optional(
        array(ref("ImagePricingTier")),
        "Prices of an image model by quality and resolution.",
      ),
    },
  ),
  ListModelsResponse: object("Every model that the key may use, of all kinds.", {
    object: required(known("list"), "Tag of the object."),
    data: required(array(ref("Model")), "The models."),
  }),
  LanguageModel: object("A model that answers in text, with everything known about it.", {
    ...identity,
    capabilities: optional(
      nullable(ref("ModelCapabilities")),
      "How its reasoning can be steered; absent when it cannot.",
    ),
    prompt_text_token_price: optional(
      int64(),
      "Price of text input in US cents per 100 million tokens; a 10,000th of it is USD per million.",
      { differs: growing },
    ),
    cached_prompt_text_token_price: optional(
      int64(),
      "Price of text input that was cached, in US cents per 100 million tokens.",
      { differs: growing },
    ),
    completion_text_token_price: optional(
      int64(),
      "Price of text output in US cents per 100 million tokens.",
      {
        differs: growing,
      },
    ),
    prompt_image_token_price: optional(int64(), "Price of image input in US cents per 100 million tokens.", {
      differs: growing,
    }),
    long_context_threshold: optional(
      int64(),
      "Tokens of context from which on the long-context prices apply; 0 when there are none.",
      { differs: examplesOmitIt },
    ),
    prompt_text_token_price_long_context: optional(
      int64(),
      "Price of text input in a long context, in US cents per 100 million tokens; 0 when it is the usual one.",
      { differs: examplesOmitIt },
    ),
    cached_prompt_text_token_price_long_context: optional(
      int64(),
      "Price of cached text input in a long context, in US cents per 100 million tokens; 0 when it is the usual one.",
      { differs: examplesOmitIt },
    ),
    completion_text_token_price_long_context: optional(
      int64(),
      "Price of text output in a long context, in US cents per 100 million tokens; 0 when it is the usual one.",
      { differs: examplesOmitIt },
    ),
    search_price: optional(int64(), "Price of searching in US cents per 100 million searches.", {
      differs: examplesOmitIt,
    }),
  }),
  ListLanguageModelsResponse: object("The models of the key that answer in text.", {
    models: required(array(ref("LanguageModel")), "The models."),
  }),
  EmbeddingModel: object("A model that turns text into vectors, with everything known about it.", {
    ...identity,
    prompt_text_token_price: optional(
      int64(),
      "Price of text input, by xAI's file in US cents per million tokens (language models: per 100 million).",
      { differs: growing },
    ),
    prompt_image_token_price: optional(
      int64(),
      "Price of image input, by xAI's file in US cents per million tokens (language models: per 100 million).",
      { differs: growing },
    ),
  }),
  ListEmbeddingModelsResponse: object("The embedding models of the key.", {
    models: required(array(ref("EmbeddingModel")), "The models."),
  }),
  ImageGenerationModel: object("A model that makes images, with everything known about it.", {
    ...identity,
    max_prompt_length: optional(int64(), "Longest prompt it takes; xAI's file names no unit.", {
      differs: growing,
    }),
    image_price: optional(
      int64(),
      "Price of one generated image; xAI's file says US cents, its sample values read as USD ticks (1e10 per USD).",
      { differs: examplesOmitIt },
    ),
    pricing: optional(array(ref("ImagePricingTier")), "Prices by quality and resolution."),
  }),
  ListImageGenerationModelsResponse: object("The image models of the key.", {
    models: required(array(ref("ImageGenerationModel")), "The models."),
  }),
  ImagePricingTier: object("Price of an image at one quality and resolution.", {
    quality: required(string(), "Quality that the price is for, as in a request's `quality`."),
    resolution: required(string(), "Size that the price is for, as in a request's `resolution`."),
    price_per_image: required(
      int64(),
      "Price of one image in 1e-8 US cents, which are USD ticks (1e10 per USD).",
    ),
  }),
  VideoGenerationModel: object("A model that makes videos, with everything known about it.", { ...identity }),
  ListVideoGenerationModelsResponse: object("The video models of the key.", {
    models: required(array(ref("VideoGenerationModel")), "The models."),
  }),
  ModelCapabilities: object("How a model's reasoning can be steered.", {
    reasoning_effort: optional(
      array(known("none", "low", "medium", "high", "xhigh")),
      "Efforts it accepts in a request, from least to most thinking.",
      { differs: growing },
    ),
    default_reasoning_effort: optional(
      nullable(known("none", "low", "medium", "high", "xhigh")),
      "Effort it uses when a request names none.",
    ),
  }),
};
