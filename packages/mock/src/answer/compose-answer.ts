import type { Prompt } from "../prompt/prompt.ts";
import type { Random } from "../random.ts";
import type { Answer } from "./answer.ts";
import { chooseCalls } from "./choose-calls.ts";
import { composeReasoning } from "./compose-reasoning.ts";
import { composeText } from "./compose-text.ts";
import { valueFromSchema } from "./value-from-schema.ts";

/** Says what the simulator answers by itself; the same for the same prompt and the same random numbers. */
export function composeAnswer(prompt: Prompt, random: Random): Answer {
  const text = lastUserText(prompt);
  const toolCalls = chooseCalls(prompt, text, random);
  const reasoning =
    prompt.model.reasons && prompt.effort !== "none" ? composeReasoning(prompt, text, toolCalls) : "";
  if (toolCalls.length > 0) return { reasoning, toolCalls };
  return { reasoning, text: textFor(prompt, text, random) };
}

/** Text of the last message of the user. */
export function lastUserText(prompt: Prompt): string {
  return prompt.turns.findLast(({ role }) => role === "user")?.text.trim() ?? "";
}

function textFor(prompt: Prompt, text: string, random: Random): string {
  if (prompt.format.type === "json_schema") {
    return JSON.stringify(valueFromSchema(prompt.format.schema, text, random));
  }
  if (prompt.format.type === "json_object") {
    return JSON.stringify({ simulated: true, question: text, answer: "This is a simulated answer." });
  }
  return composeText(prompt, text, random);
}
