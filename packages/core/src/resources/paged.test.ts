import { describe, expect, it } from "vitest";
import { type Paged, paged } from "./paged.ts";

interface Page {
  data: number[];
  next?: string | null;
}

const pages: Record<string, Page> = {
  first: { data: [1, 2], next: "b" },
  b: { data: [], next: "c" },
  c: { data: [3], next: null },
};

function listOf(failing?: string): { list: Paged<Page, number>; loaded: string[] } {
  const loaded: string[] = [];
  const load = async (cursor = "first"): Promise<Page> => {
    loaded.push(cursor);
    if (cursor === failing) throw new Error(`no ${cursor}`);
    return pages[cursor] ?? { data: [] };
  };
  const list = paged(
    load,
    ({ data }) => data,
    ({ next }) => next,
  );
  return { list, loaded };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("a paged list", () => {
  it("is a promise of its first page, and no other is fetched for that", async () => {
    const { list, loaded } = listOf();
    expect(await list).toEqual(pages["first"]);
    expect(loaded).toEqual(["first"]);
  });

  it("gives every item of every page, an empty one in between included", async () => {
    const { list, loaded } = listOf();
    expect(await collect(list)).toEqual([1, 2, 3]);
    expect(loaded).toEqual(["first", "b", "c"]);
  });

  it("gives its pages", async () => {
    expect(await collect(listOf().list.pages())).toEqual([pages["first"], pages["b"], pages["c"]]);
  });

  it("fetches a page only when it is asked for", async () => {
    const { list, loaded } = listOf();
    for await (const item of list) if (item === 2) break;
    expect(loaded).toEqual(["first"]);
  });

  it("can be gone through again", async () => {
    const { list } = listOf();
    expect([...(await collect(list)), ...(await collect(list))]).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it("throws where a page cannot be fetched, after the items before it", async () => {
    const items: number[] = [];
    const reading = (async () => {
      for await (const item of listOf("b").list) items.push(item);
    })();
    await expect(reading).rejects.toThrow("no b");
    expect(items).toEqual([1, 2]);
    const { list } = listOf("first");
    await expect(list).rejects.toThrow("no first");
    await expect(collect(list)).rejects.toThrow("no first");
  });
});
