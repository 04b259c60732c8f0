import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import * as schemas from "../index.ts";
import { operations } from "../operations.ts";
import * as shapes from "../shapes.ts";
import { checkShape } from "./check-shape.ts";
import type { Shape } from "./shape.ts";

const { ChatRequest } = shapes;

it("puts unknown fields that are null aside where it is asked to, of the form alone that a value has", () => {
  const answer = { role: "assistant", content: "Hi", parsed: null };
  const call = { id: "x", function: { name: "f", arguments: "", parsed: null } };
  const body = { model: "m", messages: [{ ...answer, tool_calls: [call] }], audio: null };
  expect(checkShape(ChatRequest, body)).toMatchObject({ unknownField: "parsed" });
  for (const allowUnknownFields of [true, false]) {
    const unknownNulls: shapes.UnknownNull[] = [];
    expect(checkShape(ChatRequest, body, { allowUnknownFields, unknownNulls })).toBeUndefined();
    expect(unknownNulls).toEqual([
      [body.messages[0], "parsed"],
      [body, "audio"],
    ]);
  }
  const either: Shape = ["union", "", [{ a: "s" }, { "b??": "s" }]];
  const unknownNulls: shapes.UnknownNull[] = [];
  expect(checkShape(either, { b: null }, { unknownNulls })).toBeUndefined();
  expect(unknownNulls).toEqual([]);
  expect(checkShape(either, { c: 1 }, { unknownNulls })).toBeDefined();
});

it("knows no field by the mark that shapes have for one that may be left out", () => {
  expect(checkShape({ "a?": "s" }, { "a?": 1 })).toMatchObject({ unknownField: "a?" });
});

const names = [
  ...new Set([
    "RealtimeSession",
    ...operations.flatMap(({ request, query }) => [
      ...(request === undefined ? [] : ["json" in request ? request.json : request.multipart]),
      ...(query === undefined ? [] : [query]),
    ]),
  ]),
];

function shapeOf(name: string): Shape {
  const all: Readonly<Record<string, unknown>> = shapes;
  expect(all).toHaveProperty(name);
  return all[name] as Shape;
}

function schemaOf(name: string): z.ZodMiniType {
  const all: Readonly<Record<string, unknown>> = schemas;
  return (all[`${name}Param`] ?? all[name]) as z.ZodMiniType;
}

const texts: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  s: fc.string({ maxLength: 5 }),
  d: fc.constant("2026-11-22"),
  c: fc.constant("NO"),
  f: fc.constant(new Blob(["x"])),
  b: fc.boolean(),
  "*": fc.jsonValue({ maxDepth: 1 }),
  n: fc.double({ noNaN: true, noDefaultInfinity: true }),
  i: fc.integer(),
  l: fc.maxSafeInteger(),
};

/** Values of a shape. */
function valuesOf(shape: Shape): fc.Arbitrary<unknown> {
  if (typeof shape === "string") return texts[shape] ?? fc.constant(undefined);
  if (!Array.isArray(shape)) return objectsOf(Object.entries(shape));
  const parts = shape as readonly unknown[];
  const [, second, third, fourth] = parts as readonly [unknown, Shape, number | null, number | null];
  const above = parts[3];
  const min = typeof parts[1] === "number" ? parts[1] : typeof above === "number" ? above + 0.01 : -1_000;
  const max = typeof parts[2] === "number" ? parts[2] : min + 1_000;
  switch (parts[0]) {
    case "s":
      return fc.string({ minLength: Math.max(min, 0), maxLength: Math.min(max, Math.max(min, 0) + 3) });
    case "n":
      return fc.double({ min, max, noNaN: true });
    case "i":
    case "l":
      return fc.integer({ min: Math.ceil(min), max: Math.min(max, 2 ** 31 - 1) });
    case "=":
      return fc.constant(second);
    case "enum":
      return fc.constantFrom(...parts.slice(1));
    case "array":
      return fc.array(valuesOf(second), {
        minLength: third ?? 0,
        maxLength: Math.min(fourth ?? 2, (third ?? 0) + 1),
      });
    case "record":
      return fc.dictionary(fc.string({ maxLength: 3 }), valuesOf(second), {
        maxKeys: 2,
        noNullPrototype: true,
      });
    case "~":
      return valuesOf(second);
    case "?":
      return fc.oneof(fc.constant(null), valuesOf(second));
    case "all":
      return fc
        .tuple(...(parts[1] as readonly Shape[]).map(valuesOf))
        .map((values) => Object.assign({}, ...values));
    default:
      return fc.oneof(...(parts[2] as readonly Shape[]).map(valuesOf));
  }
}

