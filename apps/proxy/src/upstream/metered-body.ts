import { readerOf } from "./body-reader.ts";

/** How the passing on of a body ended. */
export type BodyEnd = "whole" | "client_left" | "upstream_lost" | "idle_timeout" | "total_timeout";

export interface MeteredBody {
  /** What the client gets: every byte, as it comes. */
  readonly readable: ReadableStream<Uint8Array>;
  /** Never rejects. Resolves once the last byte was passed on, or nothing more will be. */
  readonly ended: Promise<BodyEnd>;
}

export interface MeterOptions {
  /** Sees every chunk before it is passed on; may not keep it. */
  readonly see: (bytes: Uint8Array) => void;
  readonly clientSignal: AbortSignal;
  readonly idleTimeoutMs: number;
  /** Milliseconds from now until the body must be whole. */
  readonly totalTimeoutMs: number;
  /** Called before the client learns of the end, which waits for it. */
  readonly beforeEnd?: () => Promise<void>;
}

// workerd hands over all that has come, up to this. Four times as much makes no stream cheaper (`pnpm bench:proxy` in apps/bench), and
// of an isolate's 128 MB a thousand streams at a time would take 48 MB more.
const readBytes = 16 * 1024;

/**
 * Passes a body on while somebody looks at it: one read and one write a chunk, into one buffer. Each chunk that JavaScript
 * touches costs workerd about 0.1 ms, whatever its size, so there is no second stream in between.
 */
export function meterBody(body: ReadableStream<Uint8Array>, options: MeterOptions): MeteredBody {
  const { see, clientSignal, idleTimeoutMs, totalTimeoutMs, beforeEnd } = options;
  const { readable, writable } = new IdentityTransformStream();
  const reader = readerOf(body);
  const writer = writable.getWriter();
  let stopped: BodyEnd | undefined;
  const stop = (why: BodyEnd): void => {
    stopped ??= why;
    reader.cancel().catch(() => {});
    // Of a lost connection workerd says nothing; any other error that ends an answer it logs, as an uncaught exception.
    writer.abort(Object.assign(new Error(why), { retryable: true })).catch(() => {});
  };
  const onClientGone = (): void => stop("client_left");
  clientSignal.addEventListener("abort", onClientGone);
  writer.closed.catch(onClientGone);

  const startedAt = Date.now();
  let waitingSince = startedAt;
  let timer: ReturnType<typeof setTimeout>;
  // One timer for the whole body, set anew only when it fires: a timer a chunk would cost more than the chunk.
  const look = (): void => {
    const now = Date.now();
    const idleLeft = waitingSince + idleTimeoutMs - now;
    const totalLeft = startedAt + totalTimeoutMs - now;
    if (totalLeft <= 0) stop("total_timeout");
    else if (idleLeft <= 0) stop("idle_timeout");
    else timer = setTimeout(look, Math.min(idleLeft, totalLeft, idleTimeoutMs));
  };
  timer = setTimeout(look, Math.min(idleTimeoutMs, totalTimeoutMs));

  async function pump(): Promise<BodyEnd> {
    let buffer = new ArrayBuffer(readBytes);
    try {
      for (;;) {
        const { done, value } = await reader.read(buffer);
        if (stopped) return stopped;
        if (done || value === undefined) break;
        see(value);
        // A client that reads slowly is not silence of the upstream.
        waitingSince = Number.POSITIVE_INFINITY;
        try {
          await writer.write(value);
        } catch {
          stop("client_left");
          return stopped ?? "client_left";
        }
        waitingSince = Date.now();
        buffer = value.buffer as ArrayBuffer;
      }
      await beforeEnd?.();
      await writer.close();
      return stopped ?? "whole";
    } catch {
      const why = stopped ?? "upstream_lost";
      stop(why);
      return why;
    } finally {
      clearTimeout(timer);
      clientSignal.removeEventListener("abort", onClientGone);
    }
  }

  return { readable, ended: pump() };
}
