import { describe, expect, it } from "vitest";
import { wrongArrow } from "./arrows.ts";
import { importsOf } from "./imports-of.ts";

function wrongs(file: string, text: string): readonly (string | undefined)[] {
  return importsOf(file, text).map((found) => wrongArrow(file, found));
}

describe("importsOf", () => {
  it("finds every kind of import with its line, and tells types from values", () => {
    const text = [
      'import a, { type B } from "./a.ts";',
      'import type { C } from "./c.ts";',
      'import { type D } from "./d.ts";',
      'import "./side-effect.ts";',
      'export * from "./e.ts";',
      'export type { F } from "./f.ts";',
      'export { g } from "./g.ts";',
      'type H = import("./h.ts").H;',
      'const i = await import("./i.ts");',
      '// import { no } from "./comment.ts";',
      "const j = `import { no } from './text.ts'`;",
    ].join("\n");
    expect(importsOf("x.ts", text)).toEqual([
      { specifier: "./a.ts", line: 1, typeOnly: false },
      { specifier: "./c.ts", line: 2, typeOnly: true },
      { specifier: "./d.ts", line: 3, typeOnly: true },
      { specifier: "./side-effect.ts", line: 4, typeOnly: false },
      { specifier: "./e.ts", line: 5, typeOnly: false },
      { specifier: "./f.ts", line: 6, typeOnly: true },
      { specifier: "./g.ts", line: 7, typeOnly: false },
      { specifier: "./h.ts", line: 8, typeOnly: true },
      { specifier: "./i.ts", line: 9, typeOnly: false },
    ]);
  });

  it("does not pass over a file that it cannot read", () => {
    expect(() => importsOf("x.ts", "import {")).toThrow("x.ts: ");
  });
});

describe("wrongArrow", () => {
  it.each([
    ["packages/core/src/http/send.ts", 'import type { X } from "../errors/error.ts"; import "./other.ts";'],
    [
      "packages/core/src/index.ts",
      'export * from "./client.ts"; export type * from "./generated/chat.gen.ts";',
    ],
    [
      "packages/core/src/http/send.test.ts",
      'import { createXai } from "../client.ts"; import { it } from "vitest";',
    ],
    ["packages/stream/src/fold.ts", 'import { createXai } from "@xai-edge/core";'],
    ["packages/stream/src/fixtures/texts.ts", 'import * as fc from "fast-check";'],
    ["packages/stream/src/fold.test.ts", 'import { texts } from "./fixtures/texts.ts";'],
    [
      "packages/schema/src/chat.ts",
      'import * as z from "zod/mini"; import type { X } from "@xai-edge/core";',
    ],
    [
      "packages/schema/codegen/generate.ts",
      'import { readFileSync } from "node:fs"; import "../spec/index.ts";',
    ],
    ["packages/mock/src/mock.ts", 'import "@xai-edge/core"; import "@xai-edge/schema/operations";'],
    ["packages/mock/src/node/serve.ts", 'import { createServer } from "node:http"; import "../mock.ts";'],
    ["apps/demo/src/main.ts", 'import "@xai-edge/core"; import "@xai-edge/stream"; import "./page.ts";'],
    ["apps/proxy/src/route.test.ts", 'import { misbehave } from "@xai-edge/testing";'],
    ["apps/bench/src/proxy/x.ts", 'import { runWorker } from "../../../proxy/testing/running-worker.ts";'],
    ["apps/demo/vitest.config.ts", 'import { findChromiums } from "../../scripts/find-chromium.ts";'],
  ])("lets %s have %s", (file, text) => {
    expect(wrongs(file, text)).not.toContainEqual(expect.any(String));
  });

  it.each([
    ["packages/core/src/sse/decode.ts", "../http/send.ts", "core/sse may only import errors, generated"],
    ["packages/core/src/generated/chat.gen.ts", "../index.ts", "core/generated may only import itself"],
    [
      "packages/core/src/client.ts",
      "./index.ts",
      "core/client may only import resources, structured, http, sse, errors, generated",
    ],
    ["packages/core/src/misc/x.ts", "../errors/error.ts", "core/src has no place for misc"],
    ["packages/core/src/client.ts", "zod", "core may not import any package"],
    ["packages/core/src/client.ts", "node:fs", "core may not import any package"],
    ["packages/core/src/client.ts", "@xai-edge/stream", "core may not import any package"],
    ["packages/stream/src/fold.ts", "./fixtures/texts.ts", "only tests may import fixtures"],
    ["packages/stream/src/fold.ts", "@xai-edge/schema", "stream may only import @xai-edge/core"],
    ["packages/stream/src/fold.ts", "@xai-edge/corex", "stream may only import @xai-edge/core"],
    [
      "packages/stream/src/fold.ts",
      "../../core/src/index.ts",
      "a relative import may not leave packages/stream/",
    ],
    [
      "packages/schema/src/chat.ts",
      "@xai-edge/core",
      "schema may only import zod, zod/mini, types of @xai-edge/core",
    ],
    ["packages/mock/src/mock.ts", "zod", "mock may only import @xai-edge/core, @xai-edge/schema"],
    ["packages/mock/src/mock.ts", "node:http", "mock may only import @xai-edge/core, @xai-edge/schema"],
    ["packages/mock/src/mock.ts", "../../../apps/proxy/src/index.ts", "packages may not import from apps"],
    ["packages/mock/src/mock.test.ts", "@xai-edge/proxy", "packages may not import from apps"],
    ["apps/demo/src/main.ts", "@xai-edge/testing", "demo may only import public packages"],
    [
      "apps/demo/src/main.ts",
      "../../../packages/core/src/client.ts",
      "a relative import may not leave apps/demo/",
    ],
    [
      "apps/demo/src/vite.config.ts",
      "../../../scripts/start.ts",
      "a relative import may not leave apps/demo/",
    ],
    [
      "apps/demo/src/main.ts",
      "../../proxy/testing/running-worker.ts",
      "a relative import may not leave apps/demo/",
    ],
    ["apps/bench/src/main.ts", "../../proxy/src/serve.ts", "a relative import may not leave apps/bench/"],
    ["apps/demo/src/main.ts", "@xai-edge/proxy", "an app may not import another"],
    ["apps/proxy/src/index.ts", "zod", "only schema may import zod"],
  ])("stops %s from importing %s", (file, specifier, message) => {
    expect(wrongs(file, `import { x } from "${specifier}";`)).toEqual([expect.stringContaining(message)]);
  });
});
