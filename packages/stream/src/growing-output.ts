import type { PartList } from "./response-routes.ts";
import { findSlot, type Slot, toIndex } from "./slots.ts";
import { type Fields, isFields, keepField } from "./wire-fields.ts";

const LISTS: readonly PartList[] = ["content", "summary"];

/** An item of a response's output while it grows. */
export interface GrowingItem extends Slot {
  item: Fields;
  /** Its `output_item.done` was there. */
  isDone: boolean;
  /** The indices that the parts in its lists stand for. */
  readonly slots: Record<PartList, Slot[]>;
}

/** The output of a response while it grows: ordered by the wire's indices, whatever order the items arrive in. */
export interface GrowingOutput {
  readonly output: Fields[];
  /** The item that an event names by its id, or else by its place. */
  readonly find: (event: Fields, id: unknown) => GrowingItem | undefined;
  /** Puts an item where an event says. */
  readonly put: (event: Fields, item: Fields) => GrowingItem;
  /** Puts an item in place of what it was so far. */
  readonly replace: (growing: GrowingItem, item: Fields) => void;
}

export function createGrowingOutput(): GrowingOutput {
  const output: Fields[] = [];
  const items: GrowingItem[] = [];
  const byId = new Map<unknown, GrowingItem>();

  /** The place that an event names. Without one, an unknown id is the next item, and no id means the last. */
  function indexOf(event: Fields, id: unknown): number {
    const last = items.at(-1)?.index ?? -1;
    return toIndex(event["output_index"], id || last < 0 ? last + 1 : last);
  }

  /** The item is copied as deep as later events reach into it. */
  function replace(growing: GrowingItem, item: Fields): void {
    const own = { ...item };
    for (const list of LISTS) {
      const parts = own[list];
      growing.slots[list] = [];
      if (!Array.isArray(parts)) continue;
      own[list] = parts.map(ownPart);
      growing.slots[list] = parts.map((_, index) => ({ index }));
    }
    growing.item = own;
    output[items.indexOf(growing)] = own;
    if (own["id"]) byId.set(own["id"], growing);
  }

  return {
    output,
    find(event, id) {
      const known = id ? byId.get(id) : undefined;
      if (known !== undefined) return known;
      const there = items[findSlot(items, indexOf(event, id))];
      // Ids of an item that is under way may change from event to event; a finished one under another id is another.
      return id && there?.isDone && there.item["id"] ? undefined : there;
    },
    put(event, item) {
      const index = indexOf(event, item["id"]);
      let at = findSlot(items, index);
      if (at < 0) at = ~at;
      while (items[at]?.index === index) at += 1;
      const growing: GrowingItem = { index, item, isDone: false, slots: { content: [], summary: [] } };
      items.splice(at, 0, growing);
      output.splice(at, 0, item);
      replace(growing, item);
      return growing;
    },
    replace,
  };
}

/** What an announcement says together with what grew before it came, which counts more. */
export function announced(said: Fields, grown: Fields): Fields {
  const both = { ...said };
  for (const field in grown) {
    if (field !== "type" && field !== "status") keepField(both, field, grown[field]);
  }
  return both;
}

/** One of an item's lists, and the place in it that stands for an index; `undefined` is put there when it is new. */
export function placeOf(
  growing: GrowingItem,
  list: PartList,
  index: unknown,
): [parts: unknown[], place: number] {
  const { item, slots } = growing;
  const parts = item[list];
  const own: unknown[] = Array.isArray(parts) ? parts : [];
  item[list] = own;
  const known = toIndex(index, Math.max(own.length - 1, 0));
  const place = findSlot(slots[list], known);
  if (place >= 0) return [own, place];
  slots[list].splice(~place, 0, { index: known });
  own.splice(~place, 0, undefined);
  return [own, ~place];
}

/** A copy of a part with lists of its own. */
export function ownPart(part: unknown): unknown {
  if (!isFields(part)) return part;
  const own = { ...part };
  for (const field in own) {
    const value = own[field];
    if (Array.isArray(value)) own[field] = value.slice();
  }
  return own;
}
