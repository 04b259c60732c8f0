import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

const app = join(import.meta.dirname, "..");
const wrangler = join(
  dirname(createRequire(import.meta.url).resolve("wrangler/package.json")),
  "bin/wrangler.js",
);

it("the types of the bindings are those that wrangler makes of the configuration", async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [wrangler, "types", "--check", "--include-runtime=false", "--strict-vars=false"],
    { cwd: app, env: { ...process.env, NO_COLOR: "1", WRANGLER_SEND_METRICS: "false" } },
  );
  expect(stdout).toMatch(/up to date/i);
});

it("wrangler takes the configuration without a warning and bundles the Worker, in at most 54 KB of gzip", async () => {
  const folder = await mkdtemp(join(tmpdir(), "xai-edge-proxy-"));
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [wrangler, "deploy", "--dry-run", "--outdir", folder],
    {
      cwd: app,
      env: { ...process.env, NO_COLOR: "1", WRANGLER_SEND_METRICS: "false", WRANGLER_LOG_PATH: folder },
    },
  );
  expect(stdout).toContain("env.ALLOWED_ORIGINS");
  expect(stdout + stderr).not.toMatch(/warning|error/i);
  const deployed = await readFile(join(folder, "worker.js"));
  expect(gzipSync(deployed, { level: 9 }).byteLength).toBeLessThanOrEqual(54_000);
  await rm(folder, { recursive: true });
});
