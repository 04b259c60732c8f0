import { base64url, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { authUnderTest, proxyOrigin, secrets } from "../../testing/auth-under-test.ts";
import { pageOrigin } from "../../testing/proxy-under-test.ts";

const env = { SESSION_KEYS: `one:${secrets.session}`, SERVER_KEYS: `s:${secrets.server}` };
const refused = [401, "invalid_client_key"];
const now = 1_800_000_000;
const good = {
  iss: proxyOrigin,
  aud: proxyOrigin,
  sub: "jwt:ada",
  jti: "j1",
  iat: now,
  exp: now + 300,
} as const;
const header = { alg: "HS256", typ: "xai-edge-session+jwt", kid: "one" };

function at(seconds: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: seconds * 1000 });
}

afterEach(() => void vi.useRealTimers());

interface Changes {
  readonly claims?: JWTPayload;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly secret?: string | Uint8Array;
}

/** A session token as somebody else would make it who has the key, or another one. */
function tokenWith({ claims, header: changed, secret = secrets.session }: Changes = {}): Promise<string> {
  const key = typeof secret === "string" ? base64url.decode(secret) : secret;
  return new SignJWT({ ...good, ...claims }).setProtectedHeader({ ...header, ...changed }).sign(key);
}

function without(name: keyof typeof good): Promise<string> {
  const { [name]: _, ...claims } = good;
  return new SignJWT(claims).setProtectedHeader(header).sign(base64url.decode(secrets.session));
}

function unsigned(head: object, claims: object = good, signature = ""): string {
  const parts = [head, claims].map((part) => base64url.encode(JSON.stringify(part)));
  return [...parts, signature].join(".");
}

describe("a session token", () => {
  it("tells who calls, until when, and what is granted", async () => {
    at(now);
    const { caller } = authUnderTest(env);
    const limits = { spending: { day: 5 }, concurrentCalls: 2 };
    const claims = { routes: ["models.list"], models: ["grok-4"], limits, budget: 42 };
    expect(await caller(await tokenWith({ claims }))).toEqual({
      subject: "jwt:ada",
      proof: "session",
      routes: new Set(["models.list"]),
      models: new Set(["grok-4"]),
      limits,
      session: { jti: "j1", issuedAt: now, expiresAt: now + 300, budget: 42 },
    });
    expect(await caller(await tokenWith())).toEqual({
      subject: "jwt:ada",
      proof: "session",
      session: { jti: "j1", issuedAt: now, expiresAt: now + 300 },
    });
  });

  it("is good from its first to its last second, and five more for clocks that differ", async () => {
    at(now);
    const { caller } = authUnderTest(env);
    const token = await tokenWith();
    const answers = [];
    for (const seconds of [-6, -5, 0, 299, 304, 305, 10_000]) {
      at(now + seconds);
      const answer = await caller(token);
      answers.push(Array.isArray(answer) ? answer[1] : "good");
    }
    expect(answers).toEqual([
      "invalid_client_key",
      "good",
      "good",
      "good",
      "good",
      "session_expired",
      "session_expired",
    ]);
  });

  it("is signed with either of two keys, and with no third", async () => {
    at(now);
    const { caller } = authUnderTest({
      ...env,
      SESSION_KEYS: `two:${secrets.otherSession},one:${secrets.session}`,
    });
    expect(await caller(await tokenWith())).toMatchObject({ subject: "jwt:ada" });
    const second = { header: { kid: "two" }, secret: secrets.otherSession };
    expect(await caller(await tokenWith(second))).toMatchObject({ subject: "jwt:ada" });
    expect(await caller(await tokenWith({ header: { kid: "two" } }))).toEqual(refused);
    expect(await authUnderTest(env).caller(await tokenWith(second))).toEqual(refused);
  });

  it.each<readonly [string, Changes]>([
    ["another key", { secret: secrets.server }],
    ["a name of no key", { header: { kid: "three" } }],
    ["no name of a key", { header: { kid: undefined } }],
    ["a name with a path in it", { header: { kid: "../../one" } }],
    ["a name out of a prototype", { header: { kid: "constructor" } }],
    ["a list of names", { header: { kid: ["one"] } }],
    ["another type", { header: { typ: "JWT" } }],
    ["no type", { header: { typ: undefined } }],
    ["HS512", { header: { alg: "HS512" } }],
    ["another issuer", { claims: { iss: "https://other.example" } }],
    ["another proxy as its audience", { claims: { aud: "https://other.example" } }],
    ["a life of 601 seconds", { claims: { exp: now + 601 } }],
    ["a beginning that is yet to come", { claims: { nbf: now + 6 } }],
    ["an issue that is yet to come", { claims: { iat: now + 6 } }],
    ["an end that is text", { claims: { exp: "never" as unknown as number } }],
  ])("with %s is refused", async (_, changes) => {
    at(now);
    expect(await authUnderTest(env).caller(await tokenWith(changes))).toEqual(refused);
  });

  it.each(["iss", "aud", "sub", "jti", "iat", "exp"] as const)("without %s is refused", async (name) => {
    at(now);
    expect(await authUnderTest(env).caller(await without(name))).toEqual(refused);
  });

  it("that nobody signed is refused, whatever algorithm it names", async () => {
    at(now);
    const { caller } = authUnderTest(env);
    const [head, claims, signature = ""] = (await tokenWith()).split(".");
    const forged = base64url.encode(JSON.stringify({ ...good, sub: "jwt:eve" }));
    for (const token of [
      unsigned({ ...header, alg: "none" }, good, "x"),
      unsigned({ ...header, alg: "None" }, good, signature),
      unsigned(header, good, "AAAA"),
      `${head}.${forged}.${signature}`,
      `${head}.${claims}.${signature.slice(0, -2)}`,
      unsigned({ ...header, crit: ["x"], x: 1 }, good, signature),
      unsigned({ ...header, b64: false }, good, signature),
      unsigned({ ...header, jwk: { kty: "oct", k: secrets.server } }, good, signature),
    ]) {
      expect(await caller(token)).toEqual(refused);
    }
    expect(await caller(unsigned({ ...header, alg: "none" }))).toEqual(refused);
  });

  it("signed with the public key of a pair as if it were a secret is refused", async () => {
    at(now);
    const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
    const pem = new TextEncoder().encode(await exportSPKI(publicKey));
    const { caller } = authUnderTest(env);
    expect(await caller(await tokenWith({ secret: pem }))).toEqual(refused);
    const rs256 = await new SignJWT(good).setProtectedHeader({ ...header, alg: "RS256" }).sign(privateKey);
    expect(await caller(rs256)).toEqual(refused);
  });

  it("is expired only when its signature is good", async () => {
    at(now + 1000);
    expect(await authUnderTest(env).caller(await tokenWith({ secret: secrets.server }))).toEqual(refused);
  });

  it("is no token where there are no sessions", async () => {
    at(now);
    const { caller } = authUnderTest({ CLIENT_KEYS: "a".repeat(64) });
    expect(await caller(await tokenWith())).toEqual(refused);
  });
});

