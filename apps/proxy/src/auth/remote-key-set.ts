import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { fetchJson, proofUnavailable, type ProofFetch } from "./fetch-json.ts";

/** Finds the key of a token in a JSON Web Key Set at a fixed address. */
export type RemoteKeySet = (fetch: ProofFetch) => JWTVerifyGetKey;

const freshMs = 600_000;
/** Tokens with made-up key ids make the set be fetched this often, at most. */
const cooldownMs = 30_000;
/** How long a failure to fetch the set stands for all that come after it. */
const failureMs = 2_000;

/** A key set that is fetched when it is first used, after ten minutes, and for a key id that it does not have. */
export function remoteKeySet(url: string): RemoteKeySet {
  let kept: { readonly find: JWTVerifyGetKey; readonly at: number } | undefined;
  let failedAt = -Infinity;

  // Each request that needs the set fetches it by itself: in workerd, one request cannot wait for what another one began.
  async function load(fetch: ProofFetch): Promise<JWTVerifyGetKey> {
    if (Date.now() - failedAt < failureMs) throw proofUnavailable();
    try {
      // jose refuses what is no key set.
      const find = createLocalJWKSet((await fetchJson(fetch, url)) as JSONWebKeySet);
      kept = { find, at: Date.now() };
      return find;
    } catch {
      failedAt = Date.now();
      throw proofUnavailable();
    }
  }

  return (fetch) =>
    async (...wanted) => {
      if (!kept || Date.now() - kept.at > freshMs) return (await load(fetch))(...wanted);
      const { find, at } = kept;
      try {
        return await find(...wanted);
      } catch (error) {
        if (codeOf(error) !== "ERR_JWKS_NO_MATCHING_KEY" || Date.now() - at < cooldownMs) throw error;
      }
      return (await load(fetch))(...wanted);
    };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
