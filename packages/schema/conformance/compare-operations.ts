import { asObject } from "../codegen/api.ts";
import type { DescribedOperation } from "../spec/operations.ts";
import type { LeftOut } from "../spec/left-out.ts";
import { fields, type Field, type ObjectShape } from "../spec/notation.ts";
import type { Form, Operation } from "../src/operation.ts";
import type { Comparison } from "./comparison.ts";
import type { Content, OpenApi, OpenApiOperation } from "./openapi.ts";
import { readJsonSchema } from "./read-json-schema.ts";

/** Compares methods, paths, queries, bodies and statuses; what differs is put down to the operation. */
export function compareOperations(
  comparison: Comparison,
  reference: OpenApi,
  leftOut: readonly LeftOut[],
): void {
  const theirs = new Map<string, OpenApiOperation>();
  for (const [path, methods] of Object.entries(reference.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      theirs.set(`${method.toUpperCase()} ${path}`, operation);
    }
  }
  const ours = new Map(comparison.api.operations.map((one) => [`${one.method} ${one.path}`, one]));
  for (const key of theirs.keys()) {
    if (ours.has(key)) continue;
    const [method, path = ""] = key.split(" ");
    const known = leftOut.find((one) => one.path === path && (one.method ?? method) === method);
    comparison.report(key, "missing here", known === undefined ? {} : { differs: known.reason });
  }
  for (const [key, operation] of ours) {
    const other = theirs.get(key);
    if (other === undefined) comparison.report(key, "not in the reference", operation);
    else compareOperation(comparison, key, operation, other);
  }
}

function compareOperation(
  comparison: Comparison,
  key: string,
  ours: DescribedOperation,
  theirs: OpenApiOperation,
): void {
  const same = (what: string, here: string, there: string): void => {
    if (here !== there) comparison.report(key, `${what} ${here} here, ${there} in the reference`, ours);
  };
  same(
    "request",
    ours.request === undefined ? "nothing" : nameOf(ours.request),
    contentOf(theirs.requestBody?.content),
  );
  same("response", nameOf(ours.response), contentOf(theirs.responses["200"]?.content));
  same("pending", String(ours.pending ?? "none"), "202" in theirs.responses ? "202" : "none");
  same(
    "errors",
    list(ours.errors),
    list(
      Object.keys(theirs.responses)
        .map(Number)
        .filter((status) => status >= 400),
    ),
  );
  compareQuery(comparison, key, ours, theirs);
}

function compareQuery(
  comparison: Comparison,
  key: string,
  ours: DescribedOperation,
  theirs: OpenApiOperation,
): void {
  const { query } = ours;
  const parameters = theirs.parameters?.filter((parameter) => parameter.in === "query") ?? [];
  const there = fields(
    Object.fromEntries(
      parameters.map(({ name, required, schema }): [string, Field] => [
        name,
        { shape: readJsonSchema(schema, `${key}?${name}`), required: required === true, doc: "" },
      ]),
    ),
  );
  const definition = query === undefined ? undefined : comparison.api.definition(query);
  const here = (definition && asObject(comparison.api, definition.shape)) ?? fields({});
  // Where the reference has a schema for the query too, the facts about each parameter are compared there.
  if (query === undefined || comparison.isInReference(query)) {
    const names = (shape: ObjectShape): string => Object.keys(shape.fields).toSorted().join(", ") || "none";
    if (names(here) !== names(there)) {
      comparison.report(key, `query ${names(here)} here, ${names(there)} in the reference`, ours);
    }
    return;
  }
  // A parameter that is null is one that is left out, as with an optional field of a response.
  comparison.objects(here, there, { path: query, owner: {}, responseOnly: true });
}

function nameOf(body: Operation["response"] | Form): string {
  if ("json" in body) return `JSON ${body.json}`;
  if ("empty" in body) return "nothing";
  return "multipart" in body ? `form ${body.multipart}` : "bytes";
}

function contentOf(content: Content | undefined): string {
  const [type, body] = Object.entries(content ?? {})[0] ?? [];
  if (type === undefined || body === undefined) return "nothing";
  const ref = body.schema?.$ref ?? "";
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  if (type === "application/json") return `JSON ${name}`;
  return type === "multipart/form-data" ? `form ${name}` : "bytes";
}

function list(statuses: readonly number[]): string {
  return statuses.toSorted((one, other) => one - other).join(", ") || "none";
}
