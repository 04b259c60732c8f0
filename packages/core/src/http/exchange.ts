import type { Attempt } from "./attempt.ts";

/** An answer whose headers have arrived, with the attempt that watches the rest of it. */
export interface Exchange extends Attempt {
  response: Response;
  /** What must never appear in an error. */
  secret: string | undefined;
}

/** Gives up the rest of a body. It may have failed already, and then there is nothing to give up. */
export function cancel(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  return reader.cancel().catch(() => {});
}
