import { isXaiError, XaiProtocolError } from "@xai-edge/core";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isFit, jsonText, lengths, mayBegin, piecesOf, valueOfBeginning } from "./fixtures/json-texts.ts";
import { XaiJsonError } from "./json-error.ts";
import { createJsonParser, type JsonPart } from "./json-parser.ts";

/** The value of a text that arrives in pieces. */
function parse(pieces: Iterable<string>): unknown {
  const parser = createJsonParser();
  for (const piece of pieces) parser.push(piece);
  return parser.end();
}

function errorOf(act: () => unknown): XaiJsonError {
  try {
    act();
  } catch (error) {
    if (error instanceof XaiJsonError) return error;
  }
  throw new Error("Expected an XaiJsonError");
}

/** What is there after each character, without repetition. */
function stagesOf(text: string): unknown[] {
  const parser = createJsonParser();
  const stages: string[] = [];
  for (const unit of text.split("")) {
    parser.push(unit);
    const now = JSON.stringify(parser.value);
    if (now !== undefined && now !== stages.at(-1)) stages.push(now);
  }
  return stages.map((stage): unknown => JSON.parse(stage));
}

/** A text that was changed in one place. */
const changedText = fc
  .tuple(
    jsonText,
    fc.nat(),
    fc.nat(1),
    fc.constantFrom("", "\\", ...'"{}[]:,-+.eE019tfnul \n\u0001\u00a0\ufeffx'.split("")),
  )
  .map(([text, place, removed, added]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + added + text.slice(at + removed);
  })
  .filter((text) => !text.includes("\\\\"));

