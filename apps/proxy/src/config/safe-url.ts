import { isLoopbackHost } from "./loopback-host.ts";

/** The URL of a text whose traffic nobody can read on its way: https, or this very machine; undefined for any other text. */
export function safeUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url?.protocol === "https:" || (url?.protocol === "http:" && isLoopbackHost(url.hostname))) return url;
  return undefined;
}
