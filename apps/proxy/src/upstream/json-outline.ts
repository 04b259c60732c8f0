const quote = 34;
const backslash = 92;
/** No id and no number is longer; what a model wrote, or drew, is. */
const maxTextBytes = 1024;

/** What is left of JSON text when its long strings are empty ones. */
export interface JsonOutline {
  /** Copies what it needs: the bytes may be used again afterwards. */
  add(bytes: Uint8Array): void;
  /** JSON text, once all bytes were added; undefined when even this is larger than what is remembered. */
  read(): string | undefined;
}

/** Follows JSON text as its bytes pass, in pieces of any size, so that an answer of any size can say what it cost and hands out. */
export function createJsonOutline({ maxBytes }: { maxBytes: number }): JsonOutline {
  let kept = new Uint8Array(16 * 1024);
  let length = 0;
  let isInText = false;
  /** Whether the text is too long, and nothing of it kept. */
  let isCut = false;
  let textBytes = 0;
  /** How many backslashes in a row came last in the text. */
  let slashes = 0;

  function keep(bytes: Uint8Array): void {
    const needed = length + bytes.byteLength;
    if (needed > maxBytes) length = Infinity;
    if (length === Infinity) return;
    if (needed > kept.byteLength) {
      const larger = new Uint8Array(needed * 2);
      larger.set(kept.subarray(0, length));
      kept = larger;
    }
    kept.set(bytes, length);
    length = needed;
  }

  return {
    add(bytes) {
      // The first byte that is not kept yet, unless it is cut.
      let from = 0;
      for (let at = 0; at < bytes.byteLength;) {
        const found = bytes.indexOf(quote, at);
        const end = found === -1 ? bytes.byteLength : found;
        const isQuote = found !== -1;
        if (isInText) {
          let last = end;
          while (last > at && bytes[last - 1] === backslash) last--;
          slashes = end - last + (last === at ? slashes : 0);
          textBytes += end - at;
          const isEscaped = slashes % 2 === 1;
          if (!isCut && textBytes > maxTextBytes) {
            isCut = true;
            // Bytes of it that came earlier are kept already.
            const before = end - textBytes;
            if (before >= from) keep(bytes.subarray(from, before));
            else length += before - from;
          }
          if (isCut) from = isQuote && isEscaped ? end + 1 : end;
          if (isQuote && isEscaped) {
            textBytes += 1;
            slashes = 0;
          } else if (isQuote) isInText = isCut = false;
        } else if (isQuote) {
          isInText = true;
          textBytes = slashes = 0;
        }
        at = end + 1;
      }
      keep(bytes.subarray(from));
    },
    read() {
      return length === Infinity ? undefined : new TextDecoder().decode(kept.subarray(0, length));
    },
  };
}
