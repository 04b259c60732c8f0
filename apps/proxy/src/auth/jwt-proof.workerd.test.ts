import { exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { authUnderTest, secrets } from "../../testing/auth-under-test.ts";
import { pageOrigin } from "../../testing/proxy-under-test.ts";

const jwksUrl = "https://login.example.com/.well-known/jwks.json";
const env = {
  SESSION_KEYS: `one:${secrets.session}`,
  JWT_ISSUER: "https://login.example.com/",
  JWT_AUDIENCE: "grok-proxy",
  JWT_JWKS_URL: jwksUrl,
};
const accessEnv = {
  SESSION_KEYS: `one:${secrets.session}`,
  ACCESS_TEAM_DOMAIN: "team.cloudflareaccess.com",
  ACCESS_AUDIENCE: "4714c1358e65fe4b408ad6d432a5f878",
};
const now = 1_800_000_000;
const good = { iss: env.JWT_ISSUER, aud: env.JWT_AUDIENCE, sub: "ada", iat: now - 10, exp: now + 3600 };
const refused = { status: 401, code: "invalid_proof" };
const unavailable = { status: 503, code: "proof_unavailable" };

afterEach(() => void vi.useRealTimers());

function at(seconds: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: seconds * 1000 });
}

interface Signer {
  readonly jwk: JWK;
  readonly spki: string;
  sign(
    claims?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
  ): Promise<string>;
}

async function signer(kid: string, alg = "RS256"): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return {
    jwk: { ...(await exportJWK(publicKey)), kid, alg, use: "sig" },
    spki: alg === "RS256" ? await exportSPKI(publicKey) : "",
    sign: (claims = {}, header = {}) =>
      new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg, kid, ...header }).sign(privateKey),
  };
}

const first = await signer("first");
const second = await signer("second", "ES256");

/** An issuer whose keys can change. */
function issuerOf(...keys: readonly Signer[]) {
  const issuer = { keys, answer: () => Response.json({ keys: issuer.keys.map(({ jwk }) => jwk) }) };
  return issuer;
}

