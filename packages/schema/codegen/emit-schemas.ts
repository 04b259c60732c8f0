import type { Definition, Field, ObjectShape, Shape } from "../spec/notation.ts";
import { type Api, asObject, discriminator, refsOf } from "./api.ts";
import { docComment } from "./doc-comment.ts";
import { fileStem, type GeneratedFile, header } from "./generated-file.ts";

const FOLDER = "packages/schema/src/generated";

/** Strict is for what is sent: an unknown field is a mistake. Loose is for what arrives: an unknown field is kept. */
type Form = "strict" | "loose";

/**
 * zod/mini schemas of the whole API, one file an area. Each stands in a call marked as pure of its own, which is what
 * lets esbuild and rolldown drop it: a mark on the outermost zod call alone is not enough for esbuild.
 */
export function emitSchemas(api: Api): GeneratedFile[] {
  const files: GeneratedFile[] = [];
  const barrel: string[] = [];
  const dependencies = new Map<string, Set<string>>();
  for (const [area, schemas] of api.areas) {
    const uses = new Uses(api, area);
    const body = inOrder(schemas)
      .flatMap(([name, definition]) =>
        formsOf(api, name).map((form) => constOf(api, name, definition, form, uses)),
      )
      .join("\n");
    dependencies.set(area, uses.areas());
    const stem = fileStem(area);
    files.push({ path: `${FOLDER}/${stem}.gen.ts`, text: header([schemas, body]) + uses.imports() + body });
    barrel.push(`export * from "./${stem}.gen.ts";\n`);
  }
  refuseCycle(dependencies);
  files.push({ path: `${FOLDER}/schemas.gen.ts`, text: header(barrel) + barrel.join("") });
  return files;
}

function formsOf(api: Api, name: string): Form[] {
  const forms: Form[] = [];
  if (api.inRequest(name)) forms.push("strict");
  if (api.inResponse(name)) forms.push("loose");
  return forms.length === 2 && !differs(api, name, new Set()) ? ["loose"] : forms;
}

/** Whether a schema reads otherwise when strict than when loose: scalars and open sets of strings do not. */
function differs(api: Api, name: string, seen: Set<string>): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  const shape = api.definition(name).shape;
  return hasForm(shape) || refsOf(shape).some((ref) => differs(api, ref.name, seen));
}

function hasForm(shape: Shape): boolean {
  switch (shape.kind) {
    case "object":
    case "merge":
    case "enum":
      return true;
    case "array":
      return hasForm(shape.items);
    case "record":
      return hasForm(shape.values);
    case "nullable":
      return hasForm(shape.of);
    case "union":
      return shape.of.some(hasForm);
    default:
      return false;
  }
}

/** A schema that has both forms is exported under its own name as it arrives, and as `…Param` as it is sent. */
function constName(api: Api, name: string, form: Form): string {
  const forms = formsOf(api, name);
  return form === "strict" && forms.length === 2 ? `${name}Param` : name;
}

const OWN = { taggedUnion: "tagged-union.ts", unknownVariant: "unknown-variant.ts" } as const;

class Uses {
  readonly #api: Api;
  readonly #area: string;
  readonly #imports = new Map<string, Set<string>>();
  /** Hand-written schemas of this package that the file needs. */
  readonly own = new Set<keyof typeof OWN>();

  constructor(api: Api, area: string) {
    this.#api = api;
    this.#area = area;
  }

