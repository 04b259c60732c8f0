import { base64url, SignJWT } from "jose";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startRecordingUpstream } from "../testing/recording-upstream.ts";
import { runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

const sessionSecret = base64url.encode(new Uint8Array(32).fill(7));
const adminKey = "admin-key-Zt5mKd9Wx1";
const upstream = await startRecordingUpstream();
const worker = await runWorker("src/worker.ts", {
  XAI_API_KEY: "xai-canary",
  XAI_BASE_URL: upstream.url,
  SESSION_KEYS: `one:${sessionSecret}`,
  SERVER_KEYS: `server:${base64url.encode(new Uint8Array(32).fill(8))}`,
  ADMIN_KEY_HASHES: sha256Of(adminKey),
  LIMITS: JSON.stringify({ usdPerDay: 100 }),
  DEPLOYMENT_BUDGET: "unlimited",
  MAX_RETRIES: "0",
  RESUME: "on",
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

let subjects = 0;
let subject: string;
beforeEach(() => {
  subject = `jwt:user-${(subjects += 1)}`;
  upstream.requests.length = 0;
  upstream.answer = (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write('data: {"choices":[{"delta":{"content":"one"}}]}\n\n');
  };
});

/** A token of this test's subject that was issued a while ago. */
function tokenOf(jti: string): Promise<string> {
  const iat = Math.floor(Date.now() / 1000) - 5;
  const { url } = worker;
  return new SignJWT({ iss: url, aud: url, sub: subject, jti, iat, exp: iat + 300 })
    .setProtectedHeader({ alg: "HS256", typ: "xai-edge-session+jwt", kid: "one" })
    .sign(base64url.decode(sessionSecret));
}

async function ask(path: string, token: string, init: RequestInit = {}): Promise<Response> {
  return fetch(worker.url + path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
}

async function revoke(body: { readonly jti?: string }): Promise<void> {
  const path = `/admin/subjects/${subject}/revoke`;
  const { status } = await ask(path, adminKey, { method: "POST", body: JSON.stringify(body) });
  expect(status).toBe(200);
}

/** Begins a stream that does not end by itself, and returns its name. */
async function begin(token: string): Promise<string> {
  const response = await ask("/v1/chat/completions", token, {
    method: "POST",
    body: JSON.stringify({
      model: "grok-3-mini",
      messages: [{ role: "user", content: "hi" }],
      stream: true,
    }),
  });
  expect(response.status).toBe(200);
  await response.body?.cancel();
  return response.headers.get("x-stream-id") ?? "";
}

async function outcomeOf(asked: Promise<Response>): Promise<readonly [number, unknown]> {
  const response = await asked;
  if (response.ok) {
    await response.body?.cancel();
    return [response.status, undefined];
  }
  const { error }: { error: { code: unknown } } = await response.json();
  return [response.status, error.code];
}

describe.each([
  ["its name", { jti: "first" }],
  ["its subject", {}],
])("a session token that is revoked by %s", (_, revocation) => {
  it("calls nothing, sees no numbers, and neither reads nor stops a stream", async () => {
    const token = await tokenOf("first");
    const id = await begin(token);
    expect(await outcomeOf(ask("/usage", token))).toEqual([200, undefined]);
    expect(await outcomeOf(ask(`/streams/${id}`, token))).toEqual([200, undefined]);
    await revoke(revocation);
    for (const [path, method] of [
      ["/v1/models", "GET"],
      ["/usage", "GET"],
      [`/streams/${id}`, "GET"],
      [`/streams/${id}`, "DELETE"],
    ] as const) {
      expect(await outcomeOf(ask(path, token, { method })), path).toEqual([401, "session_revoked"]);
    }
    const [asked] = upstream.requests;
    expect(
      await Promise.race([asked?.closed, new Promise((resolve) => setTimeout(resolve, 100, "open"))]),
    ).toBe("open");
  });
});

it("a token that is not the revoked one goes on, with the same stream", async () => {
  const id = await begin(await tokenOf("first"));
  const other = await tokenOf("second");
  await revoke({ jti: "first" });
  expect(await outcomeOf(ask("/usage", other))).toEqual([200, undefined]);
  expect(await outcomeOf(ask(`/streams/${id}`, other))).toEqual([200, undefined]);
  expect(await outcomeOf(ask(`/streams/${id}`, other, { method: "DELETE" }))).toEqual([204, undefined]);
});
