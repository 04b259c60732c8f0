import { invalidArgument } from "../http/refused-request.ts";
import { requireModel } from "../models/require-model.ts";
import type { Prompt } from "./prompt.ts";

/** What the two older interfaces ask: a text to continue. */
export interface TextRequest {
  readonly model: string;
  readonly text: string;
  readonly maxTokens: number | undefined;
  readonly stop: readonly string[];
  readonly seed: number | undefined;
}

/** Reads a text as a prompt; throws xAI's 400 for a model that reasons, which these interfaces do not serve. */
export function promptFromText({ model: id, text, maxTokens, stop, seed }: TextRequest): Prompt {
  const model = requireModel(id, "language");
  if (model.reasons) throw invalidArgument(`The model ${model.wire.id} reasons and does not continue texts.`);
  return {
    model,
    turns: [{ role: "user", text, images: 0 }],
    functions: [],
    toolChoice: "none",
    parallelToolCalls: false,
    format: { type: "text" },
    effort: "none",
    maxTokens,
    stop,
    seed,
  };
}
