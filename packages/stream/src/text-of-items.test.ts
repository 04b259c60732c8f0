import { describe, expect, it } from "vitest";
import { textOfItems } from "./text-of-items.ts";

describe("the words of an answer", () => {
  it("are those of its messages in each protocol, without thoughts and calls", () => {
    expect(textOfItems([{ role: "assistant", content: "Yes", reasoning_content: "Hm." }])).toBe("Yes");
    expect(
      textOfItems([
        { type: "reasoning", summary: [], content: [{ type: "reasoning_text", text: "Hm." }] },
        {
          type: "message",
          content: [
            { type: "output_text", text: "Yes" },
            { type: "refusal", refusal: "No" },
          ],
        },
        { type: "function_call", arguments: "{}" },
        { type: "message", content: [{ type: "output_text", text: ", indeed" }] },
      ]),
    ).toBe("Yes, indeed");
    const blocks = [
      { type: "thinking", thinking: "Hm." },
      { type: "text", text: "Yes" },
      { type: "tool_use", id: "t" },
    ];
    expect(textOfItems([{ role: "assistant", content: blocks }])).toBe("Yes");
    expect(textOfItems([])).toBe("");
  });
});
