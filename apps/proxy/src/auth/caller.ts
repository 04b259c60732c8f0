import type { Limits } from "../budget/limits.ts";
import type { Ticks } from "../budget/ticks.ts";

/** Who calls, proven, and what this proof allows. */
export interface Caller {
  /** Names the caller in logs, and has its own budget, limits and ids: 1 to 128 characters of `A-Z a-z 0-9 . _ : @ -`. */
  readonly subject: string;
  readonly proof: "session" | "client_key" | "development";
  /** Ids of the routes that the proof is good for; absent: those of the policy. */
  readonly routes?: ReadonlySet<string>;
  /** Models that the proof is good for; absent: those of the policy. */
  readonly models?: ReadonlySet<string>;
  /** The proof's own limits where it carries some; they stand in for the deployment's default for a subject. */
  readonly limits?: Limits;
  /** There for `proof: "session"`. */
  readonly session?: Session;
}

/** The session token that a call came with. */
export interface Session {
  /** Names this token; revoking is by it. */
  readonly jti: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** What may be spent with this token. */
  readonly budget?: Ticks;
}