describe("a JWT of one's own issuer", () => {
  it("is worth a session of its subject, bound to the page's origin", async () => {
    at(now);
    const { createSession, caller, asked } = authUnderTest(env, issuerOf(first).answer);
    const { status, body } = await createSession(
      { proof: { jwt: await first.sign() } },
      { origin: pageOrigin },
    );
    expect([status, body["subject"], body["expires_at"]]).toEqual([200, "jwt:ada", now + 300]);
    const token = String(body["token"]);
    expect(await caller(token, { headers: { origin: pageOrigin } })).toMatchObject({ subject: "jwt:ada" });
    expect(await caller(token)).toEqual([403, "origin_mismatch"]);
    expect(asked.map(({ url, init }) => [url, init.redirect])).toEqual([[jwksUrl, "manual"]]);
  });

  it("from no page is worth a session of no page", async () => {
    at(now);
    const { createSession, caller } = authUnderTest(env, issuerOf(first).answer);
    const { body } = await createSession({ proof: { jwt: await first.sign() } });
    expect(await caller(String(body["token"]))).toMatchObject({ subject: "jwt:ada" });
  });

  it.each(["RS256", "ES256", "EdDSA"])("may be signed with %s", async (alg) => {
    at(now);
    const one = await signer("one", alg);
    const { createSession } = authUnderTest(env, issuerOf(first, one).answer);
    expect((await createSession({ proof: { jwt: await one.sign() } })).status).toBe(200);
  });

  it("is worth a session no longer than itself", async () => {
    at(now);
    const { createSession } = authUnderTest(env, issuerOf(first).answer);
    const { body } = await createSession({ proof: { jwt: await first.sign({ exp: now + 20.5 }) } });
    expect(body["expires_at"]).toBe(now + 20);
  });

  it("names a subject of any characters, and no two of them alike", async () => {
    at(now);
    const { createSession } = authUnderTest(env, issuerOf(first).answer);
    const subjects = [];
    for (const sub of ["ada@example.com", "auth0|ada", "Ada Łovelace", "a".repeat(101)]) {
      const { body } = await createSession({ proof: { jwt: await first.sign({ sub }) } });
      expect(body["subject"]).toMatch(/^jwt:[\w.:@-]{1,124}$/);
      subjects.push(String(body["subject"]));
    }
    expect(subjects[0]).toBe("jwt:ada@example.com");
    const { body } = await createSession({
      proof: { jwt: await first.sign({ sub: subjects[1]?.slice("jwt:".length) }) },
    });
    expect(new Set([...subjects, body["subject"]]).size).toBe(5);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ["another issuer", { iss: "https://evil.example/" }],
    ["another audience", { aud: "other" }],
    ["no audience", { aud: undefined }],
    ["no subject", { sub: undefined }],
    ["an empty subject", { sub: "" }],
    ["a subject that is a number", { sub: 7 }],
    ["an end that has passed", { exp: now - 5 }],
    ["no end", { exp: undefined }],
    ["a beginning that is yet to come", { nbf: now + 6 }],
  ])("with %s is refused", async (_, claims) => {
    at(now);
    const { createSession } = authUnderTest(env, issuerOf(first).answer);
    expect(await createSession({ proof: { jwt: await first.sign(claims) } })).toMatchObject(refused);
  });

  it("of another algorithm is refused: none, HMAC with the public key, RS512", async () => {
    at(now);
    const { createSession } = authUnderTest(env, issuerOf(first).answer);
    const [, claims, signature] = (await first.sign()).split(".");
    const none = btoa('{"alg":"none","kid":"first"}').replaceAll("=", "");
    const pem = new TextEncoder().encode(first.spki);
    const modulus = new TextEncoder().encode(String(first.jwk.n));
    const hmac = (key: Uint8Array) =>
      new SignJWT(good).setProtectedHeader({ alg: "HS256", kid: "first" }).sign(key);
    const rs512 = await signer("first", "RS512");
    for (const jwt of [
      `${none}.${claims}.`,
      `${none}.${claims}.${signature}`,
      await hmac(pem),
      await hmac(modulus),
      await rs512.sign(),
    ]) {
      expect(await createSession({ proof: { jwt } })).toMatchObject(refused);
    }
  });

  it("of another algorithm is refused where the key itself would do for it", async () => {
    at(now);
    const { publicKey, privateKey } = await generateKeyPair("RS512", { extractable: true });
    const { alg: _, ...jwk } = { ...(await exportJWK(publicKey)), kid: "k" };
    const jwt = await new SignJWT(good).setProtectedHeader({ alg: "RS512", kid: "k" }).sign(privateKey);
    const { createSession } = authUnderTest(env, () => Response.json({ keys: [jwk] }));
    expect(await createSession({ proof: { jwt } })).toMatchObject(refused);
  });

  it("signed by a key of its own choice is refused", async () => {
    at(now);
    const { createSession, asked } = authUnderTest(env, issuerOf(first).answer);
    const stranger = await signer("first");
    for (const header of [
      {},
      { jwk: stranger.jwk },
      { jku: "https://evil.example/jwks.json" },
      { kid: "https://evil.example/jwks.json" },
      { kid: "../../first" },
      { kid: "" },
    ]) {
      expect(await createSession({ proof: { jwt: await stranger.sign({}, header) } })).toMatchObject(refused);
    }
    expect(new Set(asked.map(({ url }) => url))).toEqual(new Set([jwksUrl]));
  });

  it("is no session token, and a session token is no JWT of the issuer", async () => {
    at(now);
    const { createSession, caller } = authUnderTest(env, issuerOf(first).answer);
    expect(await caller(await first.sign())).toEqual([401, "invalid_client_key"]);
    const { body } = await createSession({ proof: { jwt: await first.sign() } });
    expect(await createSession({ proof: { jwt: body["token"] } })).toMatchObject(refused);
  });
});

