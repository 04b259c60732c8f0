import { ProxyError } from "../http/proxy-error.ts";

/**
 * The whole body of a request of this media type; throws 415 for any other type and for anything packed, 413 past `maxBytes`,
 * counted as it arrives.
 */
export async function readBody(
  request: Request,
  mediaType: "application/json" | "multipart/form-data",
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const contentType = request.headers.get("content-type") ?? "";
  const form =
    mediaType === "application/json"
      ? /^application\/json *(?:; *charset="?utf-8"?)?$/i
      : /^multipart\/form-data *;/i;
  if (!form.test(contentType)) {
    throw new ProxyError(415, "unsupported_media_type", `Expected \`content-type: ${mediaType}\`.`);
  }
  // A packed body would pass every check unread, and could unpack to any size.
  if (request.headers.has("content-encoding")) {
    throw new ProxyError(415, "unsupported_encoding", "Expected a body without content-encoding.");
  }
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  let body: ArrayBuffer;
  try {
    body = await readCounted(request, maxBytes);
  } catch (error) {
    if (error instanceof ProxyError) throw error;
    throw new ProxyError(400, "incomplete_body", "The request body ended before its end.");
  }
  if (body.byteLength > maxBytes) throw tooLarge(maxBytes);
  if (body.byteLength === 0) throw new ProxyError(400, "empty_body", "Expected a body.");
  return new Uint8Array(body);
}

async function readCounted(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const stream: ReadableStream<Uint8Array<ArrayBuffer>> | null = request.body;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return new Blob(chunks).arrayBuffer();
}

function tooLarge(maxBytes: number): ProxyError {
  return new ProxyError(413, "body_too_large", `Expected a body of at most ${maxBytes} bytes.`);
}
