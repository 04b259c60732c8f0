import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createJsonOutline } from "./json-outline.ts";

const encoder = new TextEncoder();

function outlineOf(text: string, cuts: readonly number[] = [], maxBytes = 1_000_000): string | undefined {
  const bytes = encoder.encode(text);
  const outline = createJsonOutline({ maxBytes });
  const ends = cuts.map((cut) => cut % (bytes.byteLength + 1)).toSorted((a, b) => a - b);
  let from = 0;
  for (const end of [...ends, bytes.byteLength]) {
    // The same memory each time, as a pump does.
    outline.add(bytes.slice(from, end));
    from = end;
  }
  return outline.read();
}

/** A value whose long strings are empty, by the bytes that they have in JSON. */
function shortened(value: unknown): unknown {
  if (typeof value === "string")
    return encoder.encode(JSON.stringify(value)).byteLength - 2 > 1024 ? "" : value;
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)]));
}

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc
    .tuple(fc.constantFrom('"', "\\", '\\"', "x", "é", "\n"), fc.integer({ min: 400, max: 1400 }))
    .map(([one, times]) => one.repeat(times)),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
    tie("list"),
    tie("fields"),
  ),
  list: fc.array(tie("value"), { maxLength: 5 }),
  fields: fc.dictionary(fc.string({ maxLength: 5 }), tie("value"), { maxKeys: 5 }),
})).value;

it("leaves JSON as it is but for long strings, which become empty ones, however it is cut", () => {
  fc.assert(
    fc.property(json, fc.array(fc.nat(), { maxLength: 8 }), (value, cuts) => {
      const whole = JSON.stringify(value);
      expect(JSON.parse(outlineOf(whole, cuts) ?? "")).toEqual(JSON.parse(JSON.stringify(shortened(value))));
    }),
    { numRuns: 1000 },
  );
});

it("is cut after each byte alike", () => {
  const whole = JSON.stringify({
    a: `${"\\".repeat(513)}"`,
    b: ["\\", '"', '\\"', ""],
    id: "resp_1",
    c: "x".repeat(1024),
  });
  const cuts = Array.from({ length: whole.length }, (_, index) => index);
  expect(outlineOf(whole, cuts)).toBe(outlineOf(whole));
  expect(JSON.parse(outlineOf(whole) ?? "")).toEqual({
    a: "",
    b: ["\\", '"', '\\"', ""],
    id: "resp_1",
    c: "x".repeat(1024),
  });
});

it("gives up what is larger than it may be even so", () => {
  const many = JSON.stringify(Array.from({ length: 1000 }, (_, index) => index));
  expect(outlineOf(many, [], 100)).toBeUndefined();
  expect(outlineOf(many, [50], many.length)).toBe(many);
});
