// Written by `pnpm generate` from packages/schema/spec (source 4f53cda18c2b). Do not edit.

import type { Operation } from "../operation.ts";

/** Every operation of the API that this project describes. */
export const operations: readonly Operation[] = [
];
