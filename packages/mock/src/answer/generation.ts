import { countPromptTokens, type PromptTokens } from "../prompt/count-prompt-tokens.ts";
import type { Prompt } from "../prompt/prompt.ts";
import type { Random } from "../random.ts";
import type { Answer } from "./answer.ts";
import { countTokens, toTokens } from "./tokens.ts";

/** A function call as it goes out. */
export interface GeneratedCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** One answer, cut into the pieces in which it is sent: streams and whole bodies are both made from it. */
export interface Generation {
  readonly reasoning: readonly string[];
  readonly text: readonly string[];
  readonly toolCalls: readonly GeneratedCall[];
  readonly finish: "stop" | "length" | "tool_calls";
  /** The `stop` text that ended it. */
  readonly stoppedAt: string | undefined;
  /** Tokens of the text and the calls; reasoning is apart. */
  readonly visibleTokens: number;
  readonly reasoningTokens: number;
  readonly promptTokens: PromptTokens;
}

/** Cuts an answer into pieces and applies the prompt's `stop` texts and its ceiling on visible tokens. */
export function toGeneration(prompt: Prompt, answer: Answer, random: Random): Generation {
  const reasoning = toPieces(answer.reasoning);
  const stopped = cutAtStop(toPieces(answer.text), prompt.stop);
  const text = prompt.maxTokens === undefined ? stopped.pieces : stopped.pieces.slice(0, prompt.maxTokens);
  const isCut = text.length < stopped.pieces.length;
  // An answer that hits the ceiling, or a stop text, ends there: it does not get as far as its calls.
  const toolCalls =
    isCut || stopped.stop !== undefined ? [] : (answer.toolCalls ?? []).map((call) => toCall(call, random));
  const callTokens = toolCalls.reduce((sum, call) => sum + countTokens(call.name + call.arguments), 0);
  return {
    reasoning,
    text,
    toolCalls,
    finish: isCut ? "length" : toolCalls.length > 0 ? "tool_calls" : "stop",
    stoppedAt: isCut ? undefined : stopped.stop,
    visibleTokens: text.length + callTokens,
    reasoningTokens: reasoning.length,
    promptTokens: countPromptTokens(prompt),
  };
}

function toPieces(text: string | readonly string[] | undefined): readonly string[] {
  return typeof text === "string" ? toTokens(text) : (text ?? []);
}

function toCall(call: NonNullable<Answer["toolCalls"]>[number], random: Random): GeneratedCall {
  return {
    id: call.id ?? `call_${String(random.below(90_000_000) + 10_000_000)}`,
    name: call.name,
    arguments: typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments),
  };
}

function cutAtStop(
  pieces: readonly string[],
  stops: readonly string[],
): { pieces: readonly string[]; stop: string | undefined } {
  const text = pieces.join("");
  const [first] = stops
    .filter((stop) => stop !== "" && text.includes(stop))
    .toSorted((one, other) => text.indexOf(one) - text.indexOf(other));
  if (first === undefined) return { pieces, stop: undefined };
  const end = text.indexOf(first);
  const kept: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (length >= end) break;
    kept.push(piece.slice(0, end - length));
    length += piece.length;
  }
  return { pieces: kept, stop: first };
}

/** All tokens of an answer, which take their time when a pace is set. */
export function tokensOf({ reasoningTokens, visibleTokens }: Generation): number {
  return reasoningTokens + visibleTokens;
}
