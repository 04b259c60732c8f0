/** An address that this page may send a key to, or why it may not. */
export type ProxyAddress = { readonly proxyUrl: string } | { readonly mistake: string };

/**
 * Reads the proxy's address as it was typed. The page's policy lets it talk to its own origin and to the proxy it was built for
 * alone, so that nothing else could be sent the key.
 */
export function readProxyAddress(typed: string, builtFor: string, ownOrigin: string): ProxyAddress {
  const url = URL.parse(typed.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    return {
      mistake: "Expected an address that begins with https:// or http://, without a user or password.",
    };
  }
  if (url.search !== "" || url.hash !== "") return { mistake: "Expected an address without ? and #." };
  const allowed = [new URL(builtFor).origin, ownOrigin];
  if (!allowed.includes(url.origin)) {
    return {
      mistake: `This page may only talk to ${[...new Set(allowed)].join(" and ")}. Build it with VITE_PROXY_URL for another proxy.`,
    };
  }
  return { proxyUrl: url.href.replace(/\/+$/, "") };
}
