import { toJsonSchema } from "@valibot/to-json-schema";
import { type } from "arktype";
import * as v from "valibot";
import { describe, expect, expectTypeOf, it } from "vitest";
import * as z from "zod";
import { createTool, type RunnableTool } from "./create-tool.ts";

const signal = new AbortController().signal;
const call = { id: "call_1", name: "add", arguments: "" };
const valibotSchema = v.object({ a: v.number(), b: v.number() });

const tools: [library: string, tool: RunnableTool][] = [
  [
    "zod",
    createTool(z.object({ a: z.number(), b: z.number() }), {
      name: "add",
      description: "Adds",
      run: ({ a, b }) => a + b,
    }),
  ],
  [
    "valibot",
    createTool(valibotSchema, {
      name: "add",
      description: "Adds",
      jsonSchema: toJsonSchema(valibotSchema),
      run: ({ a, b }) => a + b,
    }),
  ],
  [
    "arktype",
    createTool(type({ a: "number", b: "number" }), {
      name: "add",
      description: "Adds",
      run: ({ a, b }) => a + b,
    }),
  ],
];

describe.each(tools)("a function with a schema of %s", (_library, tool) => {
  it("is declared to the model with its name, purpose and arguments", () => {
    expect(tool).toMatchObject({
      name: "add",
      description: "Adds",
      parameters: { type: "object", properties: { a: { type: "number" }, b: { type: "number" } } },
    });
  });

  it("runs with arguments that fit", async () => {
    const prepared = await tool.prepare('{"a":2,"b":3}');
    expect(prepared.arguments).toEqual({ a: 2, b: 3 });
    expect(await prepared.run({ signal, call })).toBe(5);
  });

  it("says what is wrong with arguments that do not fit, and where", async () => {
    await expect(tool.prepare('{"a":2,"b":"three"}')).rejects.toThrow(/\bb\b.*number/);
    await expect(tool.prepare('{"a":2')).rejects.toThrow("The arguments are not JSON");
  });
});

describe("a function", () => {
  it("gets what its schema makes of the arguments, and knows its type", async () => {
    const tool = createTool(z.object({ day: z.string().transform((day) => new Date(day)) }), {
      name: "day",
      jsonSchema: { type: "object", properties: { day: { type: "string" } } },
      run: ({ day }) => {
        expectTypeOf(day).toEqualTypeOf<Date>();
        return day.getUTCFullYear();
      },
    });
    const prepared = await tool.prepare('{"day":"1999-12-31"}');
    expect(await prepared.run({ signal, call })).toBe(1999);
  });

  it("that takes no arguments may be called with none at all", async () => {
    const tool = createTool(z.object({}), { name: "now", run: () => 1 });
    expect((await tool.prepare("")).arguments).toEqual({});
  });

  it("without a JSON Schema is refused", () => {
    const add = (): unknown => createTool(v.object({}), { name: "add", run: () => 1 });
    expect(add).toThrow(expect.objectContaining({ kind: "options" }));
  });
});
