import { expect } from "../http/expect.ts";

/** @throws XaiOptionsError when a lifetime is given that is no whole number of seconds from `min` to `max`. */
export function checkLifetime(given: number | null | undefined, min: number, max: number): void {
  const seconds = given ?? min;
  expect(
    Number.isInteger(seconds) && seconds >= min && seconds <= max,
    `expires_after as whole seconds from ${min} to ${max}, got ${seconds}`,
  );
}
