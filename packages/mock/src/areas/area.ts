import type { Operation } from "@xai-edge/schema/operations";
import type { Simulation } from "../simulation.ts";

/** A request to a known operation, as a handler gets it. */
export interface Call {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Headers;
  /** The body, not yet parsed. */
  readonly text: string;
  readonly simulation: Simulation;
}

/** One event of a streamed answer. */
export interface ServerEvent {
  readonly json: unknown;
  /** Tokens that the event carries, which take their time when a pace is set. */
  readonly tokens: number;
}

/** A whole answer. */
export interface JsonReply {
  readonly kind: "json";
  readonly json: unknown;
  readonly tokens: number;
}

/** A streamed answer, without the `[DONE]` that ends it. */
export interface StreamReply {
  readonly kind: "stream";
  readonly events: Iterator<ServerEvent>;
  /** Makes the event with which the stream breaks off after the events that were taken so far. */
  readonly breakOff: (how: "error" | "failed") => unknown;
}

export type Reply = JsonReply | StreamReply;

/** Answers the requests to one operation; throws a `RefusedRequest` to say no. */
export type Handler = (call: Call) => Reply | Promise<Reply>;

/** The handlers of one area of the API, by the operation's id in the ledger. */
export type Handlers = Readonly<Record<string, Handler>>;
