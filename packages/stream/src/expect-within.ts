import { XaiOptionsError } from "@xai-edge/core";

/** Throws XaiOptionsError for a number that is none, or not within these bounds. */
export function expectWithin(name: string, value: number, least: number, most: number = Infinity): void {
  if (!(value >= least && value <= most)) {
    throw new XaiOptionsError(`Expected ${name} from ${least} to ${most}, got ${value}`);
  }
}
