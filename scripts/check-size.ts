import process from "node:process";
import { gzipSync } from "node:zlib";
import { bundle } from "./bundle.ts";
import { sizeBudgets } from "./size-budgets.ts";

const rows = await Promise.all(
  sizeBudgets.map(async ({ name, entry, limitBytes, bundler = "esbuild" }) => {
    const bytes = gzipSync(await bundle(entry, bundler), { level: 9 }).byteLength;
    return { name, bundler, bytes, limitBytes, fits: bytes <= limitBytes };
  }),
);

console.log(["gzip bytes", "limit", "bundler "].map((title) => title.padStart(10)).join("  "));
for (const { name, bundler, bytes, limitBytes, fits } of rows) {
  const figures = [bytes, limitBytes, bundler].map((value) => String(value).padStart(10));
  console.log(`${figures.join("  ")}  ${name}${fits ? "" : "  ✗ too large"}`);
}
process.exitCode = rows.every(({ fits }) => fits) ? 0 : 1;
