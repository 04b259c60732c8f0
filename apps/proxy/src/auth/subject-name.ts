import { hexOf } from "./hex.ts";
import { sha256 } from "./sha256.ts";

/** The subject of an identity that somebody else vouches for; one that has other characters than a subject may have goes by its hash. */
export async function subjectOf(kind: "jwt" | "access" | "server", identity: string): Promise<string> {
  const isPlain = /^[\w.:@-]{1,100}$/.test(identity) && !identity.startsWith("sha256:");
  if (isPlain) return `${kind}:${identity}`;
  // No plain identity can look like this one.
  const hash = await sha256(identity);
  return `${kind}:sha256:${hexOf(hash)}`;
}
