import type { RequestOptions, Transport } from "../http/transport.ts";
import { paged, type Paged } from "./paged.ts";

interface Tokened {
  pagination_token?: string | null | undefined;
}

/** Pages of the items in one of their fields, reached by the token of the page before; the last has none, or no items. */
export function listByToken<Item, Field extends string, Page extends Tokened & Record<Field, Item[]>>(
  transport: Transport,
  pathOf: () => string,
  field: Field,
  params: Tokened | undefined,
  options: RequestOptions | undefined,
  fewest: number = 1,
): Paged<Page, Item> {
  return paged(
    async (pagination_token = params?.pagination_token ?? undefined) =>
      transport<Page>({ method: "GET", path: pathOf(), query: { ...params, pagination_token } }, options),
    (page) => page[field],
    (page) => (page[field].length < fewest ? undefined : page.pagination_token),
  );
}
