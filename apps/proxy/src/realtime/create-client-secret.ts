import { CreateClientSecretRequest } from "@xai-edge/schema/shapes";
import type { Caller } from "../auth/caller.ts";
import { type Lease, hasBudget, nothingUsed, takeLease } from "../calls/take-lease.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { refuseQuery } from "../policy/check-query.ts";
import { checkRoute } from "../policy/check-request.ts";
import { checkSchema } from "../policy/check-schema.ts";
import { free } from "../policy/checked-request.ts";
import { idsInBody } from "../policy/ids-in-body.ts";
import { type Fields, isFields, parseJson } from "../policy/parse-json.ts";
import { readBody } from "../policy/read-body.ts";
import { ownRoutes } from "../routes/route-table.ts";
import { forward } from "../upstream/forward.ts";
import { toClientResponse } from "../upstream/upstream-response.ts";
import { didNotRun } from "../calls/did-not-run.ts";
import { boundedTools } from "./bounded-tools.ts";
import { checkSession } from "./check-session.ts";
import type { RealtimeContext } from "./realtime-context.ts";
import { checkVoiceModel, dearestVoiceModel } from "./voice-model.ts";

/** The API's own default for how long a secret opens conversations. */
const usualSeconds = 600;

/**
 * Has the upstream make a client secret. A page talks to xAI with it directly, with any model, and nobody here sees the bill: so
 * what it can cost, at the dearest model's price until the end of a conversation that its last second opens, is charged at once, for
 * as many conversations as the settings expect. It can open more at a time, which no reservation covers: it is not used up by one,
 * nothing that the API takes bounds them, and nobody can take it back.
 */
export async function createClientSecret(
  request: Request,
  url: URL,
  caller: Caller,
  context: RealtimeContext,
): Promise<Response> {
  const { config, env, facts, realtime } = context;
  const { policy, budget } = config;
  const route = ownRoutes.createClientSecret;
  checkRoute(route, policy, caller);
  refuseQuery(url);
  const bytes = await readBody(request, "application/json", policy.maxBodyBytes);
  facts.requestBytes = bytes.byteLength;
  const body = parseJson(bytes);
  checkSchema(CreateClientSecretRequest, body, policy);
  const names = idsInBody(body, policy);
  const model = checkBody(body, caller, context);
  facts.model = model;
  const seconds = limitLifetime(body, realtime.maxSecretSeconds);

  const dearest = dearestVoiceModel(budget.models, realtime);
  if (dearest === undefined && hasBudget(caller, budget)) {
    throw new ProxyError(503, "no_price", "What this secret can cost is not known: PRICES can say it.");
  }
  const lease = await takeLease({
    caller,
    checked: {
      search: "",
      bodyBytes: bytes.byteLength,
      isStream: false,
      names,
      model: dearest?.id ?? model,
      worst: {
        ...free,
        audioSeconds: realtime.maxSecretSessions * (seconds + realtime.maxSecretSessionSeconds),
      },
    },
    config,
    ledger: env.SUBJECTS?.getByName(caller.subject),
    leaseMs: config.headersTimeoutMs + 60_000,
  });
  return ask(request, JSON.stringify(body), lease, context);
}

/** Holds the settings of the secret to the policy; returns the model that conversations are to have. */
function checkBody(body: Fields, caller: Caller, { config, realtime }: RealtimeContext): string {
  const { policy, budget } = config;
  const { session } = body;
  const named = isFields(session) ? session["model"] : undefined;
  const rules = { policy, caller, realtime };
  const model = checkVoiceModel(typeof named === "string" ? named : undefined, rules);
  if (!isFields(session)) return model;
  const tools = boundedTools(caller, config);
  checkSession(session, { ...rules, model, tools, findModel: budget.models.find }, "session");
  session["model"] = model;
  return model;
}

function limitLifetime(body: Fields, maxSeconds: number): number {
  const { expires_after: given } = body;
  const asked = isFields(given) ? given["seconds"] : undefined;
  const seconds = Math.min(typeof asked === "number" ? asked : usualSeconds, maxSeconds);
  body["expires_after"] = { seconds };
  return seconds;
}

async function ask(
  request: Request,
  body: string,
  lease: Lease,
  { config, facts, upstreamFetch, waitUntil }: RealtimeContext,
): Promise<Response> {
  let isRefused = false;
  try {
    const { response: answer } = await forward(upstreamFetch, {
      url: `${config.upstreamOrigin}${ownRoutes.createClientSecret.path}`,
      method: "POST",
      headers: new Headers({
        authorization: `Bearer ${config.apiKey}`,
        accept: "application/json",
        "accept-encoding": "identity",
        "content-type": "application/json",
      }),
      body,
      clientSignal: request.signal,
      headersTimeoutMs: config.headersTimeoutMs,
      maxRetries: config.maxRetries,
    });
    const { status } = answer;
    facts.upstreamStatus = status;
    isRefused = didNotRun(status);
    const response = await toClientResponse(answer, config);
    for (const [name, value] of Object.entries(lease.headers)) response.headers.set(name, value);
    return response;
  } finally {
    // Whole, unless there is no secret: what is said with it is billed where nobody here can see it.
    waitUntil(lease.settle(isRefused ? nothingUsed : undefined).catch(() => {}));
  }
}
