import { describe, expect, it } from "vitest";
import * as n from "../spec/notation.ts";
import type { DescribedOperation } from "../spec/operations.ts";
import { readApi } from "./api.ts";
import { textFieldsOf } from "./text-fields.ts";

const send: DescribedOperation = {
  id: "send",
  method: "POST",
  path: "/send",
  doc: "",
  response: { empty: true },
  errors: [],
};

function fieldsOf(form: Record<string, n.Shape>, facts: Partial<DescribedOperation>): Record<string, string> {
  const fields = Object.entries(form).map(([name, shape]) => [name, n.optional(shape, "")]);
  const one = {
    Form: n.object("", Object.fromEntries(fields)),
    Order: n.named("", n.oneOf("asc", "desc")),
    Text: n.named("", n.string()),
  };
  const operation = { ...send, ...facts };
  return textFieldsOf(readApi({ one }, [operation]), operation);
}

describe("what travels as text", () => {
  const form = {
    name: n.string(),
    order: n.nullable(n.ref("Order")),
    limit: n.nullable(n.int32()),
    exact: n.boolean(),
    terms: n.array(n.known("a")),
    file: n.binary(),
    files: n.array(n.binary()),
  };
  const read = { limit: "number", exact: "boolean", terms: "strings", file: "file", files: "files" };

  it("is told for each part of a form and each parameter of a query that is not one string", () => {
    expect(fieldsOf(form, { request: { multipart: "Form" } })).toEqual(read);
    expect(fieldsOf(form, { query: "Form" })).toEqual(read);
  });

  it("is nothing of a JSON body", () => {
    expect(fieldsOf(form, { request: { json: "Form" } })).toEqual({});
  });

  it("cannot be an object, a list of numbers or a schema that is no object", () => {
    const multipart = { request: { multipart: "Form" } };
    expect(() => fieldsOf({ it: n.fields({}) }, multipart)).toThrow("Form.it cannot travel as text");
    expect(() => fieldsOf({ it: n.array(n.int32()) }, multipart)).toThrow("Form.it cannot travel as text");
    expect(() => fieldsOf({}, { query: "Text" })).toThrow("Text is no object");
  });
});
