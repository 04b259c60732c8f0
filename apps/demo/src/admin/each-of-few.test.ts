import { describe, expect, it } from "vitest";
import { eachOfFew } from "./each-of-few.ts";

describe("eachOfFew", () => {
  it("runs each item once, in order, never more at once than it may", async () => {
    const begun: number[] = [];
    let now = 0;
    let most = 0;
    const items = Array.from({ length: 20 }, (_, index) => index);
    await eachOfFew(items, 3, async (item) => {
      begun.push(item);
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, item % 4));
      now -= 1;
    });
    expect(begun).toEqual(items);
    expect(most).toBe(3);
    expect(now).toBe(0);
  });

  it("has nothing to do with no items", async () => {
    let calls = 0;
    await eachOfFew([], 3, async () => void (calls += 1));
    expect(calls).toBe(0);
  });
});
