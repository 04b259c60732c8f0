import { describe, expect, it } from "vitest";
import { readApi } from "../codegen/api.ts";
import * as n from "../spec/notation.ts";
import type { DescribedOperation } from "../spec/operations.ts";
import { compare } from "./compare.ts";
import { lineOf } from "./difference.ts";
import type { JsonSchema, OpenApi, OpenApiOperation } from "./openapi.ts";

const ask: DescribedOperation = {
  id: "ask",
  method: "POST",
  path: "/ask",
  doc: "",
  request: { json: "Ask" },
  response: { json: "Answer" },
  errors: [400],
};

const nothing = n.object("", {});
const empty: JsonSchema = { type: "object", properties: {} };
const json = (name: string): OpenApiOperation["requestBody"] => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});
const asked: OpenApiOperation = {
  requestBody: json("Ask") ?? { content: {} },
  responses: { "200": json("Answer") ?? {}, "400": {} },
};

function lines(
  ours: n.Area,
  theirs: Record<string, JsonSchema>,
  operations: readonly DescribedOperation[] = [],
  paths: OpenApi["paths"] = {},
): string[] {
  const differences = compare(readApi({ all: ours }, operations), { paths, components: { schemas: theirs } });
  return differences.map((one) => `${lineOf(one)}${one.reason === undefined ? "" : ` (${one.reason})`}`);
}

/** The differences of one field, `Answer.it`, in a schema that requests carry. */
function ofField(
  shape: n.Shape,
  schema: JsonSchema,
  facts: Partial<n.Field> = {},
  required: string[] = [],
): string[] {
  const ours = { Ask: n.object("", { it: { ...n.optional(shape, ""), ...facts } }), Answer: nothing };
  const theirs = { Ask: { type: "object", properties: { it: schema }, required }, Answer: empty };
  return lines(ours, theirs, [ask], { "/ask": { post: asked } });
}

