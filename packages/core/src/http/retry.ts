import { type AnyXaiError, isXaiError } from "../errors.ts";

/**
 * Whether an attempt that failed like this may be made again. A request that may have run already is repeated only when
 * it changes nothing (GET) or the caller allows it: 429 and 503 say that the server did not begin, unless it had
 * `accepted` the call before.
 */
export function mayRetry(error: unknown, repeatable: boolean, accepted: boolean): error is AnyXaiError {
  return (
    isXaiError(error) &&
    error.retryable &&
    error.kind !== "timeout" &&
    (repeatable || (!accepted && error.kind === "api" && (error.status === 429 || error.status === 503)))
  );
}

/**
 * Milliseconds to wait before attempt number `attempt` (1 for the first repetition): `Retry-After` in seconds or as a
 * date where the server sent one, at most 60 s; else 0.5 s doubled each time up to 8 s, of which a random half is cut.
 */
export function retryDelayMs(error: AnyXaiError, attempt: number, now: number, random: number): number {
  const header = (error.kind === "api" && error.headers.get("retry-after")) || "?";
  const seconds = Number(header);
  const asked = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  const delay = Math.min(Math.max(asked, 0), 60_000);
  return delay >= 0 ? delay : Math.min(500 * 2 ** (attempt - 1), 8_000) * (1 - random / 2);
}

/** What `work` gives, unless the signal is aborted before: then its reason. `leave` is called at the end, if it began. */
export async function abortable<T>(
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
  leave?: () => void,
): Promise<T> {
  signal?.throwIfAborted();
  let onAbort = (): void => {};
  return Promise.race([
    new Promise<never>((_, reject) => {
      onAbort = () => reject(signal?.reason);
      signal?.addEventListener("abort", onAbort);
    }),
    work(),
  ]).finally(() => {
    signal?.removeEventListener("abort", onAbort);
    leave?.();
  });
}

/** Resolves after `ms`, or rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const passed = (): Promise<void> => new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  return abortable(signal, passed, () => clearTimeout(timer));
}
