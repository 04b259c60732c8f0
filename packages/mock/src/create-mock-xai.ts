import type { AnswerScript } from "./answer/answer.ts";
import type { Call, Reply } from "./areas/area.ts";
import { answerAsset } from "./areas/assets.ts";
import { handlers } from "./areas/handlers.ts";
import { createFaultQueue, type Fault, type FaultPlan } from "./fault.ts";
import { authenticate } from "./http/authenticate.ts";
import { answerPreflight, corsHeaders, isPreflight } from "./http/cors.ts";
import { createBody } from "./http/create-body.ts";
import { findOperation } from "./http/find-operation.ts";
import { streamFrames, wholeFrames, type Frame } from "./http/frames.ts";
import { notSimulated } from "./http/not-simulated.ts";
import { createPace, sleep, type PaceOptions } from "./http/pace.ts";
import { RefusedRequest } from "./http/refused-request.ts";
import { readRequestBody, type RequestBody } from "./http/request-body.ts";
import { createUuid, createRandom } from "./random.ts";
import { connectRealtime, isRealtime } from "./realtime/connect-realtime.ts";
import { openInRuntime } from "./realtime/open-in-runtime.ts";
import type { RealtimeConnection } from "./realtime/realtime-socket.ts";
import {
  createRequestLog,
  createRequestRecord,
  type MockRequest,
  type RequestRecord,
} from "./request-log.ts";
import type { Simulation } from "./simulation.ts";
import { createJobs, type JobOptions } from "./state/jobs.ts";
import { createState } from "./state/state.ts";

