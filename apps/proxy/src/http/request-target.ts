import { ProxyError } from "./proxy-error.ts";

const host = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Parses the request's URL, once: what is checked is then what is used. Throws for a spelling that two parsers could read
 * as two different paths.
 *
 * workerd leaves `request.url` as the client wrote it (`..`, `%2e`, `\` and all) and puts the Host header into it unchecked,
 * so a crafted Host can bring a path of its own.
 */
export function readRequestTarget(request: Request): URL {
  const hostHeader = request.headers.get("host");
  if (hostHeader !== null && !host.test(hostHeader)) {
    throw new ProxyError(400, "bad_host", "The Host header is not a host name with an optional port.");
  }
  const url = URL.parse(request.url);
  if (url === null) throw new ProxyError(400, "bad_url", "The request's URL cannot be parsed.");

  const afterScheme = request.url.indexOf("://") + 3;
  const target = request.url.slice(request.url.indexOf("/", afterScheme));
  // What a query may hold is checked where the route is known.
  if (target.split("?")[0] !== url.pathname) throw unknownRoute();
  return url;
}

/** The answer to any path that is not in the route table. */
export function unknownRoute(): ProxyError {
  return new ProxyError(
    404,
    "unknown_route",
    "This proxy has no such route, or its settings (ROUTES) leave it off.",
  );
}
