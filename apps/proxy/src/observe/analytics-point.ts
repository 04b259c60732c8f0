import type { RequestRecord } from "./request-log.ts";

/** A point of Cloudflare's Analytics Engine. */
export interface AnalyticsPoint {
  readonly indexes: string[];
  readonly blobs: string[];
  readonly doubles: number[];
}

/**
 * What a request's log line says, as a point: the subject as index, then route, model, code, method and end of the answer, then
 * status, milliseconds to the headers and in all, bytes of the request, ticks.
 */
export function toAnalyticsPoint(record: RequestRecord): AnalyticsPoint {
  const { subject = "none", route, model = "", code = "", method, end = "" } = record;
  const { status, ms, totalMs, requestBytes = 0, ticks = 0 } = record;
  return {
    // An index has at most 96 bytes.
    indexes: [subject.slice(0, 96)],
    blobs: [route, model, code, method, end],
    doubles: [status, ms, totalMs, requestBytes, ticks],
  };
}
