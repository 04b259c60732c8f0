import type { Caller } from "../auth/caller.ts";
import { worstTicks } from "../budget/worst-ticks.ts";
import { hasBudget, type Lease, nothingUsed, takeLease } from "../calls/take-lease.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { checkRoute } from "../policy/check-request.ts";
import { free } from "../policy/checked-request.ts";
import { ownRoutes } from "../routes/route-table.ts";
import type { Bill } from "../upstream/bill.ts";
import { forward } from "../upstream/forward.ts";
import { toClientResponse } from "../upstream/upstream-response.ts";
import { boundedTools } from "./bounded-tools.ts";
import { createClientCheck } from "./check-client-event.ts";
import { createConversationMeter } from "./conversation-meter.ts";
import type { RealtimeContext } from "./realtime-context.ts";
import { relayFrames } from "./relay-frames.ts";
import { chooseProtocol } from "./choose-protocol.ts";
import { checkVoiceModel } from "./voice-model.ts";

const leaseSlackMs = 60_000;

/**
 * Relays a realtime conversation: the price of all its seconds is reserved before the upstream is asked, and settled once when it
 * is over. Throws 400, 403 and 426 for requests that may not open one, and what {@link takeLease} throws.
 */
export async function relayRealtime(
  request: Request,
  url: URL,
  caller: Caller,
  context: RealtimeContext,
): Promise<Response> {
  const { config, env, facts, realtime } = context;
  const { policy } = config;
  checkRoute(ownRoutes.realtimeConnect, policy, caller);
  checkUpgrade(request);
  const model = checkVoiceModel(modelIn(url), { policy, caller, realtime });
  facts.model = model;
  const { maxSeconds } = realtime;
  const worst = { ...free, audioSeconds: maxSeconds };
  const lease = await takeLease({
    caller,
    checked: { search: "", bodyBytes: 0, isStream: false, names: [], model, worst },
    config,
    ledger: env.SUBJECTS?.getByName(caller.subject),
    leaseMs: config.headersTimeoutMs + maxSeconds * 1000 + leaseSlackMs,
  });
  return connect(request, caller, model, lease, context);
}

async function connect(
  request: Request,
  caller: Caller,
  model: string,
  lease: Lease,
  context: RealtimeContext,
): Promise<Response> {
  const { config, facts, realtime, waitUntil, onOverrun } = context;
  const { policy, budget, apiKey } = config;
  const priced = budget.models.find(model);
  const priceOf = (seconds: number): number => worstTicks(priced, { ...free, audioSeconds: seconds }) ?? 0;
  const reserved = priceOf(realtime.maxSeconds);
  const meter = createConversationMeter({ now: Date.now, priceOf, reserved });
  let isSettled = false;
  const settle = (bill: Bill): void => {
    if (isSettled) return;
    isSettled = true;
    const settled = lease.settle(bill).then((overrun) => overrun > 0 && onOverrun(overrun));
    // A settlement that fails is made up for by the end of the lease, at the price of the worst case.
    waitUntil(settled.catch(() => {}));
  };

  let upstream: WebSocket;
  let ownVoices: ReadonlySet<string>;
  try {
    ownVoices = new Set(policy.ownership ? await lease.owned("voice") : []);
    const { response: answer, giveUp } = await forward(context.upstreamFetch, {
      url: `${config.upstreamOrigin}${ownRoutes.realtimeConnect.path}?model=${encodeURIComponent(model)}`,
      method: "GET",
      headers: new Headers({ authorization: `Bearer ${apiKey}`, upgrade: "websocket" }),
      body: undefined,
      clientSignal: request.signal,
      headersTimeoutMs: config.headersTimeoutMs,
      // Each try could be a conversation that has begun.
      maxRetries: 0,
    });
    facts.upstreamStatus = answer.status;
    const { webSocket } = answer;
    if (!webSocket) {
      // Without a connection nothing was said, whatever the status.
      settle(nothingUsed);
      if (!answer.ok) return withHeaders(await toClientResponse(answer, config), lease);
      giveUp();
      throw new ProxyError(502, "upstream_error", "The upstream did not open a WebSocket.");
    }
    upstream = webSocket;
    // None was offered, so that it speaks something else.
    if (answer.headers.has("sec-websocket-protocol")) {
      giveUp();
      throw new ProxyError(502, "upstream_error", "The upstream chose a subprotocol that was not offered.");
    }
  } catch (error) {
    // Whoever asked may have been heard, until now.
    settle({ ...nothingUsed, ticks: meter.total() });
    throw error;
  }

  const isBounded = hasBudget(caller, budget);
  const { 0: socket, 1: client } = new WebSocketPair();
  for (const end of [client, upstream]) {
    // Else frames of bytes would come as blobs, and go on as the text "[object Blob]".
    end.binaryType = "arraybuffer";
    end.accept({ allowHalfOpen: true });
  }
  const rules = {
    policy,
    caller,
    realtime,
    model,
    ownVoices,
    findModel: budget.models.find,
    tools: boundedTools(caller, config),
  };
  const ended = relayFrames({
    client,
    upstream,
    limits: realtime,
    idleTimeoutMs: config.idleTimeoutMs,
    apiKey,
    meter,
    mostTicks: isBounded ? reserved : Infinity,
    check: createClientCheck(rules),
    isRevoked: revocationOf(caller, context),
  });
  const finish = async (): Promise<void> => {
    facts.conversation = await ended;
    facts.ticks = meter.total();
    settle({ ...nothingUsed, ticks: facts.ticks });
  };
  const finished = finish();
  waitUntil(finished);
  context.logAfter(finished);
  const protocol = chooseProtocol(request);
  return withHeaders(
    new Response(null, {
      status: 101,
      webSocket: socket,
      ...(protocol === undefined ? {} : { headers: { "sec-websocket-protocol": protocol } }),
    }),
    lease,
  );
}

/** Asks whether a caller's token was revoked. That the answer fails to come is forgiven once: then nobody knows any better. */
function revocationOf(
  { subject, session }: Caller,
  { env }: RealtimeContext,
): (() => Promise<boolean>) | undefined {
  if (session === undefined) return undefined;
  let misses = 0;
  return async () => {
    try {
      const isRevoked = (await env.SUBJECTS?.getByName(subject).isRevoked(session)) ?? true;
      misses = 0;
      return isRevoked;
    } catch {
      return (misses += 1) > 1;
    }
  };
}

function checkUpgrade({ headers }: Request): void {
  if (headers.get("upgrade")?.toLowerCase() === "websocket") return;
  throw new ProxyError(426, "upgrade_required", "Expected a WebSocket.");
}

/** The model of the query, which may hold nothing else. */
function modelIn({ searchParams }: URL): string | undefined {
  const names = [...searchParams.keys()];
  if (names.length > 1 || names.some((name) => name !== "model")) {
    throw new ProxyError(400, "unexpected_query", "Expected a query of `model` alone.");
  }
  return searchParams.get("model") ?? undefined;
}

function withHeaders(response: Response, { headers }: Lease): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
