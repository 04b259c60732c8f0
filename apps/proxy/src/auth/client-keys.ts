import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";
import { type Grant, type KnownNames, readGrant } from "./grant.ts";
import { expectDistinct, type HashedKey, readHashedKey } from "./hashed-keys.ts";
import { expectFields } from "./written-fields.ts";

/** A static client key, for servers. */
export interface ClientKey extends HashedKey, Omit<Grant, "budget"> {
  /** Names its holder; the key's own name unless the setting says otherwise. */
  readonly subject: string;
}

const setting = "CLIENT_KEYS";

/** Reads CLIENT_KEYS: hashes separated by commas, or a JSON list of hashes and of objects with limits of their own. */
export function readClientKeys(settings: Settings, known: KnownNames): readonly ClientKey[] {
  const list = settings.text(setting)?.startsWith("[") ? settings.json(setting) : settings.list(setting);
  if (!Array.isArray(list)) throw new ConfigError(`${setting} must be a list.`);
  const keys = list.map((entry: unknown) => {
    if (typeof entry === "string") return readKey({ sha256: entry }, known);
    return readKey(expectFields(setting, entry, ["sha256", "subject", "routes", "models", "limits"]), known);
  });
  return expectDistinct(setting, keys);
}

function readKey(
  { sha256, subject, ...grant }: Readonly<Record<string, unknown>>,
  known: KnownNames,
): ClientKey {
  const key = readHashedKey(setting, sha256);
  const name = subject ?? key.name;
  if (typeof name !== "string" || !/^[\w.:@-]{1,128}$/.test(name)) {
    throw new ConfigError(`${setting}: subject must be 1 to 128 letters, digits and _.:@- alone.`);
  }
  return { ...key, subject: name, ...readGrant(setting, grant, known) };
}
