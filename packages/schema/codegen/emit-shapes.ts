import type { ObjectShape, Shape } from "../spec/notation.ts";
import { type Api, asObject, discriminator } from "./api.ts";
import { docComment } from "./doc-comment.ts";
import { type GeneratedFile, header } from "./generated-file.ts";

/** What every request is made of, as plain data for `checkShape`. */
export function emitShapes(api: Api): GeneratedFile[] {
  const names = [...api.areaOf.keys()].filter((name) => isSent(api, name));
  const rows = names.map(
    (name) => `  ${name}: ${JSON.stringify(dataOf(api, api.definition(name).shape))},\n`,
  );
  const text =
    `${header(rows)}import type { Shape } from "../shapes/shape.ts";\n\n` +
    docComment("The bodies, forms and queries of all operations, and what they are made of.") +
    `export const shapes: Readonly<Record<string, Shape>> = {\n${rows.join("")}};\n`;
  return [{ path: "packages/schema/src/generated/shapes.gen.ts", text }];
}

/** Whether a schema is part of a request, carried back from an answer or not. */
function isSent(api: Api, name: string): boolean {
  return api.inRequest(name) || api.isCarriedBack(name);
}

function dataOf(api: Api, shape: Shape): unknown {
  const of = (inner: Shape): unknown => dataOf(api, inner);
  switch (shape.kind) {
    case "string": {
      const kind = { date: "d", country: "c", binary: "f" };
      if (shape.format !== undefined) return kind[shape.format];
      return bounded("s", shape.minLength, shape.maxLength);
    }
    case "number": {
      const kind = { int32: "i", int64: "l", float: "n", double: "n" } as const;
      return bounded(kind[shape.format], shape.min, shape.max, shape.above);
    }
    case "boolean":
      return "b";
    case "any":
      return "*";
    case "known":
      return "s";
    case "literal":
      return ["=", shape.value];
    case "enum":
      return ["enum", ...shape.values];
    case "array":
      return withoutEnd(["array", of(shape.items), shape.min, shape.max]);
    case "record":
      return ["record", of(shape.values)];
    case "nullable":
      return ["?", of(shape.of)];
    case "ref":
      return shape.replayed === true ? `~${shape.name}` : shape.name;
    case "object":
      return fieldsOf(api, shape);
    case "merge": {
      const whole = asObject(api, shape);
      return whole === undefined ? ["all", shape.of.map(of)] : fieldsOf(api, whole);
    }
    case "union": {
      const members = shape.of.flatMap((member) => membersOf(api, member));
      return ["union", discriminator(api, members)?.field ?? "", members.map(of)];
    }
  }
}

function bounded(kind: string, min?: number, max?: number, above?: number): unknown {
  if (min === undefined && max === undefined && above === undefined) return kind;
  return withoutEnd([kind, min, max, above]);
}

/** Without the bounds at its end that there are not; JSON writes those in between as null. */
function withoutEnd(data: readonly unknown[]): readonly unknown[] {
  return data.slice(0, data.findLastIndex((one) => one !== undefined) + 1);
}

function fieldsOf(api: Api, { fields }: ObjectShape): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { required, shape }]) => [
      required ? name : `${name}?`,
      dataOf(api, shape),
    ]),
  );
}

/** The members of a union, those of unions within it included, so that one field tells all of them apart. */
function membersOf(api: Api, shape: Shape): Shape[] {
  if (shape.kind === "union") return shape.of.flatMap((member) => membersOf(api, member));
  if (shape.kind !== "ref") return [shape];
  const of = api.definition(shape.name).shape;
  if (of.kind !== "union" && of.kind !== "ref") return [shape];
  const members = membersOf(api, of);
  // What is carried back is so in each of its members.
  return shape.replayed === true
    ? members.map((member) => (member.kind === "ref" ? { ...member, replayed: true } : member))
    : members;
}
