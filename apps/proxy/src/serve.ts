import { hasCallers } from "./auth/auth-config.ts";
import { authenticate } from "./auth/authenticate.ts";
import { bearerToken } from "./auth/bearer-token.ts";
import { deploymentName } from "./budget/deployment-name.ts";
import { clientAddressKey } from "./auth/client-address.ts";
import type { ProofFetch } from "./auth/fetch-json.ts";
import { createSession } from "./auth/create-session.ts";
import { sessionSubprotocol } from "./auth/session-subprotocol.ts";
import { serveAdmin } from "./accounts/serve-admin.ts";
import { usageReport } from "./accounts/usage-report.ts";
import { type CallContext, serveCall } from "./calls/serve-call.ts";
import { missing, reach, revoked } from "./calls/take-lease.ts";
import { type Config, xaiOrigin } from "./config/config.ts";
import { isPreflight, preflightResponse } from "./http/cors.ts";
import { ProxyError } from "./http/proxy-error.ts";
import { readRequestTarget, unknownRoute } from "./http/request-target.ts";
import { refuseQuery } from "./policy/check-query.ts";
import { resumeStream, stopStream } from "./resume/serve-resumable.ts";
import { createClientSecret } from "./realtime/create-client-secret.ts";
import { relayRealtime } from "./realtime/relay-realtime.ts";
import { type Match, matchesOf, ownRoutes, type Route } from "./routes/route-table.ts";

/** Where answers come from: the real API, or the built-in simulator. */
export type UpstreamKind = "xai" | "simulator";

export interface ServeContext extends CallContext {
  readonly upstreamKind: UpstreamKind;
  /** Asks Cloudflare and issuers of JWTs about proofs. */
  readonly proofFetch: ProofFetch;
}

/** The duties in their order, each of which may refuse by throwing a `ProxyError`; `facts` collects what the log may tell. */
export async function serve(request: Request, context: ServeContext): Promise<Response> {
  const { config, facts } = context;
  const url = readRequestTarget(request);
  const matches = matchesOf(url.pathname).filter(({ route }) => isServed(route, config));
  if (matches.length === 0) throw unknownRoute();
  if (isPreflight(request)) return preflightResponse(matches.map(({ route }) => route));

  const match = matches.find(({ route }) => route.method === request.method);
  if (match === undefined) {
    const allow = [...matches.map(({ route }) => route.method), "OPTIONS"].join(", ");
    throw new ProxyError(405, "method_not_allowed", `Expected one of these methods: ${allow}.`, { allow });
  }
  facts.route = match.route.id;
  return match.route.id === ownRoutes.health.id
    ? health(url, context)
    : serveRoute(request, url, match, context);
}

async function serveRoute(
  request: Request,
  url: URL,
  match: Match,
  context: ServeContext,
): Promise<Response> {
  const { config, facts } = context;
  const { id } = match.route;
  await limitRate(request, context);
  if (id === ownRoutes.ready.id) return ready(url, context);
  if (id.startsWith("admin.")) return serveAdmin(request, url, match, context);
  if (id === ownRoutes.createSession.id) {
    return createSession(request, url, config.auth, {
      fetch: context.proofFetch,
      noteOnce: (subject, name, keepMs) => reach(ledgerOf(subject, context).noteOnce(name, keepMs)),
      policy: config.policy,
      limits: config.budget.limits,
    });
  }
  const isRelay = id === ownRoutes.realtimeConnect.id;
  // A page cannot set headers on a WebSocket.
  const token = bearerToken(request) ?? (isRelay ? sessionSubprotocol(request)?.token : undefined);
  const caller = await authenticate(request, url, config.auth, token);
  facts.subject = caller.subject;
  if (isRelay) return relayRealtime(request, url, caller, { ...context, realtime: config.realtime });
  if (id === ownRoutes.createClientSecret.id) {
    return createClientSecret(request, url, caller, { ...context, realtime: config.realtime });
  }
  if (id === ownRoutes.usage.id) {
    refuseQuery(url);
    const ledger = ledgerOf(caller.subject, context);
    const usage = await reach(ledger.usage(caller.limits ?? config.budget.limits, caller.session));
    if (usage.isRevoked) throw revoked();
    return Response.json(usageReport(usage));
  }
  if (id === ownRoutes.resume.id) return resumeStream(request, url, match, caller, context);
  if (id === ownRoutes.stopStream.id) return stopStream(url, match, caller, context);
  return serveCall(request, url, match, caller, context);
}

function ledgerOf(subject: string, { env }: ServeContext) {
  if (env.SUBJECTS === undefined) throw missing();
  return env.SUBJECTS.getByName(subject);
}

/**
 * The first thing that stands against a flood, before anything is computed. It counts in each of Cloudflare's places by itself and
 * is no accounting; that is the subject's object, behind it.
 */
async function limitRate(request: Request, { env }: ServeContext): Promise<void> {
  const { success } = (await env.RATE_LIMIT?.limit({ key: clientAddressKey(request) })) ?? { success: true };
  if (!success) {
    throw new ProxyError(429, "rate_limited", "Too many requests from this address in a minute.", {
      "retry-after": "60",
    });
  }
}

function health(url: URL, context: ServeContext): Response {
  refuseQuery(url);
  return Response.json({ status: "ok", upstream: nameOf(context) });
}

/** Whether calls can be served: somebody may call, and what keeps account of it answers. The upstream is not asked. */
async function ready(url: URL, context: ServeContext): Promise<Response> {
  refuseQuery(url);
  const { auth, budget, resume } = context.config;
  const { DEPLOYMENT, STREAMS } = context.env;
  if (!hasCallers(auth))
    throw new ProxyError(503, "no_client_auth", "The proxy is not configured: nobody may call.");
  await reach(ledgerOf("readyz", context).usage(budget.limits));
  // The administrator's list of subjects is kept there too.
  if (auth.adminKeys.length > 0 || Object.keys(budget.deployment).length > 0) {
    if (DEPLOYMENT === undefined) throw missing("DEPLOYMENT");
    await reach(DEPLOYMENT.getByName(deploymentName).usage());
  }
  if (resume && STREAMS === undefined) throw missing("STREAMS");
  return Response.json({ status: "ready" });
}

function isServed({ id, operation }: Route, { policy, auth, resume }: Config): boolean {
  if (operation !== undefined) return policy.routes.has(id);
  if (id.startsWith("admin.")) return auth.adminKeys.length > 0;
  if (id.startsWith("realtime.")) return policy.routes.has(id);
  if (id.startsWith("streams.")) return resume !== undefined;
  return id !== ownRoutes.createSession.id || auth.sessions !== undefined;
}

/** What `GET /healthz` calls the upstream: `other` is one that XAI_BASE_URL names. */
function nameOf({ upstreamKind, config }: ServeContext): UpstreamKind | "other" {
  return upstreamKind === "xai" && config.upstreamOrigin !== xaiOrigin ? "other" : upstreamKind;
}
