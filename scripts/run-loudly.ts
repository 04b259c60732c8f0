import { spawn } from "node:child_process";
import process from "node:process";

/** How to run the command. */
export interface RunLoudlyOptions {
  /** Variables set on top of this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** The command is ended after this many milliseconds without a byte of output. No limit by default. */
  readonly silenceMs?: number;
  /** Keep the command's error output to itself, for a command whose failure is expected. */
  readonly hideErrors?: boolean;
}

/** Runs a command with its output passed on, and returns whether it ended well. A command that cannot be started did not. */
export function runLoudly(
  command: string,
  args: readonly string[],
  options: RunLoudlyOptions = {},
): Promise<boolean> {
  const child = spawn(command, args, {
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let silence: NodeJS.Timeout | undefined;
  const listen = (): void => {
    if (options.silenceMs === undefined) return;
    clearTimeout(silence);
    silence = setTimeout(() => child.kill("SIGKILL"), options.silenceMs);
  };
  listen();
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.on("data", (bytes: Uint8Array) => {
      listen();
      if (to !== process.stderr || options.hideErrors !== true) to.write(bytes);
    });
  }
  child.on("exit", (code) => {
    // A grandchild that outlives a killed command must not keep this process waiting for its output.
    if (code === null) [child.stdout, child.stderr].forEach((stream) => stream.destroy());
  });
  return new Promise((resolve) => {
    const end = (ended: boolean): void => {
      clearTimeout(silence);
      resolve(ended);
    };
    child.on("error", () => end(false));
    child.on("close", (code) => end(code === 0));
  });
}
