import { afterEach, describe, expect, it, vi } from "vitest";
import { matchingKey, readHashedKey } from "./hashed-keys.ts";
import { hexOf } from "./hex.ts";
import { sha256 } from "./sha256.ts";

async function keyOf(token: string) {
  return readHashedKey("CLIENT_KEYS", hexOf(await sha256(token)));
}

afterEach(() => vi.restoreAllMocks());

describe("a key that matched before", () => {
  it("is not hashed again", async () => {
    const keys = [await keyOf("one"), await keyOf("two")];
    expect(await matchingKey("two", keys)).toBe(keys[1]);
    const digest = vi.spyOn(crypto.subtle, "digest");
    expect(await matchingKey("two", keys)).toBe(keys[1]);
    expect(digest).not.toHaveBeenCalled();
  });

  it("matches no more once it is taken out of the list", async () => {
    const one = await keyOf("one");
    expect(await matchingKey("one", [one])).toBe(one);
    expect(await matchingKey("one", [await keyOf("two")])).toBeUndefined();
  });
});

describe("a key that did not match", () => {
  it("is not remembered, so that guessing fills no memory", async () => {
    const keys = [await keyOf("one")];
    const digest = vi.spyOn(crypto.subtle, "digest");
    for (const _ of [1, 2]) expect(await matchingKey("guess", keys)).toBeUndefined();
    expect(digest).toHaveBeenCalledTimes(2);
  });
});
