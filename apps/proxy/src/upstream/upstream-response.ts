import { ProxyError } from "../http/proxy-error.ts";
import { toClientHeaders } from "../http/response-headers.ts";
import { readErrorText } from "./upstream-error.ts";

const jsonOrEvents = /^(?:application\/json|text\/event-stream)\s*(?:;|$)/i;

/**
 * Turns the upstream's answer into the client's. A success passes byte for byte: its body is handed on unread, so workerd
 * moves it without JavaScript, and a client that leaves cancels the upstream; `body` stands in for one that was read before. A
 * success of a type that is not expected is refused with 502, and one without a type passes without what it has, if it may have
 * nothing. An error passes as JSON without the key; a redirect, or an error that is no readable JSON or is about the key itself, is
 * replaced by an error of the proxy's own.
 */
export async function toClientResponse(
  upstream: Response,
  { apiKey, sends = jsonOrEvents }: { apiKey: string; sends?: RegExp | undefined },
  body: ArrayBuffer | ReadableStream<Uint8Array> | null = upstream.body,
): Promise<Response> {
  const { status } = upstream;
  const headers = toClientHeaders(upstream.headers, { apiKey });
  const discard = (): void => void upstream.body?.cancel().catch(() => {});
  if (status >= 200 && status < 300) {
    const type = upstream.headers.get("content-type");
    if (type !== null && sends.test(type)) return new Response(body, { status, headers });
    discard();
    if (type === null && status > 201) return new Response(null, { status, headers });
    throw new ProxyError(
      502,
      "unexpected_answer",
      "The upstream's answer is of a type that was not expected.",
    );
  }
  if (status < 400) {
    discard();
    throw new ProxyError(
      502,
      "upstream_redirect",
      "The upstream answered with a redirect, which is not followed.",
    );
  }
  const text = await readErrorText(upstream, { apiKey });
  if (isAboutKey(status, text)) {
    throw new ProxyError(502, "upstream_refused_key", "The upstream refused the proxy's own credentials.");
  }
  headers.delete("content-type");
  if (text === undefined) {
    throw new ProxyError(
      status,
      "upstream_error",
      `The upstream answered ${status} without a readable error.`,
      Object.fromEntries(headers),
    );
  }
  headers.set("content-type", "application/json");
  return new Response(text, { status, headers });
}

/** xAI says 400 for a wrong key and 401 or 403 in other cases, and quotes the key's first and last letters. */
function isAboutKey(status: number, text: string | undefined): boolean {
  return status === 401 || (status <= 403 && text !== undefined && /api[ _-]?key/i.test(text));
}
