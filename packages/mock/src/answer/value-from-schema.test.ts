import { describe, expect, it } from "vitest";
import * as z from "zod";
import { createRandom } from "../random.ts";
import { valueFromSchema } from "./value-from-schema.ts";

const make = (schema: unknown, text = ""): unknown => valueFromSchema(schema, text, createRandom(1));

const node: z.core.JSONSchema.JSONSchema = {
  type: "object",
  properties: {
    name: { type: "string" },
    children: { type: "array", items: { $ref: "#/$defs/node" } },
    next: { anyOf: [{ $ref: "#/$defs/node" }, { type: "null" }] },
  },
  required: ["name", "children", "next"],
};

describe("a value made from a JSON Schema", () => {
  it.each<[string, z.core.JSONSchema.JSONSchema]>([
    ["text", { type: "string" }],
    ["text of a length", { type: "string", minLength: 3, maxLength: 5 }],
    ["a date and time", { type: "string", format: "date-time" }],
    ["an e-mail address", { type: "string", format: "email" }],
    ["a UUID", { type: "string", format: "uuid" }],
    ["an address", { type: "string", format: "uri" }],
    ["one of a list", { enum: ["a", 2, null] }],
    ["a constant", { const: "a" }],
    ["a number above", { type: "number", exclusiveMinimum: 0, maximum: 0.75 }],
    ["a number below", { type: "number", exclusiveMaximum: -2 }],
    ["a whole number between", { type: "integer", minimum: 7, maximum: 9, multipleOf: 4 }],
    ["a truth value", { type: "boolean" }],
    ["nothing", { type: "null" }],
    ["a nullable number", { type: ["number", "null"] }],
    ["a list of a size", { type: "array", items: { type: "string" }, minItems: 3, maxItems: 4 }],
    ["a short list", { type: "array", items: { type: "string" }, maxItems: 1 }],
    ["a tuple", { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], items: false }],
    ["one of two shapes", { oneOf: [{ type: "number" }, { type: "string" }] }],
    [
      "all of several parts",
      {
        allOf: [
          { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
          { type: "object", properties: { b: { type: "number" } }, required: ["b"] },
        ],
      },
    ],
    [
      "nested objects that allow no other fields",
      {
        type: "object",
        properties: {
          deep: {
            type: "object",
            properties: {
              deeper: { type: "object", properties: { x: { type: "integer" } }, required: ["x"] },
            },
            required: ["deeper"],
            additionalProperties: false,
          },
        },
        required: ["deep"],
        additionalProperties: false,
      },
    ],
    ["a recursive shape", { $ref: "#/$defs/node", $defs: { node } }],
  ])("is %s", (_, schema) => {
    expect(z.fromJSONSchema(schema).safeParse(make(schema)).error).toBeUndefined();
  });

  it("has no entry twice where entries have to be unique", () => {
    const schema = { type: "array", items: { type: "string" }, minItems: 3, uniqueItems: true };
    expect(new Set(make(schema) as string[]).size).toBe(3);
  });

  it("uses the words and numbers of the message", () => {
    const schema = {
      type: "object",
      properties: {
        location: { type: "string" },
        unit: { enum: ["celsius", "fahrenheit"] },
        days: { type: "integer", minimum: 1, maximum: 14 },
        query: { type: "string" },
      },
    };
    const text = "The weather in San Francisco for 5 days, in Fahrenheit";
    expect(make(schema, text)).toEqual({
      location: "San Francisco",
      unit: "fahrenheit",
      days: 5,
      query: text,
    });
  });

  it("takes a default when there is one", () => {
    expect(make({ type: "string", default: "x" })).toBe("x");
  });

  it("is a text for a schema that says nothing", () => {
    expect(make({})).toBeTypeOf("string");
    expect(make(undefined)).toBeTypeOf("string");
  });
});
