import { readAuthConfig } from "../src/auth/auth-config.ts";
import { authenticate } from "../src/auth/authenticate.ts";
import type { Caller } from "../src/auth/caller.ts";
import { createSession } from "../src/auth/create-session.ts";
import { settingsOf } from "../src/config/settings.ts";
import type { Env } from "../src/env.ts";
import { toErrorResponse, toProxyError } from "../src/http/error-envelope.ts";
import { pageOrigin } from "./proxy-under-test.ts";

/** Secrets that must come back in no byte. Each is 32 bytes or more in base64url. */
export const secrets = {
  session: "canary-session-key-one-0123456789abcdefghijk",
  otherSession: "canary-session-key-two-0123456789abcdefghijk",
  server: "canary-server-key-0123456789abcdefghijklmnop",
  turnstile: "canary-turnstile-secret",
};

/** Where the proxy under test is. */
export const proxyOrigin = "https://proxy.example";

const known = {
  isRoute: (id: string) => ["responses.create", "models.list", "files.list"].includes(id),
  isModel: (name: string) => ["grok-4", "grok-4-fast"].includes(name),
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The code of an error. */
  readonly code: string | undefined;
}

/** One question to a verifier of proofs. */
export interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

export interface AuthUnderTest {
  readonly asked: readonly Asked[];
  /** Asks for a session; a body that is no text is sent as JSON. */
  createSession(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Asks for a session with this very request. */
  send(request: Request): Promise<Answer>;
  /** Who a request with this bearer token is from, or the status and code of the refusal. */
  caller(token: string | undefined, init?: CallerInit): Promise<Caller | readonly [number, string]>;
}

export interface CallerInit {
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
}

/** The authentication of a proxy with these settings; `answer` stands for Cloudflare and for issuers of JWTs. */
export function authUnderTest(
  env: Env,
  answer: (url: string, init: RequestInit) => Response | Promise<Response> = () => Response.error(),
): AuthUnderTest {
  const config = readAuthConfig(settingsOf({ ALLOWED_ORIGINS: pageOrigin, ...env }), known);
  const asked: Asked[] = [];
  const noted = new Set<string>();

  async function send(request: Request): Promise<Answer> {
    const response = await createSession(request, new URL(request.url), config, {
      fetch: async (url, init) => {
        asked.push({ url, init });
        return answer(url, init);
      },
      noteOnce: async (subject, name) => {
        const note = `${subject} ${name}`;
        const isNew = !noted.has(note);
        noted.add(note);
        return isNew;
      },
      policy: { routes: new Set(["responses.create", "models.list"]) },
      limits: { spending: { day: 10_000_000_000 }, requestsPerMinute: 60 },
    }).catch((error: unknown) => toErrorResponse(toProxyError(error)));
    const text = await response.text();
    const all = text + JSON.stringify([...response.headers]);
    for (const secret of Object.values(secrets)) {
      if (all.includes(secret)) throw new Error("Expected no secret in an answer");
    }
    const body = JSON.parse(text);
    return { status: response.status, headers: response.headers, text, body, code: body.error?.code };
  }

  return {
    asked,
    send,
    createSession: (body, headers = {}) =>
      send(
        new Request(`${proxyOrigin}/session`, {
          method: "POST",
          headers: { "content-type": "application/json", "cf-connecting-ip": "192.0.2.7", ...headers },
          body: typeof body === "string" ? body : JSON.stringify(body),
        }),
      ),
    async caller(token, { headers = {}, url = `${proxyOrigin}/v1/models` } = {}) {
      const request = new Request(url, { headers });
      if (token !== undefined) request.headers.set("authorization", `Bearer ${token}`);
      try {
        return await authenticate(request, new URL(url), config);
      } catch (error) {
        const { status, code } = toProxyError(error);
        return [status, code];
      }
    },
  };
}
