/** A piece of a document. */
export interface Chunk {
  readonly text: string;
  readonly file_id: string;
  readonly chunk_id: string;
  readonly fields: Readonly<Record<string, string>>;
}

const chunkLength = 600;

/** Cuts a text into pieces of some hundred characters that end with a paragraph, or else with a word. */
export function toChunks(text: string): readonly string[] {
  const chunks: string[] = [];
  let rest = text.trim();
  while (rest.length > chunkLength) {
    const paragraph = rest.lastIndexOf("\n\n", chunkLength);
    const word = rest.lastIndexOf(" ", chunkLength);
    const end = paragraph > chunkLength / 3 ? paragraph : word > 0 ? word : chunkLength;
    chunks.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest === "" ? chunks : [...chunks, rest];
}
