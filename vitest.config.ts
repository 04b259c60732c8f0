import { rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, findChromiums } from "./scripts/find-chromium.ts";

const runtimes = ["node", "browser", "workerd"] as const;

/** `x.test.ts` runs in every runtime, `x.node.test.ts` and its like only where their name says. */
function filesOf(runtime: (typeof runtimes)[number]) {
  return {
    include: [
      "packages/*/{src,codegen,conformance,contract}/**/*.test.ts",
      "{testing,scripts,examples}/**/*.test.ts",
    ],
    exclude: [
      "**/node_modules/**",
      ...runtimes.filter((other) => other !== runtime).map((other) => `**/*.${other}.test.ts`),
    ],
    setupFiles: ["testing/src/no-stray-console.ts"],
    // A busy machine is slow, not wrong.
    testTimeout: 20_000,
  };
}

const executablePath = findChromiums()[0];

// Bundled dependencies that an earlier run left do not know of a test's new import, and another run at the same time may replace
// them: either makes Vite reload the page, and the files that were running never end. So each run bundles its own, in a second.
const browserCache = join(import.meta.dirname, "node_modules/.vite", `browser-${process.pid}`);
process.once("exit", () => rmSync(browserCache, { recursive: true, force: true }));

export default defineConfig({
  test: {
    globalSetup: ["testing/node/global-setup.ts"],
    projects: [
      {
        test: {
          name: "node",
          ...filesOf("node"),
        },
      },
      {
        cacheDir: browserCache,
        test: {
          name: "browser",
          ...filesOf("browser"),
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: [...chromiumArgs],
                ...(executablePath === undefined ? {} : { executablePath }),
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        plugins: [cloudflareTest({ miniflare: { compatibilityDate: "2026-11-01" } })],
        test: {
          name: "workerd",
          ...filesOf("workerd"),
        },
      },
      "apps/*/vitest.config.ts",
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.e2e.test.ts"],
          fileParallelism: false,
          // After the unit suites, which need both cores.
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