describe("a JSON text in pieces", () => {
  it("has the value that JSON.parse gives, however it is cut", () => {
    const anyText = fc
      .oneof(
        jsonText,
        fc.json({ stringUnit: "binary" }),
        fc.jsonValue().map((value) => JSON.stringify(value, null, "\t")),
      )
      .filter(isFit);
    fc.assert(
      fc.property(anyText, lengths, (text, cut) => {
        expect(parse(piecesOf(text, cut))).toStrictEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it("has, after each piece, the value that closing what is open gives", () => {
    fc.assert(
      fc.property(jsonText, lengths, (text, cut) => {
        const parser = createJsonParser();
        let length = 0;
        for (const piece of piecesOf(text, cut)) {
          parser.push(piece);
          length += piece.length;
          expect(parser.value).toStrictEqual(valueOfBeginning(text.slice(0, length)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is refused exactly where JSON.parse refuses the whole, however it is cut", () => {
    fc.assert(
      fc.property(changedText, lengths, (text, cut) => {
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          errorOf(() => parse(piecesOf(text, cut)));
          return;
        }
        expect(parse(piecesOf(text, cut))).toStrictEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("is refused at the first character that no JSON goes on with, and keeps the value of what came before it", () => {
    fc.assert(
      fc.property(changedText, lengths, (text, cut) => {
        const parser = createJsonParser();
        let error: XaiJsonError | undefined;
        try {
          for (const piece of piecesOf(text, cut)) parser.push(piece);
        } catch (thrown) {
          if (!(thrown instanceof XaiJsonError)) throw thrown;
          error = thrown;
        }
        const { offset = text.length } = error ?? {};
        expect(mayBegin(text.slice(0, offset))).toBe(true);
        expect(mayBegin(text.slice(0, offset + 1))).toBe(error === undefined);
        expect(parser.value).toStrictEqual(valueOfBeginning(text.slice(0, offset)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the growing value", () => {
  it("shows strings, lists and objects as they open, and numbers and literals when they are complete", () => {
    expect(stagesOf('{"a":"hi","b":[1,-2.5e3,true],"c":{"d":null}}')).toEqual([
      {},
      { a: "" },
      { a: "h" },
      { a: "hi" },
      { a: "hi", b: [] },
      { a: "hi", b: [1] },
      { a: "hi", b: [1, -2500] },
      { a: "hi", b: [1, -2500, true] },
      { a: "hi", b: [1, -2500, true], c: {} },
      { a: "hi", b: [1, -2500, true], c: { d: null } },
    ]);
  });

  it("shows no half of a surrogate pair or of an escape", () => {
    expect(stagesOf('"a😀\\n\\ud83d\\ude00\\u00e9"')).toEqual([
      "",
      "a",
      "a😀",
      "a😀\n",
      "a😀\n😀",
      "a😀\n😀é",
    ]);
  });

  it("shows a lone surrogate once it is known to be one", () => {
    expect(stagesOf('"\ud83dx"')).toEqual(["", "\ud83dx"]);
    expect(stagesOf('"\\ud83d"')).toEqual(["", "\ud83d"]);
  });

  it("is one and the same, and grows in place", () => {
    const parser = createJsonParser();
    parser.push('{"list":[{');
    const { value } = parser;
    parser.push('"name":"Ad');
    expect(parser.value).toBe(value);
    expect(value).toEqual({ list: [{ name: "Ad" }] });
    parser.push('a"}],"x');
    expect(parser.value).toBe(value);
    parser.push('":1}');
    expect(parser.end()).toBe(value);
    expect(value).toEqual({ list: [{ name: "Ada" }], x: 1 });
  });

  it("is undefined until the outermost value begins, and while that is a number", () => {
    const parser = createJsonParser();
    expect(parser.value).toBeUndefined();
    parser.push(" \n1");
    expect(parser.value).toBeUndefined();
    parser.push("2");
    expect(parser.end()).toBe(12);
    expect(parser.value).toBe(12);
  });

  it("has __proto__ as a name like any other", () => {
    const value = parse(['{"__proto__":{"a', '":"b"},"c":{"__proto__":"d', 'e"}}']);
    expect(Object.keys(Object(value))).toEqual(["__proto__", "c"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":"b"},"c":{"__proto__":"de"}}');
  });

  it("takes the last of values of the same name, at the place of the first", () => {
    expect(JSON.stringify(parse(['{"a":1,"b":2,"a":[', "3]}"]))).toBe('{"a":[3],"b":2}');
  });
});

describe("deep and long texts", () => {
  it("nest 100,000 deep", () => {
    const depth = 100_000;
    const places: (() => JsonPart["path"])[] = [];
    const parser = createJsonParser({ onItem: (part) => places.push(() => part.path) });
    for (const piece of piecesOf(`${"[".repeat(depth)}7${"]".repeat(depth)}`, [4])) parser.push(piece);
    let inner = parser.end();
    for (let level = 0; level < depth; level += 1) inner = Array.isArray(inner) ? inner[0] : undefined;
    expect(inner).toBe(7);
    expect(places.length).toBe(depth);
    expect(places[0]?.().length).toBe(depth);
    expect(places.at(-1)?.()).toEqual([0]);
  });

  it("are looked at piece by piece, never at what has grown", () => {
    const text = JSON.stringify({ text: "Ünïcode 😀 \n ".repeat(200), list: [1.5, "x".repeat(2000)] });
    const looks = [vi.spyOn(String.prototype, "charCodeAt"), vi.spyOn(String.prototype, "slice")];
    const pieces = piecesOf(text, [4]);
    for (const look of looks) look.mockClear();
    const value = parse(pieces);
    const lengthsOfLooks = looks.flatMap(({ mock }) => mock.contexts.map((seen) => String(seen).length));
    for (const look of looks) look.mockRestore();
    expect(lengthsOfLooks.length).toBeLessThan(4 * text.length);
    // A piece, and half of a pair before it.
    expect(Math.max(...lengthsOfLooks)).toBeLessThanOrEqual(5);
    expect(value).toEqual(JSON.parse(text));
  });
});

describe("errors", () => {
  it.each([
    ['{"a":1,}', 7],
    ["[1,]", 3],
    ["[01]", 2],
    ["-01", 2],
    ["1.2.3", 3],
    ["1e5.0", 3],
    ["1e5e", 3],
    ["1+", 1],
    ["-a", 1],
    ["[1.]", 3],
    ["1e+x", 3],
    ["trux", 3],
    ['"a\nb"', 2],
    ['"\\x"', 2],
    ['"\\u12g4"', 5],
    ["{'a'", 1],
    ['{"a" 1', 5],
    ["[1}", 2],
    ["{} {", 3],
    ["null,", 4],
    ["\ufeff1", 0],
    ["NaN", 0],
    ["]", 0],
  ])("%j is refused at offset %i", (text, offset) => {
    const error = errorOf(() => parse(text.split("")));
    expect(error).toMatchObject({ code: "invalid_json", offset, retryable: false });
    expect(error.message).toBe(`Unexpected ${JSON.stringify(text[offset])} at offset ${offset} of the JSON`);
    expect(error).toBeInstanceOf(XaiProtocolError);
    expect(isXaiError(error)).toBe(true);
    expect(errorOf(() => parse([text]))).toMatchObject({ offset });
  });

  it.each([
    "",
    " ",
    "[",
    "[1",
    '{"a":1',
    '"abc',
    '"\\',
    '"\\u00',
    "tru",
    "-",
    "1.",
    "1e",
    "[[]",
    '{"a"',
    '{"a":',
  ])("%j ended too early", (text) => {
    const parser = createJsonParser();
    parser.push(text);
    expect(errorOf(() => parser.end())).toMatchObject({
      code: "truncated_json",
      offset: text.length,
      message: `Unexpected end at offset ${text.length} of the JSON`,
    });
    expect(parser.value).toStrictEqual(valueOfBeginning(text));
  });

  it("stay: what is pushed later, and the end, throw the same", () => {
    const parser = createJsonParser();
    parser.push('{"a":"so f');
    const error = errorOf(() => parser.push('ar"!"b":2}'));
    expect(errorOf(() => parser.push("}"))).toBe(error);
    expect(errorOf(() => parser.end())).toBe(error);
    expect(parser.value).toEqual({ a: "so far" });
  });

  it("of a listener come out, and end the reading", () => {
    const failure = new Error("not what I expected");
    const parser = createJsonParser({
      onItem() {
        throw failure;
      },
    });
    expect(() => parser.push("[1,2]")).toThrow(failure);
    expect(() => parser.end()).toThrow(failure);
    expect(parser.value).toEqual([1]);
  });
});

describe("events", () => {
  it("tell of each property and item when its value is complete", () => {
    const told: [string, JsonPart][] = [];
    const parser = createJsonParser({
      onProperty: (part) => told.push(["property", part]),
      onItem: (part) => told.push(["item", part]),
    });
    for (const unit of '{"people":[{"name":"Ada"},{}],"n":12}') {
      parser.push(unit);
    }
    expect(told).toEqual([
      ["property", { path: ["people", 0, "name"], value: "Ada" }],
      ["item", { path: ["people", 0], value: { name: "Ada" } }],
      ["item", { path: ["people", 1], value: {} }],
      ["property", { path: ["people"], value: [{ name: "Ada" }, {}] }],
      ["property", { path: ["n"], value: 12 }],
    ]);
  });

  it("come with the character that completes the value", () => {
    const paths: JsonPart["path"][] = [];
    const parser = createJsonParser({ onItem: ({ path }) => paths.push(path) });
    const counts = '["a",1,true]'.split("").map((unit) => {
      parser.push(unit);
      return paths.length;
    });
    expect(counts).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3]);
    expect(paths).toEqual([[0], [1], [2]]);
  });

  it("name every property and item of the text once, with its value, however it is cut", () => {
    const partsOf = (value: unknown, path: (string | number)[]): [string, unknown][] => {
      const isList = Array.isArray(value);
      const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
      return inner.flatMap(([key, one]) => {
        const at = [...path, isList ? Number(key) : key];
        return [...partsOf(one, at), [JSON.stringify(at), one] as [string, unknown]];
      });
    };
    const texts = fc
      .jsonValue({ maxDepth: 4 })
      .map((value) => JSON.stringify(value))
      .filter(isFit);
    fc.assert(
      fc.property(texts, lengths, (text, cut) => {
        const told: [string, unknown][] = [];
        const tell = ({ path, value: part }: JsonPart): void => {
          told.push([JSON.stringify(path), structuredClone(part)]);
        };
        const parser = createJsonParser({ onItem: tell, onProperty: tell });
        for (const piece of piecesOf(text, cut)) parser.push(piece);
        const inPlaceOrder = (parts: [string, unknown][]): [string, unknown][] =>
          parts.toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(inPlaceOrder(told)).toEqual(inPlaceOrder(partsOf(JSON.parse(text), [])));
      }),
    );
  });
});
