import { describe, expect, it } from "vitest";
import { type Answer, createAnswer, type Turn } from "./conversation.ts";
import { toMessages } from "./to-messages.ts";

function turn(question: string, answer: Partial<Answer>): Turn {
  return { id: 1, model: "grok-4", question, answer: { ...createAnswer(0), ...answer } };
}

describe("toMessages", () => {
  it("sends the conversation so far, without reasoning, and the question", () => {
    const turns = [turn("One?", { status: "done", content: "1", reasoning: "Counting." })];
    expect(toMessages(turns, "Two?")).toEqual([
      { role: "user", content: "One?" },
      { role: "assistant", content: "1" },
      { role: "user", content: "Two?" },
    ]);
  });

  it("keeps what arrived before an answer was stopped or failed", () => {
    const turns = [
      turn("A?", { status: "stopped", content: "a" }),
      turn("B?", { status: "failed", content: "b" }),
    ];
    expect(toMessages(turns, "C?").map(({ content }) => content)).toEqual(["A?", "a", "B?", "b", "C?"]);
  });

  it("sends no empty answer, and no question that failed outright", () => {
    const turns = [turn("A?", { status: "stopped" }), turn("B?", { status: "failed" })];
    expect(toMessages(turns, "C?").map(({ content }) => content)).toEqual(["A?", "C?"]);
  });
});
