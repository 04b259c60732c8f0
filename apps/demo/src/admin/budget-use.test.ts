import { describe, expect, it } from "vitest";
import { budgetUse } from "./budget-use.ts";

describe("budgetUse", () => {
  it.each([
    [0, 10, 0, "low", "$0 of $10 (0\u00a0%)", "Within the limit"],
    [0.01, 10, 0.001, "low", "$0.0100 of $10 (under\u00a01\u00a0%)", "Within the limit"],
    [7.999, 10, 0.7999, "low", "$8.00 of $10 (79\u00a0%)", "Within the limit"],
    [8, 10, 0.8, "nearly", "$8.00 of $10 (80\u00a0%)", "Nearly used up"],
    [9.97, 10, 0.997, "nearly", "$9.97 of $10 (99\u00a0%)", "Nearly used up"],
    [10, 10, 1, "full", "$10.00 of $10 (100\u00a0%)", "Used up"],
    [25, 10, 1, "full", "$25.00 of $10 (100\u00a0%)", "Used up"],
    [0, 0, 1, "full", "$0 of $0 (100\u00a0%)", "Nothing may be spent"],
  ])("calls %d of %d dollars %d, %s: %s, %s", (used, limit, fraction, level, amount, words) => {
    expect(budgetUse(used, limit)).toEqual({ fraction: expect.closeTo(fraction), level, amount, words });
  });

  it("has no fraction where there is no limit", () => {
    expect(budgetUse(1.5, null)).toEqual({
      fraction: undefined,
      level: "free",
      amount: "$1.50",
      words: "No limit",
    });
  });
});
