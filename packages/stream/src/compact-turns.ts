import type { Turn } from "./protocol.ts";
import { itemsOfTurns } from "./to-turn.ts";
import { isSystem } from "./is-system.ts";

/**
 * Replaces a conversation by what `compact` makes of its items, in front of its system messages.
 *
 * @example
 * await conversation.update((turns) =>
 *   compactTurns(turns, (input) => xai.responses.compact({ model: "grok-4", input })),
 * );
 */
export async function compactTurns<Item extends object>(
  turns: readonly Turn<Item>[],
  compact: (items: Item[]) => Promise<{ output: readonly Item[] }>,
): Promise<readonly Turn<Item>[]> {
  const items = itemsOfTurns(turns);
  // The API wants what it made at the very beginning.
  const { output } = await compact(items);
  return [{ kind: "input", items: [...output, ...items.filter(isSystem)] }];
}