describe("a session token of a page", () => {
  const claims = { origin: pageOrigin };
  const mismatch = [403, "origin_mismatch"];

  it("works on pages of that origin alone", async () => {
    at(now);
    const { caller } = authUnderTest(env);
    const token = await tokenWith({ claims });
    expect(await caller(token, { headers: { origin: pageOrigin } })).toMatchObject({ subject: "jwt:ada" });
    for (const origin of ["https://other.example", `${pageOrigin}.evil.example`, "null", ""]) {
      expect(await caller(token, { headers: { origin } })).toEqual(mismatch);
    }
    expect(await caller(token)).toEqual(mismatch);
    expect(await caller(token, { headers: { "sec-fetch-site": "same-origin" } })).toEqual(mismatch);
  });

  it("on the proxy's own host works in a GET, in which browsers name no origin", async () => {
    at(now);
    const { caller } = authUnderTest(env);
    const token = await tokenWith({ claims: { origin: proxyOrigin } });
    const headers = { "sec-fetch-site": "same-origin" };
    expect(await caller(token, { headers })).toMatchObject({ subject: "jwt:ada" });
    expect(await caller(token, { headers: { "sec-fetch-site": "same-site" } })).toEqual(mismatch);
    expect(await caller(token, { headers: { ...headers, origin: pageOrigin } })).toEqual(mismatch);
  });
});

describe("a session token that this proxy makes", () => {
  it("is a JWT as others read it, good at once and for SESSION_SECONDS", async () => {
    at(now);
    const { createSession, caller } = authUnderTest({
      ...env,
      DEV_MODE: "loopback-without-auth",
      SESSION_SECONDS: "60",
    });
    expect(await createSession({})).toMatchObject({ status: 401 });
    const { send } = authUnderTest({ ...env, DEV_MODE: "loopback-without-auth", SESSION_SECONDS: "60" });
    const answer = await send(new Request("http://localhost:8787/session", { method: "POST" }));
    expect(answer.status).toBe(200);
    const token = String(answer.body["token"]);
    const url = "http://localhost:8787/v1/models";
    expect(await caller(token, { url })).toMatchObject({
      subject: "loopback",
      proof: "session",
      session: { issuedAt: now, expiresAt: now + 60 },
    });
    expect(await caller(token)).toEqual(refused);
    expect(answer.body["expires_at"]).toBe(now + 60);
  });
});
