import { describe, expect, it } from "vitest";
import { codeBlocks } from "./code-blocks.ts";

describe("codeBlocks", () => {
  it("finds each fenced block with its language and its line", () => {
    const text = "# A\n\n```ts\nconst a = 1;\n```\n\ntext\n\n~~~sh\nls\n~~~\n";
    expect(codeBlocks(text)).toEqual([
      { language: "ts", line: 4, code: "const a = 1;\n" },
      { language: "sh", line: 10, code: "ls\n" },
    ]);
  });

  it("takes a shorter fence inside a longer one for code", () => {
    expect(codeBlocks("````md\n```ts\n1;\n```\n````\n")).toEqual([
      { language: "md", line: 2, code: "```ts\n1;\n```\n" },
    ]);
  });
});
