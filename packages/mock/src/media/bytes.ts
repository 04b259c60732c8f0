/** The parts one after the other: bytes as they are, texts as Latin-1. */
export function concatBytes(...parts: readonly (Uint8Array | string)[]): Uint8Array<ArrayBuffer> {
  const arrays = parts.map((part) =>
    typeof part === "string" ? Uint8Array.from(part, (character) => character.charCodeAt(0)) : part,
  );
  const whole = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}

/** A whole number as 4 bytes, the most significant one first. */
export function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** Whole numbers as bytes of this width, the least significant one first. */
export function littleEndian(width: 2 | 4, ...values: readonly number[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap((value) => Array.from({ length: width }, (_, index) => value >>> (8 * index))),
  );
}
