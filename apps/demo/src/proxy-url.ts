import { defaultProxyUrl } from "./default-proxy-url.ts";

/** The proxy that this page was built for: absolute, without `/v1` and without a slash at its end. */
export const proxyUrl: string = new URL(
  import.meta.env.VITE_PROXY_URL ?? defaultProxyUrl,
  location.href,
).href.replace(/\/+$/, "");
