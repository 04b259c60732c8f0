import { createHash } from "node:crypto";

/** A file that the generator writes: its path from the root of the repository, and its text. */
export interface GeneratedFile {
  path: string;
  text: string;
}

/** The first lines of every generated file: where it comes from, and a hash that changes when its source does. */
export function header(source: unknown): string {
  const hash = createHash("sha256").update(JSON.stringify(source)).digest("hex").slice(0, 12);
  return `// Written by \`pnpm generate\` from packages/schema/spec (source ${hash}). Do not edit.\n\n`;
}

/** Kebab-case file stem of an area: `responsesEvents` → `responses-events`. */
export function fileStem(area: string): string {
  return area.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
