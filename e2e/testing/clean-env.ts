import process from "node:process";

const kept = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "APPDATA",
  "LOCALAPPDATA",
  "SystemRoot",
  "TMPDIR",
  "TEMP",
  "TMP",
  "LANG",
];

/** Returns an environment without what the test runner, a package manager or a developer has set, and `more`. */
export function cleanEnv(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    WRANGLER_SEND_METRICS: "false",
    ...more,
  };
}
