/**
 * `pnpm generate` writes everything that follows from packages/schema/spec; with `--check` it writes nothing and fails
 * when a generated file differs from what the description yields.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { areas } from "../spec/areas.ts";
import { leftOut } from "../spec/left-out.ts";
import { operations } from "../spec/operations.ts";
import { readApi } from "./api.ts";
import { findDrift, mend } from "./drift.ts";
import { emitCalls } from "./emit-calls.ts";
import { emitOperationsDocument, emitOperationsSummary } from "./emit-operation-tables.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitSchemas } from "./emit-schemas.ts";
import { emitShapes } from "./emit-shapes.ts";
import { emitTypes } from "./emit-types.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const api = readApi(areas, operations);
const readme = readFileSync(join(root, "packages/core/README.md"), "utf8");
const files = [
  ...emitTypes(api),
  ...emitSchemas(api),
  ...emitShapes(api),
  ...emitOperations(api),
  ...emitCalls(api),
  emitOperationsDocument(api, leftOut),
  emitOperationsSummary(api, readme),
];
const drift = findDrift(root, files);
const { stale, orphaned } = drift;

if (process.argv.includes("--check")) {
  for (const { path } of stale) console.error(`${path} differs from what packages/schema/spec yields.`);
  for (const path of orphaned) console.error(`${path} is not generated any more.`);
  if (stale.length + orphaned.length > 0) {
    console.error("Run `pnpm generate` and commit what it writes.");
    process.exitCode = 1;
  } else {
    console.log(`${files.length} generated files are what packages/schema/spec yields.`);
  }
} else {
  mend(root, drift);
  console.log(`${files.length} files, ${stale.length} written, ${orphaned.length} removed.`);
}
