import type { StreamFailure } from "../page/stream-failure.ts";

/** An event as it is kept: what the page gets of it, but for its number, which is its place in the log, from 1. */
export interface StoredEvent {
  /** The text of its data. */
  readonly data: string;
  /** Its name; `message` when it has none. */
  readonly event: string;
}

/** How a recording ended: with the answer whole, or with a failure. */
export interface LogEnd {
  readonly failure?: StreamFailure | undefined;
}

/** Some events of a log in order, and its end when they reach up to it. */
export interface LogPart {
  readonly events: readonly StoredEvent[];
  readonly end?: LogEnd | undefined;
}

/**
 * The recording of one stream, written by one {@link record} and read by any number of {@link resume}. All that passes
 * through is JSON, so that a log may live elsewhere: in a Durable Object, a database.
 */
export interface EventLog {
  /**
   * Differs between any two recordings, also of the same id, and stays the same for one: it is part of the event ids, by
   * which an id of another recording is found out. Letters, digits, `-` and `_`.
   */
  readonly key: string;
  /** Adds events behind those there are. Rejects when there is no room, or no recording any more. */
  append(events: readonly StoredEvent[]): Promise<void>;
  /** Says that no more events follow. A log that is gone, or has ended, stays as it is. */
  end(failure?: StreamFailure): Promise<void>;
  /**
   * The events behind number `after`, as many as are handy, and waits while there are none and more may come. Resolves
   * with undefined when the log has no event `after` (0 stands before the first), or is gone. When `signal` aborts, it
   * settles soon, no matter how.
   */
  read(after: number, signal: AbortSignal): Promise<LogPart | undefined>;
}

/**
 * Where recordings are kept, for some time and within some bytes. The ids are the caller's to choose, and nothing here
 * asks who may read one: take ids that cannot be guessed, or look up whose an id is before using it.
 */
export interface EventStore {
  /**
   * Begins a recording, and resolves with undefined when there is one of this id: of several callers at the same time,
   * one gets the log.
   */
  create(id: string): Promise<EventLog | undefined>;
  /** The recording of this id; undefined when there is none, or none any more. */
  find(id: string): Promise<EventLog | undefined>;
}
