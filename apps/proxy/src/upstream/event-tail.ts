// Room for a usual last event and `[DONE]`; a larger last event lets it grow.
const startBytes = 16 * 1024;
const LF = 10;

/** Remembers the last events of a stream as its bytes pass. */
export interface EventTail {
  /** Copies what it needs: the bytes may be used again afterwards. */
  add(bytes: Uint8Array): void;
  /** The last whole events, oldest first, as text; undefined when the last ones were larger than what is remembered. */
  read(): string | undefined;
}

/**
 * Keeps the bytes since a line end near the front of the last `keptEvents` events, which is where the bill stands. A chunk costs
 * a copy of it and, once in `startBytes`, a search for line ends: next to the 0.1 ms that any chunk costs whom JavaScript
 * touches it, nothing (apps/bench measures it). An event of more than `maxBytes` is given up.
 */
export function createEventTail({ maxBytes }: { maxBytes: number }): EventTail {
  let kept = new Uint8Array(startBytes);
  let length = 0;
  /** Whether bytes were dropped in the middle of the event that `kept` begins with. */
  let isCut = false;

  function makeRoom(needed: number): void {
    const from = startOfTail(kept.subarray(0, length));
    kept.copyWithin(0, from, length);
    length -= from;
    if (from > 0) isCut = false;
    if (length + needed <= kept.byteLength / 2) return;
    let size = kept.byteLength;
    while (size < (length + needed) * 2 && size < maxBytes) size *= 2;
    const larger = new Uint8Array(size);
    larger.set(kept.subarray(0, length));
    kept = larger;
  }

  return {
    add(bytes) {
      if (length + bytes.byteLength > kept.byteLength) makeRoom(bytes.byteLength);
      const room = kept.byteLength - length;
      if (bytes.byteLength > room) {
        // One event outgrew everything: only what follows its end counts.
        isCut = true;
        const rest = bytes.subarray(Math.max(0, bytes.byteLength - kept.byteLength));
        kept.set(rest);
        length = rest.byteLength;
        return;
      }
      kept.set(bytes, length);
      length += bytes.byteLength;
    },
    read() {
      const text = new TextDecoder().decode(kept.subarray(0, length));
      return isCut ? /(?:\r\n\r\n|\n\n|\r\r)([^]*)/.exec(text)?.[1] : text;
    },
  };
}

/** Where the third event from the end begins: a bill, the end mark behind it, and one that has only begun. */
function startOfTail(bytes: Uint8Array): number {
  let at = bytes.byteLength;
  for (let events = 0; events < 4; events++) {
    at = lastBlankLine(bytes, at - 1);
    if (at === -1) return 0;
  }
  return at;
}

/** Where the last blank line that ends before `before` ends, for LF, CRLF and CR; -1 when there is none. */
function lastBlankLine(bytes: Uint8Array, before: number): number {
  for (let at = before - 1; at > 0; at--) {
    const byte = bytes[at];
    if (byte !== LF && byte !== 13) continue;
    const previous = bytes[at - 1];
    if (previous === byte) return at + 1;
    // CRLF CRLF
    if (byte === LF && previous === 13 && bytes[at - 2] === LF) return at + 1;
  }
  return -1;
}
