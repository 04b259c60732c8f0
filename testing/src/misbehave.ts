import { inject } from "vitest";
import type { RequestRecord, Script, Step } from "./misbehaviour.ts";
import "./provided-context.ts";

/** A base URL on the loopback server that follows a script, and what the server saw there. */
export interface Misbehaviour {
  /** Requests to this URL and to any path below it take the script's next step. No slash at the end. */
  readonly url: string;
  /** Returns every request so far, preflights left out, the oldest first. */
  requests(): Promise<readonly RequestRecord[]>;
  /** Waits until `count` requests have reached the server (1 by default) and returns them. Throws after `timeoutMs` (5000). */
  waitForRequests(count?: number, timeoutMs?: number): Promise<readonly RequestRecord[]>;
  /**
   * Waits until the client has left its newest request before the response ended, and returns it. Throws after `timeoutMs` (15,000):
   * a Chromium that had no read under way keeps an HTTP/1.1 connection for five seconds, in the hope of the answer's end.
   */
  waitClosed(timeoutMs?: number): Promise<RequestRecord>;
  /** Lets one chunk go that is marked `awaitRelease`. A call that comes before its chunk is kept for it. */
  release(): Promise<void>;
}

/** How `misbehave` treats requests beyond its steps. */
export type MisbehaveOptions = Pick<Script, "once">;

// A test may put its own function in place of the global one.
const fetch = globalThis.fetch.bind(globalThis);

/** Makes the loopback server behave as `steps` say at a base URL of its own, one step per request; the last one repeats. */
export async function misbehave(
  steps: readonly Step[],
  options: MisbehaveOptions = {},
): Promise<Misbehaviour> {
  const script: Script = { ...options, steps };
  const base = inject("loopbackUrl");
  const { id, url }: { id: string; url: string } = await ask(`${base}/scripts`, script);
  const home = `${base}/scripts/${id}`;

  return {
    url,
    async requests() {
      const { requests }: { requests: readonly RequestRecord[] } = await ask(home);
      return requests;
    },
    async waitForRequests(count = 1, timeoutMs = 5000) {
      const { requests }: { requests: readonly RequestRecord[] } = await ask(
        `${home}/wait-requests?count=${count}&timeoutMs=${timeoutMs}`,
      );
      return requests;
    },
    async waitClosed(timeoutMs = 15_000) {
      const { request }: { request: RequestRecord } = await ask(`${home}/wait-closed?timeoutMs=${timeoutMs}`);
      return request;
    },
    async release() {
      await ask(`${home}/release`, {});
    },
  };
}

async function ask<Answer>(url: string, body?: unknown): Promise<Answer> {
  const response = await fetch(url, body === undefined ? {} : { method: "POST", body: JSON.stringify(body) });
  if (!response.ok)
    throw new Error(`The loopback server answered ${response.status}: ${await response.text()}`);
  return response.json();
}
