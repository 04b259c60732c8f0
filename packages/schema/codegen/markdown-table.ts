/** A table in Markdown, its columns as wide as their longest cell. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const padded = [head, ...rows].map((row) =>
    line(widths.map((width, column) => (row[column] ?? "").padEnd(width))),
  );
  padded.splice(1, 0, line(widths.map((width) => "-".repeat(width))));
  return padded.join("");
}
