import { ProxyError } from "../http/proxy-error.ts";

/** Who somebody has proven to be. */
export interface Proof {
  readonly subject: string;
  /** Seconds since 1970: no session outlives what it was given for. */
  readonly expiresAt?: number;
}

/** The one answer to a missing proof and to any that is not good, whatever is wrong with it. */
export function invalidProof(): ProxyError {
  return new ProxyError(
    401,
    "invalid_proof",
    "Expected a proof that this proxy takes, which is good now and was not used before.",
  );
}
