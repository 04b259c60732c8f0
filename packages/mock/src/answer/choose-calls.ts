import type { Prompt, PromptFunction } from "../prompt/prompt.ts";
import type { Random } from "../random.ts";
import type { AnswerToolCall } from "./answer.ts";
import { valueFromSchema } from "./value-from-schema.ts";

/**
 * Chooses the functions to call: the one that `tool_choice` names, else those that the user's message is about, else
 * one if a call is required. A result that has just come in is answered with words, unless a call is required again.
 */
export function chooseCalls(prompt: Prompt, text: string, random: Random): AnswerToolCall[] {
  const { toolChoice, functions, turns, parallelToolCalls } = prompt;
  const isResult = turns.at(-1)?.role === "tool";
  if (toolChoice === "none" || (toolChoice === "auto" && isResult)) return [];
  return chosen().map(({ name, parameters }) => ({
    name,
    arguments: JSON.stringify(valueFromSchema(withObject(parameters), text, random)),
  }));

  function chosen(): readonly PromptFunction[] {
    if (typeof toolChoice === "object") return functions.filter(({ name }) => name === toolChoice.name);
    const asked = functions.filter((one) => isAskedFor(one, text));
    if (asked.length > 0) return parallelToolCalls ? asked : asked.slice(0, 1);
    const wantsAny = /\b(?:tools?|functions?)\b/i.test(text);
    return toolChoice === "required" || wantsAny ? functions.slice(0, 1) : [];
  }
}

function withObject(parameters: unknown): unknown {
  return parameters ?? { type: "object", properties: {} };
}

/** Whether a message has to do with a function: it uses a word of its name, or two of its description. */
function isAskedFor({ name, description }: PromptFunction, text: string): boolean {
  const said = wordsOf(text);
  const share = (words: ReadonlySet<string>): number => [...words].filter((word) => said.has(word)).length;
  return text.includes(name) || share(wordsOf(name)) > 0 || share(wordsOf(description)) >= 2;
}

const common = new Set([
  "call",
  "current",
  "find",
  "from",
  "given",
  "have",
  "into",
  "look",
  "make",
  "that",
  "this",
  "tool",
  "what",
  "when",
  "which",
  "with",
  "function",
  "returns",
  "return",
  "user",
  "search",
  "list",
  "show",
  "tell",
]);

function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !common.has(word)).map((word) => word.replace(/s$/, "")));
}
