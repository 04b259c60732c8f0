import type { Prompt } from "../prompt/prompt.ts";
import type { AnswerToolCall } from "./answer.ts";
import { toOneLine } from "./quote.ts";
import { findTopic } from "./topic.ts";

const depths: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3, xhigh: 4 };

/** Thinks aloud about a prompt, longer with more effort. */
export function composeReasoning(prompt: Prompt, text: string, toolCalls: readonly AnswerToolCall[]): string {
  const topic = findTopic(text) ?? "this request";
  const system = prompt.turns.find(({ role }) => role === "system")?.text ?? "";
  const result = prompt.turns.at(-1)?.role === "tool" ? prompt.turns.at(-1) : undefined;
  const opening = [
    text === ""
      ? "First, there is no question in words."
      : `First, the user writes: "${toOneLine(text, 160)}".`,
    ...(system === "" ? [] : [`The instructions are: "${toOneLine(system, 120)}".`]),
    ...(result === undefined
      ? []
      : [`${result.functionName ?? "A function"} has returned a result, so I can answer with that.`]),
    `So this is about "${topic}".`,
  ].join(" ");
  if (toolCalls.length > 0) {
    const calls = toolCalls.map(({ name }) => `"${name}"`).join(" and ");
    return `${opening}\n\nI have ${calls} for that. I take the arguments from the message and call it.`;
  }
  const steps = [
    "I am a simulator and know nothing about the world, so I must say that plainly and make nothing up.",
    `What I can do is show the shape of an answer: take up "${topic}", give a short list, and stay readable.`,
    "A list helps to see Markdown arrive piece by piece. If the question is about code, a small block belongs there, too.",
    "I check the length that was asked for, and whether the answer has to be JSON. Then I write it.",
  ];
  return [opening, ...steps.slice(0, depths[prompt.effort] ?? 2)].join("\n\n");
}
