import { XaiOptionsError } from "../errors.ts";

/** @throws XaiOptionsError saying what was expected, unless it is met. */
export function expect(met: unknown, what: string, code?: string): asserts met {
  if (!met) throw new XaiOptionsError(`Expected ${what}`, code);
}

/** What `make` gives. @throws XaiOptionsError saying what was expected, when it gives nothing or throws. */
export function expectMade<T>(make: () => T | undefined, what: string): T {
  let made: T | undefined;
  try {
    made = make();
  } catch {
    // The words of such errors repeat what was given, which may be a secret.
  }
  expect(made, what);
  return made;
}
