import type { Env } from "../env.ts";
import { toAnalyticsPoint } from "./analytics-point.ts";
import type { Log, RequestRecord, StreamRecord } from "./request-log.ts";

/** Writes a record as a line of the log, and as a point of the Analytics Engine where there is one. */
export function writeRecord(record: RequestRecord | StreamRecord, { ANALYTICS }: Env, log: Log): void {
  log(record);
  try {
    ANALYTICS?.writeDataPoint(toAnalyticsPoint(record));
  } catch {
    // A request is not lost with its point: the log line has all of it.
  }
}
