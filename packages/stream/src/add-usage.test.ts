import { describe, expect, it } from "vitest";
import { addUsage } from "./add-usage.ts";

describe("the usage of several answers", () => {
  it("has their counts added up at any depth, and what only some of them state", () => {
    const one = {
      input_tokens: 3,
      details: { cached: 1 },
      cost_in_usd_ticks: null,
      tools: { web_search: 2 },
    };
    const two = { input_tokens: 4, details: { cached: 5, text: 6 }, cost_in_usd_ticks: 7, tools: null };
    expect(addUsage<object>(addUsage<object>(undefined, one), two)).toEqual({
      input_tokens: 7,
      details: { cached: 6, text: 6 },
      cost_in_usd_ticks: 7,
      tools: { web_search: 2 },
    });
    expect(one.details).toEqual({ cached: 1 });
  });

  it("has the size of the last context, not the sum of all", () => {
    const one = { context_details: { input_tokens: 100, output_tokens: 10 } };
    const two = { context_details: { input_tokens: 120, output_tokens: 5 } };
    expect(addUsage(one, two)).toEqual(two);
  });

  it("is that of the others when one states none", () => {
    const usage = { input_tokens: 3 };
    expect(addUsage(usage, undefined)).toBe(usage);
    expect(addUsage(undefined, null)).toBeUndefined();
  });
});
