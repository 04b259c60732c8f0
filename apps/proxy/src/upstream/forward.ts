import { ProxyError } from "../http/proxy-error.ts";

/** Asks the upstream: `fetch`, or a stand-in for it. */
export type UpstreamFetch = (url: string, init: RequestInit) => Promise<Response>;

export interface UpstreamRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  /** Aborts when the client has gone. */
  readonly clientSignal: AbortSignal;
  readonly headersTimeoutMs: number;
}

/** Sends the request and returns the upstream's answer once its headers are there; throws 504 past the deadline, 502 when there is no answer. */
export async function forward(upstreamFetch: UpstreamFetch, request: UpstreamRequest): Promise<Response> {
  const { url, method, headers, body, clientSignal, headersTimeoutMs } = request;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), headersTimeoutMs);
  try {
    return await upstreamFetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      // A followed redirect could carry the key to another host.
      redirect: "manual",
      signal: AbortSignal.any([clientSignal, deadline.signal]),
    });
  } catch {
    if (clientSignal.aborted) throw new ProxyError(499, "client_closed_request", "The client went away.");
    if (deadline.signal.aborted) {
      throw new ProxyError(
        504,
        "upstream_timeout",
        `The upstream sent no headers within ${headersTimeoutMs} ms.`,
      );
    }
    throw new ProxyError(502, "upstream_unreachable", "The upstream could not be reached.");
  } finally {
    clearTimeout(timer);
  }
}
