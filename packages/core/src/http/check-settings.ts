import { expect } from "./expect.ts";

/** @throws XaiOptionsError for a time or a size that is not above 0, or a negative number of retries. */
export function checkSettings(settings: object): void {
  for (const [name, value] of Object.entries(settings as Record<string, number>)) {
    if (/Ms$|Chars$/.test(name)) expect(value > 0, `${name} above 0, got ${value}`);
    if (name === "maxRetries") expect(value >= 0, `${name} from 0, got ${value}`);
  }
}
