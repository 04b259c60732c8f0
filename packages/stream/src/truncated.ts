import { XaiProtocolError } from "@xai-edge/core";

/** What is thrown where a source ends before its protocol does. */
export function truncated(): XaiProtocolError {
  return new XaiProtocolError("The stream ended before the answer was whole", { code: "truncated_stream" });
}
