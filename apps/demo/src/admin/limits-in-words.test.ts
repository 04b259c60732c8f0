import { describe, expect, it } from "vitest";
import { limitsInWords } from "./limits-in-words.ts";
import type { Limits } from "./reports.ts";

const none: Limits = {
  usdPerDay: null,
  usdPerMonth: null,
  usdTotal: null,
  requestsPerMinute: null,
  tokensPerMinute: null,
  concurrentCalls: null,
};

describe("limitsInWords", () => {
  it("names every limit that holds, one of 0 as well", () => {
    expect(
      limitsInWords({
        usdPerDay: 0,
        usdPerMonth: 12.5,
        usdTotal: 100,
        requestsPerMinute: 60,
        tokensPerMinute: 100_000,
        concurrentCalls: 8,
      }),
    ).toEqual([
      "$0 a day",
      "$12.50 a month",
      "$100 in all",
      "60 requests a minute",
      "100,000 tokens a minute",
      "8 at a time",
    ]);
  });

  it("is empty where nothing is limited", () => {
    expect(limitsInWords(none)).toEqual([]);
  });
});
