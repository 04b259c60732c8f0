import { ProxyError } from "../http/proxy-error.ts";

/** Asks the upstream: `fetch`, or a stand-in for it. */
export type UpstreamFetch = (url: string, init: RequestInit) => Promise<Response>;

export interface UpstreamRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  /** Aborts when the client has gone. */
  readonly clientSignal: AbortSignal;
  readonly headersTimeoutMs: number;
  /** How often a call that the upstream did not begin may be sent again. */
  readonly maxRetries: number;
}

/** The upstream's answer, its body unread. */
export interface UpstreamAnswer {
  readonly response: Response;
  /** Ends the call; the rest of the body is lost. */
  readonly giveUp: () => void;
}

const maxWaitMs = 5_000;

/**
 * Sends the request and returns the upstream's answer once its headers are there; throws 504 past the deadline, 502 when there is
 * no answer. Sends it again only where nothing can have run, or been billed, twice: after 429 and 503, and after any failure of a GET.
 */
export async function forward(
  upstreamFetch: UpstreamFetch,
  request: UpstreamRequest,
): Promise<UpstreamAnswer> {
  const { method, maxRetries, clientSignal } = request;
  for (let retries = 0; ; retries++) {
    const isLast = retries >= maxRetries;
    let asked: string | null = null;
    try {
      const answer = await attempt(upstreamFetch, request);
      const { status, headers } = answer.response;
      if (isLast || !(status === 429 || status === 503 || (method === "GET" && status >= 500))) return answer;
      asked = headers.get("retry-after");
      // Longer than a client would be kept waiting for: let it hear the answer instead.
      if (Number(asked) * 1000 > maxWaitMs) return answer;
      answer.giveUp();
    } catch (error) {
      const isLost = error instanceof ProxyError && error.code === "upstream_unreachable";
      if (isLast || method !== "GET" || !isLost) throw error;
    }
    const backoffMs = 250 * 2 ** retries * (1 - Math.random() / 2);
    await pause(Number(asked) > 0 ? Number(asked) * 1000 : Math.min(backoffMs, maxWaitMs), clientSignal);
  }
}

async function attempt(upstreamFetch: UpstreamFetch, request: UpstreamRequest): Promise<UpstreamAnswer> {
  const { url, method, headers, body, clientSignal, headersTimeoutMs } = request;
  const own = new AbortController();
  const giveUp = (): void => own.abort();
  const timer = setTimeout(giveUp, headersTimeoutMs);
  try {
    const response = await upstreamFetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      // A followed redirect could carry the key to another host.
      redirect: "manual",
      signal: AbortSignal.any([clientSignal, own.signal]),
    });
    return { response, giveUp };
  } catch {
    if (clientSignal.aborted) throw clientLeft();
    if (own.signal.aborted) {
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

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(clientLeft());
    });
  });
}

/** What ends a call of a client that went away; nobody gets it but the log. */
export function clientLeft(): ProxyError {
  return new ProxyError(499, "client_closed_request", "The client went away.");
}
