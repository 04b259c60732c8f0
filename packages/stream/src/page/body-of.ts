/** How the items of a source become bytes. */
export interface BodyOptions<Item> {
  readonly write: (item: Item) => string;
  /** What stands after the last item. */
  readonly end?: string;
  /** What stands at the end instead when the source failed; without it, the body itself fails. */
  readonly writeFailure?: (reason: unknown) => string;
  /** What is sent after each so many milliseconds of silence. */
  readonly heartbeat?: { readonly text: string; readonly afterMs: number };
}

// setTimeout counts in 31 bits and takes more for nothing.
const LONGEST_MS = 0x7fffffff;

/**
 * A body that asks its source for an item only when a piece is asked of it, and closes the source when it is cancelled.
 * A timer runs only while a piece is waited for.
 */
export function bodyOf<Item>(
  source: AsyncIterator<Item, unknown>,
  { write, end = "", writeFailure, heartbeat }: BodyOptions<Item>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const utf8 = new TextEncoder();
  let pending: Promise<IteratorResult<Item, unknown>> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLeft = false;

  function leave(): Promise<unknown> {
    isLeft = true;
    clearTimeout(timer);
    return Promise.resolve(source.return?.());
  }

  return new ReadableStream(
    {
      async pull(controller) {
        const send = (text: string): void => {
          if (text) controller.enqueue(utf8.encode(text));
        };
        try {
          // Still the same one after a heartbeat.
          pending ??= source.next();
          const result = await (heartbeat ? Promise.race([pending, silence(heartbeat.afterMs)]) : pending);
          clearTimeout(timer);
          if (isLeft) return;
          if (!result) {
            send(heartbeat?.text ?? "");
            return;
          }
          pending = undefined;
          if (!result.done) {
            send(write(result.value));
            return;
          }
          send(end);
          controller.close();
        } catch (reason) {
          if (isLeft) return;
          leave().catch(() => {});
          if (!writeFailure) throw reason;
          send(writeFailure(reason));
          controller.close();
        }
      },
      async cancel() {
        await leave();
      },
    },
    { highWaterMark: 0 },
  );

  function silence(ms: number): Promise<undefined> {
    return new Promise((resolve) => {
      timer = setTimeout(resolve, Math.min(ms, LONGEST_MS), undefined);
    });
  }
}
