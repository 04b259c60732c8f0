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

  const model = { id: "m", usdPerMillionTokens: { input: 1, output: 10 } };

  it("is the price of the tokens where those alone are billed, and both are known", () => {
    const terms = { lease: "l", worstTicks: 1e9, model };
    expect(settlementOf(terms, { inputTokens: 10, outputTokens: 2 })).toEqual({
      lease: "l",
      ticks: 300_000,
      tokens: 12,
    });
    for (const half of [{ inputTokens: 10 }, { outputTokens: 2 }]) {
      expect(settlementOf(terms, half)).toEqual({ lease: "l" });
    }
    expect(settlementOf({ lease: "l", worstTicks: 1e9 }, { inputTokens: 0, outputTokens: 0 })).toEqual({
      lease: "l",
    });
  });

  it("is never less than the reservation for an answer that broke off, and more where it said so", () => {
    const settled = (worstTicks: number) =>
      settlementOf({ lease: "l", worstTicks, model }, { ticks: 7, isAtLeast: true });
    expect([settled(5), settled(100)]).toEqual([
      { lease: "l", ticks: 7 },
      { lease: "l", ticks: 100 },
    ]);
  });
});
