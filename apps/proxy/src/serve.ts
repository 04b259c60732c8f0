import { authenticate } from "./auth/client-auth.ts";
import { type CallContext, serveCall } from "./calls/serve-call.ts";
import { type Config, xaiOrigin } from "./config/config.ts";
import { isPreflight, preflightResponse } from "./http/cors.ts";
import { ProxyError } from "./http/proxy-error.ts";
import { readRequestTarget, unknownRoute } from "./http/request-target.ts";
import { refuseQuery } from "./policy/check-query.ts";
import { matchesOf, ownRoutes } from "./routes/route-table.ts";

/** Where answers come from: the real API, or the built-in simulator. */
export type UpstreamKind = "xai" | "simulator";

export interface ServeContext extends CallContext {
  readonly upstreamKind: UpstreamKind;
}

/** The duties in their order, each of which may refuse by throwing a `ProxyError`; `facts` collects what the log may tell. */
export async function serve(request: Request, context: ServeContext): Promise<Response> {
  const { config, facts } = context;
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
    return Response.json({ status: "ok", upstream: nameOf(context) });
  }
  const caller = await authenticate(request, url, config);
  facts.subject = caller.subject;
  return serveCall(request, url, match, caller, context);
}

function isServed(id: string, { policy }: Config): boolean {
  return id === ownRoutes.health.id || policy.routes.has(id);
}

/** What `GET /healthz` calls the upstream: `other` is one that XAI_BASE_URL names. */
function nameOf({ upstreamKind, config }: ServeContext): UpstreamKind | "other" {
  return upstreamKind === "xai" && config.upstreamOrigin !== xaiOrigin ? "other" : upstreamKind;
}
