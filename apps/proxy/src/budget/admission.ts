import type { Session } from "../auth/caller.ts";
import type { OwnedId } from "../policy/owned-id.ts";
import type { Limits } from "./limits.ts";
import type { Ticks } from "./ticks.ts";

/** What a call asks of its subject's object before anything is sent. */
export interface AdmissionRequest {
  /** Names the reservation; a second request of the same name gets the first one's answer. */
  readonly lease: string;
  /** What the call can cost at most; absent: nobody knows, which no budget allows. */
  readonly worstTicks?: Ticks | undefined;
  /** Tokens that the call can use at most. */
  readonly worstTokens: number;
  /** How long the call may take: past it, the reservation is settled at `worstTicks`. */
  readonly leaseMs: number;
  /** What the configuration or the proof allows; limits that an administrator set in the object go before. */
  readonly limits: Limits;
  /** What the deployment as a whole may spend. */
  readonly deployment: Limits["spending"];
  readonly session?: Session;
  /** Ids that the subject must own. */
  readonly names: readonly OwnedId[];
}

/** What is left, for the headers of an answer; a figure that is not limited is absent. */
export interface Remaining {
  readonly requests?: Quota;
  readonly tokens?: Quota;
  readonly budget?: Quota;
}

export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until it is full again, rounded up; absent: it does not fill again by itself. */
  readonly resetSeconds?: number;
  /** How long the window of a budget is; absent: a month, or as long as there is a budget. */
  readonly windowSeconds?: number;
}

export type Refusal =
  /** The session token or all of the subject's were revoked. */
  | { readonly code: "revoked" }
  /** An id is not the subject's: as good as not there. */
  | { readonly code: "not_found" }
  /** There is a budget, and nobody knows what the call can cost. */
  | { readonly code: "no_price" }
  | {
      readonly code: "rate_limited" | "tokens_limited" | "too_many_calls";
      readonly retryAfterSeconds: number;
    }
  | BudgetRefusal;

export interface BudgetRefusal {
  /** Reserved: it fits unless calls that are under way cost all that they may. Exceeded: it does not fit whatever they cost. */
  readonly code: "budget_exceeded" | "budget_reserved";
  readonly window: "session" | "day" | "month" | "total" | "deployment";
  /** Both absent for the deployment's, whose figures are not the caller's. */
  readonly limit?: Ticks;
  readonly left?: Ticks;
  /** Absent: the call does not fit when a new window begins, or none does. */
  readonly retryAfterSeconds?: number | undefined;
}

export type Admission =
  | { readonly admitted: true; readonly remaining: Remaining }
  | { readonly admitted: false; readonly refusal: Refusal; readonly remaining: Remaining };

/** How a call ended. */
export interface Settlement {
  readonly lease: string;
  /** The bill, from `cost_in_usd_ticks`; absent: the reservation is charged whole, because nobody knows better. */
  readonly ticks?: Ticks;
  /** Absent: the reserved number. */
  readonly tokens?: number;
  /** Ids that the call deleted. */
  readonly gone?: readonly OwnedId[];
}

/** What became of a settlement. */
export interface Settled {
  /** How much the bill was above the reservation: 0 unless xAI charged more than the worst case. It is charged in full, and worth a log line. */
  readonly overrunTicks: Ticks;
  /** Whether the deployment waits to hear what became of the reservation. */
  readonly givesBack?: boolean;
}

/** A subject's numbers, for `GET /usage` and the admin view. */
export interface SubjectUsage {
  readonly subject: string;
  /** Whether the token that asks was revoked. */
  readonly isRevoked: boolean;
  readonly spent: { readonly day: Ticks; readonly month: Ticks; readonly total: Ticks };
  readonly reserved: Ticks;
  readonly callsNow: number;
  readonly calls: { readonly day: number; readonly total: number };
  readonly tokens: { readonly day: number; readonly total: number };
  readonly remaining: Remaining;
  readonly limits: Limits;
  /** Whether an administrator has set them. */
  readonly areLimitsSet: boolean;
}

/** The object of one subject: its budget, its limits, its ids. */
export interface SubjectLedger {
  admit(request: AdmissionRequest): Promise<Admission>;
  /**
   * Settles a reservation, once: later settlements of the same lease change nothing. One whose lease has ended was charged whole;
   * a bill that still comes within ten minutes corrects that, once.
   */
  settle(settlement: Settlement): Promise<Settled>;
  /** Gives ids to the subject that a call has handed out. */
  own(ids: readonly OwnedId[]): Promise<void>;
  /** Notes a name for a time; false when it was noted before: what may be done once is done once. */
  noteOnce(name: string, keepMs: number): Promise<boolean>;
  /** The subject's numbers, and whether this token of its was revoked, in one answer. */
  usage(limits: Limits, session?: Session): Promise<SubjectUsage>;
  isRevoked(session: Session): Promise<boolean>;
  /** The subject's ids of a kind, for lists. */
  owned(kind: OwnedId["kind"]): Promise<readonly string[]>;
  /** Limits that go before the configured ones, until taken back with `undefined`. */
  setLimits(limits: Limits | undefined): Promise<void>;
  /** Refuses the token of this name, or, without one, all that were issued until now. */
  revoke(jti?: string): Promise<void>;
}
