/** How a line of an event stream may end. */
export type LineEnd = "\n" | "\r" | "\r\n";

/** Every way in which a line of an event stream may end, by name. */
export const lineEnds: readonly (readonly [name: string, lineEnd: LineEnd])[] = [
  ["LF", "\n"],
  ["CR", "\r"],
  ["CRLF", "\r\n"],
];

/** The bytes of an event stream in which each payload is the data of one event. Payloads have no line ends. */
export function writeSse(payloads: readonly string[], lineEnd: LineEnd = "\n"): Uint8Array<ArrayBuffer> {
  const text = payloads.map((payload) => `data: ${payload}${lineEnd}${lineEnd}`).join("");
  return new TextEncoder().encode(text);
}
