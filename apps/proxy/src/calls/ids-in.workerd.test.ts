import { expect, it } from "vitest";
import { apiRoutes } from "../routes/route-table.ts";
import { idsIn } from "./ids-in.ts";

function handedOut(route: string, answer: unknown): readonly string[] {
  const rule = apiRoutes.find(({ id }) => id === route)?.operation?.rule ?? {};
  return idsIn(answer, rule).map(({ kind, id }) => `${kind} ${id}`);
}

const files = [{ file_id: "file_1", filename: "a.pdf" }, { file_id: "file_2" }];
const made = [{ url: "https://x", file_output: { file_id: "file_1" } }, { url: "https://x" }];

it.each([
  ["chat.completions.create", { id: "c", output_files: files }, ["file file_1", "file file_2"]],
  ["chat.completions.create", { request_id: "r" }, ["chat r"]],
  ["chat.completions.deferred.retrieve", { id: "c", output_files: files }, ["file file_1", "file file_2"]],
  ["images.generate", { data: made }, ["file file_1"]],
  ["images.generate", { request_id: "r" }, ["image r"]],
  ["images.edit", { data: made }, ["file file_1"]],
  ["images.retrieve", { request_id: "r", data: made }, ["file file_1"]],
  ["videos.generate", { request_id: "r" }, ["video r"]],
  ["videos.retrieve", { status: "done", video: made[0] }, ["file file_1"]],
  ["responses.create", { id: "resp_1" }, ["response resp_1"]],
  ["responses.create", { type: "response.created", response: { id: "resp_1" } }, ["response resp_1"]],
  ["files.create", { id: "file_1" }, ["file file_1"]],
] as const)("%s hands out what its answer says: %o", (route, answer, ids) => {
  expect(handedOut(route, answer)).toEqual(ids);
});

it.each([
  // What a caller wrote comes back in these.
  ["responses.create", { metadata: { output_files: files }, output_files: files, data: made }],
  ["responses.retrieve", { id: "resp_1", response: { id: "resp_2" }, output_files: files }],
  ["responses.inputItems.list", { data: made, output_files: files }],
  ["chat.completions.create", { choices: [{ message: { output_files: files } }], data: made }],
  ["images.generate", { data: [{ file_id: "file_1" }, { file_output: { file_id: 1 } }, null, "x"] }],
  ["videos.retrieve", { video: null, data: made }],
  ["files.create", undefined],
])("%s hands nothing else out: %o", (route, answer) => {
  expect(handedOut(route, answer)).toEqual([]);
});
