import { isFields } from "./parse-json.ts";

/** Each costs a search through the text. */
export const maxReplacements = 1_000;

/**
 * Characters of a text once its words are replaced; more than `max` are not counted out. How the API goes about it is not known, so
 * that what is counted is the worst: each spelling, each after the other, and once more for what an earlier one left behind.
 */
export function longestSpeech(text: string, replace: unknown, max: number): number {
  const words = isFields(replace) ? Object.entries(replace) : [];
  let spoken = text.toLowerCase();
  for (const [word, spelling] of [...words, ...words]) {
    const from = word.toLowerCase();
    const to = String(spelling).toLowerCase();
    if (to.length < from.length) continue;
    const length = spoken.length + spoken.split(from).length * (to.length - from.length);
    if (length > max && spoken.includes(from)) return length;
    spoken = spoken.replaceAll(from, () => to);
  }
  return Math.max(spoken.length, text.length);
}
