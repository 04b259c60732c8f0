import { isFields } from "../policy/parse-json.ts";
import { clientAddressKey } from "./client-address.ts";
import { fetchJson, proofUnavailable, type ProofFetch } from "./fetch-json.ts";
import { hexOf } from "./hex.ts";
import { hmacKey } from "./hmac-key.ts";
import { invalidProof, type Proof } from "./proof.ts";

export interface Turnstile {
  readonly secret: string;
  /** Of the pages whose widgets count. */
  readonly hostnames: ReadonlySet<string>;
  /** What the widget must say that it is for; absent: anything. */
  readonly action?: string;
}

const siteverify = "https://challenges.cloudflare.com/turnstile/v0/siteverify";

/**
 * Has Cloudflare check, and thereby use up, a token of Turnstile's widget; throws 401 for one that is not good, 503 when Cloudflare
 * does not answer. Turnstile knows nobody's name: the subject is the client's address, so that a new token is no new budget.
 */
export async function verifyTurnstileProof(
  token: string,
  { secret, hostnames, action }: Turnstile,
  request: Request,
  fetch: ProofFetch,
): Promise<Proof> {
  const remoteip = request.headers.get("cf-connecting-ip");
  const verdict = await fetchJson(fetch, siteverify, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ secret, response: token, ...(remoteip !== null && { remoteip }) }),
  });
  if (!isFields(verdict) || JSON.stringify(verdict["error-codes"] ?? "").includes("-input-secret")) {
    throw proofUnavailable();
  }
  const isGood =
    verdict["success"] === true &&
    typeof verdict["hostname"] === "string" &&
    hostnames.has(verdict["hostname"]) &&
    (action === undefined || verdict["action"] === action);
  if (!isGood) throw invalidProof();
  return { subject: `ip:${await pseudonym(clientAddressKey(request), secret)}` };
}

/** Stands for an address in logs and ledgers. With a key, because the hashes of all IPv4 addresses are soon listed. */
async function pseudonym(address: string, secret: string): Promise<string> {
  const bytes = new TextEncoder();
  const key = await hmacKey(bytes.encode(secret));
  return hexOf(await crypto.subtle.sign("HMAC", key, bytes.encode(address))).slice(0, 32);
}
