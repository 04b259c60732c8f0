import { base64url } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type AuthUnderTest, authUnderTest, proxyOrigin, secrets } from "../../testing/auth-under-test.ts";
import { pageOrigin, sha256Hex } from "../../testing/proxy-under-test.ts";

const env = {
  SESSION_KEYS: `one:${secrets.session}`,
  SERVER_KEYS: `app:${secrets.server},other:${secrets.otherSession}`,
};
const now = 1_800_000_000;
const refused = { status: 401, code: "invalid_proof" };
const url = `${proxyOrigin}/session`;

afterEach(() => void vi.useRealTimers());

interface Signed {
  readonly method?: string;
  readonly url?: string;
  readonly key?: string;
  readonly secret?: string;
  readonly timestamp?: number;
  readonly nonce?: string;
  readonly body?: string;
}

const nonce = "nonce-0123456789";
const body = JSON.stringify({ subject: "ada" });

/** The header as a server makes it, for what is said here. */
async function authorization(given: Signed = {}): Promise<string> {
  const signed = {
    method: "POST",
    url,
    key: "app",
    secret: secrets.server,
    timestamp: now,
    nonce,
    body,
    ...given,
  };
  const lines = [
    signed.method,
    signed.url,
    signed.key,
    signed.timestamp,
    signed.nonce,
    await sha256Hex(signed.body),
  ];
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const secret = new Uint8Array(base64url.decode(signed.secret));
  const key = await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"]);
  const mac = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(lines.join("\n")));
  return [
    `XAI-Edge-HMAC-SHA256 key=${signed.key}`,
    `timestamp=${signed.timestamp}`,
    `nonce=${signed.nonce}`,
    `signature=${base64url.encode(new Uint8Array(mac))}`,
  ].join(", ");
}

async function ask({ createSession }: AuthUnderTest, wish: object, given: Signed = {}) {
  vi.useFakeTimers({ toFake: ["Date"], now: now * 1000 });
  const text = JSON.stringify(wish);
  return createSession(text, { authorization: await authorization({ ...given, body: text }) });
}

