import type { Operation } from "@xai-edge/schema/operations";
import type { RequestBody } from "../http/request-body.ts";
import type { Simulation } from "../simulation.ts";

/** A request to a known operation, as a handler gets it. */
export interface Call {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: RequestBody;
  readonly simulation: Simulation;
}

/** One event of a streamed answer. */
export interface ServerEvent {
  readonly json: unknown;
  /** Tokens that the event carries, which take their time when a pace is set. */
  readonly tokens: number;
}

/** A whole answer in JSON. */
export interface JsonReply {
  readonly kind: "json";
  /** 202 says that this is not the end of the matter. */
  readonly status: 200 | 202;
  readonly json: unknown;
  readonly tokens: number;
}

/** A streamed answer, without the `[DONE]` that ends it. */
export interface StreamReply {
  readonly kind: "stream";
  readonly events: Iterator<ServerEvent>;
  /** Makes the event with which the stream breaks off after the events that were taken so far. */
  readonly breakOff: (how: "error" | "failed") => unknown;
  /** Whether each event also has its `type` as its name, as Anthropic's clients want it. */
  readonly hasNames?: boolean;
}

/** An answer that is bytes. */
export interface BytesReply {
  readonly kind: "bytes";
  readonly bytes: Blob;
  readonly type: string;
}

/** An answer without a body. */
export interface EmptyReply {
  readonly kind: "empty";
  readonly status: 200 | 202;
}

export type Reply = JsonReply | StreamReply | BytesReply | EmptyReply;

/** Answers the requests to one operation; throws a `RefusedRequest` to say no. */
export type Handler = (call: Call) => Reply | Promise<Reply>;

/** The handlers of one area of the API, by the operation's id in the ledger. */
export type Handlers = Readonly<Record<string, Handler>>;

/** Answers with a whole JSON value; the tokens in it take their time when a pace is set. */
export function whole(json: unknown, tokens = 0): JsonReply {
  return { kind: "json", status: 200, json, tokens };
}

/** Answers that a result is not there yet: with what is known so far, or with nothing. */
export function pending(json?: unknown): Reply {
  return json === undefined ? { kind: "empty", status: 202 } : { kind: "json", status: 202, json, tokens: 0 };
}
