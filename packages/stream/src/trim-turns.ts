import { XaiOptionsError } from "@xai-edge/core";
import { inseparable, type Unit } from "./inseparable.ts";
import { isSystem } from "./is-system.ts";
import type { Turn } from "./protocol.ts";
import { fieldsOf } from "./wire-fields.ts";

/** How to trim. */
export interface TrimOptions<Item> {
  /** What may remain. Tools and instructions of the request are not counted. */
  readonly maxTokens: number;
  /** How many tokens an item has; asked one by one, the newest first, until no more fit. */
  readonly count: (item: Item) => number | Promise<number>;
}

/**
 * Leaves out the oldest of a conversation until it fits. System messages and compactions stay, the last that the user
 * said and what came last, too; a call and its result, with all that their answer holds, stay or go together. What
 * stays begins with something that the user said. Turns lose their ids when something is left out: what the server has
 * stored under them is another conversation.
 *
 * @throws XaiOptionsError (`too_few_tokens`) when what has to stay does not fit.
 */
export async function trimTurns<Item extends object>(
  turns: readonly Turn<Item>[],
  { maxTokens, count }: TrimOptions<Item>,
): Promise<readonly Turn<Item>[]> {
  const units = inseparable(turns);
  const lastSaid = units.findLastIndex(isSaid);
  const last = units.findLastIndex(({ items }) => !items.some(isStanding));
  const kept = new Set<Item>();
  let left = maxTokens;
  const fits = async ({ items }: Unit<Item>): Promise<boolean> => {
    for (const item of items) left -= await count(item);
    if (left >= 0) for (const item of items) kept.add(item);
    return left >= 0;
  };
  const hasToStay = (unit: Unit<Item>, at: number): boolean =>
    at === lastSaid || at === last || unit.items.some(isStanding);

  for (const [at, unit] of units.entries()) {
    if (hasToStay(unit, at) && !(await fits(unit))) {
      throw new XaiOptionsError(
        `Expected maxTokens for what has to stay, ${maxTokens - left} or more, got ${maxTokens}`,
        "too_few_tokens",
      );
    }
  }
  let from = units.length;
  while (from > 0) {
    const unit = units[from - 1];
    if (unit && !hasToStay(unit, from - 1) && !(await fits(unit))) break;
    from -= 1;
  }
  if (from === 0) return turns;
  for (const [at, unit] of units.entries()) {
    if (at < from || hasToStay(unit, at)) continue;
    // Older than the last that the user said, an answer without its question would be the beginning.
    if (at > lastSaid || isSaid(unit)) break;
    for (const item of unit.items) kept.delete(item);
  }
  return turns.flatMap(({ id: _, ...turn }) => {
    const items = turn.items.filter((item) => kept.has(item));
    return items.length > 0 ? [{ ...turn, items }] : [];
  });
}

/** Whether a unit is something that the user said. */
function isSaid<Item>({ items, ids }: Unit<Item>): boolean {
  return fieldsOf(items[0])["role"] === "user" && ids.size === 0;
}

/** Whether an item holds for all that follows. */
function isStanding(item: object): boolean {
  return isSystem(item) || fieldsOf(item)["type"] === "compaction";
}