describe("a request that one's own server signed", () => {
  it("is worth a session of the user whom it names, of what every session has", async () => {
    const auth = authUnderTest({ ...env, SESSION_GRANT: { models: ["grok-4"], budgetUsd: 1 } });
    const { status, body: answer } = await ask(auth, { subject: "ada@example.com" });
    expect([status, answer]).toEqual([
      200,
      {
        token: expect.any(String),
        expires_at: now + 300,
        subject: "server:ada@example.com",
        routes: ["responses.create", "models.list"],
        models: ["grok-4"],
        budget_usd: 1,
      },
    ]);
    expect(await auth.caller(String(answer["token"]))).toMatchObject({ subject: "server:ada@example.com" });
    expect(auth.asked).toEqual([]);
  });

  it("may ask for less, and for the pages of one origin", async () => {
    const grant = {
      routes: ["responses.create", "models.list"],
      limits: { usdPerDay: 1, concurrentCalls: 4 },
    };
    const auth = authUnderTest({ ...env, SESSION_GRANT: grant });
    const wish = {
      subject: "ada",
      origin: pageOrigin,
      routes: ["models.list"],
      models: ["grok-4-fast"],
      limits: { usdPerDay: 0.25, tokensPerMinute: 1000 },
      budget_usd: 0.05,
    };
    const { status, body: answer } = await ask(auth, wish);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ routes: ["models.list"], models: ["grok-4-fast"], budget_usd: 0.05 });
    const token = String(answer["token"]);
    expect(await auth.caller(token)).toEqual([403, "origin_mismatch"]);
    expect(await auth.caller(token, { headers: { origin: pageOrigin } })).toMatchObject({
      routes: new Set(["models.list"]),
      models: new Set(["grok-4-fast"]),
      limits: { spending: { day: 2_500_000_000 }, concurrentCalls: 4, tokensPerMinute: 1000 },
      session: { budget: 500_000_000 },
    });
  });

  it("keeps the deployment's limits where it sets its own for other things", async () => {
    const auth = authUnderTest(env);
    const { body: answer } = await ask(auth, { subject: "ada", limits: { concurrentCalls: 1 } });
    expect(await auth.caller(String(answer["token"]))).toMatchObject({
      limits: { spending: { day: 10_000_000_000 }, requestsPerMinute: 60, concurrentCalls: 1 },
    });
    const all = await ask(auth, { subject: "ada", limits: "unlimited" }, { nonce: `${nonce}-2` });
    expect(await auth.caller(String(all.body["token"]))).toMatchObject({
      limits: { spending: { day: 10_000_000_000 }, requestsPerMinute: 60 },
    });
  });

  it.each<readonly [string, object]>([
    ["routes", { routes: ["responses.create", "files.list"] }],
    ["models", { models: ["grok-4-fast"] }],
    ["limits", { limits: { usdPerDay: 1.01 } }],
    ["limits", { limits: { requestsPerMinute: 61 } }],
    ["budget_usd", { budget_usd: 0.51 }],
  ])("may not ask for more %s than sessions have: %j", async (field, wish) => {
    const grant = {
      routes: ["responses.create"],
      models: ["grok-4"],
      limits: { usdPerDay: 1, requestsPerMinute: 60 },
      budgetUsd: 0.5,
    };
    const auth = authUnderTest({ ...env, SESSION_GRANT: grant });
    const answer = await ask(auth, { subject: "ada", ...wish });
    expect(answer).toMatchObject({ status: 403, code: "not_granted" });
    expect(answer.text).toContain(field);
  });

  it("may not ask for more than the deployment's limits where sessions have none of their own", async () => {
    const answer = await ask(authUnderTest(env), { subject: "ada", limits: { usdPerDay: 1.01 } });
    expect(answer).toMatchObject({ status: 403, code: "not_granted" });
  });

  it.each<readonly [string, object]>([
    ["no subject", {}],
    ["an empty subject", { subject: "" }],
    ["a subject that is no text", { subject: 7 }],
    ["a subject without an end", { subject: "a".repeat(1025) }],
    ["an origin that is not allowed", { subject: "ada", origin: "https://evil.example" }],
    ["an origin that is no text", { subject: "ada", origin: null }],
    ["a route that does not exist", { subject: "ada", routes: ["all"] }],
    ["no route at all", { subject: "ada", routes: [] }],
    ["a model without a price", { subject: "ada", models: ["gpt-5"] }],
    ["limits that are negative", { subject: "ada", limits: { usdPerDay: -1 } }],
    ["a budget of nothing", { subject: "ada", budget_usd: 0 }],
    ["a budget that is text", { subject: "ada", budget_usd: "1" }],
    ["a field that nobody knows", { subject: "ada", admin: true }],
  ])("that asks for %s is a mistake", async (_, wish) => {
    expect(await ask(authUnderTest(env), wish)).toMatchObject({
      status: 400,
      code: "invalid_session_request",
    });
  });

  it("is good once", async () => {
    const auth = authUnderTest(env);
    expect((await ask(auth, { subject: "ada" })).status).toBe(200);
    expect(await ask(auth, { subject: "ada" })).toMatchObject(refused);
    expect((await ask(auth, { subject: "ada" }, { nonce: `${nonce}-2` })).status).toBe(200);
    const other = { key: "other", secret: secrets.otherSession };
    expect((await ask(auth, { subject: "ada" }, other)).status).toBe(200);
  });

  it.each<readonly [number, boolean]>([
    [-61, false],
    [-60, true],
    [5, true],
    [6, false],
  ])("of %i seconds from now counts: %s", async (seconds, isGood) => {
    const { status } = await ask(authUnderTest(env), { subject: "ada" }, { timestamp: now + seconds });
    expect(status).toBe(isGood ? 200 : 401);
  });

  it.each<readonly [string, Signed]>([
    ["another secret", { secret: secrets.session }],
    ["a name of no key", { key: "nobody" }],
    ["the name of another key", { key: "other" }],
    ["another method", { method: "GET" }],
    ["another path", { url: `${proxyOrigin}/sessions` }],
    ["another host", { url: "https://staging.example/session" }],
    ["a short nonce", { nonce: "short" }],
    ["a nonce of other characters", { nonce: "nonce-0123456789&x" }],
  ])("with a signature over %s is refused", async (_, given) => {
    expect(await ask(authUnderTest(env), { subject: "ada" }, given)).toMatchObject(refused);
  });

  it("is refused when anything in it was changed afterwards", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: now * 1000 });
    const { createSession } = authUnderTest(env);
    const good = await authorization();
    for (const [text, header] of [
      [JSON.stringify({ subject: "eve" }), good],
      [body, good.replace(`timestamp=${now}`, `timestamp=${now - 1}`)],
      [body, good.replace(nonce, `${nonce}x`)],
      [body, good.replace("key=app", "key=other")],
      [body, good.replace(/signature=.*/, `signature=${"A".repeat(43)}`)],
      [body, good.replace(/signature=.*/, `signature=${"_".repeat(43)}`)],
      [body, good.replace(/, signature=.*/, "")],
      [body, `${good}, x=1`],
      [body, `${good}, signature=${"A".repeat(43)}`],
    ] as const) {
      expect(await createSession(text, { authorization: header })).toMatchObject(refused);
    }
    expect((await createSession(body, { authorization: good })).status).toBe(200);
  });

  it("is no proof where SERVER_KEYS is left out", async () => {
    const { SERVER_KEYS: _, ...others } = env;
    const auth = authUnderTest({ ...others, TURNSTILE_SECRET: secrets.turnstile });
    expect(await ask(auth, { subject: "ada" })).toMatchObject(refused);
  });
});
