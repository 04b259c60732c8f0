import { randomBytes } from "node:crypto";

/** A key made for one run, and a search for it. */
export interface Canary {
  readonly key: string;
  /** Returns the spellings of the key that occur in these bytes: as it is, or encoded as something on its way might have done. */
  foundIn(bytes: Buffer | string): string[];
}

/** Makes a key that looks like xAI's and has characters that URLs and JSON escape. */
export function createCanary(): Canary {
  // The search is for the middle alone: that finds a key that lost its ends as well.
  const core = randomBytes(12).toString("hex");
  const spellings = Object.entries(spellingsOf(core));
  return {
    key: `xai-canary-${core}+/=~`,
    foundIn(bytes) {
      const text = (typeof bytes === "string" ? bytes : bytes.toString("latin1")).toLowerCase();
      return spellings.filter(([, spelling]) => text.includes(spelling.toLowerCase())).map(([name]) => name);
    },
  };
}

function spellingsOf(core: string): Record<string, string> {
  const each = (write: (code: number) => string): string =>
    Array.from(core, (character) => write(character.charCodeAt(0))).join("");
  return {
    plain: core,
    "URL-encoded": each((code) => `%${code.toString(16)}`),
    "JSON-escaped": each((code) => String.raw`\u${code.toString(16).padStart(4, "0")}`),
    "HTML-escaped": each((code) => `&#${code};`),
    "HTML-escaped in hex": each((code) => `&#x${code.toString(16)};`),
    hex: each((code) => code.toString(16)),
    "UTF-16": each((code) => `${String.fromCharCode(code)}\0`),
    ...Object.fromEntries([0, 1, 2].map((offset) => [`base64 from byte ${offset}`, base64At(core, offset)])),
  };
}

/** Returns the part of a text's base64 that is the same whatever stands around the text. */
function base64At(core: string, offset: number): string {
  const encoded = Buffer.from("\0".repeat(offset) + core).toString("base64");
  const firstWhole = [0, 2, 3][offset];
  const lastWhole = Math.floor(((offset + core.length) * 8) / 6);
  return encoded.slice(firstWhole, lastWhole);
}
