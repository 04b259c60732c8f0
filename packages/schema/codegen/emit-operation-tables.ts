import type { LeftOut } from "../spec/left-out.ts";
import type { Api } from "./api.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { markdownTable } from "./markdown-table.ts";

/** The document that lists every operation, and what is left out. */
export function emitOperationsDocument(api: Api, leftOut: readonly LeftOut[]): GeneratedFile {
  const rows = api.operations.map(({ id, method, path, doc }) => [`\`${id}\``, `\`${method} ${path}\``, doc]);
  const text = `# Every operation of the API

<!-- Written by \`pnpm generate\` from packages/schema/spec/operations.ts and left-out.ts. Do not edit. -->

The client has a method for each, under its name: \`xai.chat.completions.create(…)\`. The methods that wait for a job or put
several operations together are in the [README](README.md).

${markdownTable(["method", "request", "what it does"], rows)}
## Left out

${markdownTable(
  ["request", "reason"],
  leftOut.map(({ method, path, reason }) => [
    `\`${method === undefined ? "" : `${method} `}${path}\``,
    reason,
  ]),
)}`;
  return { path: "packages/core/OPERATIONS.md", text };
}

const begin = "<!-- operations: written by `pnpm generate` -->";
const end = "<!-- end of operations -->";

/** The table of the client's parts, those with the same methods together, in a README whose other lines stay. */
export function emitOperationsSummary(api: Api, readme: string): GeneratedFile {
  const parts = group(api.operations.map(({ id }) => id.split(/\.(.*)/)));
  const alike = group([...parts].map(([part, methods]) => [methods.join(", "), `xai.${part}`]));
  const rows = [...alike].map(([methods, names]) => [names.join(", "), methods]);
  const [before, after] = [readme.indexOf(begin) + begin.length, readme.indexOf(end)];
  if (before < begin.length || after < before) {
    throw new Error(`packages/core/README.md has no place between ${begin} and ${end}`);
  }
  const table = markdownTable(["where", "what"], rows);
  return {
    path: "packages/core/README.md",
    text: `${readme.slice(0, before)}\n\n${table}\n${readme.slice(after)}`,
  };
}

/** The second of each pair, in code, by the first. */
function group(pairs: readonly (readonly string[])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key = "", value = ""] of pairs) groups.set(key, [...(groups.get(key) ?? []), `\`${value}\``]);
  return groups;
}
