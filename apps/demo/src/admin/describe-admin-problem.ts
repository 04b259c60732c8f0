import { type Fetch, isXaiError } from "@xai-edge/core";
import { describeProblem, type Problem } from "../describe-problem.ts";

export interface AdminProblemContext {
  readonly proxyUrl: string;
  /** Of this page, which ALLOWED_ORIGINS has to list. */
  readonly origin: string;
  /** Whether this page was let in before: then its origin is no riddle. */
  readonly wasLetIn: boolean;
  readonly fetch: Fetch;
}

/** Returns what to tell an administrator about a call that failed, and what to do about it. */
export async function describeAdminProblem(
  error: unknown,
  { proxyUrl, origin, wasLetIn, fetch }: AdminProblemContext,
): Promise<Problem> {
  const problem = describeProblem(error);
  if (!isXaiError(error)) return problem;
  if (error.kind === "api" && error.status === 401) {
    return {
      ...problem,
      title: "Wrong admin key",
      message: "The proxy knows no such key. ADMIN_KEY_HASHES lists the SHA-256 hashes of those it knows.",
    };
  }
  if (error.kind === "api" && error.status === 404) {
    return {
      ...problem,
      title: "No admin routes here",
      message:
        "This proxy has no admin key: set ADMIN_KEY_HASHES, as its README says. Or the address is not a proxy's.",
    };
  }
  if (error.kind !== "connection") return problem;
  if (!(await isThere(proxyUrl, fetch))) {
    return {
      ...problem,
      title: "The proxy does not answer",
      message: `Nothing answers at ${proxyUrl}. Check the address, and whether the proxy runs.`,
    };
  }
  return wasLetIn
    ? {
        ...problem,
        message: "The proxy is there, but no answer came to this request. Refresh before you try again.",
      }
    : {
        ...problem,
        title: "The proxy does not let this page in",
        message: `It answers, but not to pages of this origin: add ${origin} to ALLOWED_ORIGINS.`,
      };
}

/** Whether anything answers there at all. A browser tells a page nothing about an answer that was not meant for it but that it came. */
async function isThere(proxyUrl: string, fetch: Fetch): Promise<boolean> {
  try {
    await fetch(`${proxyUrl}/healthz`, { mode: "no-cors", signal: AbortSignal.timeout(10_000) });
    return true;
  } catch {
    return false;
  }
}
