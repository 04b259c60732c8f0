import type { Random } from "../random.ts";
import { concatBytes, littleEndian, uint32 } from "./bytes.ts";
import { crc32 } from "./crc32.ts";

/** Draws a small PNG, a gradient between two colours; at most 65,535 bytes of pixels, three for each. */
export function drawPng(width: number, height: number, random: Random): Uint8Array<ArrayBuffer> {
  const from = [random.below(256), random.below(256), random.below(256)];
  const to = [random.below(256), random.below(256), random.below(256)];
  const rows = new Uint8Array(height * (1 + width * 3));
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    // Each row begins with its filter: none.
    at += 1;
    for (let x = 0; x < width; x += 1) {
      const share = (x + y) / Math.max(1, width + height - 2);
      for (const [index, start] of from.entries()) {
        rows[at] = Math.round(start + ((to[index] ?? 0) - start) * share);
        at += 1;
      }
    }
  }
  const rgb8 = Uint8Array.of(8, 2, 0, 0, 0);
  return concatBytes(
    "\u0089PNG\r\n\u001a\n",
    chunk("IHDR", concatBytes(uint32(width), uint32(height), rgb8)),
    chunk("IDAT", store(rows)),
    chunk("IEND", new Uint8Array()),
  );
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = concatBytes(name, data);
  return concatBytes(uint32(data.length), named, uint32(crc32(named)));
}

/** A zlib stream of one block that is not compressed: https://www.rfc-editor.org/rfc/rfc1950, rfc1951 3.2.4. */
function store(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  return concatBytes(
    Uint8Array.of(0x78, 0x01, 0x01),
    littleEndian(2, length, ~length & 0xffff),
    bytes,
    uint32(adler32(bytes)),
  );
}

function adler32(bytes: Uint8Array): number {
  let one = 1;
  let other = 0;
  for (const byte of bytes) {
    one = (one + byte) % 65_521;
    other = (other + one) % 65_521;
  }
  return other * 65_536 + one;
}
