import type { AuthConfig } from "../auth/auth-config.ts";
import { ProxyError } from "./proxy-error.ts";
import type { Route } from "../routes/route-table.ts";

const requestHeaders = [
  "authorization",
  "content-type",
  "accept",
  "x-grok-conv-id",
  "last-event-id",
  // The `openai` package adds these in browsers. A page may send them; they go no further than this proxy.
  "user-agent",
  "x-stainless-arch",
  "x-stainless-helper-method",
  "x-stainless-lang",
  "x-stainless-os",
  "x-stainless-package-version",
  "x-stainless-retry-count",
  "x-stainless-runtime",
  "x-stainless-runtime-version",
  "x-stainless-timeout",
];

const exposedHeaders = ["x-request-id", "retry-after", "ratelimit", "ratelimit-policy", "x-stream-id"];

/** The page's origin when the request names one that may call; throws for any other. A request without an Origin is no page's: authentication decides. */
export function readAllowedOrigin(
  request: Request,
  { allowedOrigins }: Pick<AuthConfig, "allowedOrigins">,
): string | undefined {
  const origin = request.headers.get("origin");
  if (origin === null) return undefined;
  if (!allowedOrigins.has(origin)) {
    throw new ProxyError(
      403,
      "origin_not_allowed",
      "This origin may not use the proxy. ALLOWED_ORIGINS lists those that may.",
    );
  }
  return origin;
}

/** Whether a browser is asking what a page of another origin may send. */
export function isPreflight(request: Request): boolean {
  return (
    request.method === "OPTIONS" &&
    request.headers.has("origin") &&
    request.headers.has("access-control-request-method")
  );
}

/** The answer to a preflight: what this path's routes take, whoever asks. */
export function preflightResponse(routes: readonly Route[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": routes.map((route) => route.method).join(", "),
      "access-control-allow-headers": requestHeaders.join(", "),
      "access-control-max-age": "600",
    },
  });
}

/** Lets a page of `origin` read the response, and keeps caches from handing it to another. */
export function addCorsHeaders(headers: Headers, origin: string | undefined): void {
  headers.set("vary", "Origin");
  if (origin === undefined) return;
  headers.set("access-control-allow-origin", origin);
  headers.set("access-control-expose-headers", exposedHeaders.join(", "));
}
