import { type Fetch, isXaiError } from "@xai-edge/core";
import { describeProblem, type Problem } from "../describe-problem.ts";

export interface AdminProblemContext {
  readonly proxyUrl: string;
  /** Of this page, which ALLOWED_ORIGINS has to list. */
  readonly origin: string;
  readonly fetch: Fetch;
}

/** Returns what to tell an administrator about a call that failed, and what to do about it. */
export async function describeAdminProblem(
  error: unknown,
  { proxyUrl, origin, fetch }: AdminProblemContext,
): Promise<Problem> {
  const problem = describeProblem(error);
  const noRoutes: Problem = {
    ...problem,
    title: "No admin routes here",
    message:
      "This proxy has no admin key: set ADMIN_KEY_HASHES, as its README says. Or the address is not a proxy's.",
  };
  if (!isXaiError(error)) return problem;
  if (error.kind === "api" && error.status === 404) return noRoutes;
  if (error.kind === "api" && error.status === 401) {
    return {
      ...problem,
      title: "Wrong admin key",
      message: "The proxy knows no such key. ADMIN_KEY_HASHES lists the SHA-256 hashes of those it knows.",
    };
  }
  if (error.code === "key_in_page") {
    return {
      ...problem,
      title: "This is a key of xAI's",
      message:
        "It was not sent. An admin key is one that you made up yourself: ADMIN_KEY_HASHES has its hash.",
    };
  }
  if (error.kind !== "connection") return problem;
  switch (await standingWith(proxyUrl, fetch)) {
    case "no-routes":
      return noRoutes;
    case "let-in":
      return {
        ...problem,
        message: "The proxy is there, but no answer came to this request. Refresh before you try again.",
      };
    case "shut-out":
      return {
        ...problem,
        title: "The proxy does not let this page in",
        message: `It answers, but not to pages of this origin: add ${origin} to ALLOWED_ORIGINS.`,
      };
    case "silent":
      return {
        ...problem,
        title: "The proxy does not answer",
        message: `Nothing answers at ${proxyUrl}. Check the address, and whether the proxy runs.`,
      };
  }
}

type Standing = "no-routes" | "let-in" | "shut-out" | "silent";

/**
 * Finds out why a call got no answer. A browser tells a page nothing about that: neither that the proxy refused the question which
 * goes before a call with a key, nor that an answer came which is not for pages of this origin. So this asks without a key.
 */
async function standingWith(proxyUrl: string, fetch: Fetch): Promise<Standing> {
  const ask = (mode: RequestMode): Promise<Response> =>
    fetch(`${proxyUrl}/admin/subjects`, { mode, signal: AbortSignal.timeout(10_000) });
  try {
    return (await ask("cors")).status === 404 ? "no-routes" : "let-in";
  } catch {
    return await ask("no-cors").then(
      () => "shut-out",
      () => "silent",
    );
  }
}
