import { ProxyError } from "../http/proxy-error.ts";
import type { Route } from "../routes/route-table.ts";
import { checkSchema } from "./check-schema.ts";
import { type CheckedRequest, free } from "./checked-request.ts";

/**
 * What a second of speech has at least: less than any codec makes of a voice. Silence may be packed tighter, and that of a FLAC file
 * into next to nothing.
 */
const bytesPerSecond = { speech: 100, flac: 1 };

/** Reads the parts of a form, holds them to the schema, and writes them anew, the file behind all others where the API wants that. */
export async function checkForm(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  operation: NonNullable<Route["operation"]>,
): Promise<Omit<CheckedRequest, "search" | "names">> {
  const { request: form, textFields = {} } = operation;
  if (form === undefined || !("multipart" in form))
    throw new Error("Expected an operation that takes a form");
  const parts = await readForm(bytes, request.headers.get("content-type") ?? "");
  const fields: Record<string, unknown> = {};
  for (const [name, value] of parts) {
    const kind = textFields[name];
    const read = typeof value === "string" ? fromText(value, kind) : value;
    if (kind === "strings" || kind === "files") {
      const list = fields[name];
      fields[name] = Array.isArray(list) ? [...list, read] : [read];
    } else if (name in fields)
      throw new ProxyError(400, "invalid_form", "Expected every part of the form once.");
    else fields[name] = read;
  }
  checkSchema(form.multipart, fields);
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
  const { model = "stt" } = fields;
  return {
    body: new Uint8Array(await whole.arrayBuffer()),
    contentType,
    bodyBytes: bytes.byteLength,
    isStream: false,
    worst: free,
    ...(isSpeech ? { model: String(model) } : {}),
    ...(isSpeech && (await longestSpeech(fields["file"]))),
  };
}

async function longestSpeech(file: unknown): Promise<Pick<CheckedRequest, "worst" | "advice">> {
  if (!(file instanceof Blob)) return { worst: free };
  const isFlac = (await file.slice(0, 4).text()) === "fLaC";
  const audioSeconds = Math.ceil(file.size / (isFlac ? bytesPerSecond.flac : bytesPerSecond.speech));
  return {
    worst: { ...free, audioSeconds },
    ...(isFlac && { advice: " A FLAC file counts as a second a byte: convert it to MP3, Opus or WAV." }),
  };
}

async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<[string, string | File][]> {
  try {
    const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
    return [...form].flatMap(flatten);
  } catch {
    throw new ProxyError(400, "invalid_form", "The request body is no multipart form.");
  }
}

/** The two parts in which the openai package says how long to keep a file: xAI takes them, and the one number that they mean. */
function flatten([name, value]: [string, string | File]): [string, string | File][] {
  if (name === "expires_after[anchor]" && value === "created_at") return [];
  return [[name === "expires_after[seconds]" ? "expires_after" : name, value]];
}

function fromText(text: string, kind: string | undefined): unknown {
  if (kind === "number" && text.trim() !== "") return Number(text);
  if (kind === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
