import { describe, expect, it } from "vitest";
import type { DescribedOperation } from "../spec/operations.ts";
import { readApi } from "./api.ts";
import { emitOperationsDocument, emitOperationsSummary } from "./emit-operation-tables.ts";

const operation = (id: string): DescribedOperation => ({
  id,
  method: "GET",
  path: `/v1/${id}`,
  doc: `Does ${id}.`,
  response: { empty: true },
  errors: [],
});
const api = readApi({}, ["notes.list", "notes.lines.list", "books.list", "shelves.list"].map(operation));
const [begin, end] = ["<!-- operations: written by `pnpm generate` -->", "<!-- end of operations -->"];

describe("the document of all operations", () => {
  it("has a row for each, and one for each that is left out", () => {
    const { text } = emitOperationsDocument(api, [{ method: "WSS", path: "/v1/live", reason: "A socket." }]);
    expect(text.split("\n").filter((line) => line.startsWith("|"))).toEqual([
      "| method             | request                    | what it does           |",
      "| ------------------ | -------------------------- | ---------------------- |",
      "| `notes.list`       | `GET /v1/notes.list`       | Does notes.list.       |",
      "| `notes.lines.list` | `GET /v1/notes.lines.list` | Does notes.lines.list. |",
      "| `books.list`       | `GET /v1/books.list`       | Does books.list.       |",
      "| `shelves.list`     | `GET /v1/shelves.list`     | Does shelves.list.     |",
      "| request        | reason    |",
      "| -------------- | --------- |",
      "| `WSS /v1/live` | A socket. |",
    ]);
  });
});

describe("the table in the README", () => {
  const table = `| where                      | what                 |
| -------------------------- | -------------------- |
| \`xai.notes\`                | \`list\`, \`lines.list\` |
| \`xai.books\`, \`xai.shelves\` | \`list\`               |
`;

  it("stands between its marks and leaves the rest alone", () => {
    const { text } = emitOperationsSummary(api, `# Notes\n\n${begin}\nold\n${end}\n\nMore.\n`);
    expect(text).toBe(`# Notes\n\n${begin}\n\n${table}\n${end}\n\nMore.\n`);
    expect(emitOperationsSummary(api, text).text).toBe(text);
  });

  it("is missed where its marks are missing", () => {
    for (const readme of ["# Notes\n", `${begin}\n`, `${end}\n${begin}\n`]) {
      expect(() => emitOperationsSummary(api, readme)).toThrow(
        "packages/core/README.md has no place between",
      );
    }
  });
});
