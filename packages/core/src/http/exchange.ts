import { type RequestFacts, XaiConnectionError } from "../errors.ts";
import type { Deadlines } from "./deadlines.ts";

/** An answer whose headers have arrived, with what watches the rest of it. */
export interface Exchange {
  response: Response;
  deadlines: Deadlines;
  request: RequestFacts;
  /** What must never appear in an error. */
  secret: string | undefined;
}

/**
 * The next piece of an answer's body; nothing at its end.
 *
 * @throws the caller's abort reason, XaiTimeoutError or XaiConnectionError.
 */
export async function readChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { deadlines, request }: Exchange,
): Promise<Uint8Array | undefined> {
  let failure: { cause: unknown } | undefined;
  let value: Uint8Array | undefined;
  deadlines.wait();
  try {
    ({ value } = await reader.read());
  } catch (cause) {
    failure = { cause };
  }
  deadlines.rest();
  if (deadlines.stopped) throw deadlines.stopped.reason;
  if (failure)
    throw connectionLost("The connection was lost before the answer was whole", failure.cause, request);
  return value;
}

export function connectionLost(message: string, cause: unknown, request: RequestFacts): XaiConnectionError {
  return new XaiConnectionError(message, { code: "connection_lost", retryable: true, request, cause });
}

/** The reader of an answer's body; cancelled when the attempt is stopped, so that a pending read ends at once. */
export function bodyReader({
  response,
  deadlines,
}: Exchange): ReadableStreamDefaultReader<Uint8Array> | undefined {
  const reader = response.body?.getReader();
  if (reader !== undefined) deadlines.onStop = () => void cancel(reader);
  return reader;
}

/** Gives up the rest of a body. It may have failed already, and then there is nothing to give up. */
export function cancel(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  return reader.cancel().catch(() => {});
}
