import type { DescribedOperation } from "../spec/operations.ts";
import type { Api } from "./api.ts";
import { docComment } from "./doc-comment.ts";
import { requestsOf } from "./emit-shapes.ts";
import { type GeneratedFile, header } from "./generated-file.ts";
import { textFieldsOf } from "./text-fields.ts";

/** How each operation is called, each a constant, so that a bundle has those alone that it uses. */
export function emitCalls(api: Api): GeneratedFile[] {
  const rows = api.operations.map(
    (operation) =>
      `${docComment(operation.doc)}export const ${constantOf(operation.id)}: Call = ${callOf(api, operation)};\n`,
  );
  const shapes = [...new Set(api.operations.flatMap(requestsOf))].toSorted();
  const text =
    `${header(rows)}import type { Call } from "../call.ts";\n` +
    `import {\n${shapes.map((name) => `  ${name},\n`).join("")}} from "./shapes.gen.ts";\n\n${rows.join("")}`;
  return [{ path: "packages/schema/src/generated/calls.gen.ts", text }];
}

/** `files.publicUrl.create` → `filesPublicUrlCreate`. */
function constantOf(id: string): string {
  return id.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function callOf(api: Api, operation: DescribedOperation): string {
  const { id, method, path, query, request } = operation;
  const textFields = textFieldsOf(api, operation);
  const facts = [`id:${JSON.stringify(id)}`, `method:"${method}"`, `path:${JSON.stringify(path)}`];
  if (query !== undefined) facts.push(`query:${query}`);
  if (request !== undefined && "json" in request) facts.push(`request:{json:${request.json}}`);
  if (request !== undefined && "multipart" in request) {
    const last = request.last === undefined ? "" : `,last:${JSON.stringify(request.last)}`;
    facts.push(`request:{multipart:${request.multipart}${last}}`);
  }
  if (Object.keys(textFields).length > 0) facts.push(`textFields:${JSON.stringify(textFields)}`);
  return `{${facts.join(",")}}`;
}
