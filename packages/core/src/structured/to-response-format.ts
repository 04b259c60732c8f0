import type { ResponseFormat } from "../generated/chat.gen.ts";
import type { ModelResponseFormat } from "../generated/responses.gen.ts";
import type { StandardSchema } from "./standard-schema.ts";
import { toXaiJsonSchema } from "./to-xai-json-schema.ts";
import { type WithRemoved, withRemoved } from "./with-removed.ts";

/** How to ask for an answer that fits a schema. */
export interface FormatOptions {
  /** What the result is called. */
  name: string;
  /** Tells the model what the result is for. */
  description?: string | undefined;
  /** Asks for exact adherence to the schema. Default: true. */
  strict?: boolean | undefined;
  /** The schema as JSON Schema, for a library that does not tell it itself. */
  jsonSchema?: object | undefined;
}

type ChatFormat = Extract<ResponseFormat, { type: "json_schema" }>;
type TextFormat = Extract<ModelResponseFormat, { type: "json_schema" }>;

/**
 * A schema as `response_format` of a chat completion; {@link parseStructured} reads the answer.
 *
 * @example
 * const Person = z.object({ name: z.string(), age: z.int() });
 * const answer = await xai.chat.completions.create({
 *   model: "grok-4",
 *   messages: [{ role: "user", content: "Ada Lovelace at 36" }],
 *   response_format: toResponseFormat(Person, { name: "person" }),
 * });
 * const { name, age } = await parseStructured(Person, answer);
 *
 * @throws XaiOptionsError when there is no JSON Schema of the schema.
 */
export function toResponseFormat(schema: StandardSchema, options: FormatOptions): ChatFormat & WithRemoved {
  const { removed, ...json_schema } = formatOf(schema, options);
  return withRemoved({ type: "json_schema", json_schema }, removed);
}

/**
 * A schema as `text.format` of a response; {@link parseStructured} reads the answer.
 *
 * @throws XaiOptionsError when there is no JSON Schema of the schema.
 */
export function toTextFormat(schema: StandardSchema, options: FormatOptions): TextFormat & WithRemoved {
  const { removed, ...format } = formatOf(schema, options);
  return withRemoved({ type: "json_schema", ...format }, removed);
}

function formatOf(
  from: StandardSchema,
  { name, description, strict = true, jsonSchema }: FormatOptions,
): { name: string; schema: object; strict: boolean; description?: string; removed: string[] } {
  const { schema, removed } = toXaiJsonSchema(from, "answer", jsonSchema);
  return { name, schema, strict, ...(description !== undefined && { description }), removed };
}
