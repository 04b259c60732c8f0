import type { ShareBack, ShareRequest } from "./deployment-ledger.ts";
import type { Limits } from "./limits.ts";
import { type Periods, periodsAt } from "./periods.ts";
import type { Ticks } from "./ticks.ts";
import type { TokenBucket } from "./token-bucket.ts";

/** What was used in a window: a call belongs to the day and month in which it was admitted, whenever it ends. */
export interface Used {
  start: number;
  spent: Ticks;
  reserved: Ticks;
  calls: number;
  tokens: number;
}

/** All that a subject's object knows but for its calls, its session tokens and its ids, which have rows of their own. */
export interface SubjectState {
  readonly day: Used;
  readonly month: Used;
  readonly total: Used;
  /** Calls that are admitted and not settled. */
  open: number;
  lastCallAt: number;
  requests?: TokenBucket;
  tokens?: TokenBucket;
  /** Limits of an administrator. */
  limits?: Limits | undefined;
  /** Session tokens issued until then are refused; milliseconds since 1970. */
  revokedAt?: number;
  /** What is left of the share of the deployment's budget. */
  share: ShareBack;
  /** What the subject may hold of it between calls. */
  keep: Ticks;
  /** Whether what is more than that goes back when a call ends. */
  isTight?: boolean;
  /** What the deployment believes that the subject has of its shares, spent by no call. */
  told: Ticks;
  /** What goes back with the next request. */
  back: ShareBack[];
  /** Sent and not answered yet. */
  asked?: ShareRequest | undefined;
  /** The last request that was answered. */
  answered?: string;
  /** When the share is looked at next. */
  reviewAt?: number | undefined;
}

/** A call, kept for a while after its end so that it can be settled again without effect. */
export interface Lease extends Periods {
  readonly ticks: Ticks;
  readonly tokens: number;
  /** What the bucket of tokens gave. */
  readonly tokensTaken?: number;
  readonly jti?: string;
  /** The day and month of the share that paid for it. */
  readonly share?: Periods;
  readonly expiresAt: number;
  /** Absent while the call is open. */
  readonly charged?: Ticks;
  /** The call was charged at its lease's end, and its bill may still come. */
  readonly isExpired?: boolean;
}

/** What was used with a session token. */
export interface SessionUse {
  spent: Ticks;
  reserved: Ticks;
  isRevoked?: boolean;
}

/** The state of a subject of which nothing is known, or `stored`, moved on to now. Windows never move back. */
export function currentState(stored: SubjectState | undefined, now: number): SubjectState {
  const periods = periodsAt(now);
  const unused = { spent: 0, reserved: 0, calls: 0, tokens: 0 };
  if (stored === undefined) {
    return {
      day: { start: periods.day, ...unused },
      month: { start: periods.month, ...unused },
      total: { start: 0, ...unused },
      open: 0,
      lastCallAt: now,
      share: { ticks: 0, ...periods },
      keep: 0,
      told: 0,
      back: [],
    };
  }
  const moved = (used: Used, start: number): Used => (used.start < start ? { start, ...unused } : used);
  const state = {
    ...stored,
    day: moved(stored.day, periods.day),
    month: moved(stored.month, periods.month),
  };
  const { share } = state;
  if (share.day < state.day.start || share.month < state.month.start) {
    giveBack(state, share);
    state.share = { ticks: 0, day: state.day.start, month: state.month.start };
  }
  return state;
}

/** Notes what goes back to the deployment, joined with what goes back to the same day and month. */
export function giveBack(state: SubjectState, { ticks, day, month }: ShareBack): void {
  if (ticks === 0) return;
  const same = (back: ShareBack): boolean => back.day === day && back.month === month;
  const before = state.back.find(same)?.ticks ?? 0;
  state.back = [...state.back.filter((back) => !same(back)), { ticks: ticks + before, day, month }];
}

/** What the subject has of its shares, spent by no call. */
export function heldOf({ share, total }: SubjectState): Ticks {
  return share.ticks + total.reserved;
}
