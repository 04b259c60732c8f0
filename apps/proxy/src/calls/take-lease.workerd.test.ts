import { describe, expect, it } from "vitest";
import { nothingUsed, settlementOf } from "./take-lease.ts";

const bill = { ticks: 30_000_000_000, inputTokens: 1_000, outputTokens: 2_000 };

describe("the settlement of a call", () => {
  it("is what it was billed, however little was reserved for it", () => {
    for (const worstTicks of [0, 1, 1e12]) {
      expect(settlementOf({ lease: "l", worstTicks }, bill)).toEqual({
        lease: "l",
        ticks: bill.ticks,
        tokens: 3_000,
      });
    }
  });

  it("is nothing for what only fetches the answer, and with it the bill, of another call", () => {
    expect(settlementOf({ lease: "l", worstTicks: 0, fetches: true }, bill)).toEqual(
      settlementOf({ lease: "l", worstTicks: 0 }, nothingUsed),
    );
  });

  it("is the whole reservation where no bill is known", () => {
    expect(settlementOf({ lease: "l", worstTicks: 5 }, undefined)).toEqual({ lease: "l" });
  });
});
