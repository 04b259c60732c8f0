import type { Caller } from "./caller.ts";
import type { Config } from "../config/config.ts";
import { isLoopbackHost } from "../config/loopback-host.ts";
import { ProxyError } from "../http/proxy-error.ts";

/** Says who is calling; throws 401 for a missing or unknown client key, 503 when nobody could ever call. */
export async function authenticate(request: Request, url: URL, config: Config): Promise<Caller> {
  if (config.devMode && isOwnMachine(request, url)) return { subject: "loopback", proof: "development" };
  if (config.clientKeys.length === 0) {
    throw new ProxyError(
      503,
      "no_client_auth",
      "The proxy is not configured: CLIENT_KEYS lists no client key.",
    );
  }
  const token = /^Bearer +(\S{1,512})$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const subject = token === undefined ? undefined : await findSubject(token, config);
  if (subject === undefined) {
    throw new ProxyError(
      401,
      "invalid_client_key",
      "Expected `authorization: Bearer <client key>` with a key this proxy knows.",
      {
        "www-authenticate": "Bearer",
      },
    );
  }
  return { subject, proof: "client_key" };
}

function isOwnMachine(request: Request, url: URL): boolean {
  // Set by Cloudflare, and by `wrangler dev` to the peer's address: a neighbour on the network can write any Host.
  const peer = request.headers.get("cf-connecting-ip")?.replace(/^::ffff:/i, "");
  const isPeerLoopback = peer === undefined || peer === "::1" || isLoopbackHost(peer);
  return isLoopbackHost(url.hostname) && isPeerLoopback;
}

async function findSubject(token: string, { clientKeys }: Config): Promise<string | undefined> {
  const sha256 = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  let subject: string | undefined;
  // No early end: the time taken must not tell which key came close.
  for (const key of clientKeys) {
    if (crypto.subtle.timingSafeEqual(sha256, key.sha256)) subject = key.subject;
  }
  return subject;
}
