import type { Caller } from "../auth/caller.ts";
import type {
  BudgetRefusal,
  Quota,
  Refusal,
  Remaining,
  Settlement,
  SubjectLedger,
} from "../budget/admission.ts";
import type { BudgetConfig } from "../budget/limits-config.ts";
import type { Config } from "../config/config.ts";
import type { Limits } from "../budget/limits.ts";
import type { PricedModel } from "../budget/model-price.ts";
import { type Ticks, ticksPerUsd } from "../budget/ticks.ts";
import { worstTicks } from "../budget/worst-ticks.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { type CheckedRequest, free, type WorstCase } from "../policy/checked-request.ts";
import type { OwnedId } from "../policy/owned-id.ts";
import type { Bill } from "../upstream/bill.ts";

/** A reservation for one call, in the object of its subject. */
export interface Lease {
  /** What it takes to settle elsewhere; absent where nobody keeps account. */
  readonly terms?: LeaseTerms;
  /** What is left, as headers for the answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Gives the caller ids that the call has handed out. */
  own(ids: readonly OwnedId[]): Promise<void>;
  /** The caller's own ids of a kind. */
  owned(kind: OwnedId["kind"]): Promise<readonly string[]>;
  /**
   * Ends the reservation, once. Without a bill it is charged whole: nobody knows better. Resolves with how much xAI charged beyond
   * the worst case, which is 0 unless a price or a bound is wrong.
   */
  settle(bill: Bill | undefined, gone?: readonly OwnedId[]): Promise<Ticks>;
}

/** A reservation as plain data, for an object that settles in the place of the call. */
export interface LeaseTerms {
  readonly lease: string;
  readonly worstTicks: Ticks;
  /** Absent where neither tokens nor seconds of speech alone make the price. */
  readonly model?: PricedModel;
  /** Whether the call only fetches, and with the answer perhaps the bill of the call that made it, which was settled then. */
  readonly fetches?: boolean;
}

export interface LeaseContext {
  readonly caller: Caller;
  readonly checked: CheckedRequest;
  readonly config: Pick<Config, "auth" | "budget" | "policy">;
  readonly ledger: SubjectLedger | undefined;
  readonly leaseMs: number;
  readonly fetches?: LeaseTerms["fetches"];
}

/** Stands for what has no bound. */
const mostTokens = 1_000_000_000;

/** A call that did not run, or costs nothing. */
export const nothingUsed: Bill = { ticks: 0, inputTokens: 0, outputTokens: 0 };

/**
 * Reserves what a call can cost at most, before anything is sent. Throws 401 for a revoked caller, 402 when the budget is gone, 404
 * for an id that is another's, 429 when it is too much at a time or the budget is only reserved, 503 when there is nobody to ask.
 */
export async function takeLease({
  caller,
  checked,
  config: { auth, budget, policy },
  ledger,
  leaseMs,
  fetches = false,
}: LeaseContext): Promise<Lease> {
  const limits = caller.limits ?? budget.limits;
  const { session } = caller;
  const isAccountKept =
    policy.ownership ||
    session !== undefined ||
    !isUnlimited(limits) ||
    !isEmpty(budget.deployment) ||
    // Who may have set limits of their own.
    auth.adminKeys.length > 0;
  if (!isAccountKept) return unkept;
  if (ledger === undefined) throw missing();

  const model = checked.model === undefined ? undefined : budget.models.find(checked.model);
  const ticks = worstTicks(model, checked.worst);
  if (ticks === undefined && hasBudget(caller, budget)) throw refused({ code: "no_price" }, {});
  const name = crypto.randomUUID();
  const worst = ticks ?? 0;
  const admission = await reach(
    ledger.admit({
      lease: name,
      worstTicks: ticks,
      worstTokens: Math.min(mostTokens, checked.worst.inputTokens + checked.worst.outputTokens),
      leaseMs,
      limits,
      deployment: budget.deployment,
      ...(session === undefined ? {} : { session }),
      names: checked.names,
    }),
  );
  const headers = headersOf(admission.remaining);
  if (!admission.admitted) throw refused(admission.refusal, headers, worst, checked.advice);

  const terms: LeaseTerms = {
    lease: name,
    worstTicks: worst,
    ...(model && isCounted(checked.worst) && { model }),
    fetches,
  };
  return {
    headers,
    terms,
    own: (ids) => reach(ledger.own(ids)),
    owned: (kind) => reach(ledger.owned(kind)),
    async settle(bill, gone = []) {
      const { overrunTicks } = await ledger.settle({ ...settlementOf(terms, bill), gone });
      return ticks === undefined ? 0 : overrunTicks;
    },
  };
}

/** How a call with this bill is settled. */
export function settlementOf(
  { lease, worstTicks: worst, model, fetches }: LeaseTerms,
  bill: Bill | undefined,
): Settlement {
  const { ticks, inputTokens, outputTokens, audioSeconds, isAtLeast } = (fetches ? nothingUsed : bill) ?? {};
  if (isAtLeast) return { lease, ticks: Math.max(worst, ticks ?? 0) };
  const areCounted = inputTokens !== undefined && outputTokens !== undefined;
  const used = areCounted
    ? { inputTokens, outputTokens }
    : audioSeconds === undefined
      ? undefined
      : { audioSeconds };
  const price = used && model ? worstTicks(model, { ...free, ...used }) : undefined;
  const charged = ticks ?? price;
  return charged === undefined
    ? { lease }
    : { lease, ticks: charged, tokens: (inputTokens ?? 0) + (outputTokens ?? 0) };
}

