import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
const base = fileURLToPath(new URL("../../../tsconfig.base.json", import.meta.url));
const index = fileURLToPath(new URL("index.ts", import.meta.url));

/** A call that is wrong, and what the compiler has to say about it. */
const mistakes: readonly (readonly [title: string, call: string, message: string])[] = [
  [
    "a field that is misspelt",
    `chat.completions.create({ model: "grok-4", messages: [], temprature: 0 })`,
    "'temprature' does not exist in type 'ChatCompletionCreateParams'. Did you mean to write 'temperature'?",
  ],
  [
    "a field that is misspelt in a streamed request",
    `responses.create({ model: "grok-4", input: "Hi", stream: true, instrutions: "Be brief." })`,
    "'instrutions' does not exist in type 'ModelRequest'. Did you mean to write 'instructions'?",
  ],
  [
    "a field of another operation",
    `responses.create({ model: "grok-4", input: "Hi", max_tokens: 5 })`,
    "'max_tokens' does not exist in type 'ModelRequest'.",
  ],
  [
    "a field inside a tool",
    `responses.create({ model: "grok-4", input: "Hi", tools: [{ type: "web_search", alowed_domains: [] }] })`,
    "Did you mean to write 'allowed_domains'?",
  ],
  [
    "a field of a form",
    `stt.create({ file: new Blob([]), diarise: true })`,
    "'diarise' does not exist in type 'TranscriptionCreateParams'. Did you mean to write 'diarize'?",
  ],
  ["a field of a query", `files.list({ sort: "size" })`, "'sort' does not exist in type 'ListFilesParams'."],
  [
    "a field that is missing",
    `responses.create({ model: "grok-4" })`,
    `Property 'input' is missing in type '{ model: "grok-4"; }' but required in type 'ModelRequest'.`,
  ],
  [
    "a field that is missing from what a form sends",
    `files.create({ filename: "water.txt" })`,
    "Property 'file' is missing in type '{ filename: string; }' but required in type 'FileCreateParams'.",
  ],
  [
    "a field that is missing where answers differ",
    `tts.create({ text: "Hi" })`,
    "Property 'language' is missing in type '{ text: string; }' but required in type 'SpeechRequest'.",
  ],
  [
    "a role that there is not",
    `chat.completions.create({ model: "grok-4", messages: [{ role: "usr", content: "Hi" }] })`,
    `Type '"usr"' is not assignable to type '"assistant" | "function" | "system" | "tool" | "user"'. Did you mean '"user"'?`,
  ],
  [
    "a kind of tool that there is not",
    `responses.create({ model: "grok-4", input: "Hi", tools: [{ type: "web_serch" }] })`,
    `Did you mean '"web_search"'?`,
  ],
  [
    "a value of an enum that there is not",
    `videos.generate({ prompt: "A fox", resolution: "4k" })`,
    `Type '"4k"' is not assignable to type 'VideoResolution | null | undefined'.`,
  ],
  [
    "a value of an enum that is nearly one",
    `files.content("file_1", { format: "txt" })`,
    `Type '"txt"' is not assignable to type 'ContentFormat | null | undefined'. Did you mean '"text"'?`,
  ],
  [
    "a request in a batch of a kind that there is not",
    `batches.requests.create("batch_1", { batch_requests: [{ batch_request: { chat: {} } }] })`,
    "'chat' does not exist in type 'BatchRequest'.",
  ],
  [
    "an option that has its unit in its name",
    `models.list({ timeout: 5 })`,
    "'timeout' does not exist in type 'RequestOptions'.",
  ],
];

describe("the compiler says what is wrong with", () => {
  let said: ReadonlyMap<number, string> = new Map();
  beforeAll(() => {
    said = compile(mistakes.map(([, call]) => `void xai.${call};`));
  });

  it.each(mistakes.map(([title, , message], position) => [title, position, message] as const))(
    "%s",
    (_, position, message) => {
      expect(said.get(position)).toContain(message);
    },
  );

  it("nothing else", () => {
    expect([...said.keys()].toSorted((one, other) => one - other)).toEqual([...mistakes.keys()]);
  });
});

/** What the compiler says about each of these lines, by position. */
function compile(lines: readonly string[]): Map<number, string> {
  const folder = mkdtempSync(join(tmpdir(), "type-messages-"));
  const head = `import { createXai } from ${JSON.stringify(index)};\nconst xai = createXai();`;
  writeFileSync(join(folder, "calls.mts"), [head, ...lines].join("\n"));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: base,
      compilerOptions: { types: [], rewriteRelativeImportExtensions: false },
      include: ["calls.mts"],
    }),
  );
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  const said = new Map<number, string>();
  for (const part of stdout.split(/^(?=calls\.mts\()/m)) {
    const line = /^calls\.mts\((\d+),/.exec(part)?.[1];
    said.set(Number(line) - 1 - head.split("\n").length, part);
  }
  return said;
}