describe("the comparison with the reference reports", () => {
  it("a schema that is missing on either side", () => {
    expect(lines({ Mine: nothing }, { Theirs: empty })).toEqual([
      "Theirs: missing here",
      "Mine: not in the reference",
    ]);
  });

  it("a field that is missing on either side", () => {
    const ours = { A: n.object("", { mine: n.optional(n.string(), "") }) };
    const theirs = { A: { type: "object", properties: { theirs: { type: "string" } } } };
    expect(lines(ours, theirs)).toEqual(["A.theirs: missing here", "A.mine: not in the reference"]);
  });

  it("a field that only one side requires", () => {
    expect(ofField(n.string(), { type: "string" }, { required: true })).toEqual([
      "Ask.it: required here, optional in the reference",
    ]);
    expect(ofField(n.string(), { type: "string" }, {}, ["it"])).toEqual([
      "Ask.it: optional here, required in the reference",
    ]);
  });

  it("null that only one side allows", () => {
    expect(ofField(n.nullable(n.string()), { type: "string" })).toEqual([
      "Ask.it: null allowed here, not in the reference",
    ]);
    expect(ofField(n.string(), { type: ["string", "null"] })).toEqual([
      "Ask.it: null allowed in the reference, not here",
    ]);
    expect(ofField(n.array(n.string()), { type: "array", items: { type: ["string", "null"] } })).toEqual([
      "Ask.it[]: null allowed in the reference, not here",
    ]);
  });

  it("another type or format", () => {
    expect(ofField(n.string(), { type: "boolean" })).toEqual([
      "Ask.it: string here, boolean in the reference",
    ]);
    expect(ofField(n.int32(), { type: "integer", format: "int64" })).toEqual([
      "Ask.it: int32 here, int64 in the reference",
    ]);
    expect(ofField(n.string(), { type: "string", format: "date" })).toEqual([
      "Ask.it: string here, date in the reference",
    ]);
    expect(ofField(n.string(), { type: "array", items: { type: "string" } })).toEqual([
      "Ask.it: string here, array of string in the reference",
    ]);
    expect(
      ofField(n.record(n.int32()), { type: "object", additionalProperties: { type: "string" } }),
    ).toEqual(["Ask.it{}: int32 here, string in the reference"]);
    expect(ofField(n.string(), {})).toEqual(["Ask.it: string here, any JSON value in the reference"]);
    expect(ofField(n.any(), { type: "string" })).toContain(
      "Ask.it: any JSON value here, string in the reference",
    );
  });

  it("a value of an enumeration that is missing on either side, and a set closed on one side only", () => {
    expect(ofField(n.oneOf("a", "b"), { type: "string", enum: ["b", "c"] })).toEqual([
      'Ask.it: "c" in the reference, not here',
      'Ask.it: "a" here, not in the reference',
    ]);
    expect(ofField(n.known("a", "b"), { type: "string", enum: ["a", "b"] })).toEqual([
      'Ask.it: an open set of strings here, one of "a", "b" in the reference',
    ]);
    expect(ofField(n.oneOf("a", "b"), { type: "string" })).toEqual([
      'Ask.it: one of "a", "b" here, string in the reference',
    ]);
    expect(ofField(n.literal("a"), { type: "string", enum: ["b"] })).toEqual([
      'Ask.it: "a" here, "b" in the reference',
    ]);
  });

  it("bounds of numbers, lengths and counts", () => {
    expect(ofField(n.float({ min: 0, max: 2 }), { type: "number", format: "float", minimum: 1 })).toEqual([
      "Ask.it: least value 0 here, 1 in the reference",
      "Ask.it: most value 2 here, none in the reference",
    ]);
    expect(ofField(n.float({ min: 0 }), { type: "number", format: "float", exclusiveMinimum: 0 })).toEqual([
      "Ask.it: least value 0 here, none in the reference",
      "Ask.it: value above none here, 0 in the reference",
    ]);
    expect(ofField(n.string({ maxLength: 9 }), { type: "string", minLength: 1 })).toEqual([
      "Ask.it: least length none here, 1 in the reference",
      "Ask.it: most length 9 here, none in the reference",
    ]);
    expect(ofField(n.array(n.string(), { max: 4 }), { type: "array", items: { type: "string" } })).toEqual([
      "Ask.it: most items 4 here, none in the reference",
    ]);
  });

  it("another default, and a mark as deprecated that is missing here", () => {
    expect(ofField(n.string(), { type: "string", default: "a" }, { default: "b" })).toEqual([
      'Ask.it: default "b" here, "a" in the reference',
    ]);
    expect(ofField(n.string(), { type: "string", deprecated: true })).toEqual([
      "Ask.it: deprecated in the reference, not here",
    ]);
  });

  it("members of a union, told apart by their tags", () => {
    const member = (tag: string): JsonSchema => ({
      type: "object",
      properties: { type: { type: "string", enum: [tag] } },
      required: ["type"],
    });
    const ours = n.union(
      n.fields({ type: n.required(n.literal("a"), "") }),
      n.fields({ type: n.required(n.literal("b"), ""), more: n.optional(n.string(), "") }),
    );
    expect(ofField(ours, { oneOf: [member("b"), member("c")] })).toEqual([
      "Ask.it(c): missing here",
      "Ask.it(a): not in the reference",
      "Ask.it(b).more: not in the reference",
    ]);
  });

  it("a reference to another schema", () => {
    const ours = { A: nothing, B: nothing, C: n.object("", { it: n.optional(n.ref("A"), "") }) };
    const theirs = { A: empty, B: empty, C: { type: "object", properties: { it: { $ref: "#/B" } } } };
    expect(lines(ours, theirs)).toEqual(["C.it: A here, B in the reference"]);
  });

  it("a field that a merge lacks", () => {
    const ours = n.merge(n.fields({ a: n.optional(n.string(), "") }));
    const part = (name: string): JsonSchema => ({
      type: "object",
      properties: { [name]: { type: "string" } },
    });
    expect(ofField(ours, { allOf: [part("a"), part("b")] })).toEqual(["Ask.it.b: missing here"]);
  });

  it("an operation that is missing on either side", () => {
    expect(
      lines({ Ask: nothing, Answer: nothing }, { Ask: empty, Answer: empty }, [ask], {
        "/ask": { get: asked },
      }),
    ).toEqual(["GET /ask: missing here", "POST /ask: not in the reference"]);
  });

  it("the reason for which an operation is left out", () => {
    const reference = { paths: { "/ask": { get: asked, post: asked } }, components: { schemas: {} } };
    const leftOut = [{ method: "GET" as const, path: "/ask", reason: "Another host." }];
    expect(compare(readApi({}, []), reference, leftOut).map(({ path, reason }) => [path, reason])).toEqual([
      ["GET /ask", "Another host."],
      ["POST /ask", undefined],
    ]);
  });

  it("another body, status or query of an operation", () => {
    const theirs: OpenApiOperation = {
      parameters: [
        { in: "query", name: "limit", schema: { type: "integer", format: "int32" } },
        { in: "path", name: "id", required: true, schema: { type: "string" } },
      ],
      requestBody: { content: { "multipart/form-data": { schema: { $ref: "#/Ask" } } } },
      responses: { "200": { content: { "application/zip": {} } }, "202": {}, "400": {}, "404": {} },
    };
    expect(
      lines({ Ask: nothing, Answer: nothing }, { Ask: empty, Answer: empty }, [ask], {
        "/ask": { post: theirs },
      }),
    ).toEqual([
      "POST /ask: request JSON Ask here, form Ask in the reference",
      "POST /ask: response JSON Answer here, bytes in the reference",
      "POST /ask: pending none here, 202 in the reference",
      "POST /ask: errors 400 here, 400, 404 in the reference",
      "POST /ask: query none here, limit in the reference",
    ]);
  });

  it("a query parameter of another type where only the endpoint lists it", () => {
    const ours = {
      Ask: nothing,
      Answer: nothing,
      Query: n.object("", { limit: n.optional(n.string(), "") }, { differs: "Own." }),
    };
    const theirs: OpenApiOperation = {
      ...asked,
      parameters: [{ in: "query", name: "limit", schema: { type: "integer", format: "int32" } }],
    };
    expect(
      lines(ours, { Ask: empty, Answer: empty }, [{ ...ask, query: "Query" }], { "/ask": { post: theirs } }),
    ).toEqual(["Query: not in the reference (Own.)", "Query.limit: string here, int32 in the reference"]);
  });

  it("a reason to differ where nothing differs", () => {
    expect(ofField(n.string(), { type: "string" }, { differs: "Once." })).toEqual([
      "Ask.it: gives a reason to differ, but does not differ from the reference",
    ]);
    expect(lines({ A: n.object("", {}, { differs: "Once." }) }, { A: empty })).toEqual([
      "A: gives a reason to differ, but does not differ from the reference",
    ]);
    const both = { Ask: empty, Answer: empty };
    expect(
      lines({ Ask: nothing, Answer: nothing }, both, [{ ...ask, differs: "Once." }], {
        "/ask": { post: asked },
      }),
    ).toEqual(["POST /ask: gives a reason to differ, but does not differ from the reference"]);
  });
});

