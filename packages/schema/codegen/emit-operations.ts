import type { Api } from "./api.ts";
import { docComment } from "./doc-comment.ts";
import { type GeneratedFile, header } from "./generated-file.ts";

/** The ledger of operations as plain data, for those that route or simulate by it. */
export function emitOperations(api: Api): GeneratedFile[] {
  const rows = api.operations.map(
    ({ doc, ...facts }) => `${docComment(doc, "  ")}  ${JSON.stringify(facts)},\n`,
  );
  const text =
    `${header(api.operations)}import type { Operation } from "../operation.ts";\n\n` +
    docComment("Every operation of the API that this project describes.") +
    `export const operations: readonly Operation[] = [\n${rows.join("")}];\n`;
  return [{ path: "packages/schema/src/generated/operations.gen.ts", text }];
}
