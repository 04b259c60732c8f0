import { invalidArgument } from "../http/refused-request.ts";

/** A page of a list that goes on behind the last id of the page before. */
export interface PageAfterId<Item> {
  readonly object: "list";
  readonly data: readonly Item[];
  readonly has_more: boolean;
  readonly first_id?: string;
  readonly last_id?: string;
}

/** Cuts a page out of a list; throws xAI's 400 when nothing in it has the id that the page shall come after. */
export function pageAfterId<Item extends { readonly id: string }>(
  items: readonly Item[],
  after: string | null | undefined,
  limit: number,
): PageAfterId<Item> {
  const before = after ? items.findIndex(({ id }) => id === after) : -1;
  if (after && before === -1) throw invalidArgument(`Nothing in the list has the id ${after}.`);
  const data = items.slice(before + 1, before + 1 + limit);
  const [first] = data;
  const last = data.at(-1);
  return {
    object: "list",
    data,
    has_more: before + 1 + limit < items.length,
    ...(first && last ? { first_id: first.id, last_id: last.id } : {}),
  };
}
