import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { free } from "../policy/checked-request.ts";
import { settingsOf } from "../config/settings.ts";
import { readBudgetConfig } from "./limits-config.ts";
import { worstTicks } from "./worst-ticks.ts";

const { models } = readBudgetConfig(settingsOf({}));
const grok4 = models.find("grok-4");

describe("the worst case of a call", () => {
  it("is the sum of what it can use, in whole ticks", () => {
    expect(worstTicks(grok4, { ...free, inputTokens: 1000, outputTokens: 10 })).toBe(31_500_000);
    expect(worstTicks(grok4, { ...free, outputTokens: 1, toolCalls: 2 })).toBe(200_150_000);
    const of = (name: string) => models.find(name);
    expect(worstTicks(of("grok-imagine-image"), { ...free, images: 3 })).toBe(600_000_000);
    expect(worstTicks(of("grok-imagine-video"), { ...free, videoSeconds: 2 })).toBe(2_000_000_000);
    expect(worstTicks(of("tts"), { ...free, speechCharacters: 1000 })).toBe(150_000_000);
    expect(worstTicks(of("grok-voice-latest"), { ...free, audioSeconds: 59.5 })).toBe(60 * 13_333_334);
  });

  it("takes the prices of a long context from the first token that can make it one", () => {
    expect(worstTicks(grok4, { ...free, inputTokens: 127_999 })).toBe(127_999 * 30_000);
    expect(worstTicks(grok4, { ...free, inputTokens: 128_000, outputTokens: 1 })).toBe(
      128_000 * 60_000 + 300_000,
    );
  });

  it("is rounded up, and never by what fractions add", () => {
    const model = (input: number) => ({ id: "m", usdPerMillionTokens: { input, output: 0 } });
    expect(worstTicks(model(0.000_15), { ...free, inputTokens: 1 })).toBe(2);
    expect(worstTicks(model(1.1), { ...free, inputTokens: 3 })).toBe(33_000);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 0, max: 2_000_000 }),
        (price, tokens) => {
          // A price of whole ten-thousandths of a dollar is whole ticks a token.
          expect(worstTicks(model(price / 10_000), { ...free, inputTokens: tokens })).toBe(price * tokens);
        },
      ),
    );
  });

  it("of pictures and videos is that of their pieces, whatever is read for them", () => {
    const image = models.find("grok-imagine-image");
    expect(worstTicks(image, { ...free, images: 2, inputTokens: 5_000 })).toBe(400_000_000);
    const video = models.find("grok-imagine-video");
    expect(worstTicks(video, { ...free, videoSeconds: 3, inputTokens: 5_000 })).toBe(3_000_000_000);
    const both = { id: "m", usdPerImage: 0.02, usdPerMillionTokens: { input: 1, output: 1 } };
    expect(worstTicks(both, { ...free, images: 1, inputTokens: 5_000 })).toBe(250_000_000);
  });

  it("of pictures and videos grows with what they are made of, at the dearest price unless PRICES has one", () => {
    const image = models.find("grok-imagine-image");
    expect(worstTicks(image, { ...free, images: 1, sources: 3 })).toBe(200_000_000 + 300_000_000);
    const own = { id: "m", usdPerImage: 0.02, usdPerSource: 0.002 };
    expect(worstTicks(own, { ...free, images: 1, sources: 3 })).toBe(200_000_000 + 60_000_000);
    const { models: priced } = readBudgetConfig(
      settingsOf({ PRICES: { m: { usdPerImage: 1, usdPerSource: 2 } } }),
    );
    expect(worstTicks(priced.find("m"), { ...free, sources: 1 })).toBe(20_000_000_000);
  });

  it("is free without a model where nothing is used", () => {
    expect(worstTicks(undefined, free)).toBe(0);
  });

  it("is unknown where something has no price, or cannot be counted", () => {
    expect(worstTicks(undefined, { ...free, outputTokens: 1 })).toBeUndefined();
    expect(worstTicks(undefined, { ...free, toolCalls: 1 })).toBeUndefined();
    expect(worstTicks(grok4, { ...free, images: 1 })).toBeUndefined();
    expect(worstTicks(models.find("grok-imagine-image"), { ...free, outputTokens: 1 })).toBeUndefined();
    for (const outputTokens of [1e12, Infinity, Number.NaN, -1])
      expect(worstTicks(grok4, { ...free, outputTokens })).toBeUndefined();
  });
});
