import type { Caller } from "../auth/caller.ts";
import type { CallContext } from "../calls/serve-call.ts";
import { refuseRevoked } from "../calls/refuse-revoked.ts";
import { type Lease, missing, nothingUsed } from "../calls/take-lease.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { refuseQuery } from "../policy/check-query.ts";
import type { CheckedRequest } from "../policy/checked-request.ts";
import { type Match, upstreamPath } from "../routes/route-table.ts";
import type { Bill } from "../upstream/bill.ts";
import { toUpstreamHeaders } from "../upstream/request-headers.ts";
import type { ResumeConfig } from "./resume-config.ts";
import type { StreamKeeper, StreamKeepers } from "./stream-keeper.ts";

/** What a call that can be resumed is made of. */
export interface ResumableCall {
  readonly match: Match;
  readonly checked: CheckedRequest;
  readonly caller: Caller;
  /** Settled by the object of the stream from now on. */
  readonly lease: Lease;
  readonly resume: ResumeConfig;
}

/** Whether a call is one that an object is to make, because its answer may be resumed. */
export function isResumable({ route }: Match, { isStream, body }: CheckedRequest): boolean {
  return route.method === "POST" && isStream && body !== undefined;
}

/** Has an object make the call and keep its answer, and reads that from its first event on. */
export async function serveResumable(
  request: Request,
  { match, checked, caller, lease, resume }: ResumableCall,
  { config, env, facts, waitUntil }: CallContext,
): Promise<Response> {
  const { subject } = caller;
  const { body, contentType, search } = checked;
  const settle = (bill?: Bill): void => waitUntil(lease.settle(bill).catch(() => {}));
  const { STREAMS } = env;
  if (STREAMS === undefined || body === undefined) {
    settle(nothingUsed);
    throw missing("STREAMS");
  }
  const id = STREAMS.newUniqueId();
  const stream = STREAMS.get(id);
  // Whoever leaves before the answer does not know what to come back to.
  const onGone = (): void => waitUntil(stream.stop(subject).catch(() => {}));
  request.signal.addEventListener("abort", onGone);
  const { handsOut, filesIn } = (config.policy.ownership && match.route.operation?.rule) || {};
  const { headersTimeoutMs, idleTimeoutMs, totalTimeoutMs, maxRetries } = config;
  const started = await reachStream(
    stream.start({
      subject,
      url: `${config.upstreamOrigin}${upstreamPath(match)}${search}`,
      // The key is the object's own to add.
      headers: toUpstreamHeaders(request, { apiKey: "", contentType }),
      body,
      ...(lease.terms && { terms: lease.terms }),
      ...(handsOut && { handsOut }),
      ...(filesIn && { filesIn }),
      headersTimeoutMs,
      idleTimeoutMs,
      totalTimeoutMs,
      maxRetries,
      resume,
      facts: { route: facts.route, ...(facts.model !== undefined && { model: facts.model }) },
    }),
  ).catch((error: unknown) => {
    // It may run for all that is known here.
    settle();
    throw error;
  });
  Object.assign(facts, started.facts);
  const { status, headers, text } = started;
  for (const [name, value] of Object.entries(lease.headers)) headers.set(name, value);
  if (text !== undefined) return new Response(text, { status, headers });
  headers.set("x-stream-id", id.toString());
  const { body: events } = await read(stream, request, subject);
  request.signal.removeEventListener("abort", onGone);
  return new Response(events, { headers });
}

/** Goes on with a stream of the caller's own behind the event that the request names; throws 401 for a revoked caller, 404 for any other stream, 400 for an unknown event. */
export async function resumeStream(
  request: Request,
  url: URL,
  { ids }: Match,
  caller: Caller,
  { env }: CallContext,
): Promise<Response> {
  refuseQuery(url);
  await refuseRevoked(caller, env);
  const stream = streamOf(ids, env.STREAMS);
  const { body } = await read(stream, request, caller.subject, request.headers.get("last-event-id"));
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8" } });
}

/** Ends a stream of the caller's own, upstream too; throws 401 for a revoked caller, 404 for any other stream. */
export async function stopStream(
  url: URL,
  { ids }: Match,
  caller: Caller,
  { env }: CallContext,
): Promise<Response> {
  refuseQuery(url);
  await refuseRevoked(caller, env);
  if (!(await reachStream(streamOf(ids, env.STREAMS).stop(caller.subject)))) throw notFound();
  return new Response(null, { status: 204 });
}

function streamOf([id = ""]: readonly string[], streams: StreamKeepers | undefined): StreamKeeper {
  if (streams === undefined) throw missing("STREAMS");
  try {
    return streams.get(streams.idFromString(id));
  } catch {
    throw notFound();
  }
}

async function read(
  stream: StreamKeeper,
  { signal }: Request,
  subject: string,
  lastEventId: string | null = null,
): Promise<Response> {
  const params = new URLSearchParams({ subject, ...(lastEventId && { after: lastEventId }) });
  const response = await reachStream(stream.fetch(new Request(`https://stream/?${params}`, { signal })));
  if (response.status === 400) {
    throw new ProxyError(400, "unknown_event_id", "Last-Event-ID names no event of this stream.");
  }
  // Connections that a page has lost may still count for some seconds: it is to come back.
  if (response.status === 503) {
    throw new ProxyError(503, "too_many_readers", "Too many connections read this stream.", {
      "retry-after": "1",
    });
  }
  if (!response.ok) throw notFound();
  return response;
}

async function reachStream<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch {
    throw new ProxyError(503, "stream_unreachable", "The recording of the stream cannot be reached.", {
      "retry-after": "1",
    });
  }
}

function notFound(): ProxyError {
  return new ProxyError(404, "not_found", "There is no stream of yours with this id.");
}
