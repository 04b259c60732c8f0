import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { XaiOptionsError } from "../errors.ts";
import { estimateCost, type TokenUsage } from "./estimate-cost.ts";
import { toModelPrices, type WirePrices } from "./model-prices.ts";

/** 2 USD per million tokens read, 0.5 from the cache, 3 for pictures, 8 written; twice as much from 128,000 tokens on. */
const model: WirePrices = {
  prompt_text_token_price: 20_000,
  cached_prompt_text_token_price: 5_000,
  prompt_image_token_price: 30_000,
  completion_text_token_price: 80_000,
  long_context_threshold: 128_000,
  prompt_text_token_price_long_context: 40_000,
  cached_prompt_text_token_price_long_context: 10_000,
  completion_text_token_price_long_context: 160_000,
};
const million = 1_000_000;

describe("the estimated cost", () => {
  it("counts the reasoning of a chat completion on top of its output", () => {
    const usage = {
      prompt_tokens: 291,
      completion_tokens: 26,
      total_tokens: 513,
      completion_tokens_details: { reasoning_tokens: 196 },
    };
    // 291 × 2 + (26 + 196) × 8 millionths
    expect(estimateCost(model, usage)).toBe(0.002358);
  });

  it("does not count the reasoning of a response twice", () => {
    const usage = {
      input_tokens: 216,
      output_tokens: 831,
      total_tokens: 1047,
      output_tokens_details: { reasoning_tokens: 253 },
    };
    // 216 × 2 + 831 × 8 millionths
    expect(estimateCost(model, usage)).toBe(0.00708);
  });

  it("takes cached tokens out of the input, at their own price", () => {
    expect(estimateCost(model, { prompt_tokens: 1000, prompt_tokens_details: { cached_tokens: 400 } })).toBe(
      0.0014,
    );
    expect(estimateCost(model, { input_tokens: 1000, input_tokens_details: { cached_tokens: 400 } })).toBe(
      0.0014,
    );
    expect(estimateCost(model, { input_tokens: 1000, output_tokens: 0, cache_read_input_tokens: 400 })).toBe(
      0.0014,
    );
  });

  it("takes cached tokens that exceed the input for tokens beside it", () => {
    expect(estimateCost(model, { prompt_tokens: 100, prompt_tokens_details: { cached_tokens: 400 } })).toBe(
      0.0004,
    );
  });

  it("takes the tokens of pictures out of the input, at their own price", () => {
    const usage = { prompt_tokens: 1000, prompt_tokens_details: { text_tokens: 400, image_tokens: 600 } };
    expect(estimateCost(model, usage)).toBe(0.0026);
  });

  it("uses the long-context prices from the threshold on, for all tokens of the request", () => {
    expect(estimateCost(model, { input_tokens: 127_999, output_tokens: 100 })).toBe(0.256798);
    expect(estimateCost(model, { input_tokens: 128_000, output_tokens: 100 })).toBe(0.5136);
    const cached = { prompt_tokens: 100, prompt_tokens_details: { cached_tokens: 127_900 } };
    expect(estimateCost(model, cached)).toBe(0.1283);
  });

  it("asks the last round of a response, not their sum, how long the context is", () => {
    const context_details = { input_tokens: 90_000, output_tokens: 10 };
    expect(estimateCost(model, { input_tokens: 150_000, output_tokens: 0, context_details })).toBe(0.3);
  });

  it("uses the usual price where the long context has none, as the API writes with a 0", () => {
    const half = {
      ...model,
      cached_prompt_text_token_price_long_context: 0,
      completion_text_token_price_long_context: 0,
    };
    const usage = {
      prompt_tokens: million,
      completion_tokens: million,
      prompt_tokens_details: { cached_tokens: million / 2 },
    };
    expect(estimateCost(half, usage)).toBe(2 + 0.25 + 8);
  });

  it("uses the price of text where cached tokens or pictures have none", () => {
    const plain = { prompt_text_token_price: 20_000, cached_prompt_text_token_price: 0 };
    const details = { cached_tokens: 300_000, image_tokens: 300_000 };
    expect(estimateCost(plain, { prompt_tokens: million, prompt_tokens_details: details })).toBe(2);
  });

  it("is undefined when tokens were used that have no price, and 0 for a model that is free", () => {
    expect(
      estimateCost({ prompt_text_token_price: 20_000 }, { prompt_tokens: 1, completion_tokens: 1 }),
    ).toBe(undefined);
    expect(estimateCost({ prompt_text_token_price: 20_000 }, { prompt_tokens: 5 })).toBe(0.00001);
    expect(estimateCost({ prompt_text_token_price: 0 }, { prompt_tokens: 5 })).toBe(0);
  });

  it("is that of what a stream has counted so far", () => {
    expect(estimateCost(model, {})).toBe(0);
    expect(
      estimateCost(model, {
        input_tokens: 10,
        input_tokens_details: null,
        output_tokens_details: null,
        context_details: null,
      }),
    ).toBe(0.00002);
  });

  it("is refused for a count that is none", () => {
    for (const tokens of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
      expect(() => estimateCost(model, { prompt_tokens: tokens })).toThrow(XaiOptionsError);
      expect(() => estimateCost(model, { prompt_tokens: tokens })).toThrow(
        `Expected a whole number of tokens of input, got ${tokens}`,
      );
    }
  });
});

