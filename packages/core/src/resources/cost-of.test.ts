import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOf } from "./cost-of.ts";

/** The decimal number that these units are, to be read as text: no arithmetic in which something could be lost. */
function decimal(units: number, digits: number): number {
  const text = String(units).padStart(digits + 1, "0");
  return Number(`${text.slice(0, -digits)}.${text.slice(-digits)}`);
}

describe("the cost that a usage object states", () => {
  it("is read from ticks, 10,000,000,000 to the dollar", () => {
    expect(costOf({ cost_in_usd_ticks: 10_000_000_000 })).toBe(1);
    expect(costOf({ cost_in_usd_ticks: 1 })).toBe(0.0000000001);
    expect(costOf({ cost_in_usd_ticks: 0 })).toBe(0);
    expect(costOf({ cost_in_usd_ticks: 12_345_678_901 })).toBe(1.2345678901);
  });

  it("is read from nanodollars where there are no ticks", () => {
    expect(costOf({ cost_in_nano_usd: 1_234_567_890 })).toBe(1.23456789);
    expect(costOf({ cost_in_usd_ticks: null, cost_in_nano_usd: 5 })).toBe(0.000000005);
    expect(costOf({ cost_in_usd_ticks: 70, cost_in_nano_usd: 5 })).toBe(0.000000007);
  });

  it("is undefined where none is stated", () => {
    expect([costOf({}), costOf(null), costOf(undefined), costOf({ cost_in_usd_ticks: null })]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it("is exact to the last digit, whatever the number", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (units) => {
        expect(costOf({ cost_in_usd_ticks: units })).toBe(decimal(units, 10));
        expect(costOf({ cost_in_nano_usd: units })).toBe(decimal(units, 9));
      }),
    );
  });
});