describe("the issuer's keys", () => {
  it("are fetched once in ten minutes", async () => {
    at(now);
    const { createSession, asked } = authUnderTest(env, issuerOf(first, second).answer);
    const counts = [];
    for (const seconds of [0, 1, 600, 601]) {
      at(now + seconds);
      await createSession({ proof: { jwt: await first.sign() } });
      await createSession({ proof: { jwt: await second.sign() } });
      counts.push(asked.length);
    }
    expect(counts).toEqual([1, 1, 1, 2]);
  });

  it("may rotate: a new one is found half a minute after the last look, an old one is forgotten", async () => {
    at(now);
    const issuer = issuerOf(first);
    const { createSession, asked } = authUnderTest(env, issuer.answer);
    expect((await createSession({ proof: { jwt: await first.sign() } })).status).toBe(200);
    issuer.keys = [second];
    const jwt = await second.sign();
    at(now + 29);
    expect(await createSession({ proof: { jwt } })).toMatchObject(refused);
    expect(asked.length).toBe(1);
    at(now + 30);
    expect((await createSession({ proof: { jwt } })).status).toBe(200);
    expect(await createSession({ proof: { jwt: await first.sign() } })).toMatchObject(refused);
    expect(asked.length).toBe(2);
  });

  it("are not fetched again for every token that names a key that does not exist", async () => {
    at(now);
    const { createSession, asked } = authUnderTest(env, issuerOf(first).answer);
    for (let i = 0; i < 20; i++) {
      await createSession({ proof: { jwt: await first.sign({}, { kid: `made-up-${i}` }) } });
    }
    expect(asked.length).toBe(1);
  });

  it.each<readonly [string, () => Response | Promise<Response>]>([
    ["a redirect", () => new Response(null, { status: 302, headers: { location: "https://evil.example" } })],
    ["a redirect with keys", () => Response.json({ keys: [first.jwk] }, { status: 307 })],
    ["status 500", () => Response.json({ keys: [first.jwk] }, { status: 500 })],
    ["what is no JSON", () => new Response("<html>not keys</html>")],
    ["JSON that is no key set", () => Response.json({ keys: "none" })],
    ["null", () => Response.json(null)],
    ["an empty body", () => new Response(null)],
    ["too much", () => Response.json({ keys: [first.jwk], padding: "x".repeat(64 * 1024) })],
    ["without an end", () => endless()],
    ["nothing", () => Promise.reject(new TypeError("connect ECONNREFUSED 10.0.0.1"))],
  ])("cannot be had, and no token passes, when the issuer answers %s", async (_, answer) => {
    at(now);
    const { createSession } = authUnderTest(env, answer);
    const result = await createSession({ proof: { jwt: await first.sign() } });
    expect(result).toMatchObject(unavailable);
    expect(result.text).not.toMatch(/html|10\.0|evil/);
  });

  it("are asked for again two seconds after a failure, and not before", async () => {
    at(now);
    const issuer = issuerOf(first);
    let isDown = true;
    const { createSession, asked } = authUnderTest(env, () => (isDown ? Response.error() : issuer.answer()));
    const jwt = await first.sign();
    expect(await createSession({ proof: { jwt } })).toMatchObject(unavailable);
    isDown = false;
    expect(await createSession({ proof: { jwt } })).toMatchObject(unavailable);
    at(now + 2);
    expect((await createSession({ proof: { jwt } })).status).toBe(200);
    expect(asked.length).toBe(2);
  });

  it("that are secret or private do not count", async () => {
    at(now);
    const { privateKey } = await generateKeyPair("ES256", { extractable: true });
    const leaked = { ...(await exportJWK(privateKey)), kid: "p", alg: "ES256" };
    const jwt = await new SignJWT(good).setProtectedHeader({ alg: "ES256", kid: "p" }).sign(privateKey);
    const { createSession } = authUnderTest(env, () => Response.json({ keys: [leaked] }));
    expect(await createSession({ proof: { jwt } })).toMatchObject(refused);
  });
});

describe("Cloudflare Access", () => {
  const claims = {
    iss: "https://team.cloudflareaccess.com",
    aud: [accessEnv.ACCESS_AUDIENCE],
    sub: "7335d417-61da-459d-899c-0a01c76a2f94",
  };

  it("is a proof by its header, whatever else the body says", async () => {
    at(now);
    const { createSession, asked } = authUnderTest(accessEnv, issuerOf(first).answer);
    const headers = { "cf-access-jwt-assertion": await first.sign(claims), origin: pageOrigin };
    expect(await createSession({}, headers)).toMatchObject({
      status: 200,
      body: { subject: `access:${claims.sub}` },
    });
    expect(asked[0]?.url).toBe("https://team.cloudflareaccess.com/cdn-cgi/access/certs");
  });

  it("needs no body", async () => {
    at(now);
    const { send } = authUnderTest(accessEnv, issuerOf(first).answer);
    const headers = { "cf-access-jwt-assertion": await first.sign(claims) };
    expect(
      await send(new Request("https://proxy.example/session", { method: "POST", headers })),
    ).toMatchObject({ status: 200 });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ["another team", { iss: "https://evil.cloudflareaccess.com" }],
    ["another application", { aud: ["other"] }],
    ["the empty subject of a service token", { sub: "" }],
  ])("is refused for %s", async (_, changes) => {
    at(now);
    const { createSession } = authUnderTest(accessEnv, issuerOf(first).answer);
    const headers = { "cf-access-jwt-assertion": await first.sign({ ...claims, ...changes }) };
    expect(await createSession({}, headers)).toMatchObject(refused);
  });

  it("is no proof where it is not configured, nor in the place of a JWT", async () => {
    at(now);
    const assertion = await first.sign(claims);
    const own = authUnderTest(env, issuerOf(first).answer);
    expect(await own.createSession({}, { "cf-access-jwt-assertion": assertion })).toMatchObject(refused);
    expect(await own.createSession({ proof: { jwt: assertion } })).toMatchObject(refused);
    const access = authUnderTest(accessEnv, issuerOf(first).answer);
    expect(await access.createSession({ proof: { jwt: assertion } })).toMatchObject(refused);
  });
});

/** A body that never ends. */
function endless(): Response {
  const chunk = new Uint8Array(4096).fill(0x20);
  return new Response(new ReadableStream({ pull: (controller) => controller.enqueue(chunk) }));
}
