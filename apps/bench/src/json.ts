// How long JSON takes that arrives in deltas of 4 characters, × one JSON.parse of the whole, and how that grows with the text:
// `node src/json.ts [rounds]`.
import process from "node:process";
import { createJsonParser, jsonOf } from "@xai-edge/stream";
import { compare } from "./compare.ts";

const ROUNDS = Number(process.argv[2] ?? 60);
const KB = 1024;

/** Texts of about so many bytes, by what is in them. */
const texts: Readonly<Record<string, (bytes: number) => string>> = {
  "records, as answers have them": (bytes) =>
    listOf(bytes, (at) => ({
      id: at,
      title: `Chapter ${at}: "Light"`,
      text: "The sky is blue because molecules scatter short waves more.\nSo it is, é.",
      tags: ["physics", "light"],
      weight: at * 1.37,
      isNew: at % 2 === 0,
      parent: null,
    })),
  "long texts": (bytes) =>
    listOf(bytes, () => "All that is said here is said in one paragraph, and no more. ".repeat(30)),
  numbers: (bytes) => listOf(bytes, (at) => at * 1.37),
  "brackets only": (bytes) => "[".repeat(bytes / 2) + "]".repeat(bytes / 2),
};

for (const [name, textOf] of Object.entries(texts)) {
  console.log(`\n${name}`);
  let before = Number.NaN;
  for (const bytes of [100 * KB, 200 * KB, 400 * KB]) {
    const text = textOf(bytes);
    const deltas = deltasOf(text);
    const medians = await compare(
      {
        limit: () => JSON.parse(text),
        parser: () => parse(deltas),
        stream: () => jsonOf(from(deltas)).final(),
        source: () => drain(from(deltas)),
      },
      ROUNDS,
    );
    const {
      limit = Number.NaN,
      parser = Number.NaN,
      stream = Number.NaN,
      source = Number.NaN,
    } = Object.fromEntries(medians);
    const growth = Number.isNaN(before)
      ? ""
      : `, ${(parser / before).toFixed(2)} × the time of half the text`;
    console.log(
      `  ${String(bytes / KB).padStart(4)} KB: createJsonParser ${(parser / limit).toFixed(1)} × JSON.parse${growth}; ` +
        `jsonOf ${(stream / source).toFixed(1)} × its source alone`,
    );
    before = parser;
  }
}

// What is usual: to close and parse all of it again with each delta. Quadratic, so only a little of it is measured.
{
  const text = texts["records, as answers have them"]?.(8 * KB) ?? "";
  const deltas = deltasOf(text);
  const medians = await compare(
    { limit: () => JSON.parse(text), parser: () => parse(deltas), again: () => parseAgain(deltas) },
    ROUNDS,
  );
  const { limit = Number.NaN, parser = Number.NaN, again = Number.NaN } = Object.fromEntries(medians);
  console.log(
    `\n8 KB: createJsonParser ${(parser / limit).toFixed(1)} × JSON.parse, parsing again with each delta ${(again / limit).toFixed(0)} ×`,
  );
}

function parse(deltas: readonly string[]): unknown {
  const parser = createJsonParser();
  for (const delta of deltas) parser.push(delta);
  return parser.end();
}

/** Only the part of it that no way around it can save. */
function parseAgain(deltas: readonly string[]): unknown {
  let text = "";
  let value: unknown;
  for (const delta of deltas) {
    text += delta;
    try {
      value = JSON.parse(text);
    } catch {
      // Not whole yet.
    }
  }
  return value;
}

async function* from(deltas: readonly string[]): AsyncGenerator<string> {
  yield* deltas;
}

async function drain(source: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of source);
}

function listOf(bytes: number, one: (at: number) => unknown): string {
  const items: string[] = [];
  for (let length = 2; length < bytes; length += (items.at(-1)?.length ?? 0) + 1)
    items.push(JSON.stringify(one(items.length)));
  return `[${items.join(",")}]`;
}

function deltasOf(text: string): string[] {
  return text.match(/[^]{1,4}/g) ?? [];
}
