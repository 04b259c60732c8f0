/** What stands at one of the wire's own indices. */
export interface Slot {
  readonly index: number;
}

/**
 * Where an index stands among slots that are kept ordered and without gaps, whatever order they arrive in. When it is
 * not there, the bitwise complement of where it belongs.
 */
export function findSlot(slots: readonly Slot[], index: number): number {
  if (slots[index]?.index === index) return index;
  let end = slots.length;
  while (end > 0 && (slots[end - 1]?.index ?? -1) > index) end -= 1;
  return slots[end - 1]?.index === index ? end - 1 : ~end;
}

/** The index that an event names, or another one when it names none. */
export function toIndex(value: unknown, otherwise: number): number {
  return typeof value === "number" && value >= 0 && Number.isInteger(value) ? value : otherwise;
}
