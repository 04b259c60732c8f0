import { createXai, type StandardSchema } from "@xai-edge/core";
import { expectTypeOf } from "vitest";
import { type Growing, jsonOf, textOf } from "./index.ts";

interface Written {
  name: string;
  kind: "person" | "place";
  tags: { word: string; weight: number }[];
  age?: string | undefined;
}
interface Read extends Omit<Written, "age"> {
  age: number;
}

declare const schema: StandardSchema<Written, Read>;
const xai = createXai({ baseURL: "https://proxy.example/v1" });
const stream = await xai.responses.create({ model: "grok-4", input: "hi", stream: true });

// A growing value is of what the schema takes, any of it missing; the whole one is what the schema makes of it.
const value = jsonOf(textOf(stream), { schema });
expectTypeOf(value.final()).resolves.toEqualTypeOf<Read>();
expectTypeOf(value.value).toEqualTypeOf<Growing<Written> | undefined>();
for await (const { name, kind, tags, age } of value) {
  expectTypeOf(name).toEqualTypeOf<string | undefined>();
  // The beginning of "person" is no kind yet.
  expectTypeOf(kind).toEqualTypeOf<string | undefined>();
  expectTypeOf(tags).toEqualTypeOf<{ word?: string; weight?: number }[] | undefined>();
  expectTypeOf(age).toEqualTypeOf<string | undefined>();
}

// Without a schema nothing is known about it.
const unknown = jsonOf(textOf(stream), {
  onItem: ({ path }) => expectTypeOf(path[0]).toEqualTypeOf<string | number | undefined>(),
});
expectTypeOf(unknown.final()).resolves.toBeUnknown();
for await (const one of unknown) expectTypeOf(one).toBeUnknown();

// @ts-expect-error a stream of events is no text
jsonOf(stream);
