import { ConfigError } from "../config/config-error.ts";
import { sha256 } from "./sha256.ts";

/** A key that is known by its hash alone. */
export interface HashedKey {
  readonly sha256: Uint8Array;
  /** The first 12 hex digits of the hash, which name the key in logs. */
  readonly name: string;
}

/** Reads a SHA-256 hash of 64 hex digits; a `ConfigError` names the setting. */
export function readHashedKey(setting: string, hash: unknown): HashedKey {
  if (typeof hash !== "string" || !/^[\da-f]{64}$/i.test(hash)) {
    throw new ConfigError(`${setting} must list SHA-256 hashes of 64 hex digits, not the keys themselves.`);
  }
  const digits = hash.toLowerCase();
  const bytes = digits.match(/../g) ?? [];
  return {
    sha256: Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)),
    name: digits.slice(0, 12),
  };
}

/** The keys, each of them once; a `ConfigError` names the setting. */
export function expectDistinct<Key extends HashedKey>(setting: string, keys: readonly Key[]): readonly Key[] {
  if (new Set(keys.map(({ sha256: bytes }) => bytes.join())).size < keys.length)
    throw new ConfigError(`${setting} lists a hash twice.`);
  return keys;
}

/**
 * Where the tokens that matched stand in their list, for as long as the list is used: hashing costs 0.03 ms of CPU each time. A map
 * tells no more by its time than a hash does: it compares letters only where its own seeded hash of all of them is the same.
 */
const matched = new WeakMap<readonly HashedKey[], Map<string, number>>();

/** The key that this token is, in a time that does not tell which one came close. */
export async function matchingKey<Key extends HashedKey>(
  token: string,
  keys: readonly Key[],
): Promise<Key | undefined> {
  const before = matched.get(keys) ?? new Map<string, number>();
  const known = before.get(token);
  if (known !== undefined) return keys[known];
  const hash = await sha256(token);
  // No early end: the time taken must not tell.
  for (const [index, key] of keys.entries()) {
    if (crypto.subtle.timingSafeEqual(hash, key.sha256)) before.set(token, index);
  }
  matched.set(keys, before);
  const index = before.get(token);
  return index === undefined ? undefined : keys[index];
}
