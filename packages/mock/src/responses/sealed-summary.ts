import { fromBase64, toBase64 } from "../media/base64.ts";

const mark = "simulated-compaction:";

/** Makes the opaque text that stands for a compacted conversation. */
export function sealSummary(summary: string): string {
  return toBase64(new TextEncoder().encode(mark + summary));
}

/** Reads the simulator's own; one of the real API says nothing to it. */
export function openSummary(sealed: string): string {
  const bytes = fromBase64(sealed);
  const text = bytes === undefined ? "" : new TextDecoder().decode(bytes);
  return text.startsWith(mark) ? text.slice(mark.length) : "";
}
