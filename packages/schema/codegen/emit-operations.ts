import type { Api } from "./api.ts";
import { docComment } from "./doc-comment.ts";
import { type GeneratedFile, header } from "./generated-file.ts";
import { textFieldsOf } from "./text-fields.ts";

/** The ledger of operations as plain data, for those that route or simulate by it. */
export function emitOperations(api: Api): GeneratedFile[] {
  const rows = api.operations.map((operation) => {
    const { doc, differs: _, ...facts } = operation;
    const textFields = textFieldsOf(api, operation);
    const row = Object.keys(textFields).length === 0 ? facts : { ...facts, textFields };
    return `${docComment(doc, "  ")}  ${JSON.stringify(row)},\n`;
  });
  const text =
    `${header(rows)}import type { Operation } from "../operation.ts";\n\n` +
    docComment("Every operation of the API that this project describes.") +
    `export const operations: readonly Operation[] = [\n${rows.join("")}];\n`;
  return [{ path: "packages/schema/src/generated/operations.gen.ts", text }];
}
