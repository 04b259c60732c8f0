import { expect } from "vitest";
import { createProxy, type ProxyOptions } from "../src/create-proxy.ts";
import type { Env } from "../src/env.ts";
import type { Log } from "../src/observe/request-log.ts";

/** Stands for xAI's key: it must come back in no byte. */
export const canaryKey = "xai-canary-7Qw3vZ1sLk9TtB4mXy";

/** The one client key that the proxy under test knows. */
export const clientKey = "client-key-Jp2nVb6Rc8";

export const pageOrigin = "https://app.example.com";

/** One request as the upstream got it. */
export interface UpstreamCall {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly redirect: string | undefined;
  readonly signal: AbortSignal | null | undefined;
}

/** A response, read to its end. */
export interface ReadResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The error of the body, when it is an error envelope. */
  readonly error:
    | { readonly message: string; readonly type: string; readonly code: string | null }
    | undefined;
}

export interface ProxyUnderTest {
  readonly calls: readonly UpstreamCall[];
  readonly lines: readonly Parameters<Log>[0][];
  /** Asks for a path with the client key, unless `authorization` is given, and checks that the canary is in no byte that comes out. */
  ask(path: string, init?: AskInit): Promise<ReadResponse>;
}

export interface AskInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null leaves the client key out. */
  readonly authorization?: string | null;
  readonly body?: BodyInit;
  readonly host?: string;
  readonly signal?: AbortSignal;
}

export interface ProxyUnderTestOptions extends Pick<ProxyOptions, "defaults" | "upstream"> {
  readonly env?: Env;
  /** How the upstream answers. Default: an empty list of models. */
  readonly answer?: (url: string, init: RequestInit) => Response | Promise<Response>;
}

/** A proxy with an upstream and a log that record what they get. */
export async function proxyUnderTest({
  env = {},
  answer = emptyList,
  ...options
}: ProxyUnderTestOptions = {}): Promise<ProxyUnderTest> {
  const calls: UpstreamCall[] = [];
  const lines: Parameters<Log>[0][] = [];
  const proxy = createProxy({
    ...options,
    log: (line) => lines.push(line),
    async upstreamFetch(url, init) {
      calls.push({
        url,
        method: init.method,
        headers: Object.fromEntries(new Headers(init.headers)),
        body: init.body ? await new Response(init.body).text() : undefined,
        redirect: init.redirect,
        signal: init.signal,
      });
      return answer(url, init);
    },
  });
  const fullEnv = {
    XAI_API_KEY: canaryKey,
    CLIENT_KEYS: await sha256Hex(clientKey),
    ALLOWED_ORIGINS: pageOrigin,
    MAX_RETRIES: "0",
    LIMITS: "unlimited",
    DEPLOYMENT_BUDGET: "unlimited",
    ...env,
  };

  async function ask(
    path: string,
    { host = "proxy.example", authorization, headers, ...init }: AskInit = {},
  ): Promise<ReadResponse> {
    const sent = new Headers(headers);
    if (authorization !== null) sent.set("authorization", authorization ?? `Bearer ${clientKey}`);
    const waiting: Promise<unknown>[] = [];
    const response = await proxy.fetch(
      new Request(`https://${host}${path}`, { ...init, headers: sent }),
      fullEnv,
      { waitUntil: (promise) => waiting.push(promise) },
    );
    const text = await response.text();
    await Promise.all(waiting);
    expect(JSON.stringify([...response.headers]) + text + JSON.stringify(lines)).not.toContain(canaryKey);
    return { status: response.status, headers: response.headers, text, error: readError(text) };
  }

  return { calls, lines, ask };
}

/** A POST of a small JSON body. */
export const jsonPost: AskInit = {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: '{"model":"grok-4","input":"hi"}',
};

/** The SHA-256 hash of a text, in hex. */
export async function sha256Hex(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function emptyList(): Response {
  return Response.json({ object: "list", data: [] });
}

function readError(text: string): ReadResponse["error"] {
  if (!text.startsWith("{")) return undefined;
  const { error }: { error?: ReadResponse["error"] } = JSON.parse(text);
  return error;
}
