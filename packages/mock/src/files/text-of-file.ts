import type { StoredFile } from "../state/state.ts";

/** The text of a file; of one that is not UTF-8 a sentence instead. */
export async function textOfFile({ bytes, wire }: StoredFile): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await bytes.arrayBuffer());
  } catch {
    return `Simulated text of ${wire.filename}, which has ${wire.bytes} bytes.`;
  }
}
