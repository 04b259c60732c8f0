import type { EventLog, StreamFailure } from "@xai-edge/stream";

/** What one reader of a recording gets. */
export interface EventReader {
  readonly body: ReadableStream<Uint8Array>;
  /** Never rejects. Resolves once the reader has all, or has left. */
  readonly done: Promise<void>;
}

// Keeps connections open that intermediaries close when they are silent, and finds out whether the reader is still there.
const heartbeatMs = 15_000;
// A slow reader shows by each of these that it is there.
const writeBytes = 65_536;

export interface ReaderOptions {
  /** Aborts when the reader has left. */
  readonly readerSignal: AbortSignal;
  /** How long a reader may take nothing until it counts as gone, and is let go of. */
  readonly stallMs: number;
}

/**
 * The events of a recording behind number `after` as server-sent events with their ids, first those that are there, then those that
 * come. All that is there at a time is written at once: each write costs workerd about 0.1 ms, however large it is.
 */
export function writeEvents(
  log: EventLog,
  after: number,
  { readerSignal, stallMs }: ReaderOptions,
): EventReader {
  const { readable, writable } = new IdentityTransformStream();
  const writer = writable.getWriter();
  const utf8 = new TextEncoder();
  const left = new AbortController();
  const leave = (): void => left.abort();
  const giveUp = (reason: unknown): void => void writer.abort(reason).catch(() => {});
  readerSignal.addEventListener("abort", leave);

  let isWriting = false;
  const write = async (text: string): Promise<void> => {
    isWriting = true;
    const bytes = utf8.encode(text);
    for (let at = 0; at < bytes.length; at += writeBytes) {
      const stall = setTimeout(() => giveUp(new Error("stalled")), stallMs);
      await writer.write(bytes.subarray(at, at + writeBytes)).finally(() => clearTimeout(stall));
    }
    isWriting = false;
  };
  const heart = setInterval(() => {
    if (!isWriting) write(":\n\n").catch(leave);
  }, heartbeatMs);

  async function pump(): Promise<void> {
    let number = after;
    try {
      for (;;) {
        const part = await log.read(number, left.signal);
        if (part === undefined) throw new Error("gone");
        let text = "";
        for (const { data, event } of part.events) {
          const name = event === "message" ? "" : `event: ${event}\n`;
          text += `${name}id: ${log.key}-${++number}\ndata: ${data.replaceAll("\n", "\ndata: ")}\n\n`;
        }
        if (part.end) text += toLastEvent(part.end.failure);
        await write(text);
        if (part.end) break;
      }
      await writer.close();
    } catch (reason) {
      // Whoever reads on must not take it for the end.
      giveUp(reason);
    } finally {
      clearInterval(heart);
      readerSignal.removeEventListener("abort", leave);
    }
  }

  return { body: readable, done: pump() };
}

function toLastEvent(failure: StreamFailure | undefined): string {
  if (failure === undefined) return "data: [DONE]\n\n";
  const { message, code, status, type } = failure;
  // In the shapes that clients of all three protocols look for.
  const event = {
    type: "error",
    status,
    code,
    message,
    param: null,
    error: { message, type, param: null, code },
  };
  return `event: error\ndata: ${JSON.stringify(event)}\n\n`;
}
