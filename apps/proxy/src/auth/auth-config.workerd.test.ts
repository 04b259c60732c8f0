import { describe, expect, it } from "vitest";
import { secrets } from "../../testing/auth-under-test.ts";
import { ConfigError } from "../config/config-error.ts";
import { settingsOf } from "../config/settings.ts";
import type { Env } from "../env.ts";
import { hasCallers, readAuthConfig } from "./auth-config.ts";

const hash = "a".repeat(64);
const sessions = { SESSION_KEYS: `one:${secrets.session}` };
const jwt = { JWT_ISSUER: "https://i.example", JWT_AUDIENCE: "a", JWT_JWKS_URL: "https://i.example/jwks" };
const proven = { ...sessions, ...jwt };

const known = { isRoute: (id: string) => id === "models.list", isModel: (name: string) => name === "grok-4" };

function read(env: Env) {
  return readAuthConfig(settingsOf(env), known);
}

/** Each with a word that its error must hold beside the setting's name. */
const bad: readonly (readonly [name: string, env: Env, hint?: string])[] = [
  ["CLIENT_KEYS", { CLIENT_KEYS: "canary-secret" }, "64 hex digits"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [hash, "canary-secret"] }],
  ["CLIENT_KEYS", { CLIENT_KEYS: "a".repeat(63) }, "64 hex digits"],
  ["CLIENT_KEYS", { CLIENT_KEYS: "a".repeat(128) }, "64 hex digits"],
  ["CLIENT_KEYS", { CLIENT_KEYS: "[canary-secret" }, "JSON"],
  ["CLIENT_KEYS", { CLIENT_KEYS: { canary: hash } }],
  ["CLIENT_KEYS", { CLIENT_KEYS: [7] }],
  ["CLIENT_KEYS", { CLIENT_KEYS: [null] }],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ subject: "canary" }] }, "64 hex digits"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ sha256: hash, key: "canary-secret" }] }, "fields"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ sha256: hash, subject: "canary secret" }] }, "subject"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ sha256: hash, subject: "" }] }, "subject"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ sha256: hash, subject: "a".repeat(129) }] }, "subject"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ sha256: hash, routes: ["canary"] }] }, "routes"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ sha256: hash, routes: "models.list" }] }, "routes"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ sha256: hash, models: ["canary"] }] }, "models"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ sha256: hash, limits: { canary: 1 } }] }, "limits"],
  ["CLIENT_KEYS", { CLIENT_KEYS: [{ sha256: hash, budgetUsd: 1 }] }, "fields"],
  ["SESSION_KEYS", { ...jwt, SESSION_KEYS: "canary-secret" }],
  ["SESSION_KEYS", { ...jwt, SESSION_KEYS: `one:${"a".repeat(42)}` }, "32 bytes"],
  ["SESSION_KEYS", { ...jwt, SESSION_KEYS: `one:${"a".repeat(42)}=` }, "base64url"],
  ["SESSION_KEYS", { ...jwt, SESSION_KEYS: `one:${"a".repeat(45)}` }, "base64url"],
  ["SESSION_KEYS", { ...jwt, SESSION_KEYS: `o ne:${secrets.session}` }],
  ["SESSION_KEYS", { ...jwt, SESSION_KEYS: `a:${secrets.session},a:${secrets.server}` }, "name of its own"],
  [
    "SESSION_KEYS",
    { ...jwt, SESSION_KEYS: ["a", "b", "c"].map((kid) => `${kid}:${secrets.session}`).join() },
    "at most 2",
  ],
  ["SESSION_KEYS", jwt, "missing"],
  ["SESSION_KEYS", { TURNSTILE_SECRET: "canary-secret", TURNSTILE_HOSTNAMES: "a.example" }, "missing"],
  ["SESSION_KEYS", { SERVER_KEYS: `s:${secrets.server}` }, "missing"],
  ["SESSION_KEYS", sessions, "proof"],
  ["SERVER_KEYS", { ...proven, SERVER_KEYS: "canary-secret" }],
  ["SERVER_KEYS", { ...proven, SERVER_KEYS: `s:${secrets.session}` }, "none of the secrets"],
  ["SESSION_SECONDS", { ...proven, SESSION_SECONDS: "601" }, "600"],
  ["SESSION_SECONDS", { ...proven, SESSION_SECONDS: "0" }],
  ["SESSION_GRANT", { ...proven, SESSION_GRANT: "{canary" }, "JSON"],
  ["SESSION_GRANT", { ...proven, SESSION_GRANT: [] }],
  ["SESSION_GRANT", { ...proven, SESSION_GRANT: { route: [] } }, "fields"],
  ["SESSION_GRANT", { ...proven, SESSION_GRANT: { routes: [] } }, "routes"],
  ["SESSION_GRANT", { ...proven, SESSION_GRANT: { routes: ["models.list", 7] } }, "routes"],
  ["SESSION_GRANT", { ...proven, SESSION_GRANT: { models: ["canary"] } }, "models"],
  ["SESSION_GRANT", { ...proven, SESSION_GRANT: { limits: { usdPerDay: "1" } } }, "usdPerDay"],
  ["SESSION_GRANT", { ...proven, SESSION_GRANT: { budgetUsd: 0 } }, "budget"],
  ["SESSION_GRANT", { ...proven, SESSION_GRANT: { budgetUsd: 900_001 } }, "budget"],
  ["TURNSTILE_SECRET", { ...sessions, TURNSTILE_SECRET: "canary-secret" }, "TURNSTILE_HOSTNAMES"],
  ["TURNSTILE_ACTION", { ...proven, TURNSTILE_ACTION: "canary" }, "TURNSTILE_SECRET"],
  ["TURNSTILE_HOSTNAMES", { ...proven, TURNSTILE_HOSTNAMES: "canary" }, "TURNSTILE_SECRET"],
  ["ACCESS_TEAM_DOMAIN", { ...proven, ACCESS_AUDIENCE: "canary" }],
  ["ACCESS_AUDIENCE", { ...proven, ACCESS_TEAM_DOMAIN: "canary.cloudflareaccess.com" }],
  ["ACCESS_TEAM_DOMAIN", { ...proven, ACCESS_AUDIENCE: "a", ACCESS_TEAM_DOMAIN: "canary.evil.example" }],
  [
    "ACCESS_TEAM_DOMAIN",
    { ...proven, ACCESS_AUDIENCE: "a", ACCESS_TEAM_DOMAIN: "e.example/canary.cloudflareaccess.com" },
  ],
  ["JWT_ISSUER", { ...proven, JWT_ISSUER: "" }],
  ["JWT_AUDIENCE", { ...proven, JWT_AUDIENCE: "" }],
  ["JWT_JWKS_URL", { ...proven, JWT_JWKS_URL: "" }],
  ["JWT_JWKS_URL", { ...proven, JWT_JWKS_URL: "canary" }, "https"],
  ["JWT_JWKS_URL", { ...proven, JWT_JWKS_URL: "http://canary.example/jwks" }, "https"],
  ["JWT_JWKS_URL", { ...proven, JWT_JWKS_URL: "https://canary:secret@i.example/jwks" }, "https"],
  ["JWT_JWKS_URL", { ...proven, JWT_JWKS_URL: "file:///canary" }, "https"],
  ["ADMIN_KEY_HASHES", { ADMIN_KEY_HASHES: "canary-secret" }, "64 hex digits"],
  ["ADMIN_KEY_HASHES", { ADMIN_KEY_HASHES: ["a", "b", "c"].map((digit) => digit.repeat(64)).join() }, "two"],
  ["ADMIN_KEY_HASHES", { ADMIN_KEY_HASHES: hash, CLIENT_KEYS: `${"b".repeat(64)},${hash}` }, "CLIENT_KEYS"],
  ["DEV_MODE", { DEV_MODE: "canary" }],
  ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: "https://*.canary.example" }],
];

