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
  const bytes = new TextEncoder().encode(`xai-edge subject ${subject}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
