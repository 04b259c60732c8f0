import type {
  EmbeddingModel,
  ImageGenerationModel,
  LanguageModel,
  Model,
  ModelCapabilities,
  VideoGenerationModel,
} from "../generated/models.gen.ts";
import { type Stated, stated } from "../http/stated.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { TICKS_PER_USD } from "./cost-of.ts";
import { listEmbeddingModels } from "./embedding-models.ts";
import { listImageGenerationModels } from "./image-generation-models.ts";
import { listLanguageModels } from "./language-models.ts";
import { type ModelPrices, toModelPrices } from "./model-prices.ts";
import { listModels } from "./models.ts";
import { listVideoGenerationModels } from "./video-generation-models.ts";

/** What a model is for; `other` is one that only the list of all models knows. */
export type ModelKind = "language" | "embedding" | "image" | "video" | "other";

/** A model with everything that the Models API says about it, in units for people. */
export interface CatalogModel extends ModelPrices {
  id: string;
  /** Other names that lead to it. */
  aliases: string[];
  kind: ModelKind;
  /** Such as `text` and `image`; empty where the API does not say. */
  inputModalities: string[];
  outputModalities: string[];
  /** Tokens that input and output together may have. */
  contextWindow?: number | undefined;
  /** Longest prompt of an image model; the API names no unit. */
  maxPromptLength?: number | undefined;
  /** Values of `reasoning_effort` that it takes; empty when it takes none. */
  reasoningEfforts: NonNullable<ModelCapabilities["reasoning_effort"]>;
  defaultReasoningEffort?: ModelCapabilities["default_reasoning_effort"];
  /** USD for an image, where one price holds for all. */
  usdPerImage?: number | undefined;
  /** USD for an image of each quality and resolution. */
  imagePrices: { quality: string; resolution: string; usd: number }[];
  /** Paths that models of its kind serve. The API does not state this by model: some may refuse one of them. */
  endpoints: readonly string[];
}

/** All models of a key. */
export interface ModelCatalog {
  models: CatalogModel[];
  /** The model of this id or alias. */
  find(name: string): CatalogModel | undefined;
  /** Every name of the model of this id or alias, its id first; empty when there is none. */
  namesOf(name: string): string[];
}

/** The lists that a catalog is made of. */
export interface ModelLists {
  models: readonly Model[];
  languageModels: readonly LanguageModel[];
  embeddingModels: readonly EmbeddingModel[];
  imageGenerationModels: readonly ImageGenerationModel[];
  videoGenerationModels: readonly VideoGenerationModel[];
}

/**
 * Every model that the key may use, in one table: `GET /v1/models`, `/v1/language-models`, `/v1/embedding-models`,
 * `/v1/image-generation-models` and `/v1/video-generation-models`, at the same time.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function listCatalog(transport: Transport, options?: RequestOptions): Promise<ModelCatalog> {
  const [all, language, embedding, image, video] = await Promise.all([
    listModels(transport, options),
    listLanguageModels(transport, options),
    listEmbeddingModels(transport, options),
    listImageGenerationModels(transport, options),
    listVideoGenerationModels(transport, options),
  ]);
  return createCatalog({
    models: all.data,
    languageModels: language.models,
    embeddingModels: embedding.models,
    imageGenerationModels: image.models,
    videoGenerationModels: video.models,
  });
}

/** Joins lists of models into one table: by kind, each kind in the order of its list. */
export function createCatalog(lists: ModelLists): ModelCatalog {
  let left = lists.models;
  const join =
    (kind: ModelKind) =>
    (detailed: Detailed): CatalogModel => {
      left = left.filter((model) => !isSame(model, detailed));
      return toCatalogModel(
        kind,
        detailed,
        lists.models.filter((model) => isSame(model, detailed)),
      );
    };
  const models = [
    ...lists.languageModels.map(join("language")),
    ...lists.embeddingModels.map(join("embedding")),
    ...lists.imageGenerationModels.map(join("image")),
    ...lists.videoGenerationModels.map(join("video")),
  ];
  for (const model of left) models.push(toCatalogModel("other", model, []));

  // Ids first: one that is also somebody's alias means the model itself.
  const find = (name: string): CatalogModel | undefined =>
    models.find(({ id }) => id === name) ?? models.find(({ aliases }) => aliases.includes(name));
  return {
    models,
    find,
    namesOf: (name) => {
      const model = find(name);
      return model ? [model.id, ...model.aliases] : [];
    },
  };
}

type Detailed = LanguageModel | EmbeddingModel | ImageGenerationModel | VideoGenerationModel | Model;

const endpoints: Record<ModelKind, readonly string[]> = {
  language: ["/v1/chat/completions", "/v1/responses", "/v1/messages", "/v1/tokenize-text"],
  embedding: ["/v1/embeddings"],
  image: ["/v1/images/generations", "/v1/images/edits"],
  video: ["/v1/videos/generations", "/v1/videos/edits", "/v1/videos/extensions"],
  other: [],
};

/** The list of all models may have an entry for an alias. */
function isSame(model: Model, { id, aliases }: Detailed): boolean {
  return model.id === id || !!aliases?.includes(model.id) || !!model.aliases?.includes(id);
}

function toCatalogModel(kind: ModelKind, detailed: Detailed, short: readonly Model[]): CatalogModel {
  // What the detailed list says goes first; only that of embedding models has its prices in another unit by xAI's file.
  const sources = kind === "embedding" ? [detailed, ...short] : [...short, detailed];
  const known: Known = Object.assign({}, ...sources.map((model) => stated(model)));
  const names = new Set([detailed, ...short].flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]));
  names.delete(detailed.id);
  const {
    capabilities,
    context_length,
    image_price,
    input_modalities: inputModalities = [],
    max_prompt_length,
    output_modalities: outputModalities = [],
    pricing = [],
  } = known;
  return {
    id: detailed.id,
    aliases: [...names],
    kind,
    inputModalities,
    outputModalities,
    contextWindow: context_length || undefined,
    maxPromptLength: max_prompt_length || undefined,
    reasoningEfforts: capabilities?.reasoning_effort ?? [],
    defaultReasoningEffort: capabilities?.default_reasoning_effort,
    ...toModelPrices(known),
    // By xAI's file in cents, but its sample of 200,000,000 makes sense in ticks only: 2 cents.
    usdPerImage: image_price ? image_price / TICKS_PER_USD : undefined,
    imagePrices: pricing.map(({ quality, resolution, price_per_image }) => ({
      quality,
      resolution,
      usd: price_per_image / TICKS_PER_USD,
    })),
    endpoints: endpoints[kind],
  };
}

type Known = Stated<Model & LanguageModel & ImageGenerationModel>;
