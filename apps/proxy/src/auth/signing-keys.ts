import * as base64url from "jose/base64url";
import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";
import { hmacKey } from "./hmac-key.ts";

/** A secret for HMAC-SHA256, which nothing but its own functions can see. */
export interface SigningKey {
  readonly kid: string;
  /** Imported at its first use, once: an import costs more than a signature. */
  readonly cryptoKey: () => Promise<CryptoKey>;
}

/** Reads `kid:secret` entries separated by commas, at most so many, each secret 32 bytes or more in base64url. */
export function readSigningKeys(
  settings: Settings,
  setting: "SESSION_KEYS" | "SERVER_KEYS",
  most: number,
): readonly SigningKey[] {
  const keys = settings.list(setting).map((entry) => {
    const [, kid, secret] = /^([\w.-]{1,64}):([\w-]{43,1024})$/.exec(entry) ?? [];
    // No whole bytes end in a single character.
    if (kid === undefined || secret === undefined || secret.length % 4 === 1) {
      throw new ConfigError(
        `${setting} must be comma-separated \`name:secret\` entries, each secret 32 bytes or more in base64url without padding.`,
      );
    }
    return toSigningKey(kid, secret);
  });
  if (keys.length > most || new Set(keys.map(({ kid }) => kid)).size < keys.length) {
    throw new ConfigError(`${setting} must list at most ${most} keys, each with a name of its own.`);
  }
  return keys;
}

/** A key of these base64url characters. */
function toSigningKey(kid: string, secret: string): SigningKey {
  let imported: CryptoKey | undefined;
  return {
    kid,
    async cryptoKey() {
      // What is kept is the key, not its promise: a promise would belong to the request that began it.
      imported ??= await hmacKey(new Uint8Array(base64url.decode(secret)));
      return imported;
    },
  };
}