describe("the comparison with the reference", () => {
  it("puts a difference down to the reason of its own field, not to that of the whole schema", () => {
    const theirs = { A: { type: "object", properties: { it: { type: "string" } } } };
    const field = n.required(n.string(), "", { differs: "Needed." });
    expect(lines({ A: n.object("", { it: field }) }, theirs)).toEqual([
      "A.it: required here, optional in the reference (Needed.)",
    ]);
    const unreasoned = n.object("", { it: n.required(n.string(), "") }, { differs: "Whole." });
    expect(lines({ A: unreasoned }, theirs)).toEqual([
      "A.it: required here, optional in the reference",
      "A: gives a reason to differ, but does not differ from the reference",
    ]);
  });

  it("puts a missing field or member down to the schema", () => {
    const theirs = { A: { type: "object", properties: { it: { type: "string" } } } };
    expect(lines({ A: n.object("", {}, { differs: "Gone." }) }, theirs)).toEqual([
      "A.it: missing here (Gone.)",
    ]);
  });

  it("puts what differs about an operation down to the operation", () => {
    const operation = { ...ask, response: { empty: true }, differs: "Newer." } as const;
    const both = { Ask: empty, Answer: empty };
    const ours = { Ask: nothing, Answer: nothing };
    expect(lines(ours, both, [operation], {})).toEqual(["POST /ask: not in the reference (Newer.)"]);
    expect(lines(ours, both, [operation], { "/ask": { post: asked } })).toEqual([
      "POST /ask: response nothing here, JSON Answer in the reference (Newer.)",
    ]);
  });

  it("takes an empty answer for one without a body", () => {
    const { requestBody } = asked;
    const theirs = { responses: { "200": {}, "400": {} }, ...(requestBody && { requestBody }) };
    expect(
      lines(
        { Ask: nothing, Answer: nothing },
        { Ask: empty, Answer: empty },
        [{ ...ask, response: { empty: true } }],
        { "/ask": { post: theirs } },
      ),
    ).toEqual([]);
  });

  it("takes a plain string that is a literal or a set of known strings here for the same", () => {
    expect(ofField(n.literal("a"), { type: "string" })).toEqual([]);
    expect(ofField(n.known("a", "b"), { type: "string" })).toEqual([]);
  });

  it("takes null on an optional field of a response for the same, and on a required one not", () => {
    const theirs = (required: string[]): Record<string, JsonSchema> => ({
      A: { type: "object", properties: { it: { type: ["string", "null"] } }, required },
    });
    expect(lines({ A: n.object("", { it: n.optional(n.string(), "") }) }, theirs([]))).toEqual([]);
    expect(lines({ A: n.object("", { it: n.required(n.string(), "") }) }, theirs(["it"]))).toEqual([
      "A.it: null allowed in the reference, not here",
    ]);
  });

  it("takes a merge and the same object written out for the same", () => {
    const part = (name: string): JsonSchema => ({
      type: "object",
      properties: { [name]: { type: "string" } },
    });
    const whole = n.fields({ a: n.optional(n.string(), ""), b: n.optional(n.string(), "") });
    expect(ofField(whole, { allOf: [part("a"), part("b")] })).toEqual([]);
  });

  it("looks through a schema of our own that the reference writes in place", () => {
    const ours = {
      Own: n.object("", { it: n.optional(n.int32(), "") }, { differs: "Named." }),
      A: n.object("", { own: n.optional(n.ref("Own"), "") }),
    };
    const inPlace: JsonSchema = { type: "object", properties: { it: { type: "string" } } };
    expect(lines(ours, { A: { type: "object", properties: { own: inPlace } } })).toEqual([
      "Own: not in the reference (Named.)",
      "A.own.it: int32 here, string in the reference",
    ]);
  });

  it("refuses a reference that uses what it cannot read", () => {
    const schema = { type: "string", pattern: "^a" };
    expect(() => lines({}, { A: schema })).toThrow("A of the reference has the keyword pattern");
  });
});
