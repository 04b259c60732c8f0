import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEventTail } from "./event-tail.ts";

const encoder = new TextEncoder();
const lineEnds = ["\n", "\r\n", "\r"];

function tailOf(text: string, cut: (bytes: Uint8Array) => Iterable<Uint8Array>, maxBytes = 1 << 22) {
  const tail = createEventTail({ maxBytes });
  // One buffer for all chunks, as the pump has.
  const buffer = new Uint8Array(1 << 21);
  for (const chunk of cut(encoder.encode(text))) {
    buffer.set(chunk);
    tail.add(buffer.subarray(0, chunk.byteLength));
  }
  return tail.read();
}

function* pieces(bytes: Uint8Array, size: number): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

describe("the tail of a stream", () => {
  it("ends with the last two events and what came after them, however they are cut and however many went before", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lineEnds),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 6_000 }),
        fc.integer({ min: 1, max: 9_000 }),
        fc.constantFrom("", "data: half"),
        (eol, events, eventChars, pieceBytes, rest) => {
          const event = (id: string, chars: number): string => `data: ${id}${"x".repeat(chars)}${eol}${eol}`;
          const last = event("bill", eventChars) + event("[DONE]", 0) + rest;
          const text = Array.from({ length: events }, (_, id) => event(`${id}-`, id % 700)).join("") + last;
          const tail = tailOf(text, (bytes) => pieces(bytes, pieceBytes)) ?? "";
          expect(text.endsWith(tail)).toBe(true);
          expect(tail.endsWith(last)).toBe(true);
          expect(tail).toMatch(/^data: /);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is the whole of a short stream", () => {
    expect(tailOf("data: 1\n\ndata: 2\n\n", (bytes) => pieces(bytes, 3))).toBe("data: 1\n\ndata: 2\n\n");
  });

  it("holds a last event of a megabyte", () => {
    const last = `data: ${"y".repeat(1_000_000)}\n\n`;
    expect(tailOf(`data: 1\n\n${last}data: [DONE]\n\n`, (bytes) => pieces(bytes, 65_536))).toContain(last);
  });

  it("stays small while a stream is long", () => {
    const small = "data: 1\n\n".repeat(200_000);
    expect(tailOf(small, (bytes) => pieces(bytes, 4_096))?.length).toBeLessThan(40_000);
  });

  it("gives up an event that is larger than its bound, and not the one behind it", () => {
    const huge = `data: ${"y".repeat(100_000)}\n\n`;
    const cut = (bytes: Uint8Array): Iterable<Uint8Array> => pieces(bytes, 5_000);
    expect(tailOf(`data: 1\n\n${huge}`, cut, 32_768)).not.toContain("yyy");
    expect(tailOf(`data: 1\n\n${huge}data: bill\n\n`, cut, 32_768)).toBe("data: bill\n\n");
    expect(tailOf(`data: 1\n\ndata: ${"y".repeat(100_000)}`, cut, 32_768)).toBeUndefined();
  });
});