describe("settings that cannot be used", () => {
  const cases = bad.map(([name, env, hint = name]) => ({ name, env, hint }));

  it.each(cases)("$name is named in the error for $env, and no value", ({ name, env, hint }) => {
    let error: unknown;
    try {
      read(env);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConfigError);
    const { message } = Object(error);
    expect(message).toContain(name);
    expect(message).toContain(hint);
    expect(message).not.toContain("canary");
  });
});

describe("settings that can be used", () => {
  it("let nobody call while there are none", () => {
    const config = read({});
    expect(config).toMatchObject({ clientKeys: [], devMode: false, adminKeys: [] });
    expect(config.sessions).toBeUndefined();
    expect(hasCallers(config)).toBe(false);
  });

  it.each<readonly [string, Env]>([
    ["client keys", { CLIENT_KEYS: hash }],
    ["sessions", proven],
    ["development mode", { DEV_MODE: "loopback-without-auth" }],
  ])("let somebody call with %s", (_, env) => {
    expect(hasCallers(read(env))).toBe(true);
  });

  it("give sessions five minutes, and what the deployment allows", () => {
    expect(read(proven).sessions).toMatchObject({ seconds: 300, grant: {}, serverKeys: [] });
  });

  it("keep secrets where printing the configuration does not show them", () => {
    const config = read({ ...proven, SERVER_KEYS: `s:${secrets.server}` });
    expect(JSON.stringify(config)).not.toMatch(/canary-(session|server)/);
  });

  it("may name an issuer on a loopback host for development", () => {
    const env = { ...proven, JWT_JWKS_URL: "http://127.0.0.1:9999/jwks" };
    expect(read(env).sessions?.jwt?.kind).toBe("jwt");
  });

  it("need no proof for sessions in development mode", () => {
    expect(read({ ...sessions, DEV_MODE: "loopback-without-auth" }).sessions?.keys.length).toBe(1);
  });
});
