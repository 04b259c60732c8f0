import { describe, expect, it } from "vitest";
import { createKept } from "./kept.ts";

describe("what a simulator keeps", () => {
  it("is the newest of too many things, where a change is not news", () => {
    const kept = createKept<string>({ limit: 2 });
    kept.set("a", "1");
    kept.set("b", "2");
    kept.set("a", "3");
    kept.set("c", "4");
    expect(kept.values()).toEqual(["2", "4"]);
    expect(kept.get("a")).toBeUndefined();
  });

  it("is the newest of what is too large, at least one thing", () => {
    const kept = createKept<number>({ sizeOf: (value) => value, maxSize: 10 });
    for (const [id, size] of Object.entries({ a: 4, b: 4, c: 4 })) kept.set(id, size);
    expect(kept.values()).toEqual([4, 4]);
    kept.set("d", 20);
    expect(kept.values()).toEqual([20]);
  });

  it("is not what is over", () => {
    let now = 0;
    const kept = createKept<number>({ isOver: (end) => now >= end });
    kept.set("a", 10);
    expect([kept.get("a"), kept.delete("b")]).toEqual([10, false]);
    now = 10;
    expect([kept.get("a"), kept.values(), kept.delete("a")]).toEqual([undefined, [], false]);
  });
});
