import { describe, expect, it } from "vitest";
import * as n from "../spec/notation.ts";
import type { DescribedOperation } from "../spec/operations.ts";
import { readApi } from "./api.ts";
import { emitCalls } from "./emit-calls.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitSchemas } from "./emit-schemas.ts";
import { emitShapes } from "./emit-shapes.ts";
import { emitTypes } from "./emit-types.ts";
import type { GeneratedFile } from "./generated-file.ts";

const ask: DescribedOperation = {
  id: "ask",
  method: "POST",
  path: "/ask",
  doc: "Asks.",
  request: { json: "Ask" },
  response: { json: "Answer" },
  errors: [400],
};

const areas = {
  common: {
    Tier: n.named("Lane.", n.oneOf("slow", "fast")),
    Text: n.object("A text.", { type: n.required(n.literal("text"), "Kind.") }),
  },
  askArea: {
    Ask: n.object("A question.", {
      model: n.required(n.known("grok"), "Model."),
      tier: n.optional(n.nullable(n.ref("Tier")), "Lane."),
      stop: n.optional(n.array(n.string({ maxLength: 9 }), { max: 4 }), "Ends."),
      again: n.optional(n.array(n.replayed("Part")), "What came before."),
      "x-y": n.optional(n.any(), ""),
    }),
    Answer: n.object("An answer.", {
      parts: n.required(n.array(n.ref("Part")), "Parts."),
      tier: n.optional(n.ref("Tier"), "Lane."),
    }),
    Part: n.named(
      "A part.",
      n.union(n.ref("Text"), n.fields({ type: n.required(n.literal("image"), "Kind.") })),
    ),
  },
};

/** The text of the one file with this name, without the first line and without the end. */
function bodyOf(files: readonly GeneratedFile[], name: string): string {
  const text = files.find(({ path }) => path.endsWith(`/${name}`))?.text ?? "";
  expect(text).toMatch(/^\/\/ Written by `pnpm generate` .*\(source [0-9a-f]{12}\)\. Do not edit\.\n\n/);
  return text.slice(text.indexOf("\n\n") + 2).trimEnd();
}

describe("the types", () => {
  const files = emitTypes(readApi(areas, [ask]));

  it("are precise in requests and tolerant in answers", () => {
    expect(bodyOf(files, "ask-area.gen.ts")).toBe(
      `
import type { Text, Tier } from "./common.gen.ts";
import type { Open, UnknownVariant } from "./open.gen.ts";

/** A question. */
export interface Ask {
  /** Model. */
  model: Open<"grok">;
  /** Lane. */
  tier?: Tier | null | undefined;
  /** Ends. At most 4 items. */
  stop?: string[] | undefined;
  /** What came before. */
  again?: Part[] | undefined;
  "x-y"?: unknown;
}

/** An answer. */
export interface Answer {
  /** Parts. */
  parts: Part[];
  /** Lane. */
  tier?: Tier | null | undefined;
}

/** A part. */
export type Part = Text | {
  /** Kind. */
  type: "image";
} | UnknownVariant;
`.trim(),
    );
  });

  it("are all exported from one file", () => {
    expect(bodyOf(files, "wire.gen.ts")).toBe(
      `
export type * from "./open.gen.ts";
export type * from "./common.gen.ts";
export type * from "./ask-area.gen.ts";
`.trim(),
    );
  });
});

