import { toJsonSchema, toStandardJsonSchema } from "@valibot/to-json-schema";
import { type } from "arktype";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { isXaiError, XaiOptionsError } from "../errors.ts";
import { parseStructured, XaiStructuredOutputError } from "./parse-structured.ts";
import type { StandardSchema } from "./standard-schema.ts";
import { toFunctionTool, toResponseFunctionTool } from "./to-function-tool.ts";
import { toResponseFormat, toTextFormat } from "./to-response-format.ts";
import { toXaiJsonSchema } from "./to-xai-json-schema.ts";

interface Person {
  name: string;
  tags?: string[] | undefined;
  home: { city: string };
}

const zodPerson = z.object({
  name: z.string().min(2).max(20),
  tags: z.array(z.string()).max(3).optional(),
  home: z.strictObject({ city: z.string() }),
});
const valibotPerson = v.object({
  name: v.pipe(v.string(), v.minLength(2), v.maxLength(20)),
  tags: v.optional(v.pipe(v.array(v.string()), v.maxLength(3))),
  home: v.strictObject({ city: v.string() }),
});
const arktypePerson = type({
  name: "2 <= string <= 20",
  "tags?": "string[] <= 3",
  home: { "+": "reject", city: "string" },
});

const libraries: [name: string, schema: StandardSchema<unknown, Person>, jsonSchema: object | undefined][] = [
  ["zod", zodPerson, undefined],
  ["valibot", valibotPerson, toJsonSchema(valibotPerson)],
  ["arktype", arktypePerson, undefined],
];

describe.each(libraries)("a schema of %s", (_library, schema, jsonSchema) => {
  const properties = {
    name: { type: "string" },
    tags: { type: "array", items: { type: "string" } },
    home: {
      type: "object",
      properties: { city: { type: "string" } },
      required: ["city"],
      additionalProperties: false,
    },
  };
  const lengths = ["/properties/name/maxLength", "/properties/name/minLength", "/properties/tags/maxItems"];

  it("becomes a response_format without what the API rejects, which is told", () => {
    const format = toResponseFormat(schema, { name: "person", description: "Who", jsonSchema });
    expect(format).toMatchObject({
      type: "json_schema",
      json_schema: {
        name: "person",
        description: "Who",
        strict: true,
        schema: { type: "object", properties },
      },
    });
    expect(format.removed.toSorted()).toEqual(lengths);
    expect(JSON.stringify(format)).not.toMatch(/maxLength|maxItems|removed/);
  });

  it("becomes a text.format", () => {
    const format = toTextFormat(schema, { name: "person", strict: false, jsonSchema });
    expect(format).toMatchObject({
      type: "json_schema",
      name: "person",
      strict: false,
      schema: { properties },
    });
    expect(format.removed.toSorted()).toEqual(lengths);
  });

  it("becomes the arguments of a function tool, closed objects opened", () => {
    const { additionalProperties: _, ...home } = properties.home;
    const parameters = { type: "object", properties: { ...properties, home } };
    const all = ["/properties/home/additionalProperties", ...lengths];
    const tool = toFunctionTool(schema, { name: "greet", description: "Greets", jsonSchema });
    expect(tool).toMatchObject({
      type: "function",
      function: { name: "greet", description: "Greets", parameters },
    });
    expect(tool.function.parameters["properties"]).toEqual(parameters.properties);
    expect(tool.removed.toSorted()).toEqual(all);
    const flat = toResponseFunctionTool(schema, { name: "greet", jsonSchema });
    expect(flat).toMatchObject({ type: "function", name: "greet", parameters });
    expect(flat).not.toHaveProperty("description");
    expect(flat.removed.toSorted()).toEqual(all);
  });

  it("reads the value out of a text", async () => {
    const person = { name: "Ada", tags: ["maths"], home: { city: "London" } };
    expect(await parseStructured(schema, JSON.stringify(person))).toEqual(person);
  });

  it("still minds what was left out for the API", async () => {
    const text = '{"name":"A","home":{"city":"London"}}';
    const error: unknown = await parseStructured(schema, text).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(XaiStructuredOutputError);
    expect(error).toMatchObject({ code: "schema_mismatch", kind: "protocol", text });
    expect(error).toHaveProperty("message", expect.stringMatching(/does not fit the schema: \/name: ./));
    expect(error).toHaveProperty("issues", [{ message: expect.any(String), path: ["name"] }]);
    expect(isXaiError(error)).toBe(true);
    expect(JSON.stringify(error)).not.toContain("London");
  });
});

