import { describe, expect, it } from "vitest";
import { jsonPost, proxyUnderTest } from "../../testing/proxy-under-test.ts";
import { readConfig } from "./config.ts";
import type { Env } from "../env.ts";

const key = { XAI_API_KEY: "xai-some-key" };
const hash = "a".repeat(64);

const badSettings: readonly (readonly [keyof Env, string, string?])[] = [
  ["XAI_API_KEY", ""],
  ["XAI_API_KEY", "   "],
  ["XAI_API_KEY", "xai-two keys"],
  ["XAI_API_KEY", "xai-bad\r\nx-evil: 1"],
  ["XAI_API_KEY", "xai-clé"],
  ["XAI_BASE_URL", "http://api.x.ai", "https"],
  ["XAI_BASE_URL", "http://127.0.0.1.evil.com", "https"],
  ["XAI_BASE_URL", "http://localhost.evil.com", "https"],
  ["XAI_BASE_URL", "http://10.0.0.1", "https"],
  ["XAI_BASE_URL", "ftp://127.0.0.1", "https"],
  ["XAI_BASE_URL", "api.x.ai", "https origin"],
  ["XAI_BASE_URL", "https://api.x.ai/v1", "origin alone"],
  ["XAI_BASE_URL", "https://user:pass@api.x.ai", "origin alone"],
  ["XAI_BASE_URL", "https://api.x.ai/?a=b", "origin alone"],
  ["XAI_BASE_URL", "https://api.x.ai/#a", "origin alone"],
  ["ALLOWED_ORIGINS", "*", "*"],
  ["ALLOWED_ORIGINS", "https://app.example.com,*", "*"],
  ["ALLOWED_ORIGINS", "https://*.example.com", "*"],
  ["ALLOWED_ORIGINS", "null"],
  ["ALLOWED_ORIGINS", "app.example.com"],
  ["ALLOWED_ORIGINS", "https://app.example.com/"],
  ["ALLOWED_ORIGINS", "https://App.example.com"],
  ["ALLOWED_ORIGINS", "https://app.example.com:443"],
  ["ALLOWED_ORIGINS", "file:///tmp"],
  ["CLIENT_KEYS", "my-secret-client-key", "64 hex digits"],
  ["CLIENT_KEYS", `${hash},${"a".repeat(63)}`],
  ["CLIENT_KEYS", "g".repeat(64)],
  ["CLIENT_KEYS", "a".repeat(128)],
  ["DEV_MODE", "true", "loopback-without-auth"],
  ["DEV_MODE", "on"],
  ["DEV_MODE", "LOOPBACK-WITHOUT-AUTH"],
  ["MAX_BODY_BYTES", "0"],
  ["MAX_BODY_BYTES", "-1"],
  ["MAX_BODY_BYTES", "4 MiB"],
  ["MAX_BODY_BYTES", "1e6"],
  ["MAX_BODY_BYTES", "104857601"],
  ["HEADERS_TIMEOUT_MS", "0"],
  ["HEADERS_TIMEOUT_MS", "10s"],
  ["HEADERS_TIMEOUT_MS", "3600001"],
  ["IDLE_TIMEOUT_MS", "0"],
  ["TOTAL_TIMEOUT_MS", "never"],
  ["MAX_RETRIES", "6"],
  ["METERING", "sometimes"],
  ["OWNERSHIP", "yes"],
  ["ROUTES", "chat"],
  ["ROUTES", "models.list,account.me", "cannot be switched on"],
  ["ROUTES", "files.list", "OWNERSHIP"],
  ["POLICY", "{", "JSON"],
  ["POLICY", "[]", "object"],
  ["POLICY", '{"maxOutputTokens":0}', "maxOutputTokens"],
  ["POLICY", '{"maxTurn":1}', "may only have these fields"],
  ["POLICY", '{"tools":"function"}', "tools"],
  ["POLICY", '{"allowUnknownFields":"yes"}', "allowUnknownFields"],
  ["POLICY", '{"tools":["function","nosuchtool"]}', "allowUnknownFields"],
  ["POLICY", '{"maxTurns":1,"maxTurns":2}', "twice"],
  ["POLICY", '{"maxTurns":1,"max\\u0054urns":2}', "twice"],
  ["LIMITS", '{"usdPerDay":1,"usdPerDay":900}', "twice"],
  ["PRICES", '{"m":{"usdPerImage":1},"m":{"usdPerImage":0}}', "twice"],
  ["MODELS", ",", "commas"],
  ["ROUTES", " , ,", "commas"],
  ["CLIENT_KEYS", ",", "commas"],
  ["ALLOWED_ORIGINS", ",", "commas"],
  ["CLIENT_KEYS", `${hash},${hash.toUpperCase()}`, "twice"],
  ["CLIENT_KEYS", JSON.stringify([{ sha256: hash, routes: ["files.list"] }]), "routes"],
  ["SESSION_GRANT", '{"routes":["files.list"]}', "routes"],
  ["ADMIN_KEY_HASHES", `${hash},${hash}`, "twice"],
  ["REALTIME", '{"model":"grok-4"}', "usdPerAudioMinute"],
  ["RESUME", "true", '"on"'],
];

