import { DurableObject } from "cloudflare:workers";
import { didNotRun } from "../calls/did-not-run.ts";
import { createHandover } from "../calls/ids-in.ts";
import { nothingUsed, settlementOf, type LeaseTerms } from "../calls/take-lease.ts";
import type { Settlement, SubjectLedger } from "../budget/admission.ts";
import { ConfigError } from "../config/config-error.ts";
import { settingsOf } from "../config/settings.ts";
import type { Env } from "../env.ts";
import { toErrorResponse, toProxyError } from "../http/error-envelope.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { logToConsole, type StreamRecord } from "../observe/request-log.ts";
import { writeRecord } from "../observe/write-record.ts";
import { type Bill, billIn } from "../upstream/bill.ts";
import { forward, type UpstreamFetch } from "../upstream/forward.ts";
import { readErrorText } from "../upstream/upstream-error.ts";
import { toClientResponse } from "../upstream/upstream-response.ts";
import { type FailureCode, failureOf } from "./failure.ts";
import { recordBody } from "./record-body.ts";
import { ObjectEventLog, unconfirmed } from "./object-event-log.ts";
import type { StreamKeeper, StreamOrder, StreamStart } from "./stream-keeper.ts";
import { writeEvents } from "./write-events.ts";

/** What the object knows of its stream after it was interrupted. */
interface Kept {
  readonly subject: string;
  readonly ttlMs: number;
  readonly terms?: LeaseTerms;
  /** What the log is told at the end. */
  readonly told: Pick<StreamRecord, "id" | "route" | "model">;
  readonly startedAt: number;
  /** What the subject's object is to be told: more than once if need be, as it takes it once. */
  readonly owed?: Settlement;
  /** When the recording is dropped; absent while it is being made. */
  readonly expiresAt?: number;
}

type Writable<Facts> = { -readonly [Name in keyof Facts]: Facts[Name] };

/** What the object is doing. */
interface Running {
  readonly subject: string;
  readonly stop: AbortController;
  readonly abandonMs: number;
}

/** Where a stream object's calls go; a Worker for development has its own. */
export interface StreamUpstream {
  readonly upstreamFetch?: UpstreamFetch;
  readonly defaults?: Env;
}

const maxReaders = 8;
// An object that is asked nothing for 70 s is evicted: until then its own alarm asks.
const lookMs = 20_000;
// Of readers of what has ended.
const usualStallMs = 60_000;

/** The recording of one stream in a Durable Object, which goes on when readers leave, and ends when nobody comes back. */
export class StreamObject extends DurableObject<Env> implements StreamKeeper {
  readonly #upstream: StreamUpstream;
  #log: ObjectEventLog | undefined;
  #running: Running | undefined;
  #readers = 0;
  #abandon: ReturnType<typeof setTimeout> | undefined;

  constructor(ctx: DurableObjectState, env: Env, upstream: StreamUpstream = {}) {
    super(ctx, env);
    this.#upstream = upstream;
  }

