import { createTransport, type Fetch } from "@xai-edge/core";
import type { Limits, SubjectPage, SubjectReport } from "./reports.ts";

/** The limits to set, every one of them; `unlimited` where none holds, null for the configured ones. */
export type NewLimits = Limits | "unlimited" | null;

/** The proxy's routes for administrators. Everything rejects with an `XaiError`, or the signal's reason. */
export interface AdminApi {
  /** The names behind `after`, and the deployment's figures. */
  list(after: string | undefined, signal: AbortSignal): Promise<SubjectPage>;
  read(subject: string, signal: AbortSignal): Promise<SubjectReport>;
  setLimits(subject: string, limits: NewLimits): Promise<SubjectReport>;
  /** Refuses the token of this name from now on; without one, all that the subject was given until now. */
  revoke(subject: string, jti?: string): Promise<SubjectReport>;
}

export interface AdminApiOptions {
  /** Absolute, without a slash at its end. */
  readonly proxyUrl: string;
  readonly key: string;
  /** Used in place of the global `fetch`. */
  readonly fetch?: Fetch | undefined;
}

/** @throws XaiOptionsError for an address or a key that cannot be one. */
export function createAdminApi({ proxyUrl, key, fetch }: AdminApiOptions): AdminApi {
  // Whoever watches the page repeats what failed, and sooner.
  const call = createTransport({ baseURL: proxyUrl, token: key, fetch, timeoutMs: 20_000, maxRetries: 0 });
  return {
    list: (after, signal) =>
      call<SubjectPage>({ method: "GET", path: "/admin/subjects", query: { after } }, { signal }),
    read: (subject, signal) => call<SubjectReport>({ method: "GET", path: pathOf(subject) }, { signal }),
    setLimits: (subject, limits) =>
      call<SubjectReport>({ method: "PATCH", path: pathOf(subject), body: { limits } }),
    revoke: (subject, jti) =>
      call<SubjectReport>({
        method: "POST",
        path: `${pathOf(subject)}/revoke`,
        body: jti === undefined ? {} : { jti },
      }),
  };
}

/** The proxy takes names as they are: an encoded one is no route. */
function pathOf(subject: string): string {
  if (!isSubjectName(subject)) throw new RangeError("This is not the name of a subject.");
  return `/admin/subjects/${subject}`;
}

/** Whether the proxy may have a subject of this name: 128 of these characters at most, and no step in a path. */
export function isSubjectName(name: string): boolean {
  return /^[\w.:@-]{1,128}$/.test(name) && !/^\.{1,2}$/.test(name);
}
