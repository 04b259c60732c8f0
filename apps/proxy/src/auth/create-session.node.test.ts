import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { createHmac, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startRecordingUpstream, type RecordingUpstream } from "../../testing/recording-upstream.ts";
import { runWorker, type RunningWorker } from "../../testing/running-worker.ts";
import { sha256Of } from "../../testing/sha256-of.ts";

const pageOrigin = "https://app.example.com";
const serverSecret = randomBytes(32).toString("base64url");
const sessionSecret = randomBytes(32).toString("base64url");
const { publicKey, privateKey } = await generateKeyPair("RS256");
const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "k", alg: "RS256" }] });

let upstream: RecordingUpstream;
let issuer: RecordingUpstream;
let elsewhere: RecordingUpstream;
let settings: Readonly<Record<string, string>>;
let worker: RunningWorker;

beforeAll(async () => {
  [upstream, issuer, elsewhere] = await Promise.all([
    startRecordingUpstream(),
    startRecordingUpstream(),
    startRecordingUpstream(),
  ]);
  settings = {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: upstream.url,
    ALLOWED_ORIGINS: pageOrigin,
    SESSION_KEYS: `one:${sessionSecret}`,
    SERVER_KEYS: `app:${serverSecret}`,
    SESSION_GRANT: '{"routes":["models.list"]}',
    JWT_ISSUER: "https://login.example.com",
    JWT_AUDIENCE: "proxy",
    JWT_JWKS_URL: `${issuer.url}/jwks.json`,
  };
  worker = await runWorker("src/worker.ts", settings);
});

beforeEach(() => {
  issuer.answer = (response) => response.end(jwks);
});

afterAll(async () => {
  for (const one of [worker, upstream, issuer, elsewhere]) await one[Symbol.asyncDispose]();
});

function jwt(): Promise<string> {
  return new SignJWT({ sub: "ada" })
    .setProtectedHeader({ alg: "RS256", kid: "k" })
    .setIssuer("https://login.example.com")
    .setAudience("proxy")
    .setExpirationTime("1h")
    .sign(privateKey);
}

async function askWithJwt(url = worker.url): Promise<Response> {
  return fetch(`${url}/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: pageOrigin },
    body: JSON.stringify({ proof: { jwt: await jwt() } }),
  });
}

function list(token: string, origin = pageOrigin): Promise<Response> {
  return fetch(`${worker.url}/v1/models`, { headers: { authorization: `Bearer ${token}`, origin } });
}

/** What one's own server does. */
function signedRequest(wish: object): RequestInit {
  const body = JSON.stringify(wish);
  const timestamp = Math.floor(Date.now() / 1000);
  const nonce = randomBytes(16).toString("base64url");
  const bodyHash = sha256Of(body);
  const signature = createHmac("sha256", Buffer.from(serverSecret, "base64url"))
    .update(["POST", `${worker.url}/session`, "app", timestamp, nonce, bodyHash].join("\n"))
    .digest("base64url");
  const authorization = `XAI-Edge-HMAC-SHA256 key=app, timestamp=${timestamp}, nonce=${nonce}, signature=${signature}`;
  return { method: "POST", headers: { "content-type": "application/json", authorization }, body };
}

describe("POST /session of the bundled Worker", () => {
  it("answers a page's preflight", async () => {
    const { status, headers } = await fetch(`${worker.url}/session`, {
      method: "OPTIONS",
      headers: {
        origin: pageOrigin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(pageOrigin);
    expect(headers.get("access-control-allow-methods")).toBe("POST");
    expect(headers.get("access-control-allow-headers")).toContain("content-type");
  });

  it("gives a page a token for a JWT, with which it can call, and nobody else", async () => {
    const response = await askWithJwt();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("access-control-allow-origin")).toBe(pageOrigin);
    const { token }: { token: string } = await response.json();
    expect((await list(token)).status).toBe(200);
    expect((await list(token, "https://evil.example")).status).toBe(403);
    const withoutOrigin = await fetch(`${worker.url}/v1/models`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(withoutOrigin.status).toBe(403);
    const other = await fetch(`${worker.url}/v1/responses`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        origin: pageOrigin,
        "content-type": "application/json",
      },
      body: '{"model":"grok-4","input":"hi"}',
    });
    expect(other.status).toBe(403);
  });

  it("takes a request that a server signed, once", async () => {
    const request = signedRequest({ subject: "ada", origin: pageOrigin });
    const response = await fetch(`${worker.url}/session`, request);
    expect(response.status).toBe(200);
    const { token, subject }: { token: string; subject: string } = await response.json();
    expect(subject).toBe("server:ada");
    expect((await list(token)).status).toBe(200);
    expect((await fetch(`${worker.url}/session`, request)).status).toBe(401);
    expect((await fetch(`${worker.url}/session`, signedRequest({ subject: "ada" }))).status).toBe(200);
  });

  it("writes no token and no proof to its log", async () => {
    const proof = await jwt();
    const response = await fetch(`${worker.url}/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ proof: { jwt: proof } }),
    });
    const { token }: { token: string } = await response.json();
    await fetch(`${worker.url}/session`, signedRequest({ subject: "ada", routes: ["canary"] }));
    const logs = worker.logs.join("\n");
    expect(logs).toContain('"session.create"');
    for (const secret of [proof, token, sessionSecret, serverSecret, "xai-canary"]) {
      expect(logs).not.toContain(secret);
    }
  });
});

describe("an issuer whose keys cannot be had", () => {
  const answers: readonly (readonly [string, RecordingUpstream["answer"]])[] = [
    [
      "sends elsewhere",
      (response) => response.writeHead(302, { location: `${elsewhere.url}/jwks.json` }).end(),
    ],
    ["answers too much", (response) => response.end(jwks.padEnd(10_000_000))],
    ["answers no JSON", (response) => response.end("<html>")],
    ["hangs up", (response) => response.destroy()],
    [
      "begins to answer and never ends",
      (response) => {
        response.write(jwks.slice(0, 20));
      },
    ],
  ];

  it.each(answers)("and %s lets nobody in, and keeps nobody waiting", async (_, answer) => {
    elsewhere.answer = (response) => response.end(jwks);
    issuer.answer = answer;
    await using fresh = await runWorker("src/worker.ts", settings);
    const response = await askWithJwt(fresh.url);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: "proof_unavailable" } });
    expect(elsewhere.requests).toEqual([]);
  });
});
