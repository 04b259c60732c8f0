import type { Tool } from "../generated/chat.gen.ts";
import type { FunctionDefinition } from "../generated/common.gen.ts";
import type { ModelTool } from "../generated/responses.gen.ts";
import type { StandardSchema } from "./standard-schema.ts";
import { toXaiJsonSchema } from "./to-xai-json-schema.ts";
import { type WithRemoved, withRemoved } from "./with-removed.ts";

/** What a function is, beside the schema of its arguments. */
export interface FunctionToolOptions {
  /** What the model calls it by. */
  name: string;
  /** Tells the model what the function does and when to use it. */
  description?: string | undefined;
  /** The schema as JSON Schema, for a library that does not tell it itself. */
  jsonSchema?: object | undefined;
}

type ChatFunctionTool = Extract<Tool, { type: "function" }>;
type ResponseFunctionTool = Extract<ModelTool, { type: "function" }>;

/**
 * A function among the `tools` of a chat completion, with a schema for its arguments; {@link parseStructured} reads the
 * `function.arguments` of a call.
 *
 * @throws XaiOptionsError when there is no JSON Schema of the schema.
 */
export function toFunctionTool(
  schema: StandardSchema,
  options: FunctionToolOptions,
): ChatFunctionTool & WithRemoved {
  const { removed, ...definition } = functionOf(schema, options);
  return withRemoved({ type: "function", function: definition }, removed);
}

/**
 * A function among the `tools` of a response, with a schema for its arguments; {@link parseStructured} reads the
 * `arguments` of a call.
 *
 * @throws XaiOptionsError when there is no JSON Schema of the schema.
 */
export function toResponseFunctionTool(
  schema: StandardSchema,
  options: FunctionToolOptions,
): ResponseFunctionTool & WithRemoved {
  const { removed, ...definition } = functionOf(schema, options);
  return withRemoved({ type: "function", ...definition }, removed);
}

function functionOf(
  from: StandardSchema,
  { name, description, jsonSchema }: FunctionToolOptions,
): FunctionDefinition & { removed: string[] } {
  const { schema: parameters, removed } = toXaiJsonSchema(from, "tool", jsonSchema);
  return { name, ...(description !== undefined && { description }), parameters, removed };
}
