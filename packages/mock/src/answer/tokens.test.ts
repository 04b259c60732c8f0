import { describe, expect, it } from "vitest";
import { countTokens, toTokens } from "./tokens.ts";

describe("tokens", () => {
  it.each([
    "",
    "Hello, world!",
    "  two  spaces\n\n\tand lines \n",
    "### Sonora\n- **Carne** `asada` – 1,000 μg/m³",
    "naïve café 日本の首都 😀👩‍👩‍👧 \ud800 x",
    "a".repeat(100),
  ])("joined are the text again: %j", (text) => {
    expect(toTokens(text).join("")).toBe(text);
  });

  it("are about the size of a word, with the space before it", () => {
    expect(toTokens("First, the user said")).toEqual(["First", ",", " the", " user", " said"]);
    expect(toTokens("incomprehensibilities")).toEqual(["incompre", "hensibil", "ities"]);
    expect(countTokens("one two three")).toBe(3);
  });

  it("never cut a character in half", () => {
    expect(toTokens("😀😀😀😀😀")).toEqual(["😀😀😀", "😀😀"]);
  });
});
