import { describe, expect, it } from "vitest";
import { cutAt, cutAtRandom, cutEverywhere, seededRandom } from "./cuts.ts";

const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);

describe("cuts", () => {
  it("lose nothing and keep the order", () => {
    for (const pieces of [
      cutAt(bytes, [200, 7, 7, 0, 300]),
      cutEverywhere(bytes),
      cutAtRandom(bytes, 1, 40),
    ]) {
      expect(pieces.flatMap((piece) => [...piece])).toEqual([...bytes]);
    }
    expect(cutAt(bytes, [200, 7]).map((piece) => piece.length)).toEqual([7, 193, 100]);
    expect(cutEverywhere(bytes)).toHaveLength(300);
    expect(cutAtRandom(bytes, 1, 40)).toHaveLength(40);
  });

  it("are the same for the same seed, and others for another", () => {
    expect(cutAtRandom(bytes, 5, 10)).toEqual(cutAtRandom(bytes, 5, 10));
    expect(cutAtRandom(bytes, 5, 10)).not.toEqual(cutAtRandom(bytes, 6, 10));
    const numbers = Array.from({ length: 1000 }, seededRandom(9));
    expect(new Set(numbers).size).toBeGreaterThan(990);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });
});
