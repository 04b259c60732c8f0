import type { Rows } from "../src/budget/rows.ts";

/** Rows in memory, kept as JSON as an object's are. */
export function memoryRows(): Rows & { readonly size: () => number } {
  const kept = new Map<string, { readonly value: string; readonly dueAt: number | undefined }>();
  const byDue = () =>
    [...kept]
      .flatMap(([key, { value, dueAt }]) => (dueAt === undefined ? [] : [{ key, value, dueAt }]))
      .toSorted((one, other) => one.dueAt - other.dueAt);
  return {
    size: () => kept.size,
    get(key) {
      const row = kept.get(key);
      return row && JSON.parse(row.value);
    },
    put: (key, value, dueAt) => void kept.set(key, { value: JSON.stringify(value), dueAt }),
    delete: (key) => void kept.delete(key),
    due: (now, most) =>
      byDue()
        .filter(({ dueAt }) => dueAt <= now)
        .slice(0, most)
        .map(({ key, value }) => [key, JSON.parse(value)]),
    nextDueAt: () => byDue()[0]?.dueAt,
    keysOf: (area) =>
      [...kept.keys()]
        .filter((key) => key.startsWith(`${area}:`))
        .map((key) => key.slice(area.length + 1))
        .toSorted(),
  };
}