describe("a schema without a JSON Schema of its own", () => {
  it("is refused, with what to do", () => {
    expect(() => toResponseFormat(valibotPerson, { name: "person" })).toThrow(XaiOptionsError);
    expect(() => toResponseFormat(valibotPerson, { name: "person" })).toThrow(
      "Expected a jsonSchema beside the schema: one of valibot does not tell its own",
    );
  });

  it("may be given one by its library's converter", () => {
    const standard = toStandardJsonSchema(valibotPerson);
    const merged = { "~standard": { ...valibotPerson["~standard"], ...standard["~standard"] } };
    expect(toResponseFormat(merged, { name: "person" }).removed.length).toBe(3);
  });

  it("is refused, with the library's words, when that cannot write it", () => {
    expect(() => toTextFormat(z.object({ when: z.date() }), { name: "n" })).toThrow(
      /^Expected a schema that zod can write as JSON Schema: ./,
    );
  });
});

describe("the JSON Schema that is sent", () => {
  const any = z.unknown();

  it("says what the model has to write: a field with a default may be left out", async () => {
    const schema = z.object({ limit: z.coerce.number().default(5) });
    expect(toXaiJsonSchema(schema, "answer").schema).not.toHaveProperty("required");
    expect(await parseStructured(schema, '{"limit":"7"}')).toEqual({ limit: 7 });
    expect(await parseStructured(schema, "{}")).toEqual({ limit: 5 });
  });

  it("keeps properties, defaults, constants and examples that are called like a keyword", () => {
    const schema = {
      type: "object",
      properties: { minLength: { type: "number" }, additionalProperties: { const: { maxItems: 1 } } },
      required: ["minLength"],
      default: { minLength: 2 },
      enum: [{ maxLength: 1 }],
      examples: [{ minItems: 1 }],
    };
    const sent = toXaiJsonSchema(any, "tool", schema);
    expect(sent).toEqual({ schema, removed: [] });
  });

  it("is cleaned wherever a schema can stand", () => {
    const short = { type: "string", maxLength: 3 };
    const spots: [keyword: string, value: unknown, pointer: string][] = [
      ["items", short, "/items/maxLength"],
      ["items", [{}, short], "/items/1/maxLength"],
      ["prefixItems", [short], "/prefixItems/0/maxLength"],
      ["anyOf", [{}, short], "/anyOf/1/maxLength"],
      ["oneOf", [short], "/oneOf/0/maxLength"],
      ["allOf", [short], "/allOf/0/maxLength"],
      ["not", short, "/not/maxLength"],
      ["if", short, "/if/maxLength"],
      ["then", short, "/then/maxLength"],
      ["else", short, "/else/maxLength"],
      ["contains", short, "/contains/maxLength"],
      ["propertyNames", short, "/propertyNames/maxLength"],
      ["additionalProperties", short, "/additionalProperties/maxLength"],
      ["unevaluatedProperties", short, "/unevaluatedProperties/maxLength"],
      ["$defs", { "a/b~c": short }, "/$defs/a~1b~0c/maxLength"],
      ["definitions", { x: short }, "/definitions/x/maxLength"],
      ["patternProperties", { "^x": short }, "/patternProperties/^x/maxLength"],
      ["dependentSchemas", { x: short }, "/dependentSchemas/x/maxLength"],
    ];
    for (const [keyword, value, pointer] of spots) {
      const { schema, removed } = toXaiJsonSchema(any, "answer", { [keyword]: value });
      expect(removed).toEqual([pointer]);
      expect(JSON.stringify(schema)).toBe(JSON.stringify({ [keyword]: value }).replace(',"maxLength":3', ""));
    }
  });

  it("keeps a property called __proto__", () => {
    const given: object = JSON.parse('{"properties":{"__proto__":{"type":"string","minLength":1}}}');
    expect(JSON.stringify(toXaiJsonSchema(any, "answer", given).schema)).toBe(
      '{"properties":{"__proto__":{"type":"string"}}}',
    );
  });

  it("leaves the schema that was given as it is", () => {
    const given = { properties: { a: { type: "string", minLength: 1 } }, additionalProperties: false };
    const before = structuredClone(given);
    toXaiJsonSchema(any, "tool", given);
    expect(given).toEqual(before);
  });
});

