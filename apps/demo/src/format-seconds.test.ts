import { describe, expect, it } from "vitest";
import { formatSeconds } from "./format-seconds.ts";

describe("formatSeconds", () => {
  it.each([
    [0, "0.00 s"],
    [423, "0.42 s"],
    [996, "1.0 s"],
    [3_240, "3.2 s"],
    [9_960, "10 s"],
    [59_400, "59 s"],
    [59_600, "1 min 0 s"],
    [125_000, "2 min 5 s"],
  ])("writes %i ms as %s", (ms, text) => {
    expect(formatSeconds(ms)).toBe(text);
  });
});
