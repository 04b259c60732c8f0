/** A promise of the first page that is also every item of every page, fetched page by page as it is iterated. */
export interface Paged<Page, Item> extends Promise<Page>, AsyncIterable<Item, undefined> {
  /** The pages themselves, each fetched when it is asked for. */
  pages(): AsyncIterable<Page, undefined>;
}

/**
 * Pages of a list. `load` fetches the page at a cursor, `itemsOf` reads its items, `nextOf` its cursor for the next;
 * the page that gives none is the last.
 */
export function paged<Page, Item, Cursor>(
  load: (cursor?: Cursor) => Promise<Page>,
  itemsOf: (page: Page) => Item[],
  nextOf: (page: Page) => Cursor | null | undefined,
): Paged<Page, Item> {
  const first = load();
  async function* pages(): AsyncGenerator<Page, undefined> {
    for (let page = await first; ;) {
      yield page;
      const next = nextOf(page);
      if (!next) return undefined;
      page = await load(next);
    }
  }
  async function* items(): AsyncGenerator<Item, undefined> {
    for await (const page of pages()) yield* itemsOf(page);
    return undefined;
  }
  return Object.assign(first, { pages, [Symbol.asyncIterator]: items });
}
