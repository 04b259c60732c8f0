import type { StreamFailure } from "@xai-edge/stream";

const known = {
  upstream_lost: [502, "The upstream's answer broke off."],
  idle_timeout: [504, "The upstream was silent for too long."],
  total_timeout: [504, "The answer took too long."],
  recording_full: [502, "The answer is larger than what is kept of one."],
  abandoned: [499, "Nobody read the answer any more, so it was ended."],
  stopped: [499, "The answer was stopped, as was asked."],
  interrupted: [502, "The proxy was interrupted while it took down the answer."],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;

/** Why a recording did not become whole. */
export type FailureCode = keyof typeof known;

/** The failure as it is kept, and told to whoever reads the recording. */
export function failureOf(code: FailureCode): StreamFailure {
  const [status, message] = known[code];
  return { message, code, status, type: "proxy_error", param: undefined };
}
