import { describe, expect, it } from "vitest";
import * as n from "../spec/notation.ts";
import { docComment, fieldDoc } from "./doc-comment.ts";

describe("a doc comment", () => {
  it("stands on one line as long as it fits", () => {
    expect(docComment("Short.", "  ")).toBe("  /** Short. */\n");
    expect(docComment("x".repeat(101)).split("\n")).toHaveLength(2);
    expect(docComment("x".repeat(102)).split("\n")).toHaveLength(4);
  });

  it("is wrapped between words at the width of the file", () => {
    const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
    const lines = docComment(text, "  ").trimEnd().split("\n");
    expect(lines.at(0)).toBe("  /**");
    expect(lines.at(-1)).toBe("   */");
    expect(lines.every((line) => line.length <= 108)).toBe(true);
    expect(
      lines
        .slice(1, -1)
        .map((line) => line.slice("   * ".length))
        .join(" "),
    ).toBe(text);
  });

  it("keeps a word that is wider than the file whole", () => {
    expect(docComment("y".repeat(200))).toBe(`/**\n * ${"y".repeat(200)}\n */\n`);
  });

  it("cannot be ended by its own text", () => {
    expect(docComment("a */ b")).toBe("/** a *\\/ b */\n");
  });

  it("is left out where there is nothing to say", () => {
    expect(docComment(" ")).toBe("");
  });
});

describe("the sentence of a field", () => {
  const said = (shape: n.Shape, facts: Partial<n.Field> = {}): string =>
    fieldDoc({ ...n.optional(shape, "It."), ...facts });

  it.each([
    [n.string(), "It."],
    [n.int32({ min: 1 }), "It. Range: from 1."],
    [n.int32({ max: 9 }), "It. Range: up to 9."],
    [n.nullable(n.float({ above: 0, max: 1 })), "It. Range: above 0 to 1."],
    [n.string({ minLength: 1, maxLength: 9 }), "It. At least 1 character. At most 9 characters."],
    [n.date(), "It. Written as YYYY-MM-DD."],
    [n.country(), "It. An ISO 3166-1 alpha-2 code."],
    [n.array(n.string(), { min: 1, max: 1 }), "It. Exactly 1 item."],
    [n.array(n.string(), { min: 1, max: 5 }), "It. At least 1 item. At most 5 items."],
  ])("is followed by the bounds that the type cannot say (%#)", (shape, sentence) => {
    expect(said(shape)).toBe(sentence);
  });

  it("is followed by its default and a mark when it is deprecated", () => {
    expect(said(n.string(), { default: "a" })).toBe('It. Default: "a".');
    expect(docComment(said(n.string(), { deprecated: true }))).toBe(
      "/**\n * It.\n * @deprecated The API marks this field as deprecated.\n */\n",
    );
  });
});
