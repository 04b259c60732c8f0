import { hexOf } from "../auth/hex.ts";
import { sha256 } from "../auth/sha256.ts";

// A deployment has few callers at a time; more than this, and all are made anew.
const maxKept = 1_000;
const kept = new Map<string, Promise<string>>();

/** What stands for a subject at xAI: 32 hex digits of a hash, the same each time, which does not tell who it is. */
export function safetyIdentifierOf(subject: string): Promise<string> {
  const known = kept.get(subject);
  if (known !== undefined) return known;
  if (kept.size >= maxKept) kept.clear();
  const made = hash(subject);
  kept.set(subject, made);
  return made;
}

async function hash(subject: string): Promise<string> {
  return hexOf(await sha256(`xai-edge subject ${subject}`)).slice(0, 32);
}
