import type { RequestRecord } from "../request-log.ts";
import type { Frame } from "./frames.ts";
import type { Pace } from "./pace.ts";

/**
 * Makes a body that produces one frame each time it is read, and none after the client has left: by cancelling the body
 * or by aborting the request.
 */
export function createBody(
  frames: Iterator<Frame>,
  pace: Pace,
  record: RequestRecord,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const left = new AbortController();
  let onAbort = (): void => {};

  const leave = (): void => {
    record.aborted = true;
    signal?.removeEventListener("abort", onAbort);
    left.abort();
  };
  const finish = (): void => {
    record.finished = true;
    signal?.removeEventListener("abort", onAbort);
  };

  const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    start: (controller) => {
      onAbort = () => {
        leave();
        controller.error(signal?.reason);
      };
      if (signal?.aborted === true) onAbort();
      else signal?.addEventListener("abort", onAbort);
    },
    pull: async (controller) => {
      const next = frames.next();
      if (next.done === true) {
        finish();
        controller.close();
        return;
      }
      const frame = next.value;
      if (frame === "stall") return untilAborted(left.signal);
      if (frame === "cut") {
        signal?.removeEventListener("abort", onAbort);
        controller.error(new TypeError("The simulator was told to lose the connection here"));
        return;
      }
      await pace.wait(frame.tokens, left.signal);
      if (left.signal.aborted) return;
      const { content } = frame;
      const bytes =
        typeof content === "string" ? encoder.encode(content) : new Uint8Array(await content.arrayBuffer());
      if (left.signal.aborted) return;
      controller.enqueue(bytes);
      if (!frame.isLast) return;
      finish();
      controller.close();
    },
    cancel: leave,
  };
  // Nothing is produced ahead: what a client has not read yet does not exist yet.
  return new ReadableStream(source, { highWaterMark: 0 });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
