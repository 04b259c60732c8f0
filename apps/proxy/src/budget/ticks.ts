/** What xAI bills in: 10,000,000,000 ticks are one US dollar. Whole numbers below 2^53, which is 900,719 dollars. */
export type Ticks = number;

export const ticksPerUsd = 10_000_000_000;
