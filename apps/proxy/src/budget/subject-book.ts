import type { Session } from "../auth/caller.ts";
import type { OwnedId } from "../policy/owned-id.ts";
import type {
  Admission,
  AdmissionRequest,
  Quota,
  Refusal,
  Remaining,
  Settled,
  Settlement,
  SubjectUsage,
} from "./admission.ts";
import { idleSeconds } from "./deployment-book.ts";
import type { ShareAnswer, ShareRequest, DeploymentUsage } from "./deployment-ledger.ts";
import type { Limits, Spending } from "./limits.ts";
import { secondsToNext } from "./periods.ts";
import type { Rows } from "./rows.ts";
import { type BudgetWindow, refusalOfBudget } from "./refusal-of-budget.ts";
import {
  currentState,
  giveBack,
  heldOf,
  type Lease,
  type SessionUse,
  type SubjectState,
} from "./subject-state.ts";
import type { Ticks } from "./ticks.ts";
import { filledBucket, poured, roomIn, secondsUntil, type TokenBucket } from "./token-bucket.ts";

/** How long a settled call is remembered, for a settlement that is sent twice; after an expiry, for the bill that comes late. */
const settledKeptMs = 600_000;
/** Longer than any session token lives. */
const revocationKeptMs = 86_400_000;
/** What xAI deletes by itself after 30 days need not be known for longer. */
const idKeptMs = 31 * 86_400_000;
const lastingKinds: readonly OwnedId["kind"][] = ["file", "batch", "skill", "voice"];
/** What an unanswered request gives back is given up after so long and stays spent: well before the deployment forgets the request. */
const patienceMs = 24 * 3_600_000;
/** When to ask again where calls that are under way hold what is missing. */
const releaseSeconds = 10;
/** When to ask again for what other subjects hold: where little is left they give it back when a call ends, elsewhere within a second. */
const returnSeconds = 2;

/** What an admission lacks of the deployment's budget. */
export interface LackOfShare {
  readonly lacks: Ticks;
}

/**
 * A subject's budget, limits and ids, on rows and a clock. Each method is one step that is done wholly or not at all, as long as
 * the rows are; nothing is kept outside of the rows, so that a crash between two steps loses nothing.
 */
export class SubjectBook {
  readonly #rows: Rows;
  readonly #now: () => number;

  constructor(rows: Rows, now: () => number) {
    this.#rows = rows;
    this.#now = now;
  }

