import { describe, expect, it } from "vitest";
import { authUnderTest, secrets } from "../../testing/auth-under-test.ts";
import { sha256Hex } from "../../testing/proxy-under-test.ts";

const refused = [401, "invalid_client_key"];
const own = { url: "http://localhost:8787/v1/models" };
const dev = { DEV_MODE: "loopback-without-auth" };

describe("a static client key", () => {
  it("has the name, the routes, the models and the limits that CLIENT_KEYS gives it", async () => {
    const entry = {
      sha256: await sha256Hex("backend-key"),
      subject: "team:backend",
      routes: ["models.list"],
      models: ["grok-4"],
      limits: { usdPerDay: 5, requestsPerMinute: 10 },
    };
    for (const CLIENT_KEYS of [[entry], JSON.stringify([entry])]) {
      expect(await authUnderTest({ CLIENT_KEYS }).caller("backend-key")).toEqual({
        subject: "team:backend",
        proof: "client_key",
        routes: new Set(["models.list"]),
        models: new Set(["grok-4"]),
        limits: { spending: { day: 50_000_000_000 }, requestsPerMinute: 10 },
      });
    }
  });

  it("may be a bare hash, in a list of either kind", async () => {
    const hashes = await Promise.all(["one", "two"].map(sha256Hex));
    const expected = { subject: hashes[1]?.slice(0, 12), proof: "client_key" };
    for (const CLIENT_KEYS of [hashes.join(" , "), hashes, JSON.stringify(hashes)]) {
      const { caller } = authUnderTest({ CLIENT_KEYS });
      expect(await caller("two")).toEqual(expected);
      expect(await caller("three")).toEqual(refused);
      expect(await caller(hashes[1])).toEqual(refused);
    }
  });

  it("goes with session tokens", async () => {
    const { caller } = authUnderTest({
      CLIENT_KEYS: await sha256Hex("backend-key"),
      SESSION_KEYS: `one:${secrets.session}`,
      SERVER_KEYS: `s:${secrets.server}`,
    });
    expect(await caller("backend-key")).toMatchObject({ proof: "client_key" });
    expect(await caller("a.b.c")).toEqual(refused);
    expect(await caller(undefined)).toEqual(refused);
  });
});

describe("nobody", () => {
  it("can call while there are neither client keys nor sessions, and the answer says so", async () => {
    for (const env of [{}, dev, { ADMIN_KEY_HASHES: "a".repeat(64) }]) {
      expect(await authUnderTest(env).caller("x")).toEqual([503, "no_client_auth"]);
    }
  });

  it("can call for want of a token once there are sessions", async () => {
    const { caller } = authUnderTest({
      SESSION_KEYS: `one:${secrets.session}`,
      SERVER_KEYS: `s:${secrets.server}`,
    });
    expect(await caller(undefined)).toEqual(refused);
  });
});

describe("development mode", () => {
  it("takes who has a key for who it is, and anybody else on this machine for itself", async () => {
    const { caller } = authUnderTest({ ...dev, CLIENT_KEYS: await sha256Hex("backend-key") });
    const loopback = { subject: "loopback", proof: "development" };
    expect(await caller("backend-key", own)).toMatchObject({ proof: "client_key" });
    expect(await caller("anything", own)).toEqual(loopback);
    expect(await caller(undefined, own)).toEqual(loopback);
    expect(await caller("anything", { ...own, headers: { "cf-connecting-ip": "192.168.1.7" } })).toEqual(
      refused,
    );
    expect(await caller("anything")).toEqual(refused);
  });

  it("lets a session token expire as it does elsewhere", async () => {
    const { caller } = authUnderTest({ ...dev, SESSION_KEYS: `one:${secrets.session}` });
    expect(await caller("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.x", own)).toEqual(refused);
  });
});
