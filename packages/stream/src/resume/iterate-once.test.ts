import { describe, expect, it } from "vitest";
import { iterateOnce } from "./iterate-once.ts";

const done = { done: true, value: undefined };
const failure = new Error("no");

describe("an iterable of what is taken one by one", () => {
  it("keeps from a reader that has left what comes late, be it a value or a failure", async () => {
    for (const last of [async () => "late", () => Promise.reject(failure)]) {
      let arrive = (): void => {};
      const arriving = new Promise<void>((resolve) => (arrive = resolve));
      let closed = 0;
      const iterator = iterateOnce(
        () => arriving.then(last),
        () => closed++,
      )[Symbol.asyncIterator]();
      const waiting = iterator.next();
      await Promise.resolve();
      await iterator.return?.();
      arrive();
      expect(await waiting).toEqual(done);
      expect(await iterator.next()).toEqual(done);
      expect(closed).toBe(1);
    }
  });

  it("closes when there is no more, and when taking fails, and is over then", async () => {
    let closed = 0;
    const ended = iterateOnce(
      async () => undefined,
      () => closed++,
    )[Symbol.asyncIterator]();
    expect(await ended.next()).toEqual(done);
    const failed = iterateOnce(
      () => Promise.reject(failure),
      () => closed++,
    )[Symbol.asyncIterator]();
    await expect(failed.next()).rejects.toBe(failure);
    expect(await failed.next()).toEqual(done);
    expect(closed).toBe(2);
  });
});
