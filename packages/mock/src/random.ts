/** A source of numbers that are the same for the same seed. */
export interface Random {
  /** The next number, from 0 up to 1. */
  next(): number;
  /** The next whole number, from 0 up to `count - 1`. */
  below(count: number): number;
  /** One of the values; throws when there are none. */
  pick<Value extends {}>(values: readonly Value[]): Value;
  /** Lowercase hexadecimal digits. */
  hex(digits: number): string;
}

/** Makes a source of numbers from anything that can be told apart as text (mulberry32 seeded by FNV-1a). */
export function createRandom(...seeds: readonly (string | number)[]): Random {
  let state = 0x811c9dc5;
  for (const character of seeds.join("\u0000")) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError("Expected values to pick from, got none");
      return value;
    },
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(""),
  };
}

/** An id in the form of the API's own, which look like UUIDs and carry no version. */
export function createUuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join("-");
}
