import { describe, expect, it } from "vitest";
import { findModel } from "../models/find-model.ts";
import { costInUsdTicks } from "./cost.ts";

const cost = (
  id: string,
  prompt: { total: number; cached?: number; image?: number },
  output: number,
): number => {
  const model = findModel(id);
  if (model === undefined) throw new Error(`Expected the model ${id}`);
  const { total, cached = 0, image = 0 } = prompt;
  return costInUsdTicks(model, { total, text: total - image, image, cached }, output);
};

describe("the cost of an answer", () => {
  it.each([
    [12, 2, 1 + 228, 1_176_500],
    [291, 244, 26 + 189, 1_399_000],
    [12, 11, 1 + 290, 1_466_250],
  ])(
    "is what the API billed for %i tokens, %i of them cached, and %i of output",
    (total, cached, output, ticks) => {
      expect(cost("grok-3-mini", { total, cached }, output)).toBe(ticks);
    },
  );

  it("counts pictures at their own price", () => {
    expect(cost("latest", { total: 300, image: 256 }, 0)).toBe(44 * 12_500 + 256 * 12_500);
  });

  it("is higher from the threshold of a long context on", () => {
    expect(cost("grok-420-reasoning", { total: 127_999 }, 1)).toBe(127_999 * 20_000 + 80_000);
    expect(cost("grok-420-reasoning", { total: 128_000 }, 1)).toBe(128_000 * 40_000 + 160_000);
  });
});
