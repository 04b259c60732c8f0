import { describe, expect, it } from "vitest";
import { filledBucket, poured, roomIn, secondsUntil } from "./token-bucket.ts";

describe("a bucket of tokens", () => {
  const empty = poured(filledBucket(undefined, 60, 0), -60);

  it("is full when it is new, and fills in a minute", () => {
    expect(roomIn(filledBucket(undefined, 60, 0))).toBe(60);
    expect([0, 999, 1000, 30_000, 59_999].map((now) => roomIn(filledBucket(empty, 60, now)))).toEqual([
      0, 0, 1, 30, 59,
    ]);
  });

  it("is never more than full", () => {
    expect(filledBucket(empty, 60, 3_600_000).level).toBe(60);
    expect(poured(filledBucket(empty, 60, 59_000), 10).level).toBe(60);
  });

  it("neither loses nor gains when the clock goes back, or back and forth", () => {
    const half = filledBucket(empty, 60, 30_000);
    expect(filledBucket(half, 60, 0).level).toBe(30);
    expect(filledBucket(filledBucket(half, 60, 0), 60, 30_000).level).toBe(30);
  });

  it("takes a new size at once", () => {
    expect(filledBucket(filledBucket(undefined, 60, 0), 10, 0).level).toBe(10);
    expect(roomIn(filledBucket(empty, 600, 1000))).toBe(10);
  });

  it("names a day at most, also where it never fills", () => {
    expect(secondsUntil(filledBucket(undefined, 0, 0), 1)).toBe(86_400);
    expect(secondsUntil(filledBucket(undefined, 60, 0), 0)).toBe(0);
  });
});
