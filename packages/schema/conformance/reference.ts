import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OpenApi } from "./openapi.ts";

/** xAI's OpenAPI file, which may lie next to the checkout; it is not ours to carry. */
const file = fileURLToPath(new URL("../../../../shared/spec/xai-openapi.json", import.meta.url));

export const noReference = "There is no ../shared/spec/xai-openapi.json next to the checkout.";

/** The reference, or nothing where there is none. */
export function readReference(): OpenApi | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
