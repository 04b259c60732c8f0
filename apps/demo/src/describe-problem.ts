import { type AnyXaiError, isXaiError } from "@xai-edge/core";

/** What went wrong, in the words of a page. */
export interface Problem {
  readonly title: string;
  /** The server's or the client's own words. */
  readonly message: string;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
}

/** Returns what to tell a person about something thrown. */
export function describeProblem(error: unknown): Problem {
  if (!isXaiError(error)) {
    const message = error instanceof Error ? error.message : String(error);
    return { title: "Something went wrong in this page", message, code: undefined, requestId: undefined };
  }
  const requestId = error.request?.id;
  return {
    title: titleOf(error),
    // The id stands by itself, to be copied.
    message: requestId === undefined ? error.message : error.message.replace(`, request ${requestId}`, ""),
    code: error.code,
    requestId,
  };
}

function titleOf(error: AnyXaiError): string {
  switch (error.kind) {
    case "api":
      return titleOfStatus(error.status);
    case "connection":
      return "The connection failed";
    case "timeout":
      return "No answer in time";
    case "protocol":
      return "The answer broke off";
    case "options":
      return "The request cannot be sent";
  }
}

function titleOfStatus(status: number): string {
  if (status === 429) return "Too many requests";
  if (status === 401 || status === 403) return "Not allowed";
  if (status >= 500) return "The service is having trouble";
  return "The request was refused";
}
