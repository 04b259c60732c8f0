import type { Ticks } from "../budget/ticks.ts";
import type { RelayEnd } from "../realtime/relay-frames.ts";
import type { FailureCode } from "../resume/failure.ts";
import type { BodyEnd } from "../upstream/metered-body.ts";

/** What handling a request found out and the log may tell. By construction nothing that a client or the upstream wrote. */
export interface RequestFacts {
  /** The route table's id, or `none`. */
  route: string;
  /** The authenticated caller. */
  subject?: string;
  /** One that the policy knows. */
  model?: string;
  requestBytes?: number;
  upstreamStatus?: number;
  /** How the passing on of the answer ended. */
  end?: BodyEnd;
  /** How a realtime conversation ended, and how much passed until then. */
  conversation?: RelayEnd;
  /** What xAI bills for the call, as far as the answer said. */
  ticks?: Ticks;
  /** The error's code, when the proxy itself answered with one. */
  code?: string;
}

/** The one line a request leaves: no headers, bodies, paths, queries, tokens or keys. */
export interface RequestRecord extends Readonly<RequestFacts> {
  readonly event: "request";
  /** The response's `x-request-id`. */
  readonly id: string;
  readonly method: string;
  readonly status: number;
  /** From the request's arrival to the response's headers. */
  readonly ms: number;
  /** From the request's arrival to the end of the answer. */
  readonly totalMs: number;
}

/** The line that a resumable stream leaves when it has ended, beside that of the request which began it. */
export interface StreamRecord extends Pick<RequestRecord, "route" | "model" | "ticks"> {
  readonly event: "stream";
  /** That of the request. */
  readonly id: string;
  readonly subject: string;
  readonly end: "whole" | FailureCode;
  /** From the call's beginning to the end of the answer. */
  readonly totalMs: number;
}

/** A condition that an operator should see, told once an isolate. */
export interface Notice {
  readonly event: "notice";
  readonly message: string;
}

/** Where log lines go. */
export type Log = (line: RequestRecord | StreamRecord | Notice) => void;

/** Writes each line as one JSON object to the console, notices as warnings. */
export const logToConsole: Log = (line) => {
  const text = JSON.stringify(line);
  if (line.event === "notice") console.warn(text);
  else console.log(text);
};
