import type { Operation } from "@xai-edge/schema/operations";
import type { AnswerKind } from "./sample.ts";
import type { Exchange } from "./observe.ts";

/** What a request says, with its query and its form read as the ledger tells. */
export interface SentFacts {
  readonly query: Readonly<Record<string, unknown>>;
  /** JSON, or the fields of a form; nothing without a body. */
  readonly body: unknown;
  /** Parts of a form in their order. */
  readonly parts: readonly (readonly [name: string, value: string | File])[];
}

export async function readSent({ request, sent }: Exchange, operation: Operation): Promise<SentFacts> {
  const query = readFields([...new URL(request.url).searchParams], operation);
  if (sent.length === 0) return { query, body: undefined, parts: [] };
  const { headers } = request;
  if (headers.get("content-type") === "application/json") return { query, body: parseJson(sent), parts: [] };
  const parts = [...(await new Response(sent, { headers }).formData())];
  return { query, body: readFields(parts, operation), parts };
}

function readFields(
  entries: readonly (readonly [name: string, value: string | File])[],
  { textFields = {} }: Operation,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name] of entries) {
    const values = entries.flatMap(([other, value]) => (other === name ? [value] : []));
    const kind = textFields[name];
    if (kind === "strings" || kind === "files") fields[name] = values;
    else if (values.length > 1) throw new Error(`${name} is sent ${values.length} times`);
    else if (kind === "number") fields[name] = Number(values[0]);
    else if (kind === "boolean") fields[name] = values[0] === "true" || (values[0] !== "false" && values[0]);
    else fields[name] = values[0];
  }
  return fields;
}

/** The JSON values of an answer: its body, or the data of its events up to `[DONE]`. */
export function readAnswered({ answered }: Exchange, kind: AnswerKind): unknown[] {
  if (kind !== "stream") return answered.length === 0 ? [] : [parseJson(answered)];
  const data = new TextDecoder()
    .decode(answered)
    .split("\n")
    .flatMap((line) => (line.startsWith("data: ") ? [line.slice(6)] : []));
  if (data.pop() !== "[DONE]") throw new Error("The stream does not end with [DONE]");
  return data.map((line): unknown => JSON.parse(line));
}

/** Name of the schema that each value of an answer has to fit; nothing for bytes and for no body. */
export function schemaOfAnswer(operation: Operation, kind: AnswerKind): string | undefined {
  if (kind === "pending") return undefined;
  if (kind !== "response") return operation[kind];
  return "json" in operation.response ? operation.response.json : undefined;
}

function parseJson(bytes: Uint8Array<ArrayBuffer>): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
