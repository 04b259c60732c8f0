import { jwtVerify } from "jose";
import * as base64url from "jose/base64url";
import type { Limits } from "../budget/limits.ts";
import type { Ticks } from "../budget/ticks.ts";
import { ProxyError } from "../http/proxy-error.ts";
import type { Caller } from "./caller.ts";
import type { Grant } from "./grant.ts";
import type { SigningKey } from "./signing-keys.ts";
import { unauthenticated } from "./unauthenticated.ts";

/** What a session token is to say. */
export interface SessionTerms extends Grant {
  readonly subject: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The only origin whose pages may use the token; absent: whoever has it. */
  readonly origin?: string;
}

type Claims = {
  readonly sub: string;
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
  readonly origin?: string;
  readonly routes?: readonly string[];
  readonly models?: readonly string[];
  readonly limits?: Limits;
  readonly budget?: Ticks;
};

/** No token of ours lives longer, and none that does is one of ours. */
export const maxSessionSeconds = 600;

/** Kept apart by name from whatever else could be signed with the same key. */
const typ = "xai-edge-session+jwt";
const skewSeconds = 5;

/** Whether a bearer token has the form of a session token, and not of a client key. */
export function isSessionToken(token: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(token);
}

/** Signs a session token with the first key, for this proxy alone. */
export async function signSession(
  { subject, issuedAt, expiresAt, origin, routes, models, limits, budget }: SessionTerms,
  [key]: readonly SigningKey[],
  proxyOrigin: string,
): Promise<string> {
  if (key === undefined) throw new Error("Expected a key to sign with");
  const header = { alg: "HS256", typ, kid: key.kid };
  // What is undefined stays out of the JSON.
  const claims = {
    iss: proxyOrigin,
    aud: proxyOrigin,
    sub: subject,
    jti: crypto.randomUUID(),
    iat: issuedAt,
    exp: expiresAt,
    origin,
    routes: routes && [...routes],
    models: models && [...models],
    limits,
    budget,
  };
  const signed = [header, claims].map((part) => base64url.encode(JSON.stringify(part))).join(".");
  const bytes = new TextEncoder().encode(signed);
  // jose's own signing knows many algorithms, and would be a kilobyte more.
  const signature = await crypto.subtle.sign("HMAC", await key.cryptoKey(), bytes);
  return `${signed}.${base64url.encode(new Uint8Array(signature))}`;
}

/** The caller whom a session token names; throws 401 unless it is good, 403 where it belongs to pages of another origin. */
export async function verifySession(
  token: string,
  request: Request,
  url: URL,
  keys: readonly SigningKey[],
): Promise<Caller> {
  const { sub, jti, iat, exp, origin, routes, models, limits, budget } = await claimsOf(token, url, keys);
  if (origin !== undefined && origin !== originOf(request, url)) {
    throw new ProxyError(403, "origin_mismatch", "This session token belongs to pages of another origin.");
  }
  return {
    subject: sub,
    proof: "session",
    ...(routes && { routes: new Set(routes) }),
    ...(models && { models: new Set(models) }),
    ...(limits && { limits }),
    session: { jti, issuedAt: iat, expiresAt: exp, ...(budget !== undefined && { budget }) },
  };
}

async function claimsOf(token: string, url: URL, keys: readonly SigningKey[]): Promise<Claims> {
  try {
    const { payload } = await jwtVerify<Claims>(
      token,
      ({ kid }) => {
        const key = keys.find((one) => one.kid === kid);
        if (key === undefined) throw new Error("Expected the name of a key");
        return key.cryptoKey();
      },
      {
        algorithms: ["HS256"],
        typ,
        issuer: url.origin,
        audience: url.origin,
        requiredClaims: ["sub", "jti", "exp"],
        maxTokenAge: maxSessionSeconds,
        clockTolerance: skewSeconds,
      },
    );
    if (payload.exp - payload.iat > maxSessionSeconds) throw new Error("Expected a shorter life");
    return payload;
  } catch (error) {
    // Only said of a token with a good signature, so that its page knows to ask for another.
    if (error instanceof Error && "code" in error && error.code === "ERR_JWT_EXPIRED") {
      throw unauthenticated("session_expired", "This session token has expired.");
    }
    throw invalidKey();
  }
}

/** The origin of the page that asks. Browsers leave it out of a GET to the page's own host, and say so in a header that no page can set. */
function originOf({ headers }: Request, url: URL): string | null {
  return headers.get("origin") ?? (headers.get("sec-fetch-site") === "same-origin" ? url.origin : null);
}

/** The one answer to a missing or wrong client key, and to any session token that is not good. */
export function invalidKey(): ProxyError {
  return unauthenticated(
    "invalid_client_key",
    "Expected `authorization: Bearer <client key or session token>` with one that this proxy knows.",
  );
}
