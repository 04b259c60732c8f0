import type { Fields, Shape, Word } from "./shape.ts";

/** The first thing that is wrong with a value. */
export interface ShapeIssue {
  /** Where it stands, such as `messages[0].role`; empty for the value itself. Names that a record may choose are `…`. */
  readonly path: string;
  /** What was expected there, such as `a whole number from 1 to 10`. */
  readonly expected: string;
  /** Set when the field is not known: its name, as it was given. */
  readonly unknownField?: string;
}

export interface CheckShapeOptions {
  /** Whether fields may stand anywhere that the API is not known to have. Default: false. */
  readonly allowUnknownFields?: boolean;
  /**
   * Fields that are not known and are null are put down here, with the object they stand in, instead of being an issue. What may hold
   * anything is not looked into.
   */
  readonly unknownNulls?: UnknownNull[];
}

/** An object, and the name of a field of it. */
export type UnknownNull = readonly [object: Record<string, unknown>, field: string];

interface Mode {
  readonly unknownFields: boolean;
  /** What came from an answer may have grown: fields, values and kinds that nobody knows yet, and null for nothing. */
  readonly loose: boolean;
  readonly nulls: UnknownNull[] | undefined;
}

/**
 * What is wrong with a request body, a form or a query, by its shape, such as `ChatRequest`; undefined when it is right. It
 * agrees with the zod schema of that name, in a tenth of the code and of the time, and never repeats a value.
 */
export function checkShape(
  shape: Shape,
  value: unknown,
  { allowUnknownFields = false, unknownNulls: nulls }: CheckShapeOptions = {},
): ShapeIssue | undefined {
  return issueOf(shape, value, { unknownFields: allowUnknownFields, loose: false, nulls }, "");
}

const forms: Readonly<Record<Word, readonly [expected: string, is: (value: unknown) => boolean]>> = {
  s: ["text", (value) => typeof value === "string"],
  d: ["a day as YYYY-MM-DD", (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)],
  c: ["two capital letters", (value) => typeof value === "string" && /^[A-Z]{2}$/.test(value)],
  f: ["a file", (value) => value instanceof Blob],
  b: ["true or false", (value) => typeof value === "boolean"],
  "*": ["anything", () => true],
  n: ["a number", (value) => Number.isFinite(value)],
  i: [
    "a whole number of 32 bits",
    (value) => Number.isInteger(value) && Number(value) === (Number(value) | 0),
  ],
  l: ["a whole number", (value) => Number.isSafeInteger(value)],
};

function issueOf(shape: Shape, value: unknown, mode: Mode, path: string): ShapeIssue | undefined {
  if (typeof shape === "string") {
    const [expected, is] = forms[shape];
    return is(value) ? undefined : { path, expected };
  }
  if (!isList(shape)) return issueOfObject(shape, value, mode, path);
  const [kind] = shape;
  switch (kind) {
    case "?":
      return value === null ? undefined : issueOf(shape[1], value, mode, path);
    case "~":
      return issueOf(shape[1], value, { ...mode, loose: true }, path);
    case "=":
      return value === shape[1] ? undefined : { path, expected: `"${shape[1]}"` };
    case "enum": {
      const [, ...values] = shape;
      const isGood = typeof value === "string" && (mode.loose || values.includes(value));
      return isGood ? undefined : { path, expected: mode.loose ? "text" : `one of ${values.join(", ")}` };
    }
    case "array":
      return issueOfArray(shape, value, mode, path);
    case "record": {
      if (!isObject(value)) return { path, expected: "an object" };
      for (const field of Object.keys(value)) {
        const issue = issueOf(shape[1], value[field], mode, `${path}.…`);
        if (issue !== undefined) return issue;
      }
      return undefined;
    }
    case "union":
      return issueOfUnion(shape, value, mode, path);
    case "all": {
      for (const one of shape[1]) {
        const issue = issueOf(one, value, mode, path);
        if (issue !== undefined) return issue;
      }
      return undefined;
    }
    default:
      return issueOfBounds(shape, value, path);
  }
}

