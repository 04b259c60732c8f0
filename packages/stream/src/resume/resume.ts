import { type SseEvent, XaiOptionsError } from "@xai-edge/core";
import type { AnswerEvent } from "../answer-event.ts";
import { readFailure } from "../page/read-failure.ts";
import type { SseSource } from "../page/sse-events-of.ts";
import { toErrorEvent } from "../page/stream-failure.ts";
import type { EventLog, LogPart } from "./event-store.ts";
import { iterateOnce } from "./iterate-once.ts";

/** A recorded stream, from some event on. It can be iterated once. */
export interface ResumedStream<T extends object> extends AsyncIterable<T, undefined>, SseSource<T> {}

/**
 * The events of a log behind the one that a page says it has read, first those that are there, then those that are
 * still to come. {@link toResponse} gives them their ids, for the page to come back with.
 *
 * `lastEventId` is the `Last-Event-ID` header of its request; without one, the stream begins at its first event. Leaving
 * does not disturb the recording. A failure of what was recorded is thrown as XaiApiError.
 *
 * @throws XaiOptionsError `unknown_event_id` for an id that is none or of another recording, at once; while iterating,
 * for one that the log does not have, or not any more.
 * @example
 * const log = await store.find(id);
 * if (!log) return new Response("No such answer", { status: 404 });
 * return toResponse(resume(log, request.headers.get("last-event-id")));
 */
export function resume<T extends object = AnswerEvent>(
  log: EventLog,
  lastEventId?: string | null,
): ResumedStream<T> {
  const { key } = log;
  const left = new AbortController();
  let after = 0;
  let part: LogPart | undefined;
  let at = 0;
  if (lastEventId) {
    after = lastEventId.startsWith(`${key}-`) ? toNumber(lastEventId.slice(key.length + 1)) : 0;
    if (after === 0) throw unknownId("Last-Event-ID is of another recording");
  }

  async function take(): Promise<SseEvent<T> | undefined> {
    while (!part || at === part.events.length) {
      if (part?.end) {
        const { failure } = part.end;
        if (!failure) return undefined;
        throw readFailure(JSON.parse(toErrorEvent(failure)), {
          headers: new Headers(),
          ok: true,
          status: 200,
        });
      }
      part = await log.read(after, left.signal);
      at = 0;
      if (!part) throw unknownId("The recording does not have this event, or not any more");
    }
    const { data = "", event = "" } = part.events[at++] ?? {};
    return {
      data,
      event,
      id: `${key}-${++after}`,
      // Whoever passes the text on has no use for it.
      get value() {
        return JSON.parse(data) as T;
      },
    };
  }

  const events = iterateOnce(take, () => left.abort());
  return {
    sseEvents: () => events,
    [Symbol.asyncIterator]() {
      const iterator = events[Symbol.asyncIterator]();
      return {
        async next() {
          const result = await iterator.next();
          return result.done ? result : { done: false, value: result.value.value };
        },
        async return() {
          await iterator.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}

/** The number that digits stand for, from 1 up; 0 for anything else. */
function toNumber(digits: string): number {
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : 0;
}

function unknownId(message: string): XaiOptionsError {
  return new XaiOptionsError(message, "unknown_event_id");
}
