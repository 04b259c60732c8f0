import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WireCapture } from "../src/provided-context.ts";

const folder = join(import.meta.dirname, "../../../shared/wire");

/** Returns the recorded captures that lie next to the checkout, in the order of their names, or none where there are none. */
export function readWireCaptures(): readonly WireCapture[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => ({ name, text: readFileSync(join(folder, name), "utf8") }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
