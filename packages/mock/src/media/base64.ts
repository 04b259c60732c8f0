/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  // Arguments of one call are limited: by the stack, to some 100,000.
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(text);
}

/** The bytes of a base64 text; `undefined` when it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
