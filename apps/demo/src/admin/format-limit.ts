/** Returns a limit in US dollars as it was set, with two decimals at least where it has any. */
export function formatLimit(usd: number): string {
  const minimumFractionDigits = Number.isInteger(usd) ? 0 : 2;
  return `$${usd.toLocaleString("en-US", { minimumFractionDigits, maximumFractionDigits: 10 })}`;
}
