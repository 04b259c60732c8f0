/** What a user's bundle may weigh. */
export interface SizeBudget {
  readonly name: string;
  /** The module that is bundled, as a user would write it. */
  readonly entry: string;
  /** The most bytes the minified bundle may have after gzip. */
  readonly limitBytes: number;
  /** `esbuild` unless told otherwise. */
  readonly bundler?: "esbuild" | "rolldown";
}

/** Every promise about size is a line here. */
export const sizeBudgets: readonly SizeBudget[] = [
  {
    name: "core, the whole client",
    entry: 'import { createXai } from "@xai-edge/core"; console.log(createXai);',
    limitBytes: 7168,
  },
];
