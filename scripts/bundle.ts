import { join } from "node:path";
import { build as buildWithEsbuild } from "esbuild";
import { build as buildWithRolldown } from "rolldown";

const root = join(import.meta.dirname, "..");

export type Bundler = "esbuild" | "rolldown";

/** The minified bundle of a module that may import the packages by name, as a user's bundler makes it for a page. */
export async function bundle(entry: string, bundler: Bundler): Promise<string> {
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
