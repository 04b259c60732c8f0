import { createSseDecoder } from "@xai-edge/core";
import type { EventLog, StoredEvent } from "@xai-edge/stream";
import { isFields } from "../policy/parse-json.ts";
import type { Bill } from "../upstream/bill.ts";
import { readerOf } from "../upstream/body-reader.ts";
import { parseOrNothing } from "../upstream/parse-or-nothing.ts";
import { createStreamBill, isLastEvent } from "../upstream/stream-bill.ts";
import type { FailureCode } from "./failure.ts";

export interface RecordOptions {
  /** An answer that holds this breaks off before it. */
  readonly apiKey: string;
  /** Ends the recording; the reason is a {@link FailureCode}. It is also aborted here, when a deadline passes. */
  readonly stop: AbortController;
  readonly idleTimeoutMs: number;
  /** Milliseconds from now until the body must be whole. */
  readonly totalTimeoutMs: number;
  /**
   * Gets the events that may carry ids which a call hands out: the first ones, and those that speak of a file. Readers do not see
   * the end before it has resolved.
   */
  readonly onEvent: (event: unknown) => Promise<void>;
}

export interface Recorded {
  /** Absent when the answer is whole. */
  readonly failure?: FailureCode;
  /** What the stream has shown of its bill. */
  readonly bill?: Bill;
}

const readBytes = 64 * 1024;
/** Those before the one that hands out an id are pings and the like. */
const firstEvents = 4;
const maxEventChars = 16 * 1024 * 1024;

/** Reads a body of server-sent events into a log, to its end or until it is stopped. Never rejects, and leaves the log open. */
export async function recordBody(
  body: ReadableStream<Uint8Array>,
  log: EventLog,
  { apiKey, stop, idleTimeoutMs, totalTimeoutMs, onEvent }: RecordOptions,
): Promise<Recorded> {
  const { signal } = stop;
  const reader = readerOf(body);
  const cancel = (): void => void reader.cancel().catch(() => {});
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel);

  const startedAt = Date.now();
  let heardAt = startedAt;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const now = Date.now();
    const idleLeft = heardAt + idleTimeoutMs - now;
    const totalLeft = startedAt + totalTimeoutMs - now;
    if (totalLeft <= 0) stop.abort("total_timeout" satisfies FailureCode);
    else if (idleLeft <= 0) stop.abort("idle_timeout" satisfies FailureCode);
    else timer = setTimeout(look, Math.min(idleLeft, totalLeft));
  };
  look();

  let events: StoredEvent[] = [];
  const streamBill = createStreamBill();
  let last = "";
  let isWhole = false;
  const decoder = createSseDecoder(
    (data, event) => {
      isWhole ||= data === "[DONE]";
      if (isWhole) return;
      if (data.includes(apiKey) || event.includes(apiKey)) {
        stop.abort("upstream_lost" satisfies FailureCode);
        throw new Error("The upstream sent the proxy's own key.");
      }
      events.push({ data, event });
      last = data;
      streamBill.add(data);
    },
    { maxEventChars },
  );

  let seen = 0;
  const handled: Promise<void>[] = [];
  const keep = async (bytes: Uint8Array): Promise<void> => {
    decoder.push(bytes);
    if (events.length === 0) return;
    const added = events;
    events = [];
    for (const { data } of added) {
      if (seen++ >= firstEvents && !data.includes('"file_id"')) continue;
      const handling = onEvent(parseOrNothing(data));
      // Whoever waits for the end hears of it.
      handling.catch(() => {});
      handled.push(handling);
    }
    await log.append(added);
  };

  try {
    let buffer = new ArrayBuffer(readBytes);
    while (!isWhole && !signal.aborted) {
      const { done, value } = await reader.read(buffer);
      if (done || value === undefined) break;
      heardAt = Date.now();
      await keep(value).catch(() => {
        isWhole = false;
        stop.abort("recording_full" satisfies FailureCode);
      });
      buffer = value.buffer as ArrayBuffer;
    }
    cancel();
    await Promise.all(handled);
    if (!signal.aborted) isWhole ||= isEnd(parseOrNothing(last));
  } catch {
    // The connection broke, or the ids could not be recorded.
    isWhole = false;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
  }
  const bill = streamBill.read(isWhole);
  const failure: FailureCode | undefined = isWhole ? undefined : (signal.reason ?? "upstream_lost");
  return { ...(failure && { failure }), ...(bill && { bill }) };
}

/** Whether nothing is missing behind an event, which may tell of a failure. */
function isEnd(event: unknown): boolean {
  return isLastEvent(event) || (isFields(event) && event["type"] === "error");
}
