import { addCorsHeaders, readAllowedOrigin } from "./http/cors.ts";
import type { ProofFetch } from "./auth/fetch-json.ts";
import type { Ticks } from "./budget/ticks.ts";
import type { Env } from "./env.ts";
import { toErrorResponse, toProxyError } from "./http/error-envelope.ts";
import type { UpstreamFetch } from "./upstream/forward.ts";
import { configLoader } from "./config/load-config.ts";
import { type Log, logToConsole, type RequestFacts } from "./observe/request-log.ts";
import { writeRecord } from "./observe/write-record.ts";
import { addOwnHeaders } from "./http/response-headers.ts";
import { serve, type UpstreamKind } from "./serve.ts";

export interface ProxyOptions {
  /** What `GET /healthz` calls the upstream. Default `xai`. */
  readonly upstream?: UpstreamKind;
  /** Answers upstream requests in place of the network. Default: the global `fetch`. */
  readonly upstreamFetch?: UpstreamFetch;
  /** Answers questions about proofs in place of the network. Default: the global `fetch`. */
  readonly proofFetch?: ProofFetch;
  /** Settings for those that the environment leaves out. */
  readonly defaults?: Env;
  /** Default: JSON lines on the console. */
  readonly log?: Log;
}

/** What the runtime offers an invocation. */
export interface Execution {
  /** Keeps the Worker alive until this is done. */
  waitUntil(promise: Promise<unknown>): void;
}

/** The Worker's handler. */
export interface ProxyWorker {
  fetch(request: Request, env: Env, execution?: Execution): Promise<Response>;
}

/** The proxy as a Worker. It never rejects: whatever goes wrong is an error response and a log line. */
export function createProxy(options: ProxyOptions = {}): ProxyWorker {
  const {
    upstream = "xai",
    upstreamFetch = (url, init) => fetch(url, init),
    proofFetch = (url, init) => fetch(url, init),
    defaults = {},
    log = logToConsole,
  } = options;
  const loadConfig = configLoader(defaults, log);

  const answer: ProxyWorker["fetch"] = async (request, env, execution) => {
    const startedAt = Date.now();
    const facts: RequestFacts = { route: "none" };
    const waitUntil = (promise: Promise<unknown>): void => execution?.waitUntil(promise);
    let origin: string | undefined;
    let response: Response;
    let ended: Promise<unknown> | undefined;
    try {
      const config = loadConfig(env);
      origin = readAllowedOrigin(request, config.auth);
      response = await serve(request, {
        config,
        env,
        facts,
        upstreamKind: upstream,
        upstreamFetch,
        proofFetch,
        waitUntil,
        logAfter: (promise) => (ended = promise),
        onOverrun: (ticks) => log({ event: "notice", message: overrunOf(facts, ticks) }),
      });
    } catch (error) {
      const proxyError = toProxyError(error);
      facts.code = proxyError.code;
      response = toErrorResponse(proxyError);
    }
    const { headers, status } = response;
    const id = addOwnHeaders(headers);
    addCorsHeaders(headers, origin);
    const ms = Date.now() - startedAt;
    const record = (): void => {
      const totalMs = Date.now() - startedAt;
      writeRecord({ event: "request", id, method: request.method, status, ms, totalMs, ...facts }, env, log);
    };
    if (ended === undefined) record();
    else waitUntil(ended.then(record));
    return response;
  };

  return {
    fetch(request, env, execution) {
      const answered = answer(request, env, execution);
      // The runtime drops an invocation whose client has gone before its answer: it has a call to settle, and a line to log.
      execution?.waitUntil(answered);
      return answered;
    },
  };
}

function overrunOf({ route, model }: RequestFacts, ticks: Ticks): string {
  const what = model === undefined ? route : `${route} with ${model}`;
  return `A call of ${what} cost ${ticks} ticks more than its worst case: PRICES, or POLICY.reasoningTokens, is too low.`;
}