describe("the schemas", () => {
  const files = emitSchemas(readApi(areas, [ask]));

  it("are strict in requests and loose in answers, each in a call that a bundler may drop", () => {
    expect(bodyOf(files, "ask-area.gen.ts")).toBe(
      `
import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { Text, Tier, TierParam } from "./common.gen.ts";
import { taggedUnion } from "../tagged-union.ts";
import { unknownVariant } from "../unknown-variant.ts";

/** A part. */
export const Part: z.ZodMiniType<Wire.Part> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [Text, z.looseObject({
    "type": z.literal("image"),
  })]), unknownVariant("type", ["text","image"])]))();

/** A question. */
export const Ask: z.ZodMiniType<Wire.Ask> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": z.string(),
    "tier": z.nullish(TierParam),
    "stop": z.optional(z.array(z.string().check(z.maxLength(9))).check(z.maxLength(4))),
    "again": z.optional(z.array(Part)),
    "x-y": z.optional(z.unknown()),
  }))();

/** An answer. */
export const Answer: z.ZodMiniType<Wire.Answer> = /* @__PURE__ */ (() =>
  z.looseObject({
    "parts": z.array(Part),
    "tier": z.nullish(Tier),
  }))();
`.trim(),
    );
  });

  it("stand in both forms where a schema is sent and received", () => {
    expect(bodyOf(files, "common.gen.ts")).toContain(
      `
/** Lane. As it is sent. */
export const TierParam: z.ZodMiniType<Wire.Tier> = /* @__PURE__ */ (() =>
  z.enum(["slow","fast"]))();

/** Lane. As it arrives. */
export const Tier: z.ZodMiniType<Wire.Tier> = /* @__PURE__ */ (() =>
  z.string())();
`.trim(),
    );
  });

  it("tell apart the members of a union within a union together with those around it", () => {
    const around = n.named(
      "",
      n.union(n.ref("Part"), n.fields({ type: n.required(n.literal("sound"), "") })),
    );
    const emitted = emitSchemas(readApi({ ...areas, more: { Around: around } }, [ask]));
    expect(bodyOf(emitted, "more.gen.ts")).toContain(
      `
  z.union([taggedUnion("type", [Text, z.looseObject({
    "type": z.literal("image"),
  }), z.looseObject({
    "type": z.literal("sound"),
  })]), unknownVariant("type", ["text","image","sound"])]))();
`.trim(),
    );
  });

  it("are refused when a schema or an area refers to itself", () => {
    const one = (name: string): n.Definition => n.object("", { it: n.optional(n.ref(name), "") });
    expect(() => emitSchemas(readApi({ a: { A: one("B"), B: one("A") } }, []))).toThrow("A refers to itself");
    expect(() => emitSchemas(readApi({ a: { A: one("B") }, b: { B: one("A") } }, []))).toThrow(
      "Areas refer to each other in a circle: a → b → a",
    );
  });
});

describe("the ledger of operations", () => {
  it("tells how a query travels as text, and keeps why an operation differs to the description", () => {
    const listing = { ...ask, query: "Query", differs: "Newer." };
    const more = { Query: n.object("", { limit: n.optional(n.int32(), "") }) };
    const text = bodyOf(emitOperations(readApi({ ...areas, more }, [listing])), "operations.gen.ts");
    expect(text).toContain(`"query":"Query","textFields":{"limit":"number"}}`);
    expect(text).not.toContain("Newer.");
  });

  it("holds the facts of each operation below its sentence", () => {
    expect(bodyOf(emitOperations(readApi(areas, [ask])), "operations.gen.ts")).toBe(
      `
import type { Operation } from "../operation.ts";

/** Every operation of the API that this project describes. */
export const operations: readonly Operation[] = [
  /** Asks. */
  {"id":"ask","method":"POST","path":"/ask","request":{"json":"Ask"},"response":{"json":"Answer"},"errors":[400]},
];
`.trim(),
    );
  });
});

describe("the shapes of requests", () => {
  it("stand in place where one other uses them, and are constants where several do", () => {
    const Both = n.object("Both.", {
      one: n.required(n.ref("Twice"), ""),
      other: n.optional(n.nullable(n.ref("Twice")), ""),
      word: n.required(n.ref("Word"), ""),
      again: n.optional(n.replayed("Part"), ""),
    });
    const more = {
      Both,
      Twice: n.object("", { top: n.optional(n.double({ max: 1, above: 0 }), "") }),
      Word: n.named("", n.string()),
      Unused: n.object("", { Both: n.optional(n.ref("Both"), "") }),
    };
    const described = readApi({ ...areas, more }, [{ ...ask, request: { json: "Both" } }]);
    expect(bodyOf(emitShapes(described), "shapes.gen.ts")).toBe(
      `
import type { Shape } from "../shapes/shape.ts";

const Twice: Shape = {"top?":["n",null,1,0]};
/** Both. */
export const Both: Shape = {"one":Twice,"other??":Twice,"word":"s","again?":["~",["union","type",[{"type":["=","text"]},{"type":["=","image"]}]]]};
`.trim(),
    );
  });
});

describe("the calls", () => {
  it("are constants that hold the shapes of what is sent, and nothing of what is answered", () => {
    const listing = { ...ask, id: "ask.listAll", query: "Query" };
    const more = { Query: n.object("", { limit: n.optional(n.int32(), "") }) };
    expect(bodyOf(emitCalls(readApi({ ...areas, more }, [listing])), "calls.gen.ts")).toBe(
      `
import type { Call } from "../call.ts";
import {
  Ask,
  Query,
} from "./shapes.gen.ts";

/** Asks. */
export const askListAll: Call = {id:"ask.listAll",method:"POST",path:"/ask",query:Query,request:{json:Ask},textFields:{"limit":"number"}};
`.trim(),
    );
  });
});