/** Whether anything bounds what a caller may spend; where nothing does, a model needs no price. */
export function hasBudget({ limits, session }: Caller, budget: BudgetConfig): boolean {
  const { spending } = limits ?? budget.limits;
  return !isEmpty(spending) || !isEmpty(budget.deployment) || session?.budget !== undefined;
}

/** The lease of a call that nobody keeps account of. */
const unkept: Lease = {
  headers: {},
  own: async () => {},
  owned: async () => [],
  settle: async () => 0,
};

function isUnlimited({ spending, ...rates }: Limits): boolean {
  return isEmpty(spending) && isEmpty(rates);
}

function isEmpty(limits: object): boolean {
  return Object.keys(limits).length === 0;
}

/** Whether a call is billed for nothing but what its answer counts. */
function isCounted({ inputTokens: _, outputTokens: __, audioSeconds: ___, ...others }: WorstCase): boolean {
  return Object.values(others).every((amount) => amount === 0);
}

/** What a subject's object says; 503 when it cannot be reached, because an account that is not kept is no budget. */
export async function reach<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch {
    throw new ProxyError(503, "ledger_unreachable", "The proxy's own accounts cannot be reached.", {
      "retry-after": "1",
    });
  }
}

/** The answer where a binding is missing: by default that of the accounts. */
export function missing(binding = "SUBJECTS"): ProxyError {
  return new ProxyError(
    503,
    "bad_configuration",
    `The proxy is not configured: the binding ${binding} is missing.`,
  );
}

/** The answer to a session token that was revoked. */
export function revoked(): ProxyError {
  return refused({ code: "revoked" }, {});
}

/**
 * What is left, as draft-ietf-httpapi-ratelimit-headers-11 writes it. A quota without a unit counts requests; the draft names no unit
 * for tokens and for money, so both have their own: `tokens`, and `micro-usd`, a millionth of a US dollar.
 */
export function headersOf({ requests, tokens, budget }: Remaining): Record<string, string> {
  const micros = (ticks: number): number => Math.floor(ticks / (ticksPerUsd / 1_000_000));
  const policies: string[] = [];
  const limits: string[] = [];
  const add = (
    name: string,
    quota: Quota | undefined,
    unit = "",
    counted = (value: number) => value,
  ): void => {
    if (quota === undefined) return;
    const { limit, remaining, resetSeconds, windowSeconds } = quota;
    policies.push(`"${name}";q=${counted(limit)}${unit && `;qu="${unit}"`}${parameter("w", windowSeconds)}`);
    limits.push(`"${name}";r=${Math.max(0, counted(remaining))}${parameter("t", resetSeconds)}`);
  };
  const aMinute = { windowSeconds: 60 };
  add("requests", requests && { ...requests, ...aMinute });
  add("tokens", tokens && { ...tokens, ...aMinute }, "tokens");
  add("budget", budget, "micro-usd", micros);
  if (limits.length === 0) return {};
  return { "ratelimit-policy": policies.join(", "), ratelimit: limits.join(", ") };
}

function parameter(name: string, value: number | undefined): string {
  return value === undefined ? "" : `;${name}=${value}`;
}

const refusals: Readonly<Record<Refusal["code"], readonly [status: number, message: string]>> = {
  revoked: [401, "This session token was revoked: get a new one."],
  not_found: [404, "There is nothing of yours with this id."],
  rate_limited: [429, "Too many requests in a minute."],
  tokens_limited: [429, "Too many tokens in a minute."],
  no_price: [503, "What this call can cost is not known: PRICES can say it."],
  too_many_calls: [429, "Too many calls at the same time."],
  budget_exceeded: [402, "."],
  budget_reserved: [429, ", until other calls end."],
};

/** What a refusal of a budget says first. */
function sentenceOf({ window, limit, left = 0 }: BudgetRefusal, worst: Ticks): string {
  const usd = (ticks: Ticks): number => Number((ticks / ticksPerUsd).toFixed(6));
  const setting = window === "session" ? "budget_usd" : "LIMITS";
  const has =
    limit === undefined
      ? "DEPLOYMENT_BUDGET has less left"
      : `${usd(left)} of the budget of ${usd(limit)} USD (${setting}: ${window}) are left`;
  return `This call can cost up to ${usd(worst)} USD: ${has}`;
}

function refused(refusal: Refusal, headers: Record<string, string>, worst = 0, advice = ""): ProxyError {
  const [status, message] = refusals[refusal.code];
  const seconds = "retryAfterSeconds" in refusal ? refusal.retryAfterSeconds : undefined;
  const isOfBudget = "window" in refusal;
  const sentence = isOfBudget ? sentenceOf(refusal, worst) + message + advice : message;
  const code = refusal.code === "revoked" ? "session_revoked" : refusal.code;
  return new ProxyError(status, code, sentence, {
    ...headers,
    ...(seconds === undefined ? {} : { "retry-after": String(seconds) }),
  });
}