  async start(order: StreamOrder): Promise<StreamStart> {
    const { subject, resume, terms } = order;
    const running = { subject, stop: new AbortController(), abandonMs: resume.abandonSeconds * 1000 };
    this.#running = running;
    const facts: Writable<StreamStart["facts"]> = {};
    let bill: Bill | undefined;
    let response: Response;
    try {
      const { upstreamFetch = (url: string, init: RequestInit) => fetch(url, init), defaults } =
        this.#upstream;
      const apiKey = settingsOf(this.env, defaults).text("XAI_API_KEY");
      if (apiKey === undefined) throw new ConfigError("XAI_API_KEY is missing.");
      order.headers.set("authorization", `Bearer ${apiKey}`);
      const { response: answer, giveUp } = await forward(upstreamFetch, {
        ...order,
        method: "POST",
        clientSignal: running.stop.signal,
      });
      const { status } = answer;
      facts.upstreamStatus = status;
      if (didNotRun(status)) bill = nothingUsed;
      response = await toClientResponse(answer, { apiKey });
      if (response.ok) {
        if (response.body && response.headers.get("content-type")?.startsWith("text/event-stream")) {
          const { headers } = response;
          const id = headers.get("x-request-id") ?? crypto.randomUUID();
          headers.set("x-request-id", id);
          const told = { id, ...order.facts };
          this.ctx.waitUntil(this.#record(response.body, apiKey, order, running, told));
          return { status, headers, facts };
        }
        const text = await readErrorText(response, { apiKey });
        if (text === undefined) {
          giveUp();
          throw new ProxyError(
            502,
            "upstream_error",
            "The upstream answered with something else than a stream.",
          );
        }
        // The API's own words for that nothing came of the stream.
        bill = billIn(JSON.parse(text));
        response = new Response(text, response);
      }
    } catch (error) {
      const failure = toProxyError(error);
      facts.code = failure.code;
      response = toErrorResponse(failure);
    }
    this.#running = undefined;
    // A settlement that fails is made up for by the end of the lease, at the price of the worst case.
    if (terms) this.ctx.waitUntil(this.#tell(subject, settlementOf(terms, bill)).catch(() => {}));
    const { status, headers } = response;
    return { status, headers, text: await response.text(), facts };
  }

  override async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const log = await this.#logOf(searchParams.get("subject"));
    if (log === undefined) return new Response(null, { status: 404 });
    const after = numberIn(searchParams.get("after"), log);
    if (after === undefined) return new Response(null, { status: 400 });
    if (this.#readers >= maxReaders) return new Response(null, { status: 503 });

    clearTimeout(this.#abandon);
    this.#readers += 1;
    const { body, done } = writeEvents(log, after, {
      readerSignal: request.signal,
      stallMs: this.#running?.abandonMs ?? usualStallMs,
    });
    this.ctx.waitUntil(done.then(() => this.#readerLeft()));
    return new Response(body);
  }

  async stop(subject: string): Promise<boolean> {
    if (this.#running?.subject !== subject) return this.#kept?.subject === subject;
    this.#running.stop.abort("stopped" satisfies FailureCode);
    return true;
  }

  override async alarm(): Promise<void> {
    const kept = this.#kept;
    if (kept === undefined) return;
    if (kept.expiresAt !== undefined && Date.now() >= kept.expiresAt) {
      this.#log?.forget();
      this.#log = undefined;
      // What is owed still is charged whole when its lease ends.
      await this.ctx.storage.deleteAll();
      return;
    }
    if (kept.expiresAt === undefined && !this.#running) await this.#end("interrupted", undefined);
    else if (kept.owed) await this.#settle();
    else void this.ctx.storage.setAlarm(kept.expiresAt ?? Date.now() + lookMs);
  }

  get #kept(): Kept | undefined {
    return this.ctx.storage.kv.get<Kept>("stream");
  }

  async #record(
    body: ReadableStream<Uint8Array>,
    apiKey: string,
    { subject, terms, resume, idleTimeoutMs, totalTimeoutMs, ...rule }: StreamOrder,
    { stop }: Running,
    told: Kept["told"],
  ): Promise<void> {
    const { storage } = this.ctx;
    const ttlMs = resume.ttlSeconds * 1000;
    const kept: Kept = { subject, ttlMs, told, startedAt: Date.now(), ...(terms && { terms }) };
    void storage.put("stream", kept, unconfirmed);
    const log = ObjectEventLog.create(storage, resume.maxBytes);
    this.#log = log;
    void storage.setAlarm(Date.now() + lookMs, unconfirmed);
    this.#awaitReader();
    const { failure, bill } = await recordBody(body, log, {
      apiKey,
      stop,
      idleTimeoutMs,
      totalTimeoutMs,
      onEvent: createHandover(rule, async (ids) => this.#ledger(subject).own(ids)),
    });
    await this.#end(failure, bill);
  }

  /** Ends the recording, and with it what the subject's object waits for. */
  async #end(failure: FailureCode | undefined, bill: Bill | undefined): Promise<void> {
    const kept = this.#kept;
    if (kept === undefined) return;
    this.#running = undefined;
    clearTimeout(this.#abandon);
    const owed = kept.terms && settlementOf(kept.terms, bill);
    const ended: Kept = { ...kept, expiresAt: Date.now() + kept.ttlMs, ...(owed && { owed }) };
    this.ctx.storage.kv.put("stream", ended);
    this.#log ??= ObjectEventLog.open(this.ctx.storage);
    await this.#log?.end(failure && failureOf(failure));
    const { subject, told, startedAt } = kept;
    const totalMs = Date.now() - startedAt;
    const ticks = bill?.ticks !== undefined && { ticks: bill.ticks };
    const end = failure ?? "whole";
    writeRecord({ event: "stream", ...told, subject, end, totalMs, ...ticks }, this.env, logToConsole);
    await this.#settle();
  }

  async #settle(): Promise<void> {
    const kept = this.#kept;
    if (kept?.expiresAt === undefined) return;
    const { subject, owed } = kept;
    let nextAt = kept.expiresAt;
    try {
      if (owed) await this.#tell(subject, owed);
    } catch {
      nextAt = Math.min(nextAt, Date.now() + lookMs);
    }
    await this.ctx.storage.setAlarm(nextAt);
  }

  async #tell(subject: string, settlement: Settlement): Promise<void> {
    const { overrunTicks } = await this.#ledger(subject).settle(settlement);
    if (overrunTicks > 0) {
      const message = `A stream cost ${overrunTicks} ticks more than its worst case: PRICES, or POLICY.reasoningTokens, is too low.`;
      logToConsole({ event: "notice", message });
    }
  }

  #ledger(subject: string): SubjectLedger {
    const { SUBJECTS } = this.env;
    if (!SUBJECTS) throw new Error("The binding SUBJECTS is missing.");
    return SUBJECTS.getByName(subject);
  }

  /** The recording, if it is this subject's. */
  async #logOf(subject: string | null): Promise<ObjectEventLog | undefined> {
    const kept = this.#kept;
    if (kept === undefined || kept.subject !== subject) return undefined;
    // Its upstream went down with an earlier life of the object.
    if (kept.expiresAt === undefined && !this.#running) await this.#end("interrupted", undefined);
    this.#log ??= ObjectEventLog.open(this.ctx.storage);
    return this.#log;
  }

  #readerLeft(): void {
    this.#readers -= 1;
    this.#awaitReader();
  }

  #awaitReader(): void {
    const { abandonMs, stop } = this.#running ?? {};
    if (this.#readers > 0 || stop === undefined) return;
    this.#abandon = setTimeout(() => stop.abort("abandoned" satisfies FailureCode), abandonMs);
  }
}

/** The number of the event that a reader has; undefined for one that the log does not have. */
function numberIn(lastEventId: string | null, { key, size }: ObjectEventLog): number | undefined {
  if (lastEventId === null) return 0;
  const [, given, digits] = /^([\w-]+)-([1-9]\d{0,14})$/.exec(lastEventId) ?? [];
  return given === key && Number(digits) <= size ? Number(digits) : undefined;
}
