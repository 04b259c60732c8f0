/**
 * Type-checks every TypeScript block of every Markdown document in the repository, each as a module of its own, and
 * holds READMEs to 150 lines.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { codeBlocks } from "./code-blocks.ts";

const MAX_README_LINES = 150;
const root = join(import.meta.dirname, "..");
const folder = join(root, ".docs-code");

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
});
const documents = listed.split("\n").filter((path) => path !== "" && !path.startsWith(".changeset/"));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const origins = new Map<string, { document: string; line: number }>();
let failed = false;
for (const document of documents) {
  const text = readFileSync(join(root, document), "utf8");
  const lines = text.trimEnd().split("\n").length;
  if (document.endsWith("README.md") && lines > MAX_README_LINES) {
    console.error(`${document} has ${lines} lines, at most ${MAX_README_LINES} are wanted.`);
    failed = true;
  }
  for (const block of codeBlocks(text).filter(({ language }) => language === "ts" || language === "tsx")) {
    const name = `block-${origins.size}.${block.language}`;
    writeFileSync(join(folder, name), block.code);
    origins.set(name, { document, line: block.line });
  }
}
writeFileSync(
  join(folder, "tsconfig.json"),
  JSON.stringify({
    extends: "../tsconfig.base.json",
    compilerOptions: { types: ["node", "vite/client"], noUnusedLocals: false, noUnusedParameters: false },
    include: ["*"],
  }),
);
const { stdout, status } = spawnSync("tsc", ["-p", folder, "--pretty", "false"], {
  cwd: folder,
  encoding: "utf8",
});
const said = stdout.replaceAll(
  /^(block-\d+\.tsx?)\((\d+),(\d+)\)/gm,
  (match, name: string, line: string, column: string) => {
    const origin = origins.get(name);
    return origin === undefined ? match : `${origin.document}:${origin.line + Number(line) - 1}:${column}`;
  },
);
if (status !== 0) console.error(said.trim());
rmSync(folder, { recursive: true });
if (failed || status !== 0) process.exitCode = 1;
else console.log(`${origins.size} code blocks in ${documents.length} documents compile.`);
