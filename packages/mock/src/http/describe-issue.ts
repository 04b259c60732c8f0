/** What zod reports, as far as a sentence is made of it. */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
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
  if (issue.values !== undefined) return issue.values.map((value) => JSON.stringify(value)).join(" or ");
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
 * Of a union's alternatives, the one that the value was meant to be has the issues: the one that got furthest, where an
 * issue about the tag (`type`, `role`) means that it was another one.
 */
function innermost(issue: Issue): Issue {
  const branches = (issue.errors ?? []).filter((branch) => branch.length > 0);
  const [best] = branches.toSorted((one, other) => mismatch(one) - mismatch(other));
  const [inner] = best ?? [];
  if (best === undefined || inner === undefined || mismatch(best) >= 100) return issue;
  return innermost({ ...inner, path: [...issue.path, ...inner.path] });
}

function mismatch(branch: readonly Issue[]): number {
  const wrongTag = branch.some(({ path }) => path.length === 1 && (path[0] === "type" || path[0] === "role"));
  const wrongKind = branch.some(({ path, code }) => path.length === 0 && code !== "unrecognized_keys");
  return (wrongTag || wrongKind ? 100 : 0) + branch.length;
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
