import type { RequestRecord, StreamRecord } from "./request-log.ts";

/** A point of Cloudflare's Analytics Engine. */
export interface AnalyticsPoint {
  readonly indexes: string[];
  readonly blobs: string[];
  readonly doubles: number[];
}

/**
 * What a request's log line says, as a point: the subject as index, then route, model, code, method and end of the answer, then
 * status, milliseconds to the headers and in all, bytes of the request, ticks. That of a stream's end has no method, and 0 for
 * what the request's own has.
 */
export function toAnalyticsPoint(record: RequestRecord | StreamRecord): AnalyticsPoint {
  const { subject = "none", route, model = "", end = "", totalMs, ticks = 0 } = record;
  const { code = "", method, status, ms, requestBytes = 0 } = record.event === "request" ? record : ofStream;
  return {
    // An index has at most 96 bytes.
    indexes: [subject.slice(0, 96)],
    blobs: [route, model, code, method, end],
    doubles: [status, ms, totalMs, requestBytes, ticks],
  };
}

const ofStream = { code: "", method: "", status: 0, ms: 0, requestBytes: 0 };
