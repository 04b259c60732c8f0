import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";
import { readAllowedOrigins } from "./allowed-origins.ts";
import { type ClientKey, readClientKeys } from "./client-keys.ts";
import type { KnownNames } from "./grant.ts";
import { expectDistinct, type HashedKey, readHashedKey } from "./hashed-keys.ts";
import { readSessionConfig, type SessionConfig } from "./session-config.ts";

/** Who may call, and how that is proven. */
export interface AuthConfig {
  /** The only origins whose pages may call, spelled as browsers send them. */
  readonly allowedOrigins: ReadonlySet<string>;
  readonly clientKeys: readonly ClientKey[];
  /** Absent: there are no session tokens. */
  readonly sessions?: SessionConfig;
  /** Whether requests to a loopback host need no client key. */
  readonly devMode: boolean;
  /** Empty: there are no admin routes. */
  readonly adminKeys: readonly HashedKey[];
  /** What grants may name. */
  readonly known: KnownNames;
}

/** Reads the settings that say who may call; throws a `ConfigError` for what is wrong with them. */
export function readAuthConfig(settings: Settings, known: KnownNames): AuthConfig {
  const allowedOrigins = readAllowedOrigins(settings);
  const devMode = readDevMode(settings);
  const clientKeys = readClientKeys(settings, known);
  const sessions = readSessionConfig(settings, { known, allowedOrigins, devMode });
  return {
    allowedOrigins,
    clientKeys,
    ...(sessions && { sessions }),
    devMode,
    adminKeys: readAdminKeys(settings, clientKeys),
    known,
  };
}

/** Whether anyone at all can call. */
export function hasCallers({ clientKeys, sessions, devMode }: AuthConfig): boolean {
  return clientKeys.length > 0 || sessions !== undefined || devMode;
}

function readDevMode(settings: Settings): boolean {
  const mode = settings.text("DEV_MODE");
  if (mode === undefined) return false;
  if (mode !== "loopback-without-auth")
    throw new ConfigError('DEV_MODE must be unset or "loopback-without-auth".');
  return true;
}

function readAdminKeys(settings: Settings, clientKeys: readonly ClientKey[]): readonly HashedKey[] {
  const setting = "ADMIN_KEY_HASHES";
  const keys = expectDistinct(
    setting,
    settings.list(setting).map((hash) => readHashedKey(setting, hash)),
  );
  if (keys.length > 2) throw new ConfigError(`${setting} must list at most two hashes.`);
  const clients = clientKeys.map(({ sha256 }) => sha256.join());
  if (keys.some(({ sha256 }) => clients.includes(sha256.join()))) {
    throw new ConfigError(`${setting} must list none of the hashes of CLIENT_KEYS.`);
  }
  return keys;
}
