import { ConfigError } from "../config/config-error.ts";
import { safeUrl } from "../config/safe-url.ts";
import type { Settings } from "../config/settings.ts";
import type { SettingName } from "../env.ts";
import { type Grant, type KnownNames, readGrant } from "./grant.ts";
import type { Issuer } from "./jwt-proof.ts";
import { remoteKeySet } from "./remote-key-set.ts";
import { maxSessionSeconds } from "./session-token.ts";
import { readSigningKeys, type SigningKey } from "./signing-keys.ts";
import type { Turnstile } from "./turnstile-proof.ts";
import { expectFields } from "./written-fields.ts";

/** How session tokens are had, and what they are good for. */
export interface SessionConfig {
  /** The first one signs, each of them verifies. */
  readonly keys: readonly SigningKey[];
  readonly seconds: number;
  readonly grant: Grant;
  readonly turnstile?: Turnstile;
  readonly access?: Issuer;
  readonly jwt?: Issuer;
  /** Of one's own servers. */
  readonly serverKeys: readonly SigningKey[];
}

export interface SessionConfigOptions {
  readonly known: KnownNames;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly devMode: boolean;
}

/** Reads the settings of session tokens; undefined while SESSION_KEYS is left out. */
export function readSessionConfig(
  settings: Settings,
  { known, allowedOrigins, devMode }: SessionConfigOptions,
): SessionConfig | undefined {
  const keys = readSigningKeys(settings, "SESSION_KEYS", 2);
  const serverKeys = readSigningKeys(settings, "SERVER_KEYS", 8);
  const turnstile = readTurnstile(settings, allowedOrigins);
  const access = readAccess(settings);
  const jwt = readJwtIssuer(settings);
  const grant = readSessionGrant(settings, known);
  const seconds = settings.integer("SESSION_SECONDS", { fallback: 300, min: 10, max: maxSessionSeconds });
  const hasProof = Boolean(turnstile ?? access ?? jwt) || serverKeys.length > 0;
  if (keys.length === 0) {
    if (hasProof) throw new ConfigError("SESSION_KEYS is missing: without it, no proof is worth a session.");
    return undefined;
  }
  if (!hasProof && !devMode) {
    throw new ConfigError(
      "SESSION_KEYS needs a proof beside it: TURNSTILE_SECRET, ACCESS_TEAM_DOMAIN, JWT_ISSUER or SERVER_KEYS.",
    );
  }
  // Who signs requests could otherwise sign whole sessions, with any subject and any budget.
  if (secretsOf(settings, "SERVER_KEYS").some((one) => secretsOf(settings, "SESSION_KEYS").includes(one))) {
    throw new ConfigError("SERVER_KEYS must hold none of the secrets of SESSION_KEYS.");
  }
  return {
    keys,
    seconds,
    grant,
    ...(turnstile && { turnstile }),
    ...(access && { access }),
    ...(jwt && { jwt }),
    serverKeys,
  };
}

function secretsOf(settings: Settings, setting: "SESSION_KEYS" | "SERVER_KEYS"): readonly string[] {
  return settings.list(setting).map((entry) => entry.slice(entry.indexOf(":")));
}

function readSessionGrant(settings: Settings, known: KnownNames): Grant {
  const setting = "SESSION_GRANT";
  const written = settings.json(setting) ?? {};
  return readGrant(
    setting,
    expectFields(setting, written, ["routes", "models", "limits", "budgetUsd"]),
    known,
  );
}

function readTurnstile(settings: Settings, allowedOrigins: ReadonlySet<string>): Turnstile | undefined {
  const secret = settings.text("TURNSTILE_SECRET");
  const action = settings.text("TURNSTILE_ACTION");
  const listed = settings.list("TURNSTILE_HOSTNAMES");
  if (secret === undefined) {
    expectLeftOut(settings, "TURNSTILE_SECRET", ["TURNSTILE_HOSTNAMES", "TURNSTILE_ACTION"]);
    return undefined;
  }
  const hostnames = new Set(
    listed.length > 0 ? listed : [...allowedOrigins].map((origin) => new URL(origin).hostname),
  );
  if (hostnames.size === 0) {
    throw new ConfigError(
      "TURNSTILE_SECRET needs TURNSTILE_HOSTNAMES or ALLOWED_ORIGINS: whose widgets count?",
    );
  }
  return { secret, hostnames, ...(action !== undefined && { action }) };
}

function readAccess(settings: Settings): Issuer | undefined {
  const [domain, audience] = readTogether(settings, ["ACCESS_TEAM_DOMAIN", "ACCESS_AUDIENCE"]);
  if (domain === undefined || audience === undefined) return undefined;
  if (!/^[a-z\d-]+\.cloudflareaccess\.com$/.test(domain)) {
    throw new ConfigError("ACCESS_TEAM_DOMAIN must be <your team>.cloudflareaccess.com.");
  }
  const issuer = `https://${domain}`;
  return { kind: "access", issuer, audience, keys: remoteKeySet(`${issuer}/cdn-cgi/access/certs`) };
}

function readJwtIssuer(settings: Settings): Issuer | undefined {
  const [issuer, audience, address] = readTogether(settings, ["JWT_ISSUER", "JWT_AUDIENCE", "JWT_JWKS_URL"]);
  if (issuer === undefined || audience === undefined || address === undefined) return undefined;
  const url = safeUrl(address);
  if (url === undefined || url.username + url.password !== "") {
    throw new ConfigError("JWT_JWKS_URL must be an https URL without a user, or http on a loopback host.");
  }
  return { kind: "jwt", issuer, audience, keys: remoteKeySet(url.href) };
}

/** The settings of one proof, which make sense together alone. */
function readTogether(settings: Settings, names: readonly SettingName[]): readonly (string | undefined)[] {
  const values = names.map((name) => settings.text(name));
  const missing = names.filter((_, index) => values[index] === undefined);
  if (missing.length > 0 && missing.length < names.length) {
    throw new ConfigError(
      `${missing.join(" and ")} must be set together with the others of ${names.join(", ")}.`,
    );
  }
  return values;
}

function expectLeftOut(settings: Settings, needed: SettingName, names: readonly SettingName[]): void {
  for (const name of names) {
    if (settings.text(name) !== undefined) throw new ConfigError(`${name} needs ${needed}.`);
  }
}
