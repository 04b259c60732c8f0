import { type RequestFacts, XaiProtocolError } from "../errors.ts";

/** An answer that the protocol does not allow. */
export function broken(
  code: string,
  message: string,
  { request }: { request: RequestFacts },
): XaiProtocolError {
  return new XaiProtocolError(message, { code, request });
}
