import * as base64url from "jose/base64url";
import { sha256 } from "../auth/sha256.ts";
import { ProxyError } from "../http/proxy-error.ts";

/** Turns what the upstream calls the next page into what only this caller can hand back, and nobody can read. */
export interface PageCursors {
  seal(cursor: string): Promise<string>;
  /** Throws 400 for what was not sealed for this caller. */
  open(sealed: string): Promise<string>;
}

const ivBytes = 12;

/** Where a page ends is told by an entry of it, which may be another's: its id, or its name packed up. */
export function pageCursors({ apiKey, subject }: { apiKey: string; subject: string }): PageCursors {
  const encoder = new TextEncoder();
  const additionalData = encoder.encode(subject);
  const key = async (): Promise<CryptoKey> => {
    const secret = await sha256(`xai-edge pages ${apiKey}`);
    return crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]);
  };
  return {
    async seal(cursor) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const name = "AES-GCM";
      const text = encoder.encode(cursor);
      const packed = await crypto.subtle.encrypt({ name, iv, additionalData }, await key(), text);
      return base64url.encode(new Uint8Array([...iv, ...new Uint8Array(packed)]));
    },
    async open(sealed) {
      try {
        const bytes = new Uint8Array(base64url.decode(sealed));
        const iv = bytes.subarray(0, ivBytes);
        const rest = bytes.subarray(ivBytes);
        const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, await key(), rest);
        return new TextDecoder().decode(text);
      } catch {
        throw new ProxyError(
          400,
          "invalid_query",
          "Expected the page token of a list that was given to you.",
        );
      }
    },
  };
}
