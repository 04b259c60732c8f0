import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { build as buildWithEsbuild } from "esbuild";
import { build as buildWithRolldown } from "rolldown";
import { sizeBudgets, type SizeBudget } from "./size-budgets.ts";

const root = join(import.meta.dirname, "..");

async function bundle({ entry, bundler = "esbuild" }: SizeBudget): Promise<string> {
  if (bundler === "rolldown") {
    const { output } = await buildWithRolldown({
      cwd: root,
      input: "entry",
      platform: "browser",
      plugins: [
        {
          name: "entry",
          resolveId: (id) => (id === "entry" ? join(root, "entry.ts") : undefined),
          load: (id) => (id === join(root, "entry.ts") ? entry : undefined),
        },
      ],
      output: { minify: true },
      write: false,
    });
    return output[0].code;
  }
  const { outputFiles } = await buildWithEsbuild({
    stdin: { contents: entry, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    minify: true,
    platform: "browser",
    target: "es2022",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}

const rows = await Promise.all(
  sizeBudgets.map(async (budget) => {
    const { name, limitBytes, bundler = "esbuild" } = budget;
    const bytes = gzipSync(await bundle(budget), { level: 9 }).byteLength;
    return { name, bundler, bytes, limitBytes, fits: bytes <= limitBytes };
  }),
);

console.log(["gzip bytes", "limit", "bundler "].map((title) => title.padStart(10)).join("  "));
for (const { name, bundler, bytes, limitBytes, fits } of rows) {
  const figures = [bytes, limitBytes, bundler].map((value) => String(value).padStart(10));
  console.log(`${figures.join("  ")}  ${name}${fits ? "" : "  ✗ too large"}`);
}
process.exitCode = rows.every(({ fits }) => fits) ? 0 : 1;
