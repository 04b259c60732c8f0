import { MalformedForm, readMultipart } from "./read-multipart.ts";
import { invalidArgument, RefusedRequest } from "./refused-request.ts";

/** A part of a form: a field with its text, or a file. */
export type FormPart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly file: File };

/** The body of a request as it came. */
export type RequestBody =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "form";
      /** In the order of the form. */
      readonly parts: readonly FormPart[];
      /** Why the parts end too early, if they do. */
      readonly refusal: RefusedRequest | undefined;
    };

const maxFileBytes = 50_000_000;
/** Of all files of a form together. */
const maxFormBytes = 64 * 1024 * 1024;
const maxFieldBytes = 1024 * 1024;

/** Reads a body: a multipart form part by part, anything else as text. */
export async function readRequestBody(request: Request): Promise<RequestBody> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data")) {
    return { kind: "text", text: await request.text() };
  }
  const parts: FormPart[] = [];
  try {
    const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
    if (boundary === null) throw new MalformedForm("its content type names no boundary");
    // Browsers without request streams have no `body` here.
    const stream = request.body ?? new Blob([await request.arrayBuffer()]).stream();
    for await (const part of readParts(stream, boundary[1] ?? boundary[2] ?? "")) parts.push(part);
    return { kind: "form", parts, refusal: undefined };
  } catch (error) {
    const refusal =
      error instanceof MalformedForm ? invalidArgument(`The form is not valid: ${error.message}.`) : error;
    if (!(refusal instanceof RefusedRequest)) throw refusal;
    return { kind: "form", parts, refusal };
  }
}

async function* readParts(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  boundary: string,
): AsyncGenerator<FormPart, void, undefined> {
  let end: (() => FormPart) | undefined;
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let limit = 0;
  let total = 0;
  for await (const piece of readMultipart(stream, boundary)) {
    if (piece.kind === "bytes") {
      size += piece.bytes.length;
      total += piece.bytes.length;
      if (size > limit) throw tooLarge("A part of the form", limit);
      if (total > maxFormBytes) throw tooLarge("The form", maxFormBytes);
      chunks.push(piece.bytes);
      continue;
    }
    if (end !== undefined) yield end();
    const { name, filename, type } = piece.head;
    const own: Uint8Array<ArrayBuffer>[] = [];
    chunks = own;
    size = 0;
    limit = filename === undefined ? maxFieldBytes : maxFileBytes;
    end = () =>
      filename === undefined
        ? { name, text: decode(own) }
        : { name, file: new File(own, filename, type === undefined ? {} : { type }) };
  }
  if (end !== undefined) yield end();
}

function tooLarge(what: string, limit: number): RefusedRequest {
  return new RefusedRequest(413, {
    code: "Client specified an invalid argument",
    error: `${what} is larger than ${limit} bytes.`,
  });
}

function decode(chunks: readonly Uint8Array<ArrayBuffer>[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}
