import type { Caller } from "../auth/caller.ts";
import { reasons } from "../budget/price-table.ts";
import type { Ticks } from "../budget/ticks.ts";
import type { Config } from "../config/config.ts";
import type { Env } from "../env.ts";
import type { RequestFacts } from "../observe/request-log.ts";
import { checkRequest, checkRoute } from "../policy/check-request.ts";
import type { CheckedRequest } from "../policy/checked-request.ts";
import type { OwnedId } from "../policy/owned-id.ts";
import { type ModelFacts } from "../policy/restrict.ts";
import { isResumable, serveResumable } from "../resume/serve-resumable.ts";
import { type Match, upstreamPath } from "../routes/route-table.ts";
import type { Bill } from "../upstream/bill.ts";
import { forward, type UpstreamFetch } from "../upstream/forward.ts";
import { gatherJson, isGatherable } from "../upstream/gather-json.ts";
import { type Passed, type PassOnOptions, passOn } from "../upstream/pass-on.ts";
import { toUpstreamHeaders } from "../upstream/request-headers.ts";
import { toClientResponse } from "../upstream/upstream-response.ts";
import { didNotRun } from "./did-not-run.ts";
import { createHandover } from "./ids-in.ts";
import { ownPage } from "./own-page.ts";
import { hasBudget, type Lease, nothingUsed, takeLease } from "./take-lease.ts";

/** What a call is served with. */
export interface CallContext {
  readonly config: Config;
  readonly env: Env;
  readonly upstreamFetch: UpstreamFetch;
  readonly facts: RequestFacts;
  /** Keeps the Worker alive until this is done. */
  readonly waitUntil: (promise: Promise<unknown>) => void;
  /** The log line waits for this. */
  readonly logAfter: (ended: Promise<unknown>) => void;
  /** Called when a bill was larger than the worst case that was reserved. */
  readonly onOverrun: (ticks: Ticks) => void;
}

/** Passes a call of a caller who is known on to the API, under the policy and the budget. */
export async function serveCall(
  request: Request,
  url: URL,
  match: Match,
  caller: Caller,
  context: CallContext,
): Promise<Response> {
  const { config, env, facts } = context;
  const { policy, budget } = config;
  checkRoute(match.route, policy, caller);
  const checked = await checkRequest(request, url, match, {
    policy,
    caller,
    findModel: (name) => factsOf(name, caller, config),
  });
  if (checked.bodyBytes > 0) facts.requestBytes = checked.bodyBytes;
  const model = checked.model === undefined ? undefined : budget.models.find(checked.model);
  if (model !== undefined) facts.model = model.id;

  const lease = await takeLease({
    caller,
    checked,
    config,
    ledger: env.SUBJECTS?.getByName(caller.subject),
    fetches: match.route.method === "GET",
    // The call itself ends sooner; what is left then is the wait for a settlement that never comes.
    leaseMs: (config.maxRetries + 1) * config.headersTimeoutMs + config.totalTimeoutMs + 60_000,
  });
  const { resume } = config;
  if (resume !== undefined && isResumable(match, checked)) {
    return serveResumable(request, { match, checked, caller, lease, resume }, context);
  }
  return ask(request, match, checked, lease, caller, context);
}

function factsOf(name: string, caller: Caller, { budget }: Config): ModelFacts | undefined {
  const model = budget.models.find(name);
  // What has no bound has no price.
  const unbounded = { contextTokens: Infinity, reasons: false };
  if (model === undefined) return hasBudget(caller, budget) ? undefined : unbounded;
  return {
    contextTokens: model.contextTokens ?? unbounded.contextTokens,
    reasons: reasons(model.id),
    reasoningCanBeOff: model.reasoningCanBeOff ?? false,
  };
}

async function ask(
  request: Request,
  match: Match,
  checked: CheckedRequest,
  lease: Lease,
  { subject }: Caller,
  { config, upstreamFetch, facts, waitUntil, logAfter, onOverrun }: CallContext,
): Promise<Response> {
  const rule = match.route.operation?.rule ?? {};
  let isSettled = false;
  const settle = (bill: Bill | undefined, gone?: readonly OwnedId[]): void => {
    if (isSettled) return;
    isSettled = true;
    if (lease.terms === undefined) return;
    // A settlement that fails is made up for by the end of the lease, at the price of the worst case.
    const settled = lease.settle(bill, gone).then((overrun) => overrun > 0 && onOverrun(overrun));
    waitUntil(settled.catch(() => {}));
  };
  try {
    const { lists } = rule;
    const page =
      lists && config.policy.ownership
        ? ownPage({ lists, owned: await lease.owned(lists.kind), subject, apiKey: config.apiKey })
        : undefined;
    const search = (await page?.toSearch(checked.search)) ?? checked.search;
    const { response: answer, giveUp } = await forward(upstreamFetch, {
      url: `${config.upstreamOrigin}${upstreamPath(match)}${search}`,
      method: match.route.method,
      headers: toUpstreamHeaders(request, { apiKey: config.apiKey, contentType: checked.contentType }),
      body: checked.body,
      clientSignal: request.signal,
      headersTimeoutMs: config.headersTimeoutMs,
      maxRetries: config.maxRetries,
    });
    facts.upstreamStatus = answer.status;
    if (!answer.ok) settle(didNotRun(answer.status) ? nothingUsed : undefined);
    const gone = rule.deletes ? checked.names : [];
    const options: PassOnOptions = {
      metering: config.metering,
      clientSignal: request.signal,
      idleTimeoutMs: config.idleTimeoutMs,
      totalTimeoutMs: config.totalTimeoutMs,
      giveUp,
      apiKey: config.apiKey,
      ...(config.policy.ownership && { onAnswer: createHandover(rule, lease.own) }),
    };
    const noteEnd = ({ end: how, bill }: Passed): void => {
      facts.end = how;
      if (bill?.ticks !== undefined) facts.ticks = bill.ticks;
      settle(bill, gone);
    };
    const gathered =
      answer.ok && page === undefined && isGatherable(answer) ? await gatherJson(answer, options) : undefined;
    const response = await toClientResponse(
      answer,
      { apiKey: config.apiKey, sends: rule.sends },
      gathered?.body,
    );
    for (const [name, value] of Object.entries(lease.headers)) response.headers.set(name, value);
    if (!answer.ok) return response;
    if (gathered !== undefined) {
      noteEnd(gathered);
      return response;
    }
    if (page !== undefined) {
      settle(nothingUsed);
      return await page.toOwn(response);
    }
    const { body, passed } = passOn(response, options);
    const ended = passed.then(noteEnd);
    waitUntil(ended);
    logAfter(ended);
    return new Response(body, response);
  } catch (error) {
    // Without an answer nobody knows whether it ran.
    settle(undefined);
    throw error;
  }
}
