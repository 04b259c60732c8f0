import { operations, type Operation } from "@xai-edge/schema/operations";
import { routeError } from "./refused-request.ts";

/** An operation of the ledger with the values of its path's parameters. */
export interface FoundOperation {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the operation behind a method and a path; throws xAI's 404, or a 405, when there is none. */
export function findOperation(method: string, pathname: string): FoundOperation {
  const atPath = operations.flatMap((operation) => {
    const params = matchPath(operation.path, pathname);
    return params === undefined ? [] : [{ operation, params }];
  });
  const found = atPath.find(({ operation }) => operation.method === method);
  if (found !== undefined) return found;
  if (atPath.length === 0) throw routeError(404, `No route of the API has the path ${pathname}`);
  const allow = [...new Set(atPath.map(({ operation }) => operation.method))].join(", ");
  throw routeError(405, `The path ${pathname} takes ${allow}, not ${method}`, { allow });
}

function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  const match = patternOf(template).exec(pathname);
  if (match === null) return undefined;
  const params = Object.entries(match.groups ?? {});
  return Object.fromEntries(params.map(([name, value]) => [name, decodeSegment(value)]));
}

const patterns = new Map<string, RegExp>();

/** A parameter may be a part of its segment: `{batch_id}:cancel`. No other part of a path means anything to a pattern. */
function patternOf(template: string): RegExp {
  const known = patterns.get(template);
  if (known !== undefined) return known;
  const source = template.replaceAll(".", String.raw`\.`).replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+?)");
  const pattern = new RegExp(`^${source}$`);
  patterns.set(template, pattern);
  return pattern;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
