import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, findChromiums } from "./scripts/find-chromium.ts";

const runtimes = ["node", "browser", "workerd"] as const;

/** `x.test.ts` runs in every runtime, `x.node.test.ts` and its like only where their name says. */
function filesOf(runtime: (typeof runtimes)[number]) {
  return {
    include: ["packages/*/{src,codegen,conformance}/**/*.test.ts", "{testing,scripts}/**/*.test.ts"],
    exclude: [
      "**/node_modules/**",
      ...runtimes.filter((other) => other !== runtime).map((other) => `**/*.${other}.test.ts`),
    ],
    setupFiles: ["testing/src/no-stray-console.ts"],
  };
}

const executablePath = findChromiums()[0];

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
