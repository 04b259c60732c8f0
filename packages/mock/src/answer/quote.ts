/** A text on one line, cut at a word after about `length` characters. */
export function toOneLine(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const end = line.lastIndexOf(" ", length);
  return `${line.slice(0, end > length / 2 ? end : length)}…`;
}
