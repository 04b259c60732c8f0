import { authenticateAdmin } from "../auth/authenticate-admin.ts";
import { missing, reach } from "../calls/take-lease.ts";
import type { Config } from "../config/config.ts";
import { ConfigError } from "../config/config-error.ts";
import { deploymentName } from "../budget/deployment-name.ts";
import type { Limits } from "../budget/limits.ts";
import { readLimits } from "../budget/limits-config.ts";
import type { Env } from "../env.ts";
import { ProxyError } from "../http/proxy-error.ts";
import type { RequestFacts } from "../observe/request-log.ts";
import { refuseQuery } from "../policy/check-query.ts";
import { type Fields, isFields, parseJson } from "../policy/parse-json.ts";
import { readBody } from "../policy/read-body.ts";
import { type Match, ownRoutes } from "../routes/route-table.ts";
import { limitsReport, spendingReport, usageReport, usd } from "./usage-report.ts";

export interface AdminContext {
  readonly config: Config;
  readonly env: Env;
  readonly facts: RequestFacts;
}

const maxBodyBytes = 16_384;
const subjectsPerPage = 100;
const limitNames = Object.keys(limitsReport({ spending: {} }));

/**
 * The administrator's view: who calls and what it costs, and the limits of a subject, which may be changed, and its tokens, which
 * may be revoked, without a deployment. Throws 401 without an admin key, 404 while none is configured.
 */
export async function serveAdmin(
  request: Request,
  url: URL,
  { route, ids }: Match,
  { config, env, facts }: AdminContext,
): Promise<Response> {
  facts.subject = await authenticateAdmin(request, config.auth);
  const { SUBJECTS, DEPLOYMENT } = env;
  if (SUBJECTS === undefined) throw missing();
  if (DEPLOYMENT === undefined) throw missing("DEPLOYMENT");
  const isList = route.id === ownRoutes.adminListSubjects.id;
  const { searchParams: query } = url;
  if (!isList || !query.has("after") || query.size > 1) refuseQuery(url);
  if (isList) {
    const after = query.get("after") ?? "";
    const deployment = DEPLOYMENT.getByName(deploymentName);
    const [subjects, { used, held }] = await reach(
      Promise.all([deployment.subjects(after, subjectsPerPage), deployment.usage()]),
    );
    return Response.json({
      subjects,
      // What the next page begins behind; null: there is none.
      after: subjects.length < subjectsPerPage ? null : subjects.at(-1),
      deployment: {
        // Counted while DEPLOYMENT_BUDGET bounds something.
        used_usd: { day: usd(used.day), month: usd(used.month), total: usd(used.total) },
        held_usd: usd(held),
        limits: spendingReport(config.budget.deployment),
      },
    });
  }
  const ledger = SUBJECTS.getByName(ids[0] ?? "");
  if (route.id === ownRoutes.adminSetLimits.id) {
    const { limits, ...rest } = await readFields(request);
    if (limits === undefined || Object.keys(rest).length > 0) {
      throw invalid("Expected one field: limits, as LIMITS has them, or null.");
    }
    await reach(ledger.setLimits(limits === null ? undefined : orBadRequest(() => readAllLimits(limits))));
  } else if (route.id === ownRoutes.adminRevoke.id) {
    const { jti, ...rest } = await readFields(request);
    if (
      Object.keys(rest).length > 0 ||
      (jti !== undefined && (typeof jti !== "string" || !/^.{1,128}$/s.test(jti)))
    ) {
      throw invalid("Expected one field at most: jti, the name of a session token.");
    }
    if (jti === undefined && config.auth.clientKeys.some(({ subject }) => subject === ids[0])) {
      throw new ProxyError(
        409,
        "client_key",
        "A client key cannot be revoked: take its hash out of CLIENT_KEYS, or set the limit requestsPerMinute to 0.",
      );
    }
    await reach(ledger.revoke(jti));
  }
  return Response.json(usageReport(await reach(ledger.usage(config.budget.limits))));
}

/** Reads limits that tell of every one, null where there is none: a change of one takes no other away unseen. */
function readAllLimits(limits: unknown): Limits {
  if (!isFields(limits)) return readLimits("limits", limits);
  const absent = limitNames.filter((name) => !Object.hasOwn(limits, name));
  if (absent.length > 0) throw invalid(`limits must name ${absent.join(", ")} as well: null for no limit.`);
  const set = Object.entries(limits).filter(([, limit]) => limit !== null);
  return readLimits("limits", set.length > 0 ? Object.fromEntries(set) : "unlimited");
}

async function readFields(request: Request): Promise<Fields> {
  return parseJson(await readBody(request, "application/json", maxBodyBytes));
}

/** The readers of settings read requests as well; what they refuse is then the client's mistake. */
function orBadRequest<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    throw error instanceof ConfigError ? invalid(error.message) : error;
  }
}

function invalid(message: string): ProxyError {
  return new ProxyError(400, "invalid_request", message);
}