const chat = (message: object, finish_reason = "stop"): Parameters<typeof parseStructured>[1] => ({
  choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason }],
});
const response = (
  output: object[],
  rest: object = { status: "completed" },
): Parameters<typeof parseStructured>[1] => JSON.parse(JSON.stringify({ output, ...rest }));
const says = (...texts: string[]): object => ({
  type: "message",
  role: "assistant",
  content: texts.map((text) => ({ type: "output_text", text })),
});

describe("a structured answer", () => {
  const schema = z.object({ n: z.number() });
  const failure = (answer: Parameters<typeof parseStructured>[1]): Promise<unknown> =>
    parseStructured(schema, answer).catch((e: unknown) => e);

  it("is read from the first choice of a chat completion", async () => {
    expect(await parseStructured(schema, chat({ content: '{"n":1}' }))).toEqual({ n: 1 });
  });

  it("is read from the last message of a response, all parts of it", async () => {
    const answer = response([
      { type: "reasoning", summary: [] },
      says('{"n":0}'),
      says('{"n"', ":2}"),
      { type: "x" },
    ]);
    expect(await parseStructured(schema, answer)).toEqual({ n: 2 });
  });

  it("that the model declined says so", async () => {
    const declined = { code: "refused", message: "The model declined: no" };
    expect(await failure(chat({ content: "", refusal: "no" }))).toMatchObject(declined);
    const part = { type: "message", role: "assistant", content: [{ type: "refusal", refusal: "no" }] };
    expect(await failure(response([part]))).toMatchObject(declined);
  });

  it("that broke off says why", async () => {
    expect(await failure(chat({ content: '{"n":' }, "length"))).toMatchObject({
      code: "truncated",
      message: "The answer broke off (length)",
      text: '{"n":',
    });
    const incomplete = { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } };
    expect(await failure(response([says('{"n"')], incomplete))).toMatchObject({
      code: "truncated",
      message: "The answer broke off (max_output_tokens)",
    });
  });

  it("without text says so", async () => {
    const none = { code: "no_text" };
    expect(await failure(chat({ content: null }))).toMatchObject(none);
    expect(await failure({ choices: [] })).toMatchObject(none);
    expect(await failure(response([]))).toMatchObject(none);
  });

  it("that is not JSON says so, and does not quote it", async () => {
    const error = await failure("secret words");
    expect(error).toMatchObject({ code: "invalid_json", text: "secret words", issues: [] });
    expect(error).toHaveProperty("message", "The answer is not JSON");
    expect(error).not.toHaveProperty("cause");
  });

  it("is checked by a schema that takes its time", async () => {
    const slow = z.object({ n: z.number().refine(async (n) => n > 1, "too small") });
    expect(await parseStructured(slow, '{"n":2}')).toEqual({ n: 2 });
    await expect(parseStructured(slow, '{"n":1}')).rejects.toThrow(
      "The answer does not fit the schema: /n: too small",
    );
  });

  it("says where it does not fit", async () => {
    const nested = z.object({ a: z.array(z.object({ n: z.number() })) });
    await expect(parseStructured(nested, '{"a":[{"n":1},{"n":"x"}]}')).rejects.toThrow(/schema: \/a\/1\/n: /);
    await expect(parseStructured(nested, "[]")).rejects.toThrow(/schema: [^/]/);
  });
});
