import { describe, expect, it } from "vitest";
import { authUnderTest, secrets } from "../../testing/auth-under-test.ts";
import { pageOrigin } from "../../testing/proxy-under-test.ts";

const env = { SESSION_KEYS: `one:${secrets.session}`, TURNSTILE_SECRET: secrets.turnstile };
const fromPage = { origin: pageOrigin };
const proof = { proof: { turnstile: "0.widget-token" } };
const verdict = { success: true, hostname: "app.example.com", action: "chat", "error-codes": [] };

/** Cloudflare, which takes each token once. */
function siteverify(changes: object = {}) {
  const used = new Set<unknown>();
  return (_: string, { body }: RequestInit) => {
    const { response }: { response: unknown } = JSON.parse(textOf(body));
    if (used.has(response)) {
      return Response.json({ success: false, "error-codes": ["timeout-or-duplicate"] });
    }
    used.add(response);
    return Response.json({ ...verdict, ...changes });
  };
}

async function subjectFrom(address: string, turnstileSecret = secrets.turnstile): Promise<unknown> {
  const { createSession } = authUnderTest({ ...env, TURNSTILE_SECRET: turnstileSecret }, siteverify());
  const { body } = await createSession(proof, { "cf-connecting-ip": address });
  return body["subject"];
}

describe("a token of Turnstile's widget", () => {
  it("is worth a session for pages of its origin, of what every session has", async () => {
    const grant = {
      routes: ["responses.create"],
      models: ["grok-4"],
      limits: { usdPerDay: 0.5, concurrentCalls: 2 },
      budgetUsd: 0.1,
    };
    const { createSession, caller } = authUnderTest({ ...env, SESSION_GRANT: grant }, siteverify());
    const { status, headers, body } = await createSession(proof, fromPage);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json");
    expect(body).toEqual({
      token: expect.any(String),
      expires_at: expect.any(Number),
      subject: expect.stringMatching(/^ip:[\da-f]{32}$/),
      routes: ["responses.create"],
      models: ["grok-4"],
      budget_usd: 0.1,
    });
    expect(await caller(String(body["token"]), { headers: fromPage })).toMatchObject({
      subject: body["subject"],
      routes: new Set(["responses.create"]),
      models: new Set(["grok-4"]),
      limits: { spending: { day: 5_000_000_000 }, concurrentCalls: 2 },
      session: { budget: 1_000_000_000, expiresAt: body["expires_at"] },
    });
    expect(await caller(String(body["token"]))).toEqual([403, "origin_mismatch"]);
  });

  it("is worth the routes of the policy and any model where SESSION_GRANT says nothing", async () => {
    const { createSession, caller } = authUnderTest(env, siteverify());
    const { body } = await createSession(proof, fromPage);
    expect(body).toMatchObject({ routes: ["responses.create", "models.list"], models: null });
    expect(body).not.toHaveProperty("budget_usd");
    const { routes, models, limits, session } = Object(
      await caller(String(body["token"]), { headers: fromPage }),
    );
    expect([routes, models, limits, session.budget]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("is checked by Cloudflare, which is told the secret and the address, and followed nowhere else", async () => {
    const { createSession, asked } = authUnderTest(env, siteverify());
    await createSession(proof, fromPage);
    expect(asked.map(({ url }) => url)).toEqual([
      "https://challenges.cloudflare.com/turnstile/v0/siteverify",
    ]);
    const { method, redirect, signal, body } = asked[0]?.init ?? {};
    expect([method, redirect, signal instanceof AbortSignal]).toEqual(["POST", "manual", true]);
    expect(JSON.parse(textOf(body))).toEqual({
      secret: secrets.turnstile,
      response: "0.widget-token",
      remoteip: "192.0.2.7",
    });
  });

  it("is good once", async () => {
    const { createSession } = authUnderTest(env, siteverify());
    expect((await createSession(proof, fromPage)).status).toBe(200);
    expect(await createSession(proof, fromPage)).toMatchObject({ status: 401, code: "invalid_proof" });
  });

  it.each([
    ["no success", { success: false }],
    ["a success that is text", { success: "true" }],
    ["a widget of another host", { hostname: "app.example.com.evil.example" }],
    ["no host", { hostname: undefined }],
  ])("with %s is refused", async (_, changes) => {
    const { createSession } = authUnderTest(env, siteverify(changes));
    expect(await createSession(proof, fromPage)).toMatchObject({ status: 401, code: "invalid_proof" });
  });

  it("must be for TURNSTILE_ACTION, where that is set", async () => {
    for (const [action, status] of [
      ["chat", 200],
      ["login", 401],
      [undefined, 401],
    ] as const) {
      const { createSession } = authUnderTest({ ...env, TURNSTILE_ACTION: "chat" }, siteverify({ action }));
      expect((await createSession(proof, fromPage)).status).toBe(status);
    }
  });

  it("must be of TURNSTILE_HOSTNAMES, where that is set, instead of the allowed origins", async () => {
    const listed = { ...env, TURNSTILE_HOSTNAMES: "login.example.com" };
    const good = authUnderTest(listed, siteverify({ hostname: "login.example.com" }));
    expect((await good.createSession(proof, fromPage)).status).toBe(200);
    expect((await authUnderTest(listed, siteverify()).createSession(proof, fromPage)).status).toBe(401);
  });

  it.each([
    ["a redirect", () => new Response(null, { status: 302, headers: { location: "https://evil.example" } })],
    ["a failure", () => Response.json(verdict, { status: 500 })],
    ["what is no JSON", () => new Response("<html>")],
    ["null", () => Response.json(null)],
    [
      "that the secret is wrong",
      () => Response.json({ success: false, "error-codes": ["invalid-input-secret"] }),
    ],
    ["nothing", () => Promise.reject(new Error(`down ${secrets.turnstile}`))],
  ])("cannot be checked, and is not let through, when Cloudflare answers %s", async (_, answer) => {
    const { createSession } = authUnderTest(env, answer);
    expect(await createSession(proof, fromPage)).toMatchObject({ status: 503, code: "proof_unavailable" });
  });

  it("makes one subject of one address, and of an IPv6 network", async () => {
    const first = await subjectFrom("192.0.2.7");
    expect(await subjectFrom("::ffff:192.0.2.7")).toBe(first);
    expect(await subjectFrom("192.0.2.8")).not.toBe(first);
    const network = await subjectFrom("2001:db8:1:2::1");
    expect(await subjectFrom("2001:db8:1:2:ffff::")).toBe(network);
    expect(await subjectFrom("2001:db8:1:3::1")).not.toBe(network);
  });

  it("makes no subject from which the address can be guessed without the secret", async () => {
    expect(await subjectFrom("192.0.2.7", "other-secret")).not.toBe(await subjectFrom("192.0.2.7"));
  });
});

function textOf(body: BodyInit | null | undefined): string {
  if (typeof body !== "string") throw new Error("Expected a body that is a text");
  return body;
}
