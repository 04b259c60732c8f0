import type { LeaseTerms } from "../calls/take-lease.ts";
import type { RequestFacts } from "../observe/request-log.ts";
import type { OperationRule } from "../routes/operation-rules.ts";
import type { ResumeConfig } from "./resume-config.ts";

/**
 * A call that an object is to make, and to keep the answer of. All but the key, which the object has itself. Where the answer says
 * which ids it hands out is absent where nobody keeps account of that.
 */
export interface StreamOrder extends Pick<OperationRule, "handsOut" | "filesIn"> {
  readonly subject: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Absent where nobody keeps account. */
  readonly terms?: LeaseTerms;
  readonly headersTimeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxRetries: number;
  readonly resume: ResumeConfig;
  /** For the log. */
  readonly facts: Pick<RequestFacts, "route" | "model">;
}

/** How an ordered call began. */
export interface StreamStart {
  readonly status: number;
  readonly headers: Headers;
  /** The answer where it is an error; absent where it streams, and is to be read. */
  readonly text?: string;
  /** What the log may tell. */
  readonly facts: Pick<RequestFacts, "upstreamStatus" | "code">;
}

/** The object of one stream. It makes the call, takes its answer down whoever reads it, and settles it, once. */
export interface StreamKeeper {
  /** Makes the call, once in the life of the object. */
  start(order: StreamOrder): Promise<StreamStart>;
  /**
   * Reads what is kept: its URL's `subject` must be the one that it was started for, `after` is a `Last-Event-ID`. Answers 200 with
   * the events, 404 for another subject or nothing kept, 400 for an unknown event, 503 for too many readers.
   */
  fetch(request: Request): Promise<Response>;
  /** Ends the call; false when there is none of this subject. */
  stop(subject: string): Promise<boolean>;
}

/** The namespace of these objects. Its own ids cannot be guessed, and it knows them from made-up ones without asking an object. */
export interface StreamKeepers {
  newUniqueId(): StreamId;
  /** Throws for an id that is not of this namespace. */
  idFromString(id: string): StreamId;
  get(id: StreamId): StreamKeeper;
}

interface StreamId {
  toString(): string;
}
