import type { RequestOptions, Transport } from "../http/transport.ts";
import { paged, type Paged } from "./paged.ts";

interface Listed {
  pagination_token?: string | null | undefined;
  has_more?: boolean | null | undefined;
  last_id?: string | null | undefined;
}

/**
 * Pages of the items in one of their fields. The next one is reached by the last id of a page that says there is more,
 * or by the token of a page that has at least `fewest` items.
 */
export function listPages<Item, Field extends string, Page extends Listed & Record<Field, Item[]>>(
  transport: Transport,
  pathOf: () => string,
  field: Field,
  params: object | undefined,
  options: RequestOptions | undefined,
  fewest: number = 1,
): Paged<Page, Item> {
  return paged(
    async (next?: object) =>
      transport<Page>({ method: "GET", path: pathOf(), query: { ...params, ...next } }, options),
    (page) => page[field],
    ({ [field]: items, pagination_token, has_more, last_id }) => {
      const { id } = Object(items.at(-1)) as { id?: string };
      const after = has_more && (last_id ?? id);
      if (after) return { after };
      return pagination_token && items.length >= fewest ? { pagination_token } : undefined;
    },
  );
}
