/** What may be used, as the setting LIMITS has it; null: not limited. */
export interface Limits extends Spending {
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
  readonly concurrentCalls: number | null;
}

/** What may be spent, in US dollars; null: not limited. Days and months are UTC's. */
export interface Spending {
  readonly usdPerDay: number | null;
  readonly usdPerMonth: number | null;
  readonly usdTotal: number | null;
}

/** US dollars by window. */
export interface Spent {
  readonly day: number;
  readonly month: number;
  readonly total: number;
}

/** What the proxy answers to `GET /admin/subjects/<subject>`. */
export interface SubjectReport {
  readonly subject: string;
  readonly spent_usd: Spent;
  /** What calls that are not settled yet can cost at most. */
  readonly reserved_usd: number;
  readonly calls: { readonly now: number; readonly day: number; readonly total: number };
  readonly tokens: { readonly day: number; readonly total: number };
  readonly limits: Limits;
  readonly limits_set_by: "administrator" | "configuration";
  readonly remaining: {
    readonly requests: number | null;
    readonly tokens: number | null;
    readonly usd: number | null;
  };
}

/** The figures of all subjects together. */
export interface DeploymentReport {
  /** Spent, and held by subjects to be spent. */
  readonly used_usd: Spent;
  /** The part of the total that no call has spent yet. */
  readonly held_usd: number;
  readonly limits: Spending;
}

/** What the proxy answers to `GET /admin/subjects`. */
export interface SubjectPage {
  readonly subjects: readonly string[];
  /** What the next page begins behind; null: there is none. */
  readonly after: string | null;
  readonly deployment: DeploymentReport;
}
