import { jwtVerify } from "jose";
import { ProxyError } from "../http/proxy-error.ts";
import type { ProofFetch } from "./fetch-json.ts";
import { invalidProof, type Proof } from "./proof.ts";
import type { RemoteKeySet } from "./remote-key-set.ts";
import { subjectOf } from "./subject-name.ts";

/** Who issues JWTs that count as a proof. */
export interface Issuer {
  readonly kind: "jwt" | "access";
  readonly issuer: string;
  readonly audience: string;
  readonly keys: RemoteKeySet;
}

/** Checks a JWT of this issuer; throws 401 for one that is not good, 503 when the issuer's keys cannot be had. */
export async function verifyJwtProof(
  token: string,
  { kind, issuer, audience, keys }: Issuer,
  fetch: ProofFetch,
): Promise<Proof> {
  try {
    const { payload } = await jwtVerify<{ readonly sub: string; readonly exp: number }>(token, keys(fetch), {
      issuer,
      audience,
      // No HMAC: whoever knows a public key could sign with it.
      algorithms: ["RS256", "ES256", "EdDSA"],
      requiredClaims: ["exp"],
      clockTolerance: 5,
    });
    // Access leaves it empty for its service tokens.
    if (typeof payload.sub !== "string" || payload.sub === "") throw invalidProof();
    return { subject: await subjectOf(kind, payload.sub), expiresAt: payload.exp };
  } catch (error) {
    throw error instanceof ProxyError ? error : invalidProof();
  }
}
