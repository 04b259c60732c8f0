import type { Spending } from "./limits.ts";
import type { Periods } from "./periods.ts";
import type { Ticks } from "./ticks.ts";

/** What a subject's object asks the deployment's. It is kept until it is answered and sent again as it was, so that it counts once. */
export interface ShareRequest extends Periods {
  readonly id: string;
  /** The request before it; an answer to any other means that this one is long past. */
  readonly after?: string;
  readonly subject: string;
  readonly at: number;
  readonly limits: Spending;
  /** What is of no use unless it is as much. 0: nothing is asked for. */
  readonly least: Ticks;
  /** What would serve all calls that wait. */
  readonly want: Ticks;
  readonly back: readonly ShareBack[];
  /** What the subject still has of its shares, spent by no call. */
  readonly held: Ticks;
}

/** What is left of a share, for the day and month it was taken from. Below 0: a bill was above what was reserved for it. */
export interface ShareBack extends Periods {
  readonly ticks: Ticks;
}

export interface ShareAnswer extends Periods {
  readonly id: string;
  readonly granted: Ticks;
  /** What a subject may hold between its calls. */
  readonly keep: Ticks;
  /** Whether as much as was wanted fits a few times at most: what the subject may not hold is to come back as soon as it can. */
  readonly isTight: boolean;
  /** What others have spent and hold; there when less was granted than was wanted. */
  readonly short?: DeploymentUsage;
}

export interface DeploymentUsage {
  /** What was spent, and what subjects hold to spend. */
  readonly used: { readonly day: Ticks; readonly month: Ticks; readonly total: Ticks };
  /** The part of `used.total` that no call has spent yet. */
  readonly held: Ticks;
}

/** The object of the whole deployment: it lends shares of the budget to subjects, so that it is not asked for every call. */
export interface DeploymentLedger {
  share(request: ShareRequest): Promise<ShareAnswer>;
  usage(): Promise<DeploymentUsage>;
  /** Notes that a subject has called today. */
  seen(subject: string): Promise<void>;
  /** The subjects that called in the last 31 days, in the order of their names, a page of those behind `after`. */
  subjects(after: string, most: number): Promise<readonly string[]>;
}
