import { parseSync, Visitor } from "rolldown/utils";

/** One import, re-export, dynamic import or `import("…")` type of a file. */
export interface FoundImport {
  readonly specifier: string;
  /** Counted from 1. */
  readonly line: number;
  /** Nothing of it is left when the types are stripped. */
  readonly typeOnly: boolean;
}

/** Returns what a TypeScript file imports, in the order of the file. A dynamic import of a computed name is not seen. */
export function importsOf(fileName: string, text: string): readonly FoundImport[] {
  const found: (FoundImport & { readonly start: number })[] = [];
  const add = (start: number, specifier: unknown, typeOnly: boolean): void => {
    if (typeof specifier !== "string") return;
    found.push({ start, specifier, typeOnly, line: text.slice(0, start).split("\n").length });
  };
  const { program, errors } = parseSync(fileName, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${fileName}: ${error.message}`);
  new Visitor({
    ImportDeclaration(node) {
      const names = node.specifiers;
      const everyNameIsType =
        names.length > 0 &&
        names.every((name) => name.type === "ImportSpecifier" && name.importKind === "type");
      add(node.start, node.source.value, node.importKind === "type" || everyNameIsType);
    },
    ExportNamedDeclaration(node) {
      const everyNameIsType =
        node.specifiers.length > 0 && node.specifiers.every((name) => name.exportKind === "type");
      add(node.start, node.source?.value, node.exportKind === "type" || everyNameIsType);
    },
    ExportAllDeclaration(node) {
      add(node.start, node.source.value, node.exportKind === "type");
    },
    ImportExpression(node) {
      add(node.start, node.source.type === "Literal" ? node.source.value : undefined, false);
    },
    TSImportType(node) {
      add(node.start, node.source.value, true);
    },
  }).visit(program);
  return found.toSorted((one, other) => one.start - other.start).map(({ start: _start, ...rest }) => rest);
}
