import { describe, expect, it } from "vitest";
import { formatUsd } from "./format-usd.ts";

describe("formatUsd", () => {
  it.each([
    [0, "$0"],
    [1, "< $0.000001"],
    [9_999, "< $0.000001"],
    [10_000, "$0.0000010"],
    [1_466_250, "$0.00015"],
    [99_999_999, "$0.0100"],
    [123_456_789, "$0.0123"],
    [9_999_000_000, "$0.9999"],
    [10_000_000_000, "$1.00"],
    [12_345_000_000_000, "$1234.50"],
  ])("writes %i ticks as %s", (ticks, text) => {
    expect(formatUsd(ticks)).toBe(text);
  });
});
