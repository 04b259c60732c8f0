import { chromium, type Browser } from "playwright";
import { chromiumArgs, findChromiums } from "../../scripts/find-chromium.ts";

/** Starts the Chromium that the unit tests run in, too. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromiums()[0];
  return chromium.launch({
    args: [...chromiumArgs],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}
