/** What zod reports, as far as a sentence is made of it. */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: unknown;
  readonly keys?: readonly string[];
  /** Values that would have done. */
  readonly values?: readonly unknown[];
  /** Tags that would have done, when a union goes by its tag. */
  readonly options?: readonly unknown[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly inclusive?: boolean;
  readonly origin?: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Whether the body lacks what the issue is about. */
export function isMissing(issue: Issue, body: unknown): boolean {
  const precise = innermost(issue);
  return precise.code !== "unrecognized_keys" && valueAt(body, precise.path) === undefined;
}

/** The fields that the API does not know, and where they stand; undefined when something else is wrong. */
export function unknownFieldsOf(
  issue: Issue,
): { readonly path: readonly PropertyKey[]; readonly names: readonly string[] } | undefined {
  const { code, path, keys = [] } = innermost(issue);
  return code === "unrecognized_keys" ? { path, names: keys } : undefined;
}

/** Says in one sentence what was expected where, and what was given. */
export function describeIssue(issue: Issue, body: unknown): string {
  const precise = innermost(issue);
  const place = nameOf(precise.path);
  if (precise.code === "unrecognized_keys") {
    const names = (precise.keys ?? []).map((key) => nameOf([...precise.path, key])).join(", ");
    return `The API does not know the field ${names}.`;
  }
  const value = valueAt(body, precise.path);
  if (value === undefined) return `The field ${place} is missing.`;
  return `The field ${place} is not valid: expected ${expectationOf(precise)}, got ${describeValue(value)}.`;
}

function expectationOf(issue: Issue): string {
  const values = issue.values ?? issue.options ?? [];
  if (values.length > 0) return values.map((value) => JSON.stringify(value)).join(" or ");
  if (issue.code === "too_small") {
    return `${issue.inclusive === false ? "more than" : "at least"} ${String(issue.minimum)}${unitOf(issue)}`;
  }
  if (issue.code === "too_big") {
    return `${issue.inclusive === false ? "less than" : "at most"} ${String(issue.maximum)}${unitOf(issue)}`;
  }
  if (typeof issue.expected === "string") return `a value of type ${issue.expected}`;
  return "another value";
}

function unitOf(issue: Issue): string {
  if (issue.origin === "array") return " entries";
  return issue.origin === "string" ? " characters" : "";
}

/**
 * Of a union's alternatives, the one that the value was meant to be has the issues: the one with the fewest, where an
 * issue about the tag (`type`, `role`) means that it was meant to be another one.
 */
function innermost(issue: Issue): Issue {
  const branches = (issue.errors ?? []).filter((branch) => branch.length > 0);
  const meant = branches.filter((branch) => !branch.some(isAboutKind));
  const [best] = meant.toSorted((one, other) => one.length - other.length);
  const inner = best?.[0] ?? unknownTag(branches) ?? unknownKind(branches);
  if (inner === undefined) return issue;
  return innermost({ ...inner, path: [...issue.path, ...inner.path] });
}

function isAboutKind(issue: Issue): boolean {
  return (
    isAboutTag(issue) || (issue.path.length === 0 && issue.code !== "unrecognized_keys" && !issue.errors)
  );
}

function isAboutTag({ path, values, options }: Issue): boolean {
  return path.length === 1 && (path[0] === "type" || path[0] === "role") && (values ?? options) !== undefined;
}

/** When every alternative wants another tag, what is wrong is the tag. */
function unknownTag(branches: readonly (readonly Issue[])[]): Issue | undefined {
  const tags = branches.flat().filter(isAboutTag);
  const [first] = tags;
  return first === undefined
    ? undefined
    : { ...first, values: tags.flatMap(({ values, options }) => values ?? options ?? []) };
}

/** When every alternative wants another type of value, what is wrong is the type. */
function unknownKind(branches: readonly (readonly Issue[])[]): Issue | undefined {
  const kinds = branches
    .flat()
    .filter(({ path, expected }) => path.length === 0 && typeof expected === "string");
  const [first] = kinds;
  const expected = [...new Set(kinds.map((kind) => kind.expected))].join(" or ");
  return first === undefined ? undefined : { ...first, expected };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}

function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "`body`";
  const name = path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
  return `\`${name}\``;
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
