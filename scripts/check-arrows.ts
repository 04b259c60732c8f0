import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import process from "node:process";
import { wrongArrow } from "./arrows.ts";
import { importsOf } from "./imports-of.ts";

const root = join(import.meta.dirname, "..");
const problems: string[] = [];

const files = globSync(["packages/*/**/*.{ts,tsx}", "apps/*/**/*.{ts,tsx}"], {
  cwd: root,
  exclude: (name) => /(?:^|[\\/])(?:node_modules|dist|\.wrangler|\.turbo)$/.test(name),
}).map((file) => file.split(sep).join("/"));

for (const file of files.toSorted()) {
  for (const found of importsOf(file, readFileSync(join(root, file), "utf8"))) {
    const wrong = wrongArrow(file, found);
    if (wrong !== undefined) problems.push(`${file}:${found.line} imports ${found.specifier}: ${wrong}`);
  }
}

const core: Record<string, unknown> = JSON.parse(
  readFileSync(join(root, "packages/core/package.json"), "utf8"),
);
for (const field of ["dependencies", "peerDependencies", "optionalDependencies"]) {
  if (field in core)
    problems.push(`packages/core/package.json has ${field}: core may not depend on anything`);
}

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
} else {
  console.log(`${files.length} files import only what they may.`);
}
