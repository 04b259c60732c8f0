import { XaiOptionsError } from "../errors.ts";
import { expect } from "../http/expect.ts";
import type { StandardSchema } from "./standard-schema.ts";

/** A JSON Schema that the API takes. */
export interface XaiJsonSchema {
  schema: Record<string, unknown>;
  /** What was left out because the API rejects it, as JSON Pointers into the schema, such as `/properties/tags/maxItems`. */
  removed: string[];
}

/** Keywords under which a schema has a schema, a list of schemas, or schemas by name. */
const inner = new Set([
  "additionalItems",
  "additionalProperties",
  "allOf",
  "anyOf",
  "contains",
  "contentSchema",
  "else",
  "if",
  "items",
  "not",
  "oneOf",
  "prefixItems",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
]);
const innerByName = new Set(["$defs", "definitions", "dependentSchemas", "patternProperties", "properties"]);
const rejected = new Set(["minLength", "maxLength", "minItems", "maxItems"]);

/**
 * The JSON Schema of what a schema takes, without what the API rejects: `minLength`, `maxLength`, `minItems`, `maxItems`
 * and, for the arguments of a tool, `additionalProperties: false`. Checking a value against the schema itself still minds
 * them. A library that does not tell the JSON Schema of its schemas needs `jsonSchema`, as its converter makes it.
 *
 * @throws XaiOptionsError when there is no JSON Schema, or the library cannot write this one.
 */
export function toXaiJsonSchema(
  schema: StandardSchema,
  use: "answer" | "tool",
  jsonSchema?: object,
): XaiJsonSchema {
  const removed: string[] = [];
  const clean = (value: unknown, pointer: string): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => clean(each, `${pointer}/${index}`));
    return isRecord(value) ? cleanSchema(value, pointer) : value;
  };
  const cleanSchema = (from: object, pointer: string): Record<string, unknown> => {
    const kept: [string, unknown][] = [];
    for (const [keyword, value] of Object.entries(from)) {
      const at = `${pointer}/${escape(keyword)}`;
      if (
        rejected.has(keyword) ||
        (use === "tool" && keyword === "additionalProperties" && value === false)
      ) {
        removed.push(at);
      } else if (inner.has(keyword)) {
        kept.push([keyword, clean(value, at)]);
      } else if (innerByName.has(keyword) && isRecord(value)) {
        const named = Object.entries(value).map(([name, each]) => [
          name,
          clean(each, `${at}/${escape(name)}`),
        ]);
        kept.push([keyword, Object.fromEntries(named)]);
      } else {
        kept.push([keyword, value]);
      }
    }
    return Object.fromEntries(kept);
  };
  return { schema: cleanSchema(jsonSchema ?? written(schema), ""), removed };
}

function written(schema: StandardSchema): object {
  const { vendor, jsonSchema } = schema["~standard"];
  expect(jsonSchema, `a jsonSchema beside the schema: one of ${vendor} does not tell its own`);
  try {
    // What a model writes goes into the schema, so that a field with a default may be left out.
    return jsonSchema.input({ target: "draft-2020-12" });
  } catch (error) {
    throw new XaiOptionsError(
      `Expected a schema that ${vendor} can write as JSON Schema: ${error instanceof Error ? error.message : ""}`,
    );
  }
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function escape(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
