import { ProxyError } from "../http/proxy-error.ts";
import { isFields } from "../policy/parse-json.ts";
import type { OperationRule } from "../routes/operation-rules.ts";

/**
 * A list of what belongs to the key, with what is not the caller's taken out. A page may then be shorter than was asked for, and
 * empty, with more to come: what tells the next page is the upstream's.
 */
export async function onlyOwned(
  response: Response,
  { entries, id }: NonNullable<OperationRule["lists"]>,
  owned: readonly string[],
): Promise<Response> {
  const own = new Set<unknown>(owned);
  const page: unknown = await response.json().catch(() => undefined);
  const list = isFields(page) ? page[entries] : undefined;
  if (!isFields(page) || !Array.isArray(list)) {
    throw new ProxyError(502, "upstream_error", "The upstream answered with something else than a list.");
  }
  const kept = list.filter((entry) => isFields(entry) && own.has(entry[id]));
  return Response.json({ ...page, [entries]: kept }, response);
}
