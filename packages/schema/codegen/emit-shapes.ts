import type { ObjectShape, Shape } from "../spec/notation.ts";
import type { DescribedOperation } from "../spec/operations.ts";
import { type Api, asObject, discriminator } from "./api.ts";
import { docComment } from "./doc-comment.ts";
import { type GeneratedFile, header } from "./generated-file.ts";

/** Sent where no operation has it alone: over the WebSocket of `/v1/realtime`. */
const sentElsewhere = ["RealtimeSession"];

/** The text that stands for a schema where another refers to it. */
type TextOf = (name: string) => string;

/**
 * What every request is made of, as plain data for `checkShape`: a constant for each of them and for what several are made
 * of, so that a bundle has those alone that it uses. What is used in one place stands in that place.
 */
export function emitShapes(api: Api): GeneratedFile[] {
  const roots = new Set(
    [...api.operations.flatMap(requestsOf), ...sentElsewhere].filter(api.areaOf.has, api.areaOf),
  );
  const uses = countUses(api, roots);
  const rows: string[] = [];
  const written = new Set<string>();
  const textOf: TextOf = (name) => {
    if (written.has(name)) return name;
    const { doc, shape } = api.definition(name);
    const text = write(api, shape, textOf);
    const isWord = /^"[^"]*"$/.test(text);
    if (!roots.has(name) && (isWord || uses.get(name) === 1)) return text;
    written.add(name);
    const statement = `const ${name}: Shape = ${text};\n`;
    rows.push(roots.has(name) ? `${docComment(doc)}export ${statement}` : statement);
    return name;
  };
  for (const name of roots) textOf(name);
  const text = `${header(rows)}import type { Shape } from "../shapes/shape.ts";\n\n${rows.join("")}`;
  return [{ path: "packages/schema/src/generated/shapes.gen.ts", text }];
}

/** The schemas of an operation's body, form and query. */
export function requestsOf({ request, query }: DescribedOperation): string[] {
  const body = request !== undefined && ("json" in request ? request.json : request.multipart);
  return [body, query].filter((name) => typeof name === "string");
}

/** In how many places each schema stands. */
function countUses(api: Api, roots: Iterable<string>): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const visit = (name: string): string => {
    const before = uses.get(name) ?? 0;
    uses.set(name, before + 1);
    if (before === 0) write(api, api.definition(name).shape, visit);
    return name;
  };
  for (const name of roots) visit(name);
  return uses;
}

function write(api: Api, shape: Shape, textOf: TextOf): string {
  const of = (inner: Shape): string => write(api, inner, textOf);
  switch (shape.kind) {
    case "string": {
      const kind = { date: "d", country: "c", binary: "f" };
      if (shape.format !== undefined) return JSON.stringify(kind[shape.format]);
      return bounded("s", shape.minLength, shape.maxLength);
    }
    case "number": {
      const kind = { int32: "i", int64: "l", float: "n", double: "n" } as const;
      return bounded(kind[shape.format], shape.min, shape.max, shape.above);
    }
    case "boolean":
      return '"b"';
    case "any":
      return '"*"';
    case "known":
      return '"s"';
    case "literal":
      return JSON.stringify(["=", shape.value]);
    case "enum":
      return JSON.stringify(["enum", ...shape.values]);
    case "array":
      return list('"array"', of(shape.items), ...bounds(shape.min, shape.max));
    case "record":
      return list('"record"', of(shape.values));
    case "nullable":
      return list('"?"', of(shape.of));
    case "ref":
      return shape.replayed === true ? list('"~"', textOf(shape.name)) : textOf(shape.name);
    case "object":
      return writeFields(api, shape, textOf);
    case "merge": {
      const whole = asObject(api, shape);
      return whole === undefined ? list('"all"', list(...shape.of.map(of))) : writeFields(api, whole, textOf);
    }
    case "union": {
      const members = shape.of.flatMap((member) => membersOf(api, member));
      const tag = discriminator(api, members)?.field ?? "";
      return list('"union"', JSON.stringify(tag), list(...members.map(of)));
    }
  }
}

function list(...parts: readonly string[]): string {
  return `[${parts.join(",")}]`;
}

function bounded(kind: string, ...limits: readonly (number | undefined)[]): string {
  const word = JSON.stringify(kind);
  const written = bounds(...limits);
  return written.length === 0 ? word : list(word, ...written);
}

/** Without the bounds at the end that there are not; those in between are null. */
function bounds(...limits: readonly (number | undefined)[]): string[] {
  return limits
    .slice(0, limits.findLastIndex((limit) => limit !== undefined) + 1)
    .map((limit) => String(limit ?? null));
}

function writeFields(api: Api, { fields }: ObjectShape, textOf: TextOf): string {
  const written = Object.entries(fields).map(([name, { required, shape }]) => {
    const isNullable = !required && shape.kind === "nullable";
    const key = `${name}${required ? "" : isNullable ? "??" : "?"}`;
    return `${JSON.stringify(key)}:${write(api, isNullable ? shape.of : shape, textOf)}`;
  });
  return `{${written.join(",")}}`;
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
