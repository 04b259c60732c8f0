import { ProxyError } from "../http/proxy-error.ts";

/** The whole body of a JSON request; throws 415 for anything but plain JSON, 413 past `maxBytes`, counted as it arrives. */
export async function readJsonBody(
  request: Request,
  { maxBytes }: { maxBytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^application\/json *(?:; *charset="?utf-8"?)?$/i.test(contentType)) {
    throw new ProxyError(415, "unsupported_media_type", "Expected `content-type: application/json`.");
  }
  // A packed body would pass every check unread, and could unpack to any size.
  if (request.headers.has("content-encoding")) {
    throw new ProxyError(415, "unsupported_encoding", "Expected a body without content-encoding.");
  }
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  return readBytes(request, maxBytes);
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream: ReadableStream<Uint8Array> | null = request.body;
  try {
    for await (const chunk of stream ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ProxyError) throw error;
    throw new ProxyError(400, "incomplete_body", "The request body ended before its end.");
  }
  if (size === 0) throw new ProxyError(400, "empty_body", "Expected a JSON body.");

  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

function tooLarge(maxBytes: number): ProxyError {
  return new ProxyError(413, "body_too_large", `Expected a body of at most ${maxBytes} bytes.`);
}
