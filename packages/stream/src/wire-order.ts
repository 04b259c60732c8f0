/** The index that the wire names, or another one when it names none. */
export function toIndex(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** Orders by the wire's indices; where they are the same, by arrival. */
export function byIndex(a: { readonly index: number }, b: { readonly index: number }): number {
  return a.index - b.index;
}

/** The values without gaps, ordered by the wire's indices, whatever order they arrived in. */
export function inOrder<Value>(values: ReadonlyMap<number, Value>): Value[] {
  return [...values].toSorted(([a], [b]) => a - b).map(([, value]) => value);
}