/** How a simulator behaves. */
export interface MockXaiOptions extends PaceOptions, JobOptions {
  /** Decides ids and words: two simulators with the same seed answer the same requests alike. Default: 0. */
  readonly seed?: number | undefined;
  /** The key to ask for: without one xAI's 401 comes back, with another its 400. Without this option nobody asks. */
  readonly apiKey?: string | undefined;
  /** Says what is answered instead of the simulator's own words. */
  readonly answer?: AnswerScript | undefined;
  /** Which requests go wrong, and how. */
  readonly faults?: FaultPlan | undefined;
  /** Milliseconds since the epoch, for the times in answers. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** A simulator of the xAI API. */
export interface MockXai {
  /**
   * Answers a request as the API would. Needs no `this`, so it can be given to a client as its `fetch`; the host of the
   * URL does not matter. Rejects with the signal's reason when the request is aborted.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /**
   * Answers the request that opens a WebSocket, for a server that speaks that protocol itself: with a connection to open, or with
   * the response that refuses it. In Workers `fetch` does all of it.
   */
  readonly connect: (request: Request) => Promise<RealtimeConnection | Response>;
  /**
   * The newest 1000 requests, the oldest first, without CORS preflights; fewer when their bodies come to more than 64
   * million characters.
   */
  readonly requests: readonly MockRequest[];
  /** Makes the next request that no earlier call has claimed go wrong, or the next `times` of them. */
  failNext(fault: Fault, times?: number): void;
}

/** Makes a simulator of the xAI API, which needs neither a key nor a network. */
export function createMockXai(options: MockXaiOptions = {}): MockXai {
  const seed = options.seed ?? 0;
  const ids = createRandom(seed, "ids");
  const faults = createFaultQueue(options.faults);
  const log = createRequestLog();
  let serial = 0;
  const now = options.now ?? Date.now;
  const simulation: Simulation = {
    seed,
    answer: options.answer,
    jobOutcome: options.jobOutcome,
    state: createState(now),
    jobs: createJobs(options, now),
    now,
    nowSeconds: () => Math.floor(now() / 1000),
    nextId: () => createUuid(ids),
    nextSerial: () => (serial += 1),
  };

  return {
    requests: log.requests,
    failNext: (fault, times = 1) => faults.add(fault, times),
    connect: async (request) => {
      let connection: RealtimeConnection | undefined;
      const response = await handle(request, undefined, (opened) => {
        connection = opened;
        // What answers a request that was let in is the server's own.
        return new Response(null);
      });
      return connection ?? response;
    },
    fetch: async (input, init) => {
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
      signal?.throwIfAborted();
      const request = toRequest(input, init);
      if (isPreflight(request)) return answerPreflight(request);
      return handle(request, signal, openInRuntime);
    },
  };

  async function handle(
    request: Request,
    signal: AbortSignal | undefined,
    accept: (connection: RealtimeConnection) => Response,
  ): Promise<Response> {
    const record = createRequestRecord(request);
    log.add(record);
    try {
      const response = await unlessAborted(answer(request, record, signal, accept), signal);
      record.status ??= response.status;
      return response;
    } catch (error) {
      record.aborted = signal?.aborted === true;
      throw error;
    }
  }

  async function answer(
    request: Request,
    record: RequestRecord,
    signal: AbortSignal | undefined,
    accept: (connection: RealtimeConnection) => Response,
  ): Promise<Response> {
    const body = await readRequestBody(request);
    log.setBody(record, body);
    const fault = faults.take(record) ?? {};
    const requestId = simulation.nextId();
    const pace = createPace(options);
    await sleep(fault.delayHeadersMs ?? 0, signal);
    try {
      refuseForFault(fault);
      if (isRealtime(request)) return accept(connect(request, record));
      const reply = await reactTo(request, record, body);
      if (reply.kind === "stream") return send(200, "text/event-stream", streamFrames(reply, fault));
      if (reply.kind === "bytes") return send(200, reply.type, wholeFrames(reply.bytes, fault));
      if (reply.kind === "empty") {
        record.finished = true;
        return new Response(null, { status: reply.status, headers: headersOf() });
      }
      await pace.wait(reply.tokens, signal);
      return send(reply.status, "application/json", wholeFrames(JSON.stringify(reply.json), fault));
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      record.finished = true;
      const isText = typeof error.body === "string";
      const text = typeof error.body === "string" ? error.body : JSON.stringify(error.body);
      const type = isText ? "text/plain; charset=utf-8" : "application/json";
      return new Response(text === "" ? null : text, {
        status: error.status,
        headers: headersOf({ "content-type": type, ...error.headers }),
      });
    }

    function send(status: number, type: string, frames: Iterator<Frame>): Response {
      const headers = headersOf({ "content-type": type });
      return new Response(createBody(frames, pace, record, signal), { status, headers });
    }

    function headersOf(more: Readonly<Record<string, string>> = {}): Headers {
      return new Headers({ ...corsHeaders, "x-request-id": requestId, ...more });
    }
  }

  function connect(request: Request, record: RequestRecord): RealtimeConnection {
    record.operation = "realtime.connect";
    const { protocol, open } = connectRealtime(request, { ...options, simulation });
    record.status = 101;
    return {
      protocol,
      open: (socket) => {
        const { receive, end } = open(socket);
        return {
          receive,
          end: () => {
            record.finished = true;
            end();
          },
        };
      },
    };
  }

  async function reactTo(request: Request, record: RequestRecord, body: RequestBody): Promise<Reply> {
    const url = new URL(request.url);
    const asset = answerAsset(request.method, url, simulation);
    if (asset !== undefined) return asset;
    authenticate(request.headers, options.apiKey);
    const { operation, params } = findOperation(request.method, url.pathname);
    record.operation = operation.id;
    const handler = handlers[operation.id];
    if (handler === undefined) throw notSimulated(`${operation.method} ${operation.path}`);
    const call: Call = { operation, params, url, headers: request.headers, body, simulation };
    return handler(call);
  }
}

function toRequest(input: string | URL | Request, init: RequestInit | undefined): Request {
  return new Request(input instanceof Request ? input : new URL(input, "https://api.x.ai"), init);
}

function refuseForFault({ status, retryAfter, body, redirect, jsonInsteadOfStream }: Fault): void {
  if (redirect !== undefined) throw new RefusedRequest(307, "", { location: redirect });
  if (jsonInsteadOfStream === true) {
    throw new RefusedRequest(200, {
      code: "The service is currently unavailable",
      error: "Timed out waiting for first token",
    });
  }
  if (status === undefined) return;
  const usual = {
    code: "The simulator was told to fail",
    error: `The simulator was told to answer ${status}.`,
  };
  throw new RefusedRequest(
    status,
    body ?? usual,
    retryAfter === undefined ? {} : { "retry-after": retryAfter },
  );
}

function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
