import { type } from "arktype";
import * as v from "valibot";
import { expectTypeOf, it } from "vitest";
import * as z from "zod";
import {
  createXai,
  parseStructured,
  toFunctionTool,
  toResponseFormat,
  toResponseFunctionTool,
  toTextFormat,
} from "../index.ts";

// Checked by the compiler, never run: a line that it should refuse and does not is an error of its own.

const xai = createXai({ baseURL: "http://127.0.0.1/v1" });
const Person = z.object({ name: z.string(), age: z.coerce.number() });

it("a schema goes into the fields that it is for", () => {
  const messages = [{ role: "user" as const, content: "hi" }];
  const format = toResponseFormat(Person, { name: "person" });
  const tools = [toFunctionTool(Person, { name: "greet" })];
  void xai.chat.completions.create({ model: "grok-4", messages, response_format: format, tools });
  void xai.responses.create({
    model: "grok-4",
    input: "hi",
    text: { format: toTextFormat(Person, { name: "person" }) },
    tools: [toResponseFunctionTool(Person, { name: "greet" })],
  });
  expectTypeOf(format.removed).toEqualTypeOf<readonly string[]>();
  // @ts-expect-error: a name is missing
  toResponseFormat(Person, {});
  // @ts-expect-error: no schema of a library
  toResponseFormat({ type: "object" }, { name: "person" });
  // @ts-expect-error: a tool of the other endpoint
  void xai.responses.create({ model: "grok-4", input: "hi", tools });
});

it("what is parsed has the type that the schema gives", () => {
  expectTypeOf(parseStructured(Person, "")).resolves.toEqualTypeOf<{ name: string; age: number }>();
  expectTypeOf(parseStructured(v.object({ a: v.literal(1) }), "")).resolves.toEqualTypeOf<{ a: 1 }>();
  expectTypeOf(parseStructured(type({ a: "string" }), "")).resolves.toEqualTypeOf<{ a: string }>();
});

it("whole answers can be parsed as they come", async () => {
  const messages = [{ role: "user" as const, content: "hi" }];
  const answer = await xai.chat.completions.create({ model: "grok-4", messages });
  expectTypeOf(await parseStructured(Person, answer)).toEqualTypeOf<{ name: string; age: number }>();
  void parseStructured(Person, await xai.responses.create({ model: "grok-4", input: "hi" }));
  // @ts-expect-error: a stream is no whole answer
  void parseStructured(Person, await xai.responses.create({ model: "grok-4", input: "hi", stream: true }));
});