describe("bad configuration", () => {
  it.each(badSettings)(
    "refuses everything while %s is %j, and names the setting",
    async (name, value, hint = name) => {
      const { ask, calls } = await proxyUnderTest({ env: Object.fromEntries([[name, value]]) });
      for (const answer of [
        await ask("/v1/models"),
        await ask("/v1/chat/completions", jsonPost),
        await ask("/healthz"),
      ]) {
        expect(answer.status).toBe(503);
        expect(answer.error).toMatchObject({ type: "proxy_error", code: "bad_configuration" });
        expect(answer.error?.message).toContain(name);
        expect(answer.error?.message).toContain(hint);
      }
      expect(calls).toEqual([]);
    },
  );

  it.each([{ OWNERSHIP: "on" }, { RESUME: "on" }])("refuses METERING reserve with %j", (setting) => {
    const [name = ""] = Object.keys(setting);
    expect(() => readConfig({ ...key, ...setting, METERING: "reserve" })).toThrow(
      `${name} needs METERING to be "exact"`,
    );
    expect(readConfig({ ...key, ...setting }).metering).toBe("exact");
    expect(readConfig({ ...key, METERING: "reserve" }).metering).toBe("reserve");
  });

  it("is told once as a notice and in each request's line, without the value", async () => {
    const { ask, lines } = await proxyUnderTest({ env: { CLIENT_KEYS: "my-secret-client-key" } });
    const answers = [await ask("/v1/models"), await ask("/v1/models")];
    expect(lines.map(({ event }) => event)).toEqual(["notice", "request", "request"]);
    expect(lines[0]).toMatchObject({ message: expect.stringContaining("CLIENT_KEYS") });
    expect(lines[1]).toMatchObject({ status: 503, code: "bad_configuration" });
    expect(JSON.stringify([lines, answers])).not.toContain("my-secret");
  });
});

describe("good configuration", () => {
  it("may have two keys of one subject, so that one can take the other's place", () => {
    const CLIENT_KEYS = [hash, "b".repeat(64)].map((sha256) => ({ sha256, subject: "ada" }));
    expect(readConfig({ ...key, CLIENT_KEYS }).auth.clientKeys).toMatchObject([
      { subject: "ada" },
      { subject: "ada" },
    ]);
  });

  it("may name tools that are new to the API along with unknown fields, and repeat a key in another object", () => {
    const POLICY = '{"tools":["nosuchtool"],"allowUnknownFields":true}';
    const PRICES = '{"a":{"usdPerImage":1},"b":{"usdPerImage":1},"\\":\\"":{"usdPerImage":2}}';
    expect(readConfig({ ...key, POLICY, PRICES }).policy.tools).toEqual(new Set(["nosuchtool"]));
  });

  it("needs only the key: xAI as the upstream, no origin, no client key, no development mode, 4 MiB, ten minutes", () => {
    expect(readConfig(key)).toMatchObject({
      apiKey: "xai-some-key",
      upstreamOrigin: "https://api.x.ai",
      auth: { allowedOrigins: new Set(), clientKeys: [], devMode: false },
      policy: { maxBodyBytes: 4_194_304, ownership: false },
      headersTimeoutMs: 600_000,
      metering: "exact",
    });
  });

  it.each([
    ["https://eu-west-1.api.x.ai", "https://eu-west-1.api.x.ai"],
    ["https://api.x.ai/", "https://api.x.ai"],
    ["http://localhost:8788", "http://localhost:8788"],
    ["http://127.0.0.1:8788", "http://127.0.0.1:8788"],
    ["http://[::1]:8788", "http://[::1]:8788"],
  ])("takes %s as the upstream", (given, origin) => {
    expect(readConfig({ ...key, XAI_BASE_URL: given }).upstreamOrigin).toBe(origin);
  });

  it("reads lists with spaces and trailing commas", () => {
    const {
      auth: { allowedOrigins, clientKeys },
    } = readConfig({
      ...key,
      ALLOWED_ORIGINS: " https://a.example , http://localhost:5173,",
      CLIENT_KEYS: `${"b".repeat(64)} , ${hash.toUpperCase()} ,`,
    });
    expect([...allowedOrigins]).toEqual(["https://a.example", "http://localhost:5173"]);
    expect(clientKeys.map(({ subject }) => subject)).toEqual(["bbbbbbbbbbbb", "aaaaaaaaaaaa"]);
    expect(clientKeys[1]?.sha256).toEqual(new Uint8Array(32).fill(0xaa));
  });

  it("takes numbers as text or as numbers", () => {
    expect(readConfig({ ...key, MAX_BODY_BYTES: "10", HEADERS_TIMEOUT_MS: 20 })).toMatchObject({
      policy: { maxBodyBytes: 10 },
      headersTimeoutMs: 20,
    });
  });

  it("uses a default where the environment has nothing or an empty text", () => {
    const defaults = { XAI_API_KEY: "fallback", ALLOWED_ORIGINS: "http://localhost:5173" };
    expect(readConfig({ XAI_API_KEY: " ", ALLOWED_ORIGINS: "https://a.example" }, defaults)).toMatchObject({
      apiKey: "fallback",
      auth: { allowedOrigins: new Set(["https://a.example"]) },
    });
  });
});
