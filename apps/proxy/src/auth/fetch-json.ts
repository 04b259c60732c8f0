import { ProxyError } from "../http/proxy-error.ts";

/** Asks a verifier of proofs: `fetch`, or a stand-in for it. */
export type ProofFetch = (url: string, init: RequestInit) => Promise<Response>;

export interface FetchJsonOptions {
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

/** The JSON that a verifier answers; throws 503 for a redirect or any other status than 200, and for an answer that is late, too large or no JSON. */
export async function fetchJson(
  fetch: ProofFetch,
  url: string,
  init: RequestInit = {},
  { timeoutMs = 5_000, maxBytes = 64 * 1024 }: FetchJsonOptions = {},
): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...init, redirect: "manual", signal });
    return JSON.parse(await readText(response, maxBytes));
  } catch {
    // What went wrong may quote the answer, or the request with its secret.
    throw proofUnavailable();
  }
}

/** The answer when a proof may be good and nobody can tell. */
export function proofUnavailable(): ProxyError {
  return new ProxyError(503, "proof_unavailable", "The proxy cannot check proofs now. Try again later.");
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error("Expected status 200");
  }
  const decoder = new TextDecoder();
  const stream: ReadableStream<Uint8Array> | null = response.body;
  let text = "";
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Error("Expected a shorter answer");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
