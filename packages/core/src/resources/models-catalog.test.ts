import { misbehave } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createTransport } from "../http/transport.ts";
import { estimateCost } from "./estimate-cost.ts";
import { createCatalog, listCatalog, type ModelLists } from "./models-catalog.ts";

const made = { object: "model", created: 1, owned_by: "xai" };
const lists: ModelLists = {
  models: [
    {
      ...made,
      id: "grok-4",
      aliases: ["grok-4-latest"],
      context_length: 256_000,
      prompt_text_token_price: 1,
    },
    { ...made, id: "latest", aliases: null, context_length: 256_000 },
    { ...made, id: "grok-mini", context_length: 131_072, image_price: null },
    { ...made, id: "embed", prompt_text_token_price: 100 },
    { ...made, id: "draw", aliases: [], image_price: 200_000_000 },
    { ...made, id: "film" },
    { ...made, id: "smell", prompt_text_token_price: 5_000 },
  ],
  languageModels: [
    {
      ...made,
      id: "grok-4",
      aliases: ["latest", "mini"],
      input_modalities: ["text", "image"],
      output_modalities: ["text"],
      prompt_text_token_price: 12_500,
      cached_prompt_text_token_price: 2_000,
      prompt_image_token_price: 12_500,
      completion_text_token_price: 25_000,
      long_context_threshold: 128_000,
      prompt_text_token_price_long_context: 25_000,
      cached_prompt_text_token_price_long_context: 0,
      completion_text_token_price_long_context: 50_001,
      capabilities: { reasoning_effort: ["low", "high"], default_reasoning_effort: "low" },
    },
    {
      ...made,
      id: "grok-mini",
      aliases: ["mini-latest", "embed"],
      prompt_text_token_price: 3_000,
      cached_prompt_text_token_price: 0,
      prompt_image_token_price: 0,
      completion_text_token_price: 5_000,
      long_context_threshold: 0,
      capabilities: null,
    },
  ],
  embeddingModels: [{ ...made, id: "embed", input_modalities: ["text"], prompt_text_token_price: 7 }],
  imageGenerationModels: [
    {
      ...made,
      id: "draw",
      max_prompt_length: 1_024,
      pricing: [{ quality: "medium", resolution: "1k", price_per_image: 700_000_001 }],
    },
  ],
  videoGenerationModels: [{ ...made, id: "film", aliases: ["movie"], output_modalities: ["video"] }],
};

describe("the catalog of models", () => {
  const { models, find, namesOf } = createCatalog(lists);

  it("joins what the lists say about a model", () => {
    expect(find("grok-4")).toEqual({
      id: "grok-4",
      aliases: ["latest", "mini", "grok-4-latest"],
      kind: "language",
      inputModalities: ["text", "image"],
      outputModalities: ["text"],
      contextWindow: 256_000,
      reasoningEfforts: ["low", "high"],
      defaultReasoningEffort: "low",
      usdPerMillionTokens: { input: 1.25, cachedInput: 0.2, imageInput: 1.25, output: 2.5 },
      longContext: {
        fromTokens: 128_000,
        usdPerMillionTokens: { input: 2.5, cachedInput: 0.2, imageInput: 1.25, output: 5.0001 },
      },
      imagePrices: [],
      endpoints: ["/v1/chat/completions", "/v1/responses", "/v1/messages", "/v1/tokenize-text"],
    });
  });

  it("has every model once, by kind", () => {
    expect(models.map(({ kind, id }) => [kind, id])).toEqual([
      ["language", "grok-4"],
      ["language", "grok-mini"],
      ["embedding", "embed"],
      ["image", "draw"],
      ["video", "film"],
      ["other", "smell"],
    ]);
  });

  it("leaves out what the API writes as 0 or null", () => {
    expect(find("grok-mini")).toEqual({
      id: "grok-mini",
      aliases: ["mini-latest", "embed"],
      kind: "language",
      inputModalities: [],
      outputModalities: [],
      contextWindow: 131_072,
      reasoningEfforts: [],
      usdPerMillionTokens: { input: 0.3, output: 0.5 },
      imagePrices: [],
      endpoints: expect.any(Array),
    });
  });

  it("states the prices of images, at large and by quality and resolution", () => {
    expect(find("draw")).toMatchObject({
      kind: "image",
      maxPromptLength: 1_024,
      usdPerImage: 0.02,
      imagePrices: [{ quality: "medium", resolution: "1k", usd: 0.0700000001 }],
      endpoints: ["/v1/images/generations", "/v1/images/edits"],
    });
  });

  it("takes the price of an embedding model from the list whose unit is the same for all", () => {
    expect(createCatalog(lists).models[2]?.usdPerMillionTokens.input).toBe(0.01);
    expect(createCatalog({ ...lists, models: [] }).models[2]?.usdPerMillionTokens.input).toBe(0.0007);
  });

  it("keeps a model that only the list of all models knows", () => {
    expect(find("smell")).toMatchObject({
      kind: "other",
      usdPerMillionTokens: { input: 0.5 },
      endpoints: [],
    });
  });

  it("finds a model by its id and by each alias, and its names by each of them", () => {
    for (const name of ["grok-4", "latest", "mini", "grok-4-latest"]) {
      expect(find(name)?.id).toBe("grok-4");
      expect(namesOf(name)).toEqual(["grok-4", "latest", "mini", "grok-4-latest"]);
    }
    expect(find("movie")?.id).toBe("film");
    expect(namesOf("smell")).toEqual(["smell"]);
  });

  it("takes a name that is an id for that model, whoever has it as alias", () => {
    expect(find("embed")?.kind).toBe("embedding");
  });

  it("knows nothing of other names", () => {
    for (const name of ["", "grok", "constructor", "__proto__"]) {
      expect(find(name)).toBeUndefined();
      expect(namesOf(name)).toEqual([]);
    }
  });

  it("has models whose cost can be estimated", () => {
    const [grok] = models;
    expect(grok && estimateCost(grok, { input_tokens: 128_000, output_tokens: 1 })).toBe(0.3200050001);
  });

  it("is written as JSON and read again without loss", () => {
    expect(JSON.parse(JSON.stringify(models))).toEqual(models);
  });

  it("is made of five lists, asked for at the same time", async () => {
    const server = await misbehave([{ json: { object: "list", data: [], models: [] } }]);
    const catalog = await listCatalog(createTransport({ baseURL: server.url }));
    expect(catalog.models).toEqual([]);
    const requests = await server.requests();
    expect(requests.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      "GET /embedding-models",
      "GET /image-generation-models",
      "GET /language-models",
      "GET /models",
      "GET /video-generation-models",
    ]);
  });

  it("is not made when one of the lists is refused", async () => {
    const server = await misbehave([{ json: { object: "list", data: [], models: [] } }, { status: 403 }]);
    await expect(listCatalog(createTransport({ baseURL: server.url }))).rejects.toMatchObject({
      status: 403,
    });
  });
});
