import { invalidArgument } from "../http/refused-request.ts";

/** Something that knows its place in a list. */
export interface Numbered {
  /** Rises along the list. */
  readonly serial: number;
}

/**
 * Cuts a page out of a list whose end shows by the missing token. A token is the serial of the last entry before, so
 * that entries may be deleted in between.
 */
export function pageBySerial<Item extends Numbered>(
  items: readonly Item[],
  {
    limit,
    pagination_token: token,
  }: { limit?: number | null | undefined; pagination_token?: string | null | undefined },
): { readonly data: readonly Item[]; readonly next: { pagination_token?: string } } {
  const after = token ? Number(token) : -Infinity;
  if (Number.isNaN(after)) {
    throw invalidArgument("The pagination_token is none that this list has given out.");
  }
  const rest = items.filter(({ serial }) => serial > after);
  const data = rest.slice(0, limit ?? 100);
  const last = data.at(-1);
  return { data, next: last && data.length < rest.length ? { pagination_token: String(last.serial) } : {} };
}
