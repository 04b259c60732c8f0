import { authenticate } from "./auth/client-auth.ts";
import { type Config, xaiOrigin } from "./config/config.ts";
import { isPreflight, preflightResponse } from "./http/cors.ts";
import { forward, type UpstreamFetch } from "./upstream/forward.ts";
import { ProxyError } from "./http/proxy-error.ts";
import { readJsonBody } from "./policy/request-body.ts";
import { toUpstreamHeaders } from "./upstream/request-headers.ts";
import type { RequestFacts } from "./observe/request-log.ts";
import { readRequestTarget, unknownRoute } from "./http/request-target.ts";
import { healthRoute, routesOf, upstreamPath } from "./routes/route-table.ts";
import { toClientResponse } from "./upstream/upstream-response.ts";

/** Where answers come from: the real API, or the built-in simulator. */
export type UpstreamKind = "xai" | "simulator";

export interface Upstream {
  readonly kind: UpstreamKind;
  readonly fetch: UpstreamFetch;
}

/** The duties in their order, each of which may refuse by throwing a `ProxyError`; `facts` collects what the log may tell. */
export async function serve(
  request: Request,
  config: Config,
  upstream: Upstream,
  facts: RequestFacts,
): Promise<Response> {
  const url = readRequestTarget(request);
  const routes = routesOf(url.pathname);
  if (routes.length === 0) throw unknownRoute();
  if (isPreflight(request)) return preflightResponse(routes);

  const route = routes.find(({ method }) => method === request.method);
  if (route === undefined) {
    const allow = [...routes.map(({ method }) => method), "OPTIONS"].join(", ");
    throw new ProxyError(405, "method_not_allowed", `Expected one of these methods: ${allow}.`, { allow });
  }
  facts.route = route.id;
  if (route === healthRoute) return Response.json({ status: "ok", upstream: nameOf(upstream, config) });

  facts.subject = await authenticate(request, url, config);
  const body =
    route.method === "POST" ? await readJsonBody(request, { maxBytes: config.maxBodyBytes }) : undefined;
  if (body !== undefined) facts.requestBytes = body.byteLength;

  const { response: answer } = await forward(upstream.fetch, {
    url: `${config.upstreamOrigin}${upstreamPath(route, url.pathname)}`,
    method: route.method,
    headers: toUpstreamHeaders(request, { apiKey: config.apiKey, hasBody: body !== undefined }),
    body,
    clientSignal: request.signal,
    headersTimeoutMs: config.headersTimeoutMs,
    maxRetries: config.maxRetries,
  });
  facts.upstreamStatus = answer.status;
  return toClientResponse(answer, config);
}

/** What `GET /healthz` calls the upstream: `other` is one that XAI_BASE_URL names. */
function nameOf({ kind }: Upstream, { upstreamOrigin }: Config): UpstreamKind | "other" {
  return kind === "xai" && upstreamOrigin !== xaiOrigin ? "other" : kind;
}
