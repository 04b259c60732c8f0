import type { Bundler } from "./bundle.ts";

/** What a user's bundle may weigh. */
export interface SizeBudget {
  readonly name: string;
  /** The module that is bundled, as a user would write it. */
  readonly entry: string;
  /** The most bytes the minified bundle may have after gzip. */
  readonly limitBytes: number;
  /** `esbuild` unless told otherwise. */
  readonly bundler?: Bundler;
}

/** Every promise about size is a line here. */
export const sizeBudgets: readonly SizeBudget[] = [
  // The aim is 7,168 for the whole client and 3,584 for one operation. Deadlines, retries, typed errors and streams are
  // 5.2 KB of the first and nearly all of the second; uploads, waits and the catalog of models make up most of the rest.
  {
    name: "core, the whole client",
    entry: 'import { createXai } from "@xai-edge/core"; console.log(createXai);',
    limitBytes: 10_800,
  },
  {
    name: "core, one operation alone",
    entry:
      'import { createChatCompletion, createTransport } from "@xai-edge/core"; ' +
      "console.log(createTransport, createChatCompletion);",
    limitBytes: 5_600,
  },
  {
    name: "stream, fork",
    entry: 'import { fork } from "@xai-edge/stream"; console.log(fork);',
    limitBytes: 2048,
  },
  {
    name: "stream, meter",
    entry: 'import { meter } from "@xai-edge/stream"; console.log(meter);',
    limitBytes: 2048,
  },
  {
    name: "stream, createMeter",
    entry: 'import { createMeter } from "@xai-edge/stream"; console.log(createMeter);',
    limitBytes: 2048,
  },
  ...(["esbuild", "rolldown"] as const).map((bundler) => ({
    name: "schema, the one of a model",
    entry: 'import { Model } from "@xai-edge/schema"; console.log(Model);',
    limitBytes: 6144,
    bundler,
  })),
];
