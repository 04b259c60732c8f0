/** What api.x.ai has been seen to send with errors; the simulator sends it with everything. */
export const corsHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "*",
};

export function isPreflight(request: Request): boolean {
  return request.method === "OPTIONS";
}

/** Allows what the preflight asks for. */
export function answerPreflight(request: Request): Response {
  const headers = new Headers(corsHeaders);
  headers.set(
    "access-control-allow-methods",
    request.headers.get("access-control-request-method") ?? "GET, POST, PATCH, DELETE",
  );
  // `*` would leave `authorization` out: https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
  headers.set(
    "access-control-allow-headers",
    request.headers.get("access-control-request-headers") ?? "authorization, content-type",
  );
  headers.set("access-control-max-age", "600");
  return new Response(null, { status: 204, headers });
}