  /** Reserves what the call may cost, or says what stands against it and changes nothing. */
  admit(request: AdmissionRequest): Admission | LackOfShare {
    const { lease, worstTicks = 0, worstTokens, leaseMs, session, deployment } = request;
    for (const number of [worstTicks, worstTokens, leaseMs]) expectWhole(number);
    const now = this.#now();
    const state = this.#state();
    const limits = state.limits ?? request.limits;
    if (this.#rows.get(leaseKey(lease)) !== undefined) {
      return { admitted: true, remaining: this.#remaining(state, limits, session) };
    }

    const use = session && (this.#use(session.jti) ?? { spent: 0, reserved: 0 });
    this.#fill(state, limits);
    const tokensTaken = state.tokens && Math.min(worstTokens, state.tokens.size);
    const refusal =
      this.#refusalOfNames(request, state, use) ??
      refusalOfRates(state, limits, tokensTaken ?? 0) ??
      refusalOfPrice(request, limits) ??
      this.#refusalOfBudget(state, limits, worstTicks, session, use);
    if (refusal) {
      return { admitted: false, refusal, remaining: this.#remaining(state, limits, session, use) };
    }
    const isShared = isLimited(deployment);
    if (isShared && worstTicks > Math.max(0, state.share.ticks)) return { lacks: worstTicks };

    if (state.requests) state.requests = poured(state.requests, -1);
    if (state.tokens && tokensTaken) state.tokens = poured(state.tokens, -tokensTaken);
    for (const used of [state.day, state.month, state.total]) {
      used.reserved += worstTicks;
      used.calls += 1;
    }
    state.open += 1;
    state.lastCallAt = now;
    if (isShared) state.share = { ...state.share, ticks: state.share.ticks - worstTicks };
    if (use && session?.budget !== undefined) {
      use.reserved += worstTicks;
      this.#rows.put(sessionKey(session.jti), use, session.expiresAt * 1000 + settledKeptMs);
    }
    const row: Lease = {
      ticks: worstTicks,
      tokens: worstTokens,
      ...(tokensTaken !== undefined && { tokensTaken }),
      ...(session?.budget !== undefined && { jti: session.jti }),
      ...(isShared && { share: { day: state.share.day, month: state.share.month } }),
      day: state.day.start,
      month: state.month.start,
      expiresAt: now + leaseMs,
    };
    this.#rows.put(leaseKey(lease), row, row.expiresAt);
    this.#write(state);
    return { admitted: true, remaining: this.#remaining(state, limits, session, use) };
  }

  /** The refusal of a call for which the deployment had no share. */
  refuseForDeployment(request: AdmissionRequest, { used, held }: DeploymentUsage): Admission {
    const state = this.#state();
    const limits = state.limits ?? request.limits;
    const { worstTicks = 0, deployment } = request;
    const windows = (["total", "month", "day"] as const).map((window): BudgetWindow => [
      window,
      deployment[window],
      // Whatever is not spent, others hold.
      { spent: Math.max(0, used[window] - held), reserved: Infinity },
    ]);
    const { code = "budget_reserved", retryAfterSeconds } =
      refusalOfBudget(windows, worstTicks, this.#now(), returnSeconds) ?? {};
    return {
      admitted: false,
      refusal: { code, window: "deployment", retryAfterSeconds },
      remaining: this.#remaining(state, limits, request.session),
    };
  }

  settle({ lease: name, ticks, tokens, gone = [] }: Settlement): Settled {
    const lease = this.#lease(name);
    if (lease === undefined || (lease.charged !== undefined && !lease.isExpired)) return { overrunTicks: 0 };
    for (const { kind, id } of gone) this.#rows.delete(idKey(kind, id));
    const bill = ticks !== undefined && Number.isSafeInteger(ticks) && ticks >= 0 ? ticks : lease.ticks;
    const givesBack = this.#charge(name, lease, bill, tokens, false);
    return { overrunTicks: Math.max(0, bill - lease.ticks), ...(givesBack && { givesBack }) };
  }

  usage(subject: string, given: Limits, session?: Session): SubjectUsage {
    const state = this.#state();
    const limits = state.limits ?? given;
    const { day, month, total } = state;
    return {
      subject,
      isRevoked: session !== undefined && this.isRevoked(session),
      spent: { day: day.spent, month: month.spent, total: total.spent },
      reserved: total.reserved,
      callsNow: state.open,
      calls: { day: day.calls, total: total.calls },
      tokens: { day: day.tokens, total: total.tokens },
      remaining: this.#remaining(state, limits),
      limits,
      areLimitsSet: state.limits !== undefined,
    };
  }

  isRevoked(session: Session): boolean {
    return isRevoked(session, this.#state(), this.#use(session.jti));
  }

  /** Gives ids to the subject. */
  own(ids: readonly OwnedId[]): void {
    const now = this.#now();
    for (const { kind, id } of ids) {
      this.#rows.put(idKey(kind, id), 1, lastingKinds.includes(kind) ? undefined : now + idKeptMs);
    }
  }

  noteOnce(name: string, keepMs: number): boolean {
    const key = `once:${name}`;
    if (this.#rows.get(key) !== undefined) return false;
    this.#rows.put(key, 1, this.#now() + keepMs);
    return true;
  }

  owned(kind: OwnedId["kind"]): readonly string[] {
    return this.#rows.keysOf(`id-${kind}`);
  }

  setLimits(limits: Limits | undefined): void {
    this.#write({ ...this.#state(), limits });
  }

  revoke(jti?: string): void {
    const now = this.#now();
    if (jti === undefined) return this.#write({ ...this.#state(), revokedAt: now });
    const use = this.#use(jti) ?? { spent: 0, reserved: 0 };
    this.#rows.put(sessionKey(jti), { ...use, isRevoked: true }, now + revocationKeptMs);
  }

  /** Charges calls whose lease has ended, forgets what is over, and puts aside what the subject holds and does not need. */
  expire(most: number): void {
    for (const [key, value] of this.#rows.due(this.#now(), most)) {
      const [area, ...rest] = key.split(":");
      if (area === "review") this.#review();
      else if (area === "lease" && (value as Lease).charged === undefined)
        this.#charge(rest.join(":"), value as Lease, (value as Lease).ticks, undefined, true);
      else this.#rows.delete(key);
    }
  }

  /** What is to be asked of the deployment now: the request that was not answered, or a new one. */
  askForShare(id: string, subject: string, limits: Spending, least: Ticks, want: Ticks): ShareRequest {
    const now = this.#now();
    const state = this.#state();
    if (state.asked) {
      // The deployment may have forgotten by then that it has done this: what goes back must not do so twice.
      const isOld = now - state.asked.at >= patienceMs;
      return isOld ? { ...state.asked, back: [], least: 0, want: 0 } : state.asked;
    }
    const { day, month, share, back, answered } = state;
    state.asked = {
      id,
      ...(answered !== undefined && { after: answered }),
      subject,
      at: now,
      day: day.start,
      month: month.start,
      limits,
      // What is in hand goes first; below 0, it is asked for on top.
      least: least && Math.max(0, least - share.ticks),
      want: want && Math.max(0, want - share.ticks),
      back,
      held: heldOf(state),
    };
    state.back = [];
    this.#reviewBy(state, now + 1000 * idleSeconds);
    this.#write(state);
    return state.asked;
  }

  takeShare({ id, granted, keep, isTight, day, month }: ShareAnswer): void {
    const state = this.#state();
    if (state.asked?.id !== id) return;
    // What only gives back brings no limits to measure by.
    if (state.asked.want > 0) Object.assign(state, { keep, isTight });
    state.told = state.asked.held + granted;
    state.asked = undefined;
    state.answered = id;
    if (granted > 0) {
      const { share } = state;
      const isSame = share.day === day && share.month === month;
      if (!isSame) giveBack(state, share);
      state.share = { ticks: granted + (isSame ? share.ticks : 0), day, month };
    }
    this.#write(state);
  }

  /** Whether there is something to tell the deployment. */
  owesDeployment(): boolean {
    const state = this.#state();
    const isDue = state.isTight === true || this.#isIdle(state);
    return state.asked !== undefined || state.back.length > 0 || (isDue && isNews(state));
  }

  #state(): SubjectState {
    return currentState(this.#rows.get("state") as SubjectState | undefined, this.#now());
  }

  #lease(name: string): Lease | undefined {
    return this.#rows.get(leaseKey(name)) as Lease | undefined;
  }

  #use(jti: string): SessionUse | undefined {
    return this.#rows.get(sessionKey(jti)) as SessionUse | undefined;
  }

  #write(state: SubjectState): void {
    this.#rows.put("state", state);
  }

  #fill(state: SubjectState, { requestsPerMinute, tokensPerMinute }: Limits): void {
    const fill = (bucket: TokenBucket | undefined, size: number | undefined) =>
      size === undefined ? undefined : filledBucket(bucket, size, this.#now());
    const requests = fill(state.requests, requestsPerMinute);
    const tokens = fill(state.tokens, tokensPerMinute);
    delete state.requests;
    delete state.tokens;
    Object.assign(state, requests && { requests }, tokens && { tokens });
  }

  #refusalOfNames(
    { names, session }: AdmissionRequest,
    state: SubjectState,
    use?: SessionUse,
  ): Refusal | undefined {
    if (session && isRevoked(session, state, use)) return { code: "revoked" };
    const isForeign = ({ kind, id }: OwnedId): boolean => this.#rows.get(idKey(kind, id)) === undefined;
    return names.some(isForeign) ? { code: "not_found" } : undefined;
  }

  #refusalOfBudget(
    state: SubjectState,
    { spending }: Limits,
    amount: Ticks,
    session?: Session,
    use?: SessionUse,
  ): Refusal | undefined {
    if (amount === 0) return undefined;
    // What comes back last is named first.
    const windows: readonly BudgetWindow[] = [
      ["total", spending.total, state.total],
      ["session", session?.budget, use],
      ["month", spending.month, state.month],
      ["day", spending.day, state.day],
    ];
    return refusalOfBudget(windows, amount, this.#now(), releaseSeconds);
  }

  /** Says whether the deployment waits to hear of it: for what it gives back, or that it is spent. */
  #charge(name: string, lease: Lease, bill: Ticks, tokens: number | undefined, isExpired: boolean): boolean {
    const state = this.#state();
    const { charged = 0, tokensTaken, jti, share } = lease;
    const isOpen = lease.charged === undefined;
    const released = isOpen ? lease.ticks : 0;
    const use = jti === undefined ? undefined : this.#use(jti);
    for (const used of [
      ...(state.day.start === lease.day ? [state.day] : []),
      ...(state.month.start === lease.month ? [state.month] : []),
      state.total,
    ]) {
      used.reserved -= released;
      used.spent += bill - charged;
      if (isOpen) used.tokens += tokens ?? lease.tokens;
    }
    if (use && jti !== undefined) {
      this.#rows.put(
        sessionKey(jti),
        { ...use, reserved: use.reserved - released, spent: use.spent + bill - charged },
        // Not shorter than it was to be kept, for the sake of a revocation.
        Math.max(lease.expiresAt, this.#now()) + revocationKeptMs,
      );
    }
    if (isOpen) {
      state.open -= 1;
      if (state.tokens && tokensTaken !== undefined && tokens !== undefined)
        state.tokens = poured(state.tokens, tokensTaken - tokens);
    }
    if (share) {
      const ticks = released + charged - bill;
      if (share.day === state.share.day && share.month === state.share.month)
        state.share = { ...state.share, ticks: state.share.ticks + ticks };
      else giveBack(state, { ticks, ...share });
      if (state.isTight) putAside(state, state.keep);
      const isTooMuch = state.back.length > 0 || state.share.ticks > state.keep;
      if (isTooMuch || isNews(state))
        this.#reviewBy(state, this.#now() + 1000 * (isTooMuch ? 1 : idleSeconds));
    }
    this.#rows.put(leaseKey(name), { ...lease, charged: bill, isExpired }, this.#now() + settledKeptMs);
    this.#write(state);
    return state.isTight === true && (state.back.length > 0 || isNews(state));
  }

  #reviewBy(state: SubjectState, at: number): void {
    if (state.reviewAt !== undefined && state.reviewAt <= at) return;
    state.reviewAt = at;
    this.#rows.put("review:", 1, at);
  }

  /** An idle subject gives its whole share back, a busy one what is more than it may keep. */
  #review(): void {
    const state = this.#state();
    const now = this.#now();
    const isIdle = this.#isIdle(state);
    putAside(state, isIdle ? 0 : state.keep);
    state.reviewAt = undefined;
    this.#rows.delete("review:");
    // Once more if the deployment should not answer.
    if (state.back.length > 0 || state.asked || (isIdle && isNews(state))) this.#reviewBy(state, now + 5000);
    else if (!isIdle && (heldOf(state) > 0 || isNews(state)))
      this.#reviewBy(state, state.lastCallAt + 1000 * idleSeconds);
    this.#write(state);
  }

