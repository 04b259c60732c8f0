import type { Definition, Field, ObjectShape, Shape } from "../spec/notation.ts";
import { type Api, asObject, discriminator, refsOf } from "./api.ts";
import { docComment, fieldDoc } from "./doc-comment.ts";
import { fileStem, type GeneratedFile, header } from "./generated-file.ts";

const FOLDER = "packages/core/src/generated";

const OPEN = `/** A set of strings that may grow: completes as the known ones and takes any. */
export type Open<Known extends string> = Known | (string & {});

// The type of an enum is one that TypeScript tells apart from every literal, so that a comparison with a known name
// leaves the known member; an open string type would stay in every branch.
declare enum UnknownName {
  Any = "",
}

/**
 * A member of a union that this version does not know: the API may add some at any time. Its discriminating field is a
 * string that no known member has; nobody can write one, they only arrive.
 */
export type UnknownVariant<Discriminator extends string = "type"> = {
  readonly [Field in Discriminator]: UnknownName;
} & { readonly [field: string]: unknown };
`;

/** TypeScript types of the whole API, one file an area, for core. */
export function emitTypes(api: Api): GeneratedFile[] {
  const files: GeneratedFile[] = [{ path: `${FOLDER}/open.gen.ts`, text: header(OPEN) + OPEN }];
  const barrel: string[] = [`export type * from "./open.gen.ts";\n`];
  for (const [area, schemas] of api.areas) {
    const stem = fileStem(area);
    const body = Object.entries(schemas)
      .map(([name, definition]) => typeOf(api, name, definition))
      .join("\n");
    const text = header(schemas) + imports(api, area, body) + body;
    files.push({ path: `${FOLDER}/${stem}.gen.ts`, text });
    barrel.push(`export type * from "./${stem}.gen.ts";\n`);
  }
  files.push({ path: `${FOLDER}/wire.gen.ts`, text: header(barrel) + barrel.join("") });
  return files;
}

function imports(api: Api, area: string, body: string): string {
  const names = new Map<string, Set<string>>();
  const add = (stem: string, name: string): void => {
    names.set(stem, (names.get(stem) ?? new Set()).add(name));
  };
  for (const definition of Object.values(api.areas.get(area) ?? {})) {
    for (const ref of refsOf(definition.shape)) {
      const owner = api.areaOf.get(ref.name);
      // A merge is written out field by field, so that not every reference ends up in the text.
      if (owner === undefined || owner === area || !new RegExp(`\\b${ref.name}\\b`).test(body)) continue;
      add(fileStem(owner), ref.name);
    }
  }
  if (/\bOpen</.test(body)) add("open", "Open");
  if (/\bUnknownVariant\b/.test(body)) add("open", "UnknownVariant");
  const lines = [...names]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, set]) => `import type { ${[...set].toSorted().join(", ")} } from "./${stem}.gen.ts";\n`);
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}

function typeOf(api: Api, name: string, definition: Definition): string {
  const open = api.inResponse(name);
  const doc = docComment(definition.doc);
  const whole = asObject(api, definition.shape);
  if (whole !== undefined && definition.shape.kind !== "ref") {
    return `${doc}export interface ${name} ${objectType(api, whole, open, "")}\n`;
  }
  return `${doc}export type ${name} = ${shapeType(api, definition.shape, open, "")};\n`;
}

function objectType(api: Api, shape: ObjectShape, open: boolean, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(shape.fields).map(([name, field]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${docComment(fieldDoc(field), inner)}${inner}${key}${fieldType(api, field, open, inner)};\n`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("")}${indent}}`;
}

function fieldType(api: Api, field: Field, open: boolean, indent: string): string {
  if (field.required) return `: ${shapeType(api, field.shape, open, indent)}`;
  const nullable = open || field.shape.kind === "nullable";
  const shape = field.shape.kind === "nullable" ? field.shape.of : field.shape;
  const type = shapeType(api, shape, open, indent);
  return type === "unknown" ? "?: unknown" : `?: ${type}${nullable ? " | null" : ""} | undefined`;
}

function shapeType(api: Api, shape: Shape, open: boolean, indent: string): string {
  switch (shape.kind) {
    case "string":
      return shape.format === "binary" ? "Blob" : "string";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "any":
      return "unknown";
    case "literal":
      return JSON.stringify(shape.value);
    case "known":
      return `Open<${oneOf(shape.values)}>`;
    case "enum":
      return open ? `Open<${oneOf(shape.values)}>` : oneOf(shape.values);
    case "array": {
      const items = shapeType(api, shape.items, open, indent);
      return /^[\w.]+(<[^<>]*>)?$/.test(items) ? `${items}[]` : `(${items})[]`;
    }
    case "record":
      return `{ [key: string]: ${shapeType(api, shape.values, open, indent)} }`;
    case "nullable": {
      const of = shapeType(api, shape.of, open, indent);
      return of === "unknown" ? of : `${of} | null`;
    }
    case "ref":
      return shape.name;
    case "object":
      return objectType(api, shape, open, indent);
    case "merge": {
      const whole = asObject(api, shape);
      if (whole !== undefined) return objectType(api, whole, open, indent);
      return shape.of.map((part) => `(${shapeType(api, part, open, indent)})`).join(" & ");
    }
    case "union": {
      const members = shape.of.map((member) => shapeType(api, member, open, indent));
      const by = open ? discriminator(api, shape.of) : undefined;
      if (by !== undefined) {
        members.push(by.field === "type" ? "UnknownVariant" : `UnknownVariant<${JSON.stringify(by.field)}>`);
      }
      return members.join(" | ");
    }
  }
}

function oneOf(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}
