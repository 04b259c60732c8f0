import { ProxyError } from "../http/proxy-error.ts";
import { isFields } from "../policy/parse-json.ts";
import type { OperationRule } from "../routes/operation-rules.ts";
import { pageCursors } from "./page-cursor.ts";

/** A page of a list of what belongs to the key, of which a caller sees what is its own. */
export interface OwnPage {
  /** What goes upstream in place of the caller's query. Throws 403 for a search, which would answer for what is others'. */
  toSearch(search: string): Promise<string>;
  /**
   * The list with what is not the caller's taken out. A page may then be shorter than was asked for, and empty, with more to come:
   * what tells the next page is the upstream's, sealed.
   */
  toOwn(response: Response): Promise<Response>;
}

export interface OwnPageOptions {
  readonly lists: NonNullable<OperationRule["lists"]>;
  /** The caller's ids of that kind. */
  readonly owned: readonly string[];
  readonly subject: string;
  readonly apiKey: string;
}

/** The page that a caller asks for. */
export function ownPage({ lists, owned, ...secrets }: OwnPageOptions): OwnPage {
  const { entries, id, cursor } = lists;
  const own = new Set<unknown>(owned);
  const cursors = pageCursors(secrets);
  return {
    async toSearch(search) {
      const params = new URLSearchParams(search);
      if (params.has("filter")) throw new ProxyError(403, "not_allowed", "Expected no filter of a list.");
      const given = params.get(cursor.query);
      params.delete("after");
      params.delete(cursor.query);
      if (given !== null) params.set(cursor.query, own.has(given) ? given : await cursors.open(given));
      return params.size > 0 ? `?${params}` : "";
    },
    async toOwn(response) {
      const page: unknown = await response.json().catch(() => undefined);
      const list = isFields(page) ? page[entries] : undefined;
      if (!isFields(page) || !Array.isArray(list)) {
        throw new ProxyError(502, "upstream_error", "The upstream answered with something else than a list.");
      }
      const kept = list.filter((entry) => isFields(entry) && own.has(entry[id]));
      const { object, has_more: hasMore } = page;
      const next = page[cursor.answer];
      // Any other field may tell of an entry that was taken out.
      const shown = {
        object,
        [entries]: kept,
        has_more: hasMore,
        ...(typeof next === "string" && next !== "" && { [cursor.answer]: await cursors.seal(next) }),
      };
      // Nobody has looked at what the entries say.
      return new Response(JSON.stringify(shown).replaceAll(secrets.apiKey, "[redacted]"), response);
    },
  };
}
