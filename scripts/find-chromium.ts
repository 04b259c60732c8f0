import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { env, platform } from "node:process";
import { chromium } from "playwright";

const commandNames = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"],
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const root = env[name];
    return root === undefined
      ? []
      : [
          join(root, "Google/Chrome/Application/chrome.exe"),
          join(root, "Microsoft/Edge/Application/msedge.exe"),
        ];
  }),
};

/**
 * Switches for a Chromium that runs as root, in a container, on a machine without a GPU, and that must not reach out by itself.
 */
export const chromiumArgs: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Returns the paths of the Chromium-like browsers on this machine, the preferred one first: `CHROMIUM_PATH`, those on the PATH,
 * those in the usual places, the one in Playwright's cache. Whether one of them starts is for the caller to find out.
 */
export function findChromiums(): readonly string[] {
  const chosen = env["CHROMIUM_PATH"];
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) =>
    commandNames.map((name) => join(folder, platform === "win32" ? `${name}.exe` : name)),
  );
  const candidates = [
    ...(chosen === undefined || chosen === "" ? [] : [chosen]),
    ...onPath,
    ...(usualPlaces[platform] ?? []),
    chromium.executablePath(),
  ];
  return [...new Set(candidates)].filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
