import type { StreamFailure } from "@xai-edge/stream";

/** Why a recording did not become whole. */
export type FailureCode =
  /** The upstream's answer broke off. */
  | "upstream_lost"
  | "idle_timeout"
  | "total_timeout"
  /** The answer is larger than what is kept of one. */
  | "recording_full"
  /** Nobody read it any more. */
  | "abandoned"
  /** The caller asked for it. */
  | "stopped"
  /** The object that made it went down. */
  | "interrupted";

/** The failure as it is kept, and told to whoever reads the recording. */
export function failureOf(code: FailureCode): StreamFailure {
  const status = code.endsWith("timeout") ? 504 : code === "abandoned" || code === "stopped" ? 499 : 502;
  const message = `The answer is not whole: ${code}`;
  return { message, code, status, type: "proxy_error", param: undefined };
}
