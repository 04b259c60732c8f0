import { describe, expect, it } from "vitest";
import * as n from "../spec/notation.ts";
import type { DescribedOperation } from "../spec/operations.ts";
import { asObject, discriminator, readApi } from "./api.ts";

const ask: DescribedOperation = {
  id: "ask",
  method: "POST",
  path: "/ask",
  doc: "",
  request: { json: "Ask" },
  response: { json: "Answer" },
  errors: [],
};
const refers = (shape: n.Shape): n.Definition => n.object("", { it: n.optional(shape, "") });
const leaf = n.object("", { a: n.optional(n.string(), "") });
const tagged = (value: string): n.Shape => n.fields({ type: n.required(n.literal(value), "") });

describe("the description as a whole", () => {
  it("is refused when two areas describe the same schema", () => {
    expect(() => readApi({ one: { A: leaf }, two: { A: leaf } }, [])).toThrow(
      "A is described twice: in one and in two",
    );
  });

  it("is refused when it refers to a schema that is not there", () => {
    expect(() => readApi({ one: { A: refers(n.array(n.ref("B"))) } }, [])).toThrow("No schema is named B");
    expect(() => readApi({ one: {} }, [ask])).toThrow("No schema is named Ask");
  });

  it("tells what requests reach from what answers reach", () => {
    const api = readApi(
      {
        one: {
          Ask: refers(n.nullable(n.ref("Sent"))),
          Answer: refers(n.record(n.ref("Received"))),
          Query: leaf,
          Sent: refers(n.union(n.string(), n.ref("Both"))),
          Received: refers(n.merge(n.ref("Both"), n.ref("Event"))),
          Both: leaf,
          Event: leaf,
          Timed: leaf,
          Alone: leaf,
        },
      },
      [{ ...ask, query: "Query", stream: "Event", timestamps: "Timed" }],
    );
    const names = [...api.areaOf.keys()];
    expect(names.filter((name) => api.inRequest(name))).toEqual(["Ask", "Query", "Sent", "Both"]);
    expect(names.filter((name) => api.inResponse(name))).toEqual([
      "Answer",
      "Received",
      "Both",
      "Event",
      "Timed",
      "Alone",
    ]);
  });

  it("counts what a request carries back from an answer as part of the answer", () => {
    const api = readApi(
      {
        one: {
          Ask: refers(n.array(n.replayed("Item"))),
          Answer: leaf,
          Item: refers(n.ref("Part")),
          Part: leaf,
        },
      },
      [ask],
    );
    expect(["Item", "Part"].filter((name) => api.inRequest(name))).toEqual([]);
    expect(["Item", "Part"].filter((name) => api.inResponse(name))).toEqual(["Item", "Part"]);
  });
});

describe("an object", () => {
  it("may stand behind a reference or be merged from several", () => {
    const api = readApi({ one: { A: leaf } }, []);
    const more = n.fields({ b: n.optional(n.string(), "") });
    expect(Object.keys(asObject(api, n.merge(n.ref("A"), more))?.fields ?? {})).toEqual(["a", "b"]);
    expect(asObject(api, n.union(n.ref("A"), more))).toBeUndefined();
    expect(asObject(api, n.merge(n.string(), more))).toBeUndefined();
  });
});

describe("the members of a union", () => {
  const api = readApi({ one: { A: n.named("", tagged("a")) } }, []);

  it("are told apart by a field that has another literal in each", () => {
    expect(discriminator(api, [n.ref("A"), tagged("b")])).toEqual({ field: "type", values: ["a", "b"] });
  });

  it("are told apart by a field that some leave out or share", () => {
    const silent = n.fields({ type: n.optional(n.nullable(n.literal("c")), "") });
    expect(discriminator(api, [n.ref("A"), silent, tagged("c")])).toEqual({
      field: "type",
      values: ["a", "c", "c"],
    });
  });

  it("are not told apart when one has no such field or all have the same", () => {
    expect(discriminator(api, [n.ref("A"), n.string()])).toBeUndefined();
    expect(discriminator(api, [n.ref("A"), tagged("a")])).toBeUndefined();
    expect(
      discriminator(api, [n.fields({ type: n.required(n.known("a"), "") }), tagged("b")]),
    ).toBeUndefined();
    expect(discriminator(api, [n.ref("A")])).toBeUndefined();
  });
});
