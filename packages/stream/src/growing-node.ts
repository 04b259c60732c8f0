import { inOrder, nextIndex, type Slot } from "./slots.ts";
import { type Fields, isFields, isNothing } from "./wire-fields.ts";

/** An object that grows at its place in a list, with what grows in its own lists. */
export interface GrowingNode extends Slot {
  readonly value: Fields;
  lists: Record<string, GrowingNode[]>;
}

/** A node that begins as a copy of an object. */
function beginAs(from: Fields, index: number): GrowingNode {
  const node = { index, value: {}, lists: {} };
  takeOver(node, from, true);
  return node;
}

/**
 * Gives a node copies of the fields of an object, and of its lists: all in place of what it has, or such that nothing
 * (null, an empty string or list) never replaces something.
 */
export function takeOver(node: GrowingNode, from: Fields, isWhole: boolean): void {
  const { value } = node;
  if (isWhole) {
    node.lists = {};
    for (const field in value) if (!Object.hasOwn(from, field)) delete value[field];
  }
  for (const field in from) {
    const taken = from[field];
    // Assigned by name, `__proto__` would replace the prototype.
    if (field === "__proto__" || (!isWhole && isNothing(taken) && Object.hasOwn(value, field))) continue;
    value[field] = taken;
    if (!Array.isArray(taken)) continue;
    const nodes = taken.filter(isFields).map(beginAs);
    node.lists[field] = nodes;
    value[field] = nodes.length < taken.length ? taken.slice() : inOrder(nodes);
  }
}

/** The child at this index of a list, with this id where both have one; the last child where no index is given. */
export function childOf(
  { value, lists }: GrowingNode,
  list: string,
  at: unknown,
  begin: Fields,
  id?: unknown,
): GrowingNode {
  const nodes = (lists[list] ??= []);
  const isPlaced = typeof at === "number";
  let child = nodes.findLast(
    (one) => (!isPlaced || one.index === at) && (!id || !one.value["id"] || one.value["id"] === id),
  );
  if (child === undefined) {
    child = beginAs(begin, isPlaced ? at : nextIndex(nodes));
    nodes.push(child);
    value[list] = inOrder(nodes);
  }
  return child;
}
