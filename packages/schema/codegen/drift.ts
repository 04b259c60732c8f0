import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "./generated-file.ts";

/** How the generated files below a folder differ from what they should be. */
export interface Drift {
  /** Missing, or with another text. */
  stale: readonly GeneratedFile[];
  /** Paths of generated files that nothing yields any more. */
  orphaned: readonly string[];
}

export function findDrift(root: string, wanted: readonly GeneratedFile[]): Drift {
  const paths = new Set(wanted.map(({ path }) => path));
  const folders = new Set(wanted.map(({ path }) => dirname(path)));
  return {
    stale: wanted.filter(({ path, text }) => textAt(join(root, path)) !== text),
    orphaned: [...folders].flatMap((folder) => generatedIn(root, folder)).filter((path) => !paths.has(path)),
  };
}

/** Writes what is stale and removes what is orphaned. */
export function mend(root: string, { stale, orphaned }: Drift): void {
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of orphaned) rmSync(join(root, path));
}

function generatedIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".gen.ts"))
    .map((name) => `${folder}/${name}`);
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
