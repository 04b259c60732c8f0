import * as base64url from "jose/base64url";
import { hexOf } from "./hex.ts";
import { invalidProof } from "./proof.ts";
import { sha256 } from "./sha256.ts";
import type { SigningKey } from "./signing-keys.ts";

/** Notes that a name was used with a subject, for so long; false when it was noted before. */
export type NoteOnce = (subject: string, name: string, keepMs: number) => Promise<boolean>;

/** A signed request of one's own server, its signature already checked. */
export interface ServerProof {
  /** Throws 401 when this very request was taken before. */
  readonly useUp: (subject: string, noteOnce: NoteOnce) => Promise<void>;
}

const scheme =
  /^XAI-Edge-HMAC-SHA256 key=([\w.-]{1,64}), *timestamp=(\d{1,12}), *nonce=([\w-]{16,64}), *signature=([\w-]{43})$/;
const maxAgeSeconds = 60;
/** How far a server's clock may be ahead. */
const skewSeconds = 5;

/** Whether a request claims to be signed by a server. */
export function isServerSigned(request: Request): boolean {
  return /^XAI-Edge-HMAC-SHA256/i.test(request.headers.get("authorization") ?? "");
}

/**
 * Checks the signature in `authorization: XAI-Edge-HMAC-SHA256 key=…, timestamp=…, nonce=…, signature=…`: HMAC-SHA256 in base64url
 * over six lines, which are the method, the URL, the key's name, the timestamp in seconds, the nonce, and the SHA-256 of the body in
 * hex. Throws 401 unless it is good and at most a minute old.
 */
export async function verifyServerProof(
  request: Request,
  url: URL,
  body: Uint8Array<ArrayBuffer>,
  keys: readonly SigningKey[],
): Promise<ServerProof> {
  const [, kid, timestamp, nonce, signature] = scheme.exec(request.headers.get("authorization") ?? "") ?? [];
  const key = keys.find((one) => one.kid === kid);
  if (key === undefined || timestamp === undefined || nonce === undefined || signature === undefined) {
    throw invalidProof();
  }
  const bodyHash = hexOf(await sha256(body));
  const signed = [request.method, url.href, kid, timestamp, nonce, bodyHash].join("\n");
  const isGood = await crypto.subtle.verify(
    "HMAC",
    await key.cryptoKey(),
    new Uint8Array(base64url.decode(signature)),
    new TextEncoder().encode(signed),
  );
  const age = Math.floor(Date.now() / 1000) - Number(timestamp);
  if (!isGood || age > maxAgeSeconds || age < -skewSeconds) throw invalidProof();
  return {
    async useUp(subject, noteOnce) {
      const keepMs = (maxAgeSeconds + 2 * skewSeconds) * 1000;
      if (!(await noteOnce(subject, `${kid}.${nonce}`, keepMs))) throw invalidProof();
    },
  };
}
