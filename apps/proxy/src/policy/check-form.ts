import { ProxyError } from "../http/proxy-error.ts";
import type { Route } from "../routes/route-table.ts";
import { checkSchema } from "./check-schema.ts";
import { type CheckedRequest, free } from "./checked-request.ts";
import type { Policy } from "./policy.ts";

/** No codec of speech needs fewer bytes for a second. */
const bytesPerSecondOfSpeech = 500;

/** Reads the parts of a form, holds them to the schema, and writes them anew, the file behind all others where the API wants that. */
export async function checkForm(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  operation: NonNullable<Route["operation"]>,
  policy: Policy,
): Promise<Omit<CheckedRequest, "search" | "names">> {
  const { request: form, textFields = {} } = operation;
  if (form === undefined || !("multipart" in form))
    throw new Error("Expected an operation that takes a form");
  const parts = await readForm(bytes, request.headers.get("content-type") ?? "");
  const fields: Record<string, unknown> = {};
  let fileBytes = 0;
  for (const [name, value] of parts) {
    const kind = textFields[name];
    if (typeof value !== "string") fileBytes += value.size;
    const read = typeof value === "string" ? fromText(value, kind) : value;
    if (kind === "strings" || kind === "files") {
      const list = fields[name];
      fields[name] = Array.isArray(list) ? [...list, read] : [read];
    } else if (name in fields)
      throw new ProxyError(400, "invalid_form", "Expected every part of the form once.");
    else fields[name] = read;
  }
  checkSchema(form.multipart, fields, policy);
  if (fields["url"] !== undefined)
    throw new ProxyError(403, "not_allowed", "Expected the file itself, not its address.");

  const written = new FormData();
  const isLast = ([name]: readonly [string, unknown]): boolean => name === form.last;
  for (const [name, value] of [...parts.filter((part) => !isLast(part)), ...parts.filter(isLast)]) {
    if (typeof value === "string") written.append(name, value);
    else written.append(name, value, value.name);
  }
  const whole = new Response(written);
  const contentType = whole.headers.get("content-type") ?? "";
  const isSpeech = operation.id === "stt.create";
  return {
    body: new Uint8Array(await whole.arrayBuffer()),
    contentType,
    bodyBytes: bytes.byteLength,
    isStream: false,
    ...(isSpeech ? { model: "stt" } : {}),
    worst: { ...free, audioSeconds: isSpeech ? Math.ceil(fileBytes / bytesPerSecondOfSpeech) : 0 },
  };
}

async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<[string, string | File][]> {
  try {
    const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
    return [...form];
  } catch {
    throw new ProxyError(400, "invalid_form", "The request body is no multipart form.");
  }
}

function fromText(text: string, kind: string | undefined): unknown {
  if (kind === "number" && text.trim() !== "") return Number(text);
  if (kind === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
