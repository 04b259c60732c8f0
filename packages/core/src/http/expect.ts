import { XaiOptionsError } from "../errors.ts";

/** @throws XaiOptionsError saying what was expected, unless it is met. */
export function expect(met: unknown, what: string, code?: string): asserts met {
  if (!met) throw new XaiOptionsError(`Expected ${what}`, code);
}
