import { createRandom } from "../random.ts";

/**
 * A vector of length 1 for a text, the same for the same text: the sum of a direction for each word, so that texts that
 * share words are near each other.
 */
export function embed(text: string, dimensions: number): number[] {
  const sum = new Float64Array(dimensions);
  for (const word of wordsOf(text)) {
    const random = createRandom("embedding", word);
    for (let index = 0; index < dimensions; index += 1) sum[index] = (sum[index] ?? 0) + random.next() - 0.5;
  }
  const length = Math.hypot(...sum);
  // 32 bits are what base64 can carry: both formats say the same.
  return Array.from(sum, (value) => Math.fround(value / length));
}

/** Cosine of the angle between two vectors of length 1. */
export function similarity(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

/** The words of a text in lower case; a text without any is one word. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [text];
}
