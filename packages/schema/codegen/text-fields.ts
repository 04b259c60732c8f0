import type { Shape } from "../spec/notation.ts";
import type { DescribedOperation } from "../spec/operations.ts";
import type { TextField } from "../src/operation.ts";
import { type Api, asObject } from "./api.ts";

/** The fields of an operation's query or form that are not one string each. */
export function textFieldsOf(
  api: Pick<Api, "definition">,
  { query, request }: DescribedOperation,
): Record<string, TextField> {
  const form = request !== undefined && "multipart" in request ? request.multipart : undefined;
  const found: [string, TextField][] = [];
  for (const schema of [query, form]) {
    if (schema === undefined) continue;
    const object = asObject(api, api.definition(schema).shape);
    if (object === undefined) throw new Error(`${schema} is no object, so that it cannot travel as text`);
    for (const [name, { shape }] of Object.entries(object.fields)) {
      const as = textField(api, shape, `${schema}.${name}`);
      if (as !== "string") found.push([name, as]);
    }
  }
  return Object.fromEntries(found);
}

function textField(api: Pick<Api, "definition">, shape: Shape, where: string): TextField | "string" {
  switch (shape.kind) {
    case "string":
      return shape.format === "binary" ? "file" : "string";
    case "literal":
    case "known":
    case "enum":
      return "string";
    case "number":
    case "boolean":
      return shape.kind;
    case "nullable":
      return textField(api, shape.of, where);
    case "ref":
      return textField(api, api.definition(shape.name).shape, where);
    case "array": {
      const items = textField(api, shape.items, where);
      if (items === "string" || items === "file") return `${items}s`;
    }
  }
  throw new Error(`${where} cannot travel as text`);
}
