import { isLoopbackHost } from "../config/loopback-host.ts";

/** Whether a request was made on the machine that serves it. */
export function isOwnMachine(request: Request, url: URL): boolean {
  // Set by Cloudflare, and by `wrangler dev` to the peer's address: a neighbour on the network can write any Host.
  const peer = request.headers.get("cf-connecting-ip")?.replace(/^::ffff:/i, "");
  const isPeerLoopback = peer === undefined || peer === "::1" || isLoopbackHost(peer);
  return isLoopbackHost(url.hostname) && isPeerLoopback;
}
