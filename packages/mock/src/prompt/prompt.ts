import type { SimulatedModel } from "../models/simulated-model.ts";

/** One thing that was said, by whom. */
export interface Turn {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly text: string;
  readonly images: number;
  /** Of a `tool` turn: the function that returned the text, where the conversation tells. */
  readonly functionName?: string;
}

/** A function that the answer may call. */
export interface PromptFunction {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly parameters: unknown;
}

export type PromptFormat =
  | { readonly type: "text" | "json_object" }
  | { readonly type: "json_schema"; readonly schema: unknown };

/** What a chat request and a Responses request have in common: all that an answer depends on. */
export interface Prompt {
  readonly model: SimulatedModel;
  readonly turns: readonly Turn[];
  readonly functions: readonly PromptFunction[];
  readonly toolChoice: "auto" | "none" | "required" | { readonly name: string };
  readonly parallelToolCalls: boolean;
  readonly format: PromptFormat;
  /** How much the model thinks; the model's default when the request says nothing. */
  readonly effort: string;
  readonly maxTokens: number | undefined;
  readonly stop: readonly string[];
  readonly seed: number | undefined;
}