  #isIdle({ lastCallAt }: SubjectState): boolean {
    return this.#now() - lastCallAt >= 1000 * idleSeconds;
  }

  #remaining(state: SubjectState, limits: Limits, session?: Session, use?: SessionUse): Remaining {
    this.#fill(state, limits);
    const now = this.#now();
    const windows = [
      {
        limit: limits.spending.day,
        used: state.day,
        resetSeconds: secondsToNext("day", now),
        windowSeconds: 86_400,
      },
      { limit: limits.spending.month, used: state.month, resetSeconds: secondsToNext("month", now) },
      { limit: limits.spending.total, used: state.total },
      {
        limit: session?.budget,
        used: use ?? (session && this.#use(session.jti)),
      },
    ];
    let budget: Quota | undefined;
    for (const { limit, used, ...times } of windows) {
      if (limit === undefined) continue;
      const remaining = Math.max(0, limit - (used?.spent ?? 0) - (used?.reserved ?? 0));
      if (budget && budget.remaining <= remaining) continue;
      budget = { limit, remaining, ...times };
    }
    const { requests, tokens } = state;
    return {
      ...(requests && { requests: quotaOf(requests) }),
      ...(tokens && { tokens: quotaOf(tokens) }),
      ...(budget && { budget }),
    };
  }
}