  schema(name: string, form: Form): string {
    const exported = constName(this.#api, name, form);
    const owner = this.#api.areaOf.get(name);
    if (owner !== undefined && owner !== this.#area) {
      this.#imports.set(owner, (this.#imports.get(owner) ?? new Set()).add(exported));
    }
    return exported;
  }

  areas(): Set<string> {
    return new Set(this.#imports.keys());
  }

  imports(): string {
    const lines = [
      `import type { Wire } from "@xai-edge/core";\n`,
      `import * as z from "zod/mini";\n`,
      ...[...this.#imports]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(
          ([area, names]) =>
            `import { ${[...names].toSorted().join(", ")} } from "./${fileStem(area)}.gen.ts";\n`,
        ),
    ];
    for (const name of [...this.own].toSorted()) lines.push(`import { ${name} } from "../${OWN[name]}";\n`);
    return `${lines.join("")}\n`;
  }
}

/** Definitions of one area so that each stands after those it refers to. */
function inOrder(schemas: Readonly<Record<string, Definition>>): [string, Definition][] {
  const sorted: [string, Definition][] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (name: string): void => {
    const definition = schemas[name];
    if (definition === undefined || state.get(name) === "done") return;
    if (state.get(name) === "open")
      throw new Error(`${name} refers to itself; the emitter knows no recursion`);
    state.set(name, "open");
    for (const ref of refsOf(definition.shape)) visit(ref.name);
    state.set(name, "done");
    sorted.push([name, definition]);
  };
  for (const name of Object.keys(schemas)) visit(name);
  return sorted;
}

function refuseCycle(dependencies: ReadonlyMap<string, ReadonlySet<string>>): void {
  const done = new Set<string>();
  const visit = (area: string, path: string[]): void => {
    if (path.includes(area))
      throw new Error(`Areas refer to each other in a circle: ${[...path, area].join(" → ")}`);
    if (done.has(area)) return;
    for (const next of dependencies.get(area) ?? []) visit(next, [...path, area]);
    done.add(area);
  };
  for (const area of dependencies.keys()) visit(area, []);
}

function constOf(api: Api, name: string, definition: Definition, form: Form, uses: Uses): string {
  const forms = formsOf(api, name);
  const role = forms.length === 2 ? (form === "strict" ? " As it is sent." : " As it arrives.") : "";
  const exported = constName(api, name, form);
  return (
    docComment(definition.doc + role) +
    `export const ${exported}: z.ZodMiniType<Wire.${name}> = /* @__PURE__ */ (() =>\n` +
    `  ${shapeSchema(api, definition.shape, form, uses, "  ")})();\n`
  );
}

function objectSchema(api: Api, shape: ObjectShape, form: Form, uses: Uses, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(shape.fields).map(
    ([name, field]) => `${inner}${JSON.stringify(name)}: ${fieldSchema(api, field, form, uses, inner)},\n`,
  );
  return `z.${form}Object({\n${lines.join("")}${indent}})`;
}

function fieldSchema(api: Api, field: Field, form: Form, uses: Uses, indent: string): string {
  if (field.required) return shapeSchema(api, field.shape, form, uses, indent);
  const nullable = form === "loose" || field.shape.kind === "nullable";
  const shape = field.shape.kind === "nullable" ? field.shape.of : field.shape;
  return `z.${nullable ? "nullish" : "optional"}(${shapeSchema(api, shape, form, uses, indent)})`;
}

function shapeSchema(api: Api, shape: Shape, form: Form, uses: Uses, indent: string): string {
  const of = (inner: Shape): string => shapeSchema(api, inner, form, uses, indent);
  switch (shape.kind) {
    case "string": {
      if (shape.format === "binary") return "z.custom<Blob>((value) => value instanceof Blob)";
      const checks: string[] = [];
      if (shape.format === "date") checks.push("z.regex(/^\\d{4}-\\d{2}-\\d{2}$/)");
      if (shape.format === "country") checks.push("z.regex(/^[A-Z]{2}$/)");
      if (shape.minLength !== undefined) checks.push(`z.minLength(${shape.minLength})`);
      if (shape.maxLength !== undefined) checks.push(`z.maxLength(${shape.maxLength})`);
      return `z.string()${check(checks)}`;
    }
    case "number": {
      const checks: string[] = [];
      if (shape.min !== undefined) checks.push(`z.gte(${shape.min})`);
      if (shape.above !== undefined) checks.push(`z.gt(${shape.above})`);
      if (shape.max !== undefined) checks.push(`z.lte(${shape.max})`);
      return `${NUMBERS[shape.format]}${check(checks)}`;
    }
    case "boolean":
      return "z.boolean()";
    case "any":
      return "z.unknown()";
    case "literal":
      return `z.literal(${JSON.stringify(shape.value)})`;
    case "known":
      return "z.string()";
    case "enum":
      return form === "loose" ? "z.string()" : `z.enum(${JSON.stringify(shape.values)})`;
    case "array": {
      const checks: string[] = [];
      if (shape.min !== undefined) checks.push(`z.minLength(${shape.min})`);
      if (shape.max !== undefined) checks.push(`z.maxLength(${shape.max})`);
      return `z.array(${of(shape.items)})${check(checks)}`;
    }
    case "record":
      return `z.record(z.string(), ${of(shape.values)})`;
    case "nullable":
      return `z.nullable(${of(shape.of)})`;
    case "ref":
      return uses.schema(shape.name, shape.replayed === true ? "loose" : form);
    case "object":
      return objectSchema(api, shape, form, uses, indent);
    case "merge": {
      const whole = asObject(api, shape);
      if (whole !== undefined) return objectSchema(api, whole, form, uses, indent);
      return shape.of.map(of).reduce((left, right) => `z.intersection(${left}, ${right})`);
    }
    case "union":
      return unionSchema(api, shape.of, form, uses, indent);
  }
}

function unionSchema(api: Api, shapes: readonly Shape[], form: Form, uses: Uses, indent: string): string {
  const members = shapes.flatMap((shape) => membersOf(api, shape, form));
  const emit = ({ shape, form: own }: Member): string => shapeSchema(api, shape, own, uses, indent);
  const by = discriminator(
    api,
    members.map((member) => member.shape),
  );
  if (by === undefined) return `z.union([${shapes.map((shape) => emit({ shape, form })).join(", ")}])`;
  const isFirst = (_: Member, index: number): boolean => by.values.indexOf(by.values[index] ?? "") === index;
  const field = JSON.stringify(by.field);
  uses.own.add("taggedUnion");
  const parts = [
    `taggedUnion(${field}, [${members.filter(isFirst).map(emit).join(", ")}])`,
    ...members.filter((member, index) => !isFirst(member, index)).map(emit),
  ];
  if (members.some((member) => member.form === "loose")) {
    uses.own.add("unknownVariant");
    parts.push(`unknownVariant(${field}, ${JSON.stringify([...new Set(by.values)])})`);
  }
  return parts.length === 1 ? parts.join("") : `z.union([${parts.join(", ")}])`;
}

interface Member {
  shape: Shape;
  form: Form;
}

/**
 * The members of a union, those of unions within it included: an unknown member that an inner union lets pass could
 * otherwise be a malformed member of the outer one.
 */
function membersOf(api: Api, shape: Shape, form: Form): Member[] {
  if (shape.kind === "union") return shape.of.flatMap((member) => membersOf(api, member, form));
  if (shape.kind !== "ref") return [{ shape, form }];
  const of = api.definition(shape.name).shape;
  const own = shape.replayed === true ? "loose" : form;
  return of.kind === "union" || of.kind === "ref" ? membersOf(api, of, own) : [{ shape, form: own }];
}

// int64 is checked as a safe integer: what JSON.parse gives cannot hold more.
const NUMBERS = {
  int32: "z.int32()",
  int64: "z.int()",
  float: "z.number()",
  double: "z.number()",
} as const;

function check(checks: string[]): string {
  return checks.length === 0 ? "" : `.check(${checks.join(", ")})`;
}
