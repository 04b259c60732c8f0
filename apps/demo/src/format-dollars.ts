/** Returns an amount of US dollars for reading: cents and more with two to four decimals, less with two significant digits. */
export function formatDollars(usd: number): string {
  if (usd === 0) return "$0";
  if (usd < 0.000001) return "< $0.000001";
  if (usd >= 1) return `$${usd.toFixed(2)}`;
  if (usd >= 0.01) return `$${usd.toFixed(4)}`;
  const decimals = 1 - Math.floor(Math.log10(usd));
  return `$${usd.toFixed(decimals)}`;
}