function isRevoked({ issuedAt }: Session, { revokedAt = -1 }: SubjectState, use?: SessionUse): boolean {
  // Tokens know whole seconds: one of the same second counts as issued before.
  return use?.isRevoked === true || issuedAt <= Math.floor(revokedAt / 1000);
}

/** What is above `keep` goes back, and what is below 0. */
function putAside(state: SubjectState, keep: Ticks): void {
  const { share } = state;
  const ticks = Math.min(0, share.ticks) || Math.max(0, share.ticks - keep);
  giveBack(state, { ...share, ticks });
  state.share = { ...share, ticks: share.ticks - ticks };
}

/** Whether calls have spent what the deployment believes to be held. */
function isNews(state: SubjectState): boolean {
  return heldOf(state) !== state.told;
}

function refusalOfRates(
  { requests, tokens, open }: SubjectState,
  { concurrentCalls }: Limits,
  tokensNeeded: number,
): Refusal | undefined {
  const requestSeconds = requests ? secondsUntil(requests, 1) : 0;
  if (requestSeconds > 0) return { code: "rate_limited", retryAfterSeconds: requestSeconds };
  if (concurrentCalls !== undefined && open >= concurrentCalls)
    return { code: "too_many_calls", retryAfterSeconds: concurrentCalls > 0 ? 1 : 86_400 };
  const tokenSeconds = tokens ? secondsUntil(tokens, tokensNeeded) : 0;
  return tokenSeconds > 0 ? { code: "tokens_limited", retryAfterSeconds: tokenSeconds } : undefined;
}

function refusalOfPrice(
  { worstTicks, session, deployment }: AdmissionRequest,
  { spending }: Limits,
): Refusal | undefined {
  const isBounded = isLimited(spending) || isLimited(deployment) || session?.budget !== undefined;
  return worstTicks === undefined && isBounded ? { code: "no_price" } : undefined;
}

function quotaOf(bucket: TokenBucket): Quota {
  return { limit: bucket.size, remaining: roomIn(bucket), resetSeconds: secondsUntil(bucket, bucket.size) };
}

export function isLimited({ day, month, total }: Spending): boolean {
  return day !== undefined || month !== undefined || total !== undefined;
}

function expectWhole(number: number): void {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError("Expected a whole number from 0.");
}

function leaseKey(lease: string): string {
  return `lease:${lease}`;
}

function sessionKey(jti: string): string {
  return `session:${jti}`;
}

function idKey(kind: OwnedId["kind"], id: string): string {
  return `id-${kind}:${id}`;
}
