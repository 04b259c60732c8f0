import { type AnyXaiError, isXaiError } from "../errors.ts";

/**
 * Whether an attempt that failed like this may be made again. A request that may have run already is repeated only when
 * it changes nothing (GET) or the caller allows it: 429 and 503 say that the server did not begin.
 */
export function mayRetry(error: unknown, repeatable: boolean): error is AnyXaiError {
  if (!isXaiError(error)) return false;
  if (error.kind === "connection") return repeatable;
  return (
    error.kind === "api" && (error.status === 429 || error.status === 503 || (repeatable && error.retryable))
  );
}

/**
 * Milliseconds to wait before attempt number `attempt` (1 for the first repetition): `Retry-After` in seconds or as a
 * date where the server sent one, at most 60 s; else 0.5 s doubled each time up to 8 s, of which a random half is cut.
 */
export function retryDelayMs(error: AnyXaiError, attempt: number, now: number, random: number): number {
  const header = (error.kind === "api" && error.headers.get("retry-after")) || "?";
  const seconds = Number(header);
  const asked = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  if (!Number.isNaN(asked)) return Math.min(Math.max(asked, 0), 60_000);
  return Math.min(500 * 2 ** (attempt - 1), 8_000) * (1 - random / 2);
}

/** What `begin` settles, unless the signal is aborted before: then its reason. What `begin` returns is called at the end. */
export function abortable<T>(
  signal: AbortSignal | undefined,
  begin: (resolve: (value: T) => void, reject: (reason: unknown) => void) => (() => void) | void,
): Promise<T> {
  let finish: () => void = () => {};
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(signal?.reason);
    const clear = signal?.aborted ? onAbort() : begin(resolve, reject);
    signal?.addEventListener("abort", onAbort);
    finish = () => {
      clear?.();
      signal?.removeEventListener("abort", onAbort);
    };
  }).finally(() => finish());
}

/** Resolves after `ms`, or rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return abortable(signal, (resolve) => {
    const timer = setTimeout(resolve, ms);
    return () => clearTimeout(timer);
  });
}
