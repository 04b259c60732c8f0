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
  const expected = template.split("/");
  const given = pathname.split("/");
  if (expected.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = given[index] ?? "";
    if (segment.startsWith("{") && segment.endsWith("}")) {
      if (value === "") return undefined;
      params[segment.slice(1, -1)] = decodeSegment(value);
    } else if (segment !== value) return undefined;
  }
  return params;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
