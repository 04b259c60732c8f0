import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyWatch } from "./key-watch.ts";

const key = "xai-canary-7Qw3vZ1sLk9TtB4mXy";

/** Whether any of these chunks sets it off. */
function isSeen(text: string, size: number, watched = key): boolean {
  const watch = createKeyWatch(watched);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.byteLength; at += size) {
    if (watch(bytes.subarray(at, at + size))) return true;
  }
  return false;
}

describe("the watch for the key", () => {
  it("sees it wherever it stands, and however it is cut", () => {
    for (let before = 0; before < 70; before++) {
      for (let size = 1; size < 70; size++) {
        expect([before, size, isSeen(`${"x".repeat(before)}${key}!`, size)]).toEqual([before, size, true]);
      }
    }
  });

  it("sees it exactly where a search of the whole text does", () => {
    const alike = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 60 });
    fc.assert(
      fc.property(alike, text, fc.integer({ min: 1, max: 61 }), (watched, whole, size) => {
        expect(isSeen(whole, size, watched)).toBe(whole.includes(watched));
      }),
      { numRuns: 2_000 },
    );
  });
});
