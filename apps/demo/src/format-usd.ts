/** The API counts cost in ticks: 10,000,000,000 of them are one US dollar. */
const ticksPerUsd = 1e10;

/** Returns a cost for reading, from the API's ticks: cents and more with two to four decimals, less with two significant digits. */
export function formatUsd(ticks: number): string {
  const usd = ticks / ticksPerUsd;
  if (usd === 0) return "$0";
  if (usd < 0.000001) return "< $0.000001";
  if (usd >= 1) return `$${usd.toFixed(2)}`;
  if (usd >= 0.01) return `$${usd.toFixed(4)}`;
  const decimals = 1 - Math.floor(Math.log10(usd));
  return `$${usd.toFixed(decimals)}`;
}
