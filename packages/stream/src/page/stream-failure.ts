import { isXaiError } from "@xai-edge/core";

/** Why a stream failed, as it is told to a page or kept in a store: JSON, without anything that is not for others. */
export interface StreamFailure {
  /** The server's own words; for any other failure only that there was one. */
  readonly message: string;
  /** The server's own code, the code of our error, or `stream_failed`. */
  readonly code: string;
  /** The server's own status; else 504 for a deadline, 502 for a lost or broken answer, 500 for the rest. */
  readonly status: number;
  readonly type: string | undefined;
  readonly param: string | undefined;
}

/** What may be told about anything that was thrown. */
export function toStreamFailure(reason: unknown): StreamFailure {
  let message = "The stream failed";
  let code = "stream_failed";
  let status = 500;
  let type: string | undefined;
  let param: string | undefined;
  if (isXaiError(reason)) {
    const { kind, request } = reason;
    code = reason.code;
    if (kind === "api") {
      ({ status, type, param, message } = reason);
      // Behind the server's words stands the upstream's address, before them the status.
      if (request) message = message.slice(0, message.lastIndexOf(` (${request.method} `));
      message = message.replace(/^\d+: /, "");
    } else {
      // What was lost where (hosts, limits) stands in these messages: they are for the log of the one who throws.
      message += `: ${code}`;
      if (kind !== "options") status = kind === "timeout" ? 504 : 502;
    }
  }
  return { message, code, status, type, param };
}

/** The JSON of an `error` event in a shape that the clients of all three protocols know. */
export function toErrorEvent({ message, code, status, type, param }: StreamFailure): string {
  return JSON.stringify({
    type: "error",
    status,
    code,
    message,
    param,
    error: { message, type, param, code },
  });
}
