import { describe, expect, it } from "vitest";
import { messageOf } from "./fixtures/message-events.ts";
import { messageProtocol } from "./message-protocol.ts";

describe("messageProtocol", () => {
  it("repeats blocks as they came, except that a call whose input was cut off has none", () => {
    const blocks = [
      { type: "mood", mood: "calm" },
      { type: "tool_use", id: "t0", name: "note", input: { a: 1 } },
      { type: "tool_use", id: "t1", name: "note", input: '{"a":' },
    ];
    const [mood, whole, cut] = blocks;
    expect(messageProtocol.itemsOf(messageOf(blocks))).toEqual([
      { role: "assistant", content: [mood, whole, { ...cut, input: {} }] },
    ]);
  });

  it("repeats nothing of an answer without words", () => {
    expect(messageProtocol.itemsOf(messageOf([]))).toEqual([]);
  });
});
