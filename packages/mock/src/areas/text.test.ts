import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, askEvents, refusal } from "../../testing/ask.ts";
import { askForm, toForm } from "../../testing/samples.ts";
import { createMockXai, type MockXai } from "../index.ts";

describe("simulated completions", () => {
  const path = "/v1/completions";
  const body = { model: "grok-3", prompt: ["One", "Two"], n: 2 };

  it("continue each text as often as asked, and echo it on request", async () => {
    const mock = createMockXai({ answer: ({ text, index }) => ` after ${text} ${index}` });
    const { choices } = await ask<Wire.SampleResponse>(mock, path, { ...body, echo: true });
    expect(choices.map(({ index, text }) => [index, text])).toEqual([
      [0, "One after One 0"],
      [1, "One after One 1"],
      [2, "Two after Two 0"],
      [3, "Two after Two 1"],
    ]);
  });

  it("count the tokens of all texts", async () => {
    const mock = createMockXai({ answer: () => "a b c" });
    const one = await ask<Wire.SampleResponse>(mock, path, { model: "grok-3", prompt: "One" });
    const two = await ask<Wire.SampleResponse>(mock, path, { model: "grok-3", prompt: ["One", "Two"] });
    expect(two.usage?.prompt_tokens).toBe(2 * (one.usage?.prompt_tokens ?? 0));
    expect(two.usage?.completion_tokens).toBe(6);
    expect(two.usage?.cost_in_usd_ticks).toBe(2 * (one.usage?.cost_in_usd_ticks ?? 0));
  });

  it("stream what they answer whole", async () => {
    const options = { include_usage: true };
    const chunks = await askEvents<Wire.SampleResponseChunk>(createMockXai(), path, {
      ...body,
      n: 1,
      stream_options: options,
    });
    const whole = await ask<Wire.SampleResponse>(createMockXai(), path, { ...body, n: 1 });
    const texts = ["", ""];
    for (const { index, text } of chunks.flatMap(({ choices }) => choices)) texts[index] += text;
    expect(texts).toEqual(whole.choices.map(({ text }) => text));
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: whole.usage });
  });

  it("in Anthropic's older shape stream what they answer whole", async () => {
    const old = { model: "grok-3", prompt: "One", max_tokens_to_sample: 20 };
    const chunks = await askEvents<Wire.CompleteResponseChunk>(createMockXai(), "/v1/complete", old);
    const whole = await ask<Wire.CompleteResponse>(createMockXai(), "/v1/complete", old);
    expect(chunks.map(({ completion }) => completion).join("")).toBe(whole.completion);
    expect(whole.stop_reason).toBe("max_tokens");
    expect(chunks.at(-1)?.stop_reason).toBe("max_tokens");
  });

  it.each([path, "/v1/complete"])("are refused at %s by a model that reasons", async (target) => {
    const request = {
      model: "grok-4",
      prompt: "One",
      ...(target === path ? {} : { max_tokens_to_sample: 1 }),
    };
    expect((await refusal(createMockXai(), target, request))[0]).toBe(400);
  });
});

describe("simulated embeddings", () => {
  const embed = async (input: Wire.EmbeddingInput, more: object = {}): Promise<Wire.EmbeddingContent[]> => {
    const body = { model: "v1", input, ...more };
    return (await ask<Wire.EmbeddingResponse>(createMockXai(), "/v1/embeddings", body)).data.map(
      ({ embedding }) => embedding,
    );
  };
  const dot = (one: Wire.EmbeddingContent = [], other: Wire.EmbeddingContent = []): number =>
    typeof one === "string" || typeof other === "string"
      ? Number.NaN
      : one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);

  it("have length 1, and are near each other when texts share words", async () => {
    const [cat, kitten, tax] = await embed(["The cat sleeps", "A cat sleeps here", "Income tax law"]);
    expect(dot(cat, cat)).toBeCloseTo(1, 5);
    expect(dot(cat, kitten)).toBeGreaterThan(dot(cat, tax));
  });

  it("say the same in base64", async () => {
    const [numbers] = await embed("Hello", { dimensions: 5 });
    const [text] = await embed("Hello", { dimensions: 5, encoding_format: "base64" });
    const bytes = Uint8Array.from(atob(String(text)), (character) => character.charCodeAt(0));
    expect([...new Float32Array(bytes.buffer)]).toEqual(numbers);
    expect(numbers).toHaveLength(5);
  });

  it("are made of tokens, too", async () => {
    expect(await embed([1, 2, 3])).toHaveLength(1);
    expect(await embed([[1, 2], [3]])).toHaveLength(2);
  });

  it.each([{ input: [] }, { input: "x", dimensions: 0 }, { input: "x", model: "grok-4" }])(
    "refuse %j",
    async (body) => {
      expect((await refusal(createMockXai(), "/v1/embeddings", { model: "v1", ...body }))[0]).toBe(400);
    },
  );
});

describe("simulated tokens", () => {
  it("are the text again when they are joined, as texts and as bytes", async () => {
    const text = "Größe: 👩‍🚀 costs 1234567890 €!\n\tconst x = a?.b;";
    const { token_ids: tokens } = await ask<Wire.TokenizeResponse>(createMockXai(), "/v1/tokenize-text", {
      model: "grok-4",
      text,
    });
    expect(tokens.map(({ string_token }) => string_token).join("")).toBe(text);
    const bytes = Uint8Array.from(tokens.flatMap(({ token_bytes }) => token_bytes));
    expect(new TextDecoder().decode(bytes)).toBe(text);
    expect(tokens.length).toBeGreaterThan(10);
  });
});

describe("a simulated search of documents", () => {
  const source = { collection_ids: ["collection_1"] };
  const search = async (mock: MockXai, body: object): Promise<Wire.SearchMatch[]> =>
    (await ask<Wire.SearchResponse>(mock, "/v1/documents/search", { source, ...body })).matches;

  async function library(): Promise<MockXai> {
    const mock = createMockXai();
    const texts = { "water.md": "Water boils at 100 degrees.", "tax.md": "Taxes are due in May." };
    for (const [name, text] of Object.entries(texts)) {
      await askForm(mock, "/v1/files", toForm({ file: new File([text], name) }));
    }
    return mock;
  }

  it.each([[undefined], ["hybrid"], ["semantic"], ["keyword"]])("finds what fits best (%s)", async (type) => {
    const retrieval_mode = type === undefined ? null : { type };
    const matches = await search(await library(), { query: "When does water boil?", retrieval_mode });
    expect(matches.map(({ fields }) => fields?.["name"])).toEqual(["water.md", "tax.md"]);
    expect(matches[0]?.score).toBeGreaterThan(matches[1]?.score ?? Infinity);
  });

  it("keeps to its limit, its filter and its groups", async () => {
    const mock = await library();
    const names = async (body: object): Promise<unknown[]> =>
      (await search(mock, { query: "water", ...body })).map(({ fields }) => fields?.["name"]);
    expect(await names({ limit: 1 })).toEqual(["water.md"]);
    expect(await names({ filter: 'name = "tax.md"' })).toEqual(["tax.md"]);
    expect(await names({ group_by: { keys: ["author"] } })).toEqual(["water.md"]);
  });

  it("has something to show when nothing was uploaded", async () => {
    const matches = await search(createMockXai(), { query: "water", limit: 1 });
    expect(matches).toMatchObject([{ chunk_content: expect.stringContaining("Water") }]);
  });
});