const tokens = fc.nat(2_000_000);
const price = fc.nat(3_000_000);
const prices: fc.Arbitrary<WirePrices> = fc.record({
  prompt_text_token_price: price,
  cached_prompt_text_token_price: price,
  prompt_image_token_price: price,
  completion_text_token_price: price,
  long_context_threshold: fc.oneof(fc.constant(0), tokens),
  prompt_text_token_price_long_context: price,
  cached_prompt_text_token_price_long_context: price,
  completion_text_token_price_long_context: price,
});

/** USD of ticks by their decimal digits. */
function usd(ticks: bigint): number {
  const text = ticks.toString().padStart(11, "0");
  return Number(`${text.slice(0, -10)}.${text.slice(-10)}`);
}

/** What the wire's own words say, in whole ticks: cents per 100 million tokens are ticks per token. */
function bill(at: WirePrices, read: number, cached: number, image: number, written: number): number {
  const fresh = cached > read ? read : read - cached;
  const pictures = Math.min(image, fresh);
  const threshold = at.long_context_threshold ?? 0;
  const long = threshold > 0 && fresh + cached >= threshold;
  const pick = (usual = 0, inLong = 0): bigint => BigInt((long && inLong) || usual);
  const text = pick(at.prompt_text_token_price ?? 0, at.prompt_text_token_price_long_context ?? 0);
  const fromCache =
    pick(at.cached_prompt_text_token_price ?? 0, at.cached_prompt_text_token_price_long_context ?? 0) || text;
  const seen = BigInt(at.prompt_image_token_price ?? 0) || text;
  const out = pick(at.completion_text_token_price ?? 0, at.completion_text_token_price_long_context ?? 0);
  return usd(
    BigInt(fresh - pictures) * text +
      BigInt(pictures) * seen +
      BigInt(cached) * fromCache +
      BigInt(written) * out,
  );
}

describe("for any prices and counts, the estimated cost", () => {
  it("is exact to the tick", () => {
    fc.assert(
      fc.property(prices, tokens, tokens, tokens, tokens, tokens, (at, read, cached, image, out, thought) => {
        const chat: TokenUsage = {
          prompt_tokens: read,
          completion_tokens: out,
          prompt_tokens_details: { cached_tokens: cached, image_tokens: image },
          completion_tokens_details: { reasoning_tokens: thought },
        };
        expect(estimateCost(at, chat)).toBe(bill(at, read, cached, image, out + thought));
        const response: TokenUsage = {
          input_tokens: read,
          output_tokens: out,
          input_tokens_details: { cached_tokens: cached },
          output_tokens_details: { reasoning_tokens: thought },
        };
        expect(estimateCost(at, response)).toBe(bill(at, read, cached, 0, out));
      }),
    );
  });

  it("is the same for one request, in whichever of the two ways it is counted", () => {
    fc.assert(
      fc.property(prices, tokens, tokens, tokens, (at, read, out, thought) => {
        const chat = {
          prompt_tokens: read,
          completion_tokens: out,
          completion_tokens_details: { reasoning_tokens: thought },
        };
        const response = {
          input_tokens: read,
          output_tokens: out + thought,
          output_tokens_details: { reasoning_tokens: thought },
        };
        expect(estimateCost(at, chat)).toBe(estimateCost(at, response));
      }),
    );
  });

  it("is the same at the prices of the wire and of the catalog", () => {
    fc.assert(
      fc.property(prices, tokens, tokens, (at, input_tokens, output_tokens) => {
        const usage = { input_tokens, output_tokens };
        expect(estimateCost(toModelPrices(at), usage)).toBe(estimateCost(at, usage));
      }),
    );
  });
});
