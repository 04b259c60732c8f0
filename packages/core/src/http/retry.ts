import { type AnyXaiError, isXaiError } from "../errors.ts";

const MAX_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 500;
const MAX_BACKOFF_MS = 8_000;

/**
 * Whether an attempt that failed like this may be made again. A request that may have run already is repeated only when
 * it changes nothing (GET) or the caller allows it: 429 and 503 say that the server did not begin.
 */
export function mayRetry(error: unknown, repeatable: boolean): error is AnyXaiError {
  if (!isXaiError(error)) return false;
  if (error.kind === "connection") return repeatable;
  if (error.kind !== "api" || error.headers === undefined) return false;
  const { status } = error;
  return (
    status === 429 || status === 503 || (repeatable && (status === 408 || status === 409 || status >= 500))
  );
}

/**
 * Milliseconds to wait before attempt number `attempt` (1 for the first repetition): `Retry-After` in seconds or as a
 * date where the server sent one, at most 60 s; else 0.5 s doubled each time up to 8 s, of which a random half is cut.
 */
export function retryDelayMs(error: AnyXaiError, attempt: number, now: number, random: number): number {
  const asked = error.kind === "api" ? retryAfterMs(error.headers.get("retry-after"), now) : undefined;
  if (asked !== undefined) return Math.min(asked, MAX_WAIT_MS);
  return Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), MAX_BACKOFF_MS) * (1 - random / 2);
}

function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = header.trim() !== "" && Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}

/** Resolves after `ms`, or rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
}
