import { describe, expect, it } from "vitest";
import { authUnderTest, proxyOrigin, secrets } from "../../testing/auth-under-test.ts";
import { pageOrigin } from "../../testing/proxy-under-test.ts";

const env = { SESSION_KEYS: `one:${secrets.session}`, TURNSTILE_SECRET: secrets.turnstile };
const proof = { proof: { turnstile: "0.widget-token" } };
const dev = { SESSION_KEYS: env.SESSION_KEYS, DEV_MODE: "loopback-without-auth" };

function underTest(settings: Readonly<Record<string, unknown>> = env) {
  return authUnderTest(settings, () => Response.json({ success: true, hostname: "app.example.com" }));
}

function post(url: string, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request(url, { method: "POST", headers });
}

describe("POST /session", () => {
  it("is not there without SESSION_KEYS", async () => {
    const { createSession } = underTest({ CLIENT_KEYS: "a".repeat(64) });
    expect(await createSession(proof)).toMatchObject({ status: 404, code: "unknown_route" });
  });

  it("takes no query", async () => {
    expect(await underTest().send(post(`${proxyOrigin}/session?a=b`))).toMatchObject({
      status: 400,
      code: "unexpected_query",
    });
  });

  it.each(["https://evil.example", "null", `${pageOrigin}.evil.example`, "*"])(
    "gives nothing to a page of %s, whatever it proves",
    async (origin) => {
      const { createSession, asked } = underTest();
      expect(await createSession(proof, { origin })).toMatchObject({
        status: 403,
        code: "origin_not_allowed",
      });
      expect(asked).toEqual([]);
    },
  );

  it.each<readonly [string, unknown]>([
    ["no proof", {}],
    ["an empty proof", { proof: {} }],
    ["a proof that this proxy does not take", { proof: { jwt: "a.b.c" } }],
    ["a proof that is no text", { proof: { turnstile: 7 } }],
    ["a proof with a space in it", { proof: { turnstile: "a b" } }],
    ["an endless proof", { proof: { turnstile: "a".repeat(8193) } }],
    ["two proofs", { proof: { turnstile: "a", jwt: "a.b.c" } }],
  ])("refuses %s", async (_, body) => {
    const { createSession, asked } = underTest();
    expect(await createSession(body)).toMatchObject({ status: 401, code: "invalid_proof" });
    expect(asked).toEqual([]);
  });

  it.each<readonly [string, unknown]>([
    ["a subject of its own choice", { ...proof, subject: "ada" }],
    ["routes of its own choice", { ...proof, routes: ["files.list"] }],
    ["a budget of its own choice", { ...proof, budget_usd: 100 }],
    ["a kind of proof that nobody knows", { proof: { password: "x" } }],
    ["a proof that is a text", { proof: "x" }],
    ["a proof that is null", { proof: null }],
  ])("finds a mistake in %s", async (_, body) => {
    const { createSession, asked } = underTest();
    expect(await createSession(body)).toMatchObject({ status: 400, code: "invalid_session_request" });
    expect(asked).toEqual([]);
  });

  it.each<readonly [number, string, string, Readonly<Record<string, string>>]>([
    [400, "invalid_json", "{", {}],
    [400, "invalid_json", "[]", {}],
    [413, "body_too_large", `{"proof":"${"x".repeat(65_536)}"}`, {}],
    [415, "unsupported_media_type", "{}", { "content-type": "text/plain" }],
    [415, "unsupported_encoding", "{}", { "content-encoding": "gzip" }],
  ])("answers %i %s to a body that it cannot read", async (status, code, body, headers) => {
    expect(await underTest().createSession(body, headers)).toMatchObject({ status, code });
  });

  it("says of each session that it is another one", async () => {
    const { createSession, caller } = underTest();
    const names = [];
    for (let i = 0; i < 3; i++) {
      const { body } = await createSession(proof);
      names.push(Object(await caller(String(body["token"]))).session.jti);
    }
    expect(new Set(names).size).toBe(3);
  });

  it("signs with the first of two keys, so that the second can go", async () => {
    const one = `one:${secrets.session}`;
    const two = `two:${secrets.otherSession}`;
    const token = String(
      (await underTest({ ...env, SESSION_KEYS: `${two},${one}` }).createSession(proof)).body["token"],
    );
    expect(await underTest({ ...env, SESSION_KEYS: two }).caller(token)).toMatchObject({ proof: "session" });
    expect(await underTest({ ...env, SESSION_KEYS: one }).caller(token)).toEqual([401, "invalid_client_key"]);
  });

  it("is good for this proxy alone", async () => {
    const { createSession, caller } = underTest();
    const token = String((await createSession(proof)).body["token"]);
    expect(await caller(token)).toMatchObject({ proof: "session" });
    expect(await caller(token, { url: "https://other.example/v1/models" })).toEqual([
      401,
      "invalid_client_key",
    ]);
  });
});

describe("POST /session in development mode", () => {
  it("needs no proof on a loopback host", async () => {
    const { send } = underTest(dev);
    expect(await send(post("http://localhost:8787/session"))).toMatchObject({
      status: 200,
      body: { subject: "loopback" },
    });
  });

  it.each<readonly [string, string, Readonly<Record<string, string>>]>([
    ["another host", `${proxyOrigin}/session`, {}],
    ["another machine", "http://localhost:8787/session", { "cf-connecting-ip": "192.168.1.7" }],
  ])("needs one on %s", async (_, url, headers) => {
    expect(await underTest(dev).send(post(url, headers))).toMatchObject({
      status: 401,
      code: "invalid_proof",
    });
  });

  it("is not on by itself", async () => {
    expect(await underTest().send(post("http://localhost:8787/session"))).toMatchObject({ status: 401 });
  });
});
