import type { MockRequest } from "./request-log.ts";

/** One way in which an answer goes wrong. Fields can be combined: a slow redirect, say. */
export interface Fault {
  /** Answers with this status instead, for example 429, 500 or 503. */
  readonly status?: number;
  /** Value of the `retry-after` header next to `status`: seconds or an HTTP date. */
  readonly retryAfter?: string;
  /** Body next to `status`: a text goes out as it is, anything else as JSON. xAI's error shape when left out. */
  readonly body?: unknown;
  /** Answers 307 with this `location`. */
  readonly redirect?: string;
  /** Answers 200 with `{code, error}` as JSON, as the API does when the first token takes too long. */
  readonly jsonInsteadOfStream?: boolean;
  /** Milliseconds before anything is answered. */
  readonly delayHeadersMs?: number;
  /**
   * Breaks the body, as a lost connection does, after this many events. A whole answer in JSON counts as one event, one
   * that is bytes as an event for each 64 KiB.
   */
  readonly cutAfterEvents?: number;
  /** Ends the body properly after this many events, without the protocol's own end. */
  readonly endAfterEvents?: number;
  /** Goes silent after this many events and stays so until the client leaves. */
  readonly stallAfterEvents?: number;
  /** Sends the API's `error` event after this many events and ends. Only streams. */
  readonly errorEventAfter?: number;
  /** Sends `response.failed` after this many events and ends; a chat stream gets the `error` event. Only streams. */
  readonly responseFailedAfter?: number;
}

/** Decides which requests go wrong. */
export type FaultPlan =
  | readonly (Fault | undefined)[]
  | ((request: MockRequest, index: number) => Fault | undefined);

/** Faults for the requests to come. */
export interface FaultQueue {
  /** Makes the next `times` requests go wrong that no earlier call has claimed. */
  add(fault: Fault, times: number): void;
  /** Takes the fault of a request. */
  take(request: MockRequest): Fault | undefined;
}

/** Hands out a plan's faults: those of a list to the first requests, those of a function to whichever it names. */
export function createFaultQueue(plan: FaultPlan = []): FaultQueue {
  const queue: (Fault | undefined)[] = typeof plan === "function" ? [] : [...plan];
  let index = 0;
  return {
    add: (fault, times) => {
      for (let time = 0; time < times; time += 1) queue.push(fault);
    },
    take: (request) => {
      const planned = typeof plan === "function" ? plan(request, index) : undefined;
      index += 1;
      return planned ?? queue.shift();
    },
  };
}
