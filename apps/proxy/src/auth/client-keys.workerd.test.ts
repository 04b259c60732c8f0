import { describe, expect, it } from "vitest";
import {
  clientKey,
  jsonPost,
  pageOrigin,
  proxyUnderTest,
  sha256Hex,
} from "../../testing/proxy-under-test.ts";

const devMode = { DEV_MODE: "loopback-without-auth", CLIENT_KEYS: "" };

describe("a client key", () => {
  it("lets its holder call, and gives the log a name for it that is not the key", async () => {
    const { ask, lines } = await proxyUnderTest();
    expect(await ask("/v1/models")).toMatchObject({ status: 200 });
    expect(lines.at(-1)).toMatchObject({ subject: (await sha256Hex(clientKey)).slice(0, 12) });
    expect(JSON.stringify(lines)).not.toContain(clientKey);
  });

  it("may be any of several", async () => {
    const hashes = await Promise.all(["first", "second", "third"].map(sha256Hex));
    const { ask } = await proxyUnderTest({ env: { CLIENT_KEYS: hashes.join(",") } });
    const statuses = [];
    for (const key of ["first", "second", "third", "fourth"]) {
      statuses.push((await ask("/v1/models", { authorization: `Bearer ${key}` })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 401]);
  });

  it("may follow a scheme in any letter case", async () => {
    const { ask } = await proxyUnderTest();
    expect(await ask("/v1/models", { authorization: `bearer ${clientKey}` })).toMatchObject({ status: 200 });
  });

  it.each([
    ["none", null],
    ["an empty one", ""],
    ["the scheme alone", "Bearer"],
    ["another scheme", `Basic ${clientKey}`],
    ["no scheme", clientKey],
    ["a wrong key", "Bearer wrong"],
    ["a prefix of the key", `Bearer ${clientKey.slice(0, -1)}`],
    ["the key and more", `Bearer ${clientKey}x`],
    ["the key in capitals", `Bearer ${clientKey.toUpperCase()}`],
    ["two keys", `Bearer wrong, Bearer ${clientKey}`],
    ["an endless key", `Bearer ${"x".repeat(10_000)}`],
  ])("is asked for with 401 when there is %s", async (_, authorization) => {
    const { ask, calls } = await proxyUnderTest();
    for (const answer of [
      await ask("/v1/models", { authorization }),
      await ask("/v1/responses", { ...jsonPost, authorization }),
    ]) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      expect(answer.error).toMatchObject({ type: "authentication_error", code: "invalid_client_key" });
      expect(answer.text).not.toContain(clientKey);
    }
    expect(calls).toEqual([]);
  });

  it("is not the hash itself, nor xAI's key, nor an allowed origin", async () => {
    const { ask, calls } = await proxyUnderTest({ env: { XAI_API_KEY: "xai-real" } });
    const attempts = [
      await ask("/v1/models", { authorization: `Bearer ${await sha256Hex(clientKey)}` }),
      await ask("/v1/models", { authorization: "Bearer xai-real" }),
      await ask("/v1/models", { authorization: null, headers: { origin: pageOrigin } }),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(calls).toEqual([]);
  });
});

describe("no client authentication", () => {
  it("answers 503 on every paid route, whatever the request brings", async () => {
    const { ask, calls, lines } = await proxyUnderTest({ env: { CLIENT_KEYS: "" } });
    const answers = [
      await ask("/v1/models"),
      await ask("/v1/models/grok-4", { authorization: null }),
      await ask("/v1/chat/completions", jsonPost),
      await ask("/v1/responses", jsonPost),
      await ask("/v1/models", { host: "localhost:8787" }),
    ];
    for (const { status, error } of answers) {
      expect([status, error?.code]).toEqual([503, "no_client_auth"]);
      expect(error?.message).toContain("CLIENT_KEYS");
    }
    expect(calls).toEqual([]);
    expect(lines[0]).toMatchObject({
      event: "notice",
      message: expect.stringContaining("CLIENT_KEYS"),
    });
  });
});

describe("development mode", () => {
  it.each(["localhost:8787", "127.0.0.1:8787", "127.0.0.53", "[::1]:8787", "LOCALHOST"])(
    "needs no key on %s",
    async (host) => {
      const { ask, lines } = await proxyUnderTest({ env: devMode });
      expect(await ask("/v1/models", { host, authorization: null })).toMatchObject({ status: 200 });
      expect(lines.at(-1)).toMatchObject({ subject: "loopback" });
    },
  );

  it.each([
    "proxy.example",
    "localhost.evil.com",
    "127.0.0.1.evil.com",
    "evil-localhost",
    "10.0.0.1",
    "0.0.0.0",
    "[::2]",
  ])("does not count on %s", async (host) => {
    const { ask, calls } = await proxyUnderTest({ env: devMode });
    expect(await ask("/v1/models", { host })).toMatchObject({ status: 503 });
    expect(calls).toEqual([]);
  });

  it("still asks other hosts for a key when there are keys", async () => {
    const { ask } = await proxyUnderTest({ env: { DEV_MODE: "loopback-without-auth" } });
    expect(await ask("/v1/models", { authorization: null })).toMatchObject({ status: 401 });
    expect(await ask("/v1/models")).toMatchObject({ status: 200 });
    expect(await ask("/v1/models", { host: "localhost", authorization: null })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ["127.0.0.1", 200],
    ["::1", 200],
    ["::ffff:127.0.0.1", 200],
    ["192.168.1.7", 503],
    ["2001:db8::1", 503],
    ["127.0.0.1, 192.168.1.7", 503],
  ])("with a connection from %s answers %i", async (ip, status) => {
    const { ask } = await proxyUnderTest({ env: devMode });
    const headers = { "cf-connecting-ip": ip };
    expect(await ask("/v1/models", { host: "localhost", authorization: null, headers })).toMatchObject({
      status,
    });
  });

  it("does not let a page of another origin in", async () => {
    const { ask, calls } = await proxyUnderTest({ env: devMode });
    const headers = { origin: "https://evil.example" };
    expect(await ask("/v1/models", { host: "localhost", authorization: null, headers })).toMatchObject({
      status: 403,
    });
    expect(calls).toEqual([]);
  });

  it("says so, loudly, once", async () => {
    const { ask, lines } = await proxyUnderTest({ env: devMode });
    for (let i = 0; i < 3; i++) await ask("/v1/models", { host: "localhost" });
    const notices = lines.filter(({ event }) => event === "notice");
    expect(notices).toEqual([{ event: "notice", message: expect.stringMatching(/^DEV_MODE IS ON/) }]);
  });
});
