/** The SHA-256 hash of bytes, or of a text in UTF-8. */
export function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", typeof data === "string" ? new TextEncoder().encode(data) : data);
}