function objectsOf(fields: readonly (readonly [string, Shape])[]): fc.Arbitrary<unknown> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  const requiredKeys: string[] = [];
  for (const [field, shape] of fields) {
    const name = field.replace(/\?+$/, "");
    model[name] = valuesOf(field.endsWith("??") ? ["?", shape] : shape);
    if (name === field) requiredKeys.push(name);
  }
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

const surprises = fc.constantFrom<unknown>(
  null,
  undefined,
  "",
  "x",
  0,
  -1,
  0.5,
  1e12,
  true,
  [],
  {},
  [{}],
  { type: "new" },
  Number.NaN,
);

/** The value with something put in the place of one of its parts, or beside it. */
function spoil(value: unknown, where: number, what: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Blob) return what;
  const keys = Object.keys(value);
  const pick = where % (keys.length + 1);
  const deeper = Math.floor(where / (keys.length + 1));
  if (Array.isArray(value)) {
    return pick === keys.length ? what : value.with(pick, spoil(value[pick], deeper, what));
  }
  const key = keys[pick];
  const copy: Record<string, unknown> = { ...value };
  if (key === undefined) copy["surprise"] = what;
  else if (deeper % 5 === 4) delete copy[key];
  else copy[key] = spoil(copy[key], deeper, what);
  return copy;
}

describe.each(names)("%s", (name) => {
  const schema = schemaOf(name);
  const shape = shapeOf(name);

  it("is judged as its zod schema judges it, whether it is right or has anything wrong with it", () => {
    fc.assert(
      fc.property(valuesOf(shape), fc.nat(), surprises, (value, where, what) => {
        expect(checkShape(shape, value)).toBeUndefined();
        expect(schema.safeParse(value).success).toBe(true);
        const spoilt = spoil(value, where, what);
        expect([checkShape(shape, spoilt) === undefined, spoilt]).toEqual([
          schema.safeParse(spoilt).success,
          spoilt,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("checkShape", () => {
  const chat = { model: "grok-4", messages: [{ role: "user", content: "hi" }] };

  it.each([
    [
      { ...chat, temperature: 3 },
      { path: "temperature", expected: "a number from 0 up to 2" },
    ],
    [
      { ...chat, messages: "hi" },
      { path: "messages", expected: "a list" },
    ],
    [{ messages: chat.messages }, { path: "model", expected: "text" }],
    [
      { ...chat, mood: 1 },
      { path: "", expected: "no other fields", unknownField: "mood" },
    ],
    [
      { ...chat, logit_bias: { secret: "x" } },
      { path: "logit_bias.…", expected: "a number from -100 up to 100" },
    ],
    ["hi", { path: "", expected: "an object" }],
  ])("says where %j is wrong, and what was expected", (value, issue) => {
    expect(checkShape(ChatRequest, value)).toEqual(issue);
  });

  it("says what is wrong in the one form that a field names", () => {
    const messages = [{ role: "user", content: [{ type: "text", text: 1 }] }];
    expect(checkShape(ChatRequest, { ...chat, messages })?.path).toMatch(/^messages\[0\]\.content/);
    expect(
      checkShape(ChatRequest, { ...chat, messages: [{ role: "system", content: "a", mood: 1 }] }),
    ).toMatchObject({
      path: "messages[0]",
      unknownField: "mood",
    });
  });

  it("lets fields pass that are new to the API where it is told to, and nothing else that is wrong", () => {
    const grown = { ...chat, mood: { deep: 1 }, messages: [{ role: "user", content: "hi", tone: 1 }] };
    expect(checkShape(ChatRequest, grown, { allowUnknownFields: true })).toBeUndefined();
    expect(checkShape(ChatRequest, { ...grown, temperature: 3 }, { allowUnknownFields: true })?.path).toBe(
      "temperature",
    );
  });

  it("takes a prototype for a field like any other", () => {
    const value: unknown = JSON.parse(JSON.stringify(chat).replace("{", '{"__proto__":{"stream":true},'));
    expect(checkShape(ChatRequest, value)).toMatchObject({ unknownField: "__proto__" });
  });
});
