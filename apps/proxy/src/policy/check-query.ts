import { ProxyError } from "../http/proxy-error.ts";
import type { Route } from "../routes/route-table.ts";
import { checkSchema } from "./check-schema.ts";

/** The query of an operation, checked and written anew with its `?`; throws 400 for any where the operation takes none. */
export function checkQuery(url: URL, operation: NonNullable<Route["operation"]>): string {
  const { query, textFields = {} } = operation;
  if (query === undefined) refuseQuery(url);
  const params: Record<string, unknown> = {};
  for (const [name, text] of url.searchParams) {
    if (name in params) throw new ProxyError(400, "invalid_query", "Expected every query parameter once.");
    const field = textFields[name];
    params[name] =
      field === "number" && text !== "" ? Number(text) : field === "boolean" ? text === "true" : text;
  }
  if (query === undefined || Object.keys(params).length === 0) return "";
  checkSchema(query, params);
  return `?${new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]))}`;
}

/** Throws 400 for a query, even an empty one, where none is taken. */
export function refuseQuery(url: URL): void {
  if (url.href.includes("?")) {
    throw new ProxyError(400, "unexpected_query", "This route takes no query string.");
  }
}
