import { createHash } from "node:crypto";

/** The hash of a text in hex digits, as CLIENT_KEYS and ADMIN_KEY_HASHES list keys. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
