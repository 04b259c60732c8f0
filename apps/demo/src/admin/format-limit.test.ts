import { describe, expect, it } from "vitest";
import { formatLimit } from "./format-limit.ts";

describe("formatLimit", () => {
  it.each([
    [0, "$0"],
    [5, "$5"],
    [900_000, "$900,000"],
    [0.9, "$0.90"],
    [0.0001, "$0.0001"],
  ])("writes %d as %s", (usd, text) => {
    expect(formatLimit(usd)).toBe(text);
  });
});
