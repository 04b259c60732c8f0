import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const setupFiles = ["../../testing/src/no-stray-console.ts"];

export default defineConfig({
  test: {
    name: "proxy",
    projects: [
      {
        // The duties one by one, inside workerd with the Worker's own date and flags.
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.jsonc" } })],
        test: {
          name: "workerd",
          include: ["src/**/*.workerd.test.ts"],
          setupFiles,
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        // The bundled Worker in a workerd of its own, asked over sockets.
        test: {
          name: "sockets",
          include: ["src/**/*.node.test.ts"],
          setupFiles,
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
