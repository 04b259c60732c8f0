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
  {
    name: "core, the whole client",
    entry: 'import { createXai } from "@xai-edge/core"; console.log(createXai);',
    limitBytes: 7168,
  },
  ...(["esbuild", "rolldown"] as const).map((bundler) => ({
    name: "schema, the one of a model",
    entry: 'import { Model } from "@xai-edge/schema"; console.log(Model);',
    limitBytes: 6144,
    bundler,
  })),
];