function issueOfBounds(
  [kind, min = null, max = null, above]: readonly [
    "s" | "n" | "i" | "l",
    (number | null)?,
    (number | null)?,
    number?,
  ],
  value: unknown,
  path: string,
): ShapeIssue | undefined {
  const [expected, is] = forms[kind];
  const isText = kind === "s";
  const size = isText && typeof value === "string" ? value.length : Number(value);
  const isGood =
    is(value) &&
    (min === null || size >= min) &&
    (max === null || size <= max) &&
    (above === undefined || size > above);
  if (isGood) return undefined;
  const bounds = [
    min === null ? "" : ` from ${min}`,
    above === undefined ? "" : ` above ${above}`,
    max === null ? "" : ` up to ${max}`,
    isText ? " characters" : "",
  ];
  return { path, expected: `${isText ? "text of" : expected}${bounds.join("")}` };
}

function issueOfArray(
  [, items, min = null, max = null]: readonly ["array", Shape, (number | null)?, (number | null)?],
  value: unknown,
  mode: Mode,
  path: string,
): ShapeIssue | undefined {
  if (!Array.isArray(value)) return { path, expected: "a list" };
  if ((min !== null && value.length < min) || (max !== null && value.length > max)) {
    return { path, expected: `a list of ${min ?? 0} to ${max ?? "any number of"} entries` };
  }
  for (let index = 0; index < value.length; index++) {
    const issue = issueOf(items, value[index], mode, `${path}[${index}]`);
    if (issue !== undefined) return issue;
  }
  return undefined;
}

function issueOfObject(fields: Fields, value: unknown, mode: Mode, path: string): ShapeIssue | undefined {
  if (!isObject(value)) return { path, expected: "an object" };
  let known = 0;
  for (const field in fields) {
    const isOptional = field.endsWith("?");
    const isNullable = field.endsWith("??");
    const name = isOptional ? field.slice(0, isNullable ? -2 : -1) : field;
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    if (Object.hasOwn(value, name)) known++;
    if (isOptional && (own === undefined || (own === null && (isNullable || mode.loose)))) continue;
    const issue = issueOf(fields[field] ?? "*", own, mode, path === "" ? name : `${path}.${name}`);
    if (issue !== undefined) return issue;
  }
  if (mode.loose || (mode.unknownFields && mode.nulls === undefined)) return undefined;
  const names = Object.keys(value);
  if (names.length === known) return undefined;
  for (const name of names) {
    const isKnown = !name.endsWith("?") && ["", "?", "??"].some((mark) => Object.hasOwn(fields, name + mark));
    if (isKnown) continue;
    if (value[name] === null && mode.nulls !== undefined) mode.nulls.push([value, name]);
    else if (!mode.unknownFields) return { path, expected: "no other fields", unknownField: name };
  }
  return undefined;
}

function issueOfUnion(
  [, tag, members]: readonly ["union", string, readonly Shape[]],
  value: unknown,
  mode: Mode,
  path: string,
): ShapeIssue | undefined {
  const said = isObject(value) && Object.hasOwn(value, tag) ? (value[tag] ?? undefined) : undefined;
  // Told apart by a field, only those of its value are of interest, so that what is wrong is said of them.
  const candidates = said === undefined ? members : members.filter((member) => valuesOf(member, tag, said));
  let first: ShapeIssue | undefined;
  const nulls = mode.nulls?.length ?? 0;
  for (const member of candidates) {
    const issue = issueOf(member, value, mode, path);
    if (issue === undefined) return undefined;
    // What is unknown to a form that it does not have may be known to the next one.
    mode.nulls?.splice(nulls);
    first ??= issue;
  }
  if (candidates.length === 0 && typeof said === "string" && (mode.loose || members.some(isCarriedBack))) {
    return undefined;
  }
  if (first !== undefined && candidates.length === 1) return first;
  return said === undefined
    ? { path, expected: "one of its forms" }
    : (first ?? { path, expected: `a known ${tag}` });
}

/** Whether a member of a union may have this value in the field that tells the members apart. */
function valuesOf(member: Shape, tag: string, said: unknown): boolean {
  const shape = isCarriedBack(member) ? member[1] : member;
  if (typeof shape === "string" || isList(shape)) return tag === "";
  const literal = shape[tag] ?? shape[`${tag}?`] ?? shape[`${tag}??`];
  return isList(literal) && literal[0] === "=" && literal[1] === said;
}

function isCarriedBack(member: Shape): member is readonly ["~", Shape] {
  return isList(member) && member[0] === "~";
}

function isList(shape: Shape | undefined): shape is Extract<Shape, readonly unknown[]> {
  return Array.isArray(shape);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
