import type { Fields } from "./wire-fields.ts";

/** What stands at an index of the wire. */
export interface Slot<Value extends Fields = Fields> {
  readonly index: number;
  value: Value;
}

/** Sorts slots by index, and by arrival where it is the same, and returns what stands in them, without gaps. */
export function inOrder<Value extends Fields>(slots: Slot<Value>[]): Value[] {
  slots.sort((a, b) => a.index - b.index);
  return slots.map(({ value }) => value);
}

/** The index that the wire names, or something else when it names none. */
export function toIndex<Otherwise>(value: unknown, otherwise: Otherwise): number | Otherwise {
  return typeof value === "number" ? value : otherwise;
}

/** The index behind the last of ordered slots. */
export function nextIndex(slots: readonly Slot[]): number {
  return (slots.at(-1)?.index ?? -1) + 1;
}
