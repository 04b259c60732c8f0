import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { chromium } from "playwright";
import { chromiumArgs, findChromiums } from "./find-chromium.ts";
import { runLoudly } from "./run-loudly.ts";

/**
 * Returns the path of a Chromium that was seen to start, getting one when the machine has none: Playwright's download first,
 * then, as root on Debian or Ubuntu, the `chromium` package. Throws one sentence that says what to install when nothing works.
 */
export async function ensureChromium(): Promise<string> {
  return (
    (await firstThatStarts()) ??
    (await downloadWithPlaywright()) ??
    (await installWithApt()) ??
    fail(
      "No Chromium that starts was found and none could be installed: install Chromium or Google Chrome, or set CHROMIUM_PATH to its executable.",
    )
  );
}

async function firstThatStarts(): Promise<string | undefined> {
  for (const executablePath of findChromiums()) {
    if (await starts(executablePath)) return executablePath;
    console.log(`Chromium: ${executablePath} does not start, looking further.`);
  }
  return undefined;
}

async function starts(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: [...chromiumArgs], timeout: 30_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function downloadWithPlaywright(): Promise<string | undefined> {
  console.log("Chromium: none on this machine, trying Playwright's download (about 170 MB).");
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");
  const downloaded = await runLoudly(process.execPath, [cli, "install", "chromium", "--no-shell"], {
    // A closed network either refuses at once or says nothing at all: neither may cost minutes.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "5000" },
    silenceMs: 20_000,
    hideErrors: true,
  });
  if (downloaded) return firstThatStarts();
  console.log("Chromium: Playwright's download did not work.");
  return undefined;
}

async function installWithApt(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  console.log("Chromium: installing Debian's package with apt-get.");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const installed =
    (await runLoudly("apt-get", ["update"], { env })) &&
    (await runLoudly("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env }));
  return installed ? firstThatStarts() : undefined;
}

function fail(message: string): never {
  throw new Error(message);
}

if (import.meta.main) {
  try {
    console.log(`Chromium: ${await ensureChromium()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
