import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, findChromiums } from "../../scripts/find-chromium.ts";

const setupFiles = ["../../testing/src/no-stray-console.ts"];
const executablePath = findChromiums()[0];

export default defineConfig({
  test: {
    // The test command leaves out what begins with "browser" when there is no Chromium, by the outermost name.
    name: "browser-demo",
    projects: [
      {
        test: {
          name: "node",
          include: ["src/**/*.test.ts"],
          exclude: ["src/**/*.browser.test.ts"],
          setupFiles,
        },
      },
      {
        // Found before the tests begin, so that none of them meets a reloading page.
        optimizeDeps: { include: ["dompurify", "marked"] },
        test: {
          name: "chromium",
          include: ["src/**/*.browser.test.ts"],
          setupFiles,
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
    ],
  },
});
