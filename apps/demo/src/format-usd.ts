import { formatDollars } from "./format-dollars.ts";

/** The API counts cost in ticks: 10,000,000,000 of them are one US dollar. */
const ticksPerUsd = 1e10;

/** Returns a cost for reading, from the API's ticks. */
export function formatUsd(ticks: number): string {
  return formatDollars(ticks / ticksPerUsd);
}
