/**
 * `pnpm generate` writes everything that follows from packages/schema/spec; with `--check` it writes nothing and fails
 * when a generated file differs from what the description yields.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { areas } from "../spec/areas.ts";
import { operations } from "../spec/operations.ts";
import { readApi } from "./api.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitSchemas } from "./emit-schemas.ts";
import { emitTypes } from "./emit-types.ts";
import type { GeneratedFile } from "./generated-file.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const api = readApi(areas, operations);
const files: GeneratedFile[] = [...emitTypes(api), ...emitSchemas(api), ...emitOperations(api)];
const wanted = new Map(files.map((file) => [file.path, file.text]));

const folders = new Set(files.map((file) => dirname(file.path)));
const present = [...folders].flatMap((folder) => generatedIn(folder));
const stale = [...wanted].filter(([path, text]) => read(path) !== text).map(([path]) => path);
const orphaned = present.filter((path) => !wanted.has(path));

if (process.argv.includes("--check")) {
  for (const path of stale) console.error(`${path} differs from what packages/schema/spec yields.`);
  for (const path of orphaned) console.error(`${path} is not generated any more.`);
  if (stale.length + orphaned.length > 0) {
    console.error("Run `pnpm generate` and commit what it writes.");
    process.exitCode = 1;
  } else {
    console.log(`${wanted.size} generated files are what packages/schema/spec yields.`);
  }
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), wanted.get(path) ?? "");
  }
  for (const path of orphaned) rmSync(join(root, path));
  console.log(`${wanted.size} files, ${stale.length} written, ${orphaned.length} removed.`);
}

function generatedIn(folder: string): string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".gen.ts"))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
}
