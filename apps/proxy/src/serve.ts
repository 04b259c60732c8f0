import { authenticate } from "./auth/client-auth.ts";
import { type Config, xaiOrigin } from "./config/config.ts";
import { isPreflight, preflightResponse } from "./http/cors.ts";
import { ProxyError } from "./http/proxy-error.ts";
import { readRequestTarget, unknownRoute } from "./http/request-target.ts";
import type { RequestFacts } from "./observe/request-log.ts";
import { checkRequest, checkRoute } from "./policy/check-request.ts";
import { refuseQuery } from "./policy/check-query.ts";
import type { CheckedRequest } from "./policy/checked-request.ts";
import { type Match, matchesOf, ownRoutes, upstreamPath } from "./routes/route-table.ts";
import { forward, type UpstreamFetch } from "./upstream/forward.ts";
import { passOn } from "./upstream/pass-on.ts";
import { toUpstreamHeaders } from "./upstream/request-headers.ts";
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
  const matches = matchesOf(url.pathname).filter(({ route }) => isServed(route.id, config));
  if (matches.length === 0) throw unknownRoute();
  if (isPreflight(request)) return preflightResponse(matches.map(({ route }) => route));

  const match = matches.find(({ route }) => route.method === request.method);
  if (match === undefined) {
    const allow = [...matches.map(({ route }) => route.method), "OPTIONS"].join(", ");
    throw new ProxyError(405, "method_not_allowed", `Expected one of these methods: ${allow}.`, { allow });
  }
  facts.route = match.route.id;
  if (match.route.id === ownRoutes.health.id) {
    refuseQuery(url);
    return Response.json({ status: "ok", upstream: nameOf(upstream, config) });
  }
  return serveCall(request, url, match, { config, upstream, facts });
}

interface CallContext {
  readonly config: Config;
  readonly upstream: Upstream;
  readonly facts: RequestFacts;
}

async function serveCall(
  request: Request,
  url: URL,
  match: Match,
  { config, upstream, facts }: CallContext,
): Promise<Response> {
  const caller = await authenticate(request, url, config);
  facts.subject = caller.subject;
  checkRoute(match.route, config.policy, caller);
  const findModel = () => ({ contextTokens: 256_000, reasons: true });
  const checked = await checkRequest(request, url, match, { policy: config.policy, caller, findModel });
  if (checked.bodyBytes > 0) facts.requestBytes = checked.bodyBytes;
  return ask(request, match, checked, { config, upstream, facts });
}

async function ask(
  request: Request,
  match: Match,
  checked: CheckedRequest,
  { config, upstream, facts }: CallContext,
): Promise<Response> {
  const { response: answer, giveUp } = await forward(upstream.fetch, {
    url: `${config.upstreamOrigin}${upstreamPath(match)}${checked.search}`,
    method: match.route.method,
    headers: toUpstreamHeaders(request, { apiKey: config.apiKey, contentType: checked.contentType }),
    body: checked.body,
    clientSignal: request.signal,
    headersTimeoutMs: config.headersTimeoutMs,
    maxRetries: config.maxRetries,
  });
  facts.upstreamStatus = answer.status;
  const response = await toClientResponse(answer, config);
  if (!answer.ok) return response;
  const { body } = passOn(response, {
    metering: config.metering,
    clientSignal: request.signal,
    idleTimeoutMs: config.idleTimeoutMs,
    totalTimeoutMs: config.totalTimeoutMs,
    giveUp,
  });
  return new Response(body, response);
}

function isServed(id: string, { policy }: Config): boolean {
  return id === ownRoutes.health.id || policy.routes.has(id);
}

/** What `GET /healthz` calls the upstream: `other` is one that XAI_BASE_URL names. */
function nameOf({ kind }: Upstream, { upstreamOrigin }: Config): UpstreamKind | "other" {
  return kind === "xai" && upstreamOrigin !== xaiOrigin ? "other" : kind;
}
