import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unstable_readConfig as readWranglerConfig } from "wrangler";

const folder = join(import.meta.dirname, "..");
const wranglerConfig = readWranglerConfig({ config: join(folder, "wrangler.jsonc") }, { hideWarnings: true });

interface Binding {
  readonly name: string;
  readonly class_name: string;
}

/** The objects of wrangler.jsonc, which the Worker's own entries export. */
const durableObjects = Object.fromEntries(
  wranglerConfig.durable_objects.bindings.map(({ name, class_name: className }: Binding) => [
    name,
    { className, useSQLite: true },
  ]),
);

/** A bundled Worker in a workerd of its own, which is killed in the middle of whatever it does when it is disposed of. */
export interface RunningWorker extends AsyncDisposable {
  /** Where workerd itself listens: what is sent there reaches the Worker as it was written. */
  readonly url: string;
  /** Everything the Worker wrote to its console. */
  readonly logs: readonly string[];
}

/** A module with a Worker as its default export. */
export type Entry = "src/worker.ts" | "src/dev-worker.ts" | "testing/observable-simulator.ts";

const entriesWithObjects: readonly Entry[] = ["src/worker.ts", "src/dev-worker.ts"];

export interface RunOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Whether the Worker has its Durable Objects. Default: true. */
  readonly durableObjects?: boolean;
  /** Bindings of Durable Objects that it lacks. Default: none. */
  readonly without?: readonly string[];
  /** Where its objects keep what they know, for a Worker after it. Default: nowhere. */
  readonly storage?: string;
}

/** Bundles an entry and runs it with these settings and the date and flags of wrangler.jsonc, on a free port unless one is given. */
export async function runWorker(
  entry: Entry | URL,
  settings: Readonly<Record<string, string>>,
  { port = 0, durableObjects: hasObjects = true, without = [], storage }: RunOptions = {},
): Promise<RunningWorker> {
  const { code } = await bundleWorker(entry);
  const logs: string[] = [];
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: wranglerConfig.name ?? "",
      modules: [{ type: "ESModule", path: "worker.js", contents: code }],
      compatibilityDate: wranglerConfig.compatibility_date ?? "",
      compatibilityFlags: wranglerConfig.compatibility_flags,
      bindings: settings,
      durableObjects:
        hasObjects && entriesWithObjects.some((one) => one === entry)
          ? Object.fromEntries(Object.entries(durableObjects).filter(([name]) => !without.includes(name)))
          : {},
      // Miniflare's own entry tidies up URLs and hosts before the Worker sees them; a direct socket leaves it out.
      unsafeDirectSockets: [{ host: "127.0.0.1", port }],
      ...(storage !== undefined && { resourcePersistencePath: storage }),
      cf: false,
      handleStructuredLogs: ({ message }) => logs.push(message),
    }),
  );
  const url = await miniflare.unsafeGetDirectURL();
  return { url: url.origin, logs, [Symbol.asyncDispose]: () => miniflare.dispose() };
}

/** The bundle of an entry, and the files that went into it. */
export async function bundleWorker(
  entry: Entry | URL,
): Promise<{ readonly code: string; readonly files: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [typeof entry === "string" ? entry : fileURLToPath(entry)],
    bundle: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    minify: true,
    external: ["cloudflare:*"],
    write: false,
    metafile: true,
  });
  return { code: outputFiles.map(({ text }) => text).join(""), files: Object.keys(metafile.inputs) };
}
