import type { Turn } from "./protocol.ts";
import { fieldsOf } from "./wire-fields.ts";

/** Items that mean something only together. */
export interface Unit<Item> {
  readonly items: Item[];
  /** Ids of the calls, and of those that have their results here. */
  readonly ids: Set<string>;
}

/**
 * The items of a conversation, the oldest first, with those together that belong together: an answer, calls and their
 * results, and reasoning and what it led to.
 */
export function inseparable<Item extends object>(turns: readonly Turn<Item>[]): Unit<Item>[] {
  const units = new Set<Unit<Item>>();
  for (const { kind, items } of turns) {
    let open: Unit<Item> | undefined;
    for (const item of items) {
      const ids = idsIn(item);
      const [unit = { items: [], ids: new Set<string>() }, ...others] = [...units].filter(
        (each) => each === open || ids.some((id) => each.ids.has(id)),
      );
      for (const other of others) {
        unit.items.push(...other.items);
        for (const id of other.ids) unit.ids.add(id);
        units.delete(other);
      }
      unit.items.push(item);
      for (const id of ids) unit.ids.add(id);
      units.add(unit);
      open = kind === "answer" || fieldsOf(item)["type"] === "reasoning" ? unit : undefined;
    }
  }
  return [...units];
}

/** The ids of the calls in an item, or of those whose results it holds, in any of the three protocols. */
function idsIn(item: object): string[] {
  const { call_id: id, tool_call_id: answered, tool_calls: calls, content } = fieldsOf(item);
  const listed = [calls, content].flatMap((list) => (Array.isArray(list) ? list.map(fieldsOf) : []));
  return [
    id,
    answered,
    ...listed.map(
      ({ type, id: called, tool_use_id: used }) => used ?? (type === "text" ? undefined : called),
    ),
  ].filter((each): each is string => typeof each === "string" && each !== "");
}
