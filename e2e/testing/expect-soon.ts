import { expect } from "vitest";

/** Expects something of a value that is read again and again until it is so, for at most 20 s. */
export function expectSoon<T>(read: () => T | Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, { timeout: 20_000, interval: 20 });
}
