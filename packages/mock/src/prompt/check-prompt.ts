import { invalidArgument } from "../http/refused-request.ts";
import type { SimulatedModel } from "../models/simulated-model.ts";
import { countPromptTokens } from "./count-prompt-tokens.ts";
import type { Prompt } from "./prompt.ts";

/** Returns the effort that a request comes to; throws xAI's 400 for one that the model does not take. */
export function effortOf(model: SimulatedModel, asked: string | null | undefined): string {
  const { capabilities, id } = model.wire;
  if (asked === undefined || asked === null) {
    return capabilities?.default_reasoning_effort ?? (model.reasons ? "medium" : "none");
  }
  const efforts = capabilities?.reasoning_effort ?? [];
  if (efforts.length === 0) throw invalidArgument(`The model ${id} takes no reasoning effort.`);
  if (!efforts.includes(asked)) {
    throw invalidArgument(`The model ${id} takes the reasoning efforts ${efforts.join(", ")}, not ${asked}.`);
  }
  return asked;
}

/** Throws xAI's 400 when no answer can be made to the prompt. */
export function checkPrompt(prompt: Prompt): void {
  const { model, turns, maxTokens, toolChoice, functions } = prompt;
  if (turns.length === 0) throw invalidArgument("The request holds no message.");
  if (maxTokens !== undefined && maxTokens < 1) {
    throw invalidArgument(`The ceiling on the answer's tokens has to be at least 1, got ${maxTokens}.`);
  }
  if (toolChoice === "required" && functions.length === 0) {
    throw invalidArgument("The request requires a tool call and has no functions to call.");
  }
  if (typeof toolChoice === "object" && !functions.some(({ name }) => name === toolChoice.name)) {
    throw invalidArgument(`The request has no function ${toolChoice.name}, which its tool_choice names.`);
  }
  const limit = model.wire.context_length ?? Infinity;
  const { total } = countPromptTokens(prompt);
  if (total > limit) {
    throw invalidArgument(
      `The model ${model.wire.id} reads at most ${limit} tokens, the request has ${total}.`,
    );
  }
}
