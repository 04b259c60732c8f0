import { spawn, spawnSync } from "node:child_process";
import process from "node:process";
import { createInterface } from "node:readline";

/** How to start a background process. */
export interface BackgroundProcessOptions {
  /** What people call it, for messages. */
  readonly name: string;
  /** Arguments of Node, the script first. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** Variables set on top of this process's own. */
  readonly env: Readonly<Record<string, string>>;
  /** Called with every line that it prints. */
  readonly onLine?: (line: string) => void;
}

/** A Node program that runs beside this one, with all the processes that it starts itself. */
export interface BackgroundProcess {
  readonly name: string;
  /** Resolves once it is gone, with how it went: `exit code 1` or `signal SIGKILL`. */
  readonly gone: Promise<string>;
  /** The last lines that it printed. */
  lastOutput(): string;
  /** Ends it and everything that it started: politely, then after three seconds for sure. */
  stop(): Promise<void>;
  /** Ends it and everything that it started, at once. */
  kill(): void;
}

const keptLines = 40;
const patienceMs = 3000;
const lastWordsMs = 300;

/** Starts a Node program in the background, in a process group of its own. */
export function startInBackground({
  name,
  args,
  cwd,
  env,
  onLine,
}: BackgroundProcessOptions): BackgroundProcess {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that a signal reaches its children as well. Windows has no groups; there it would open a window.
    detached: process.platform !== "win32",
  });

  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on("line", (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      onLine?.(line);
    });
  }

  const gone = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => {
      const end = (): void => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`);
      // Its last words may still be on their way, or its own children may keep the pipes open for good.
      child.once("close", end);
      setTimeout(end, lastWordsMs);
    });
  });

  function kill(): void {
    if (child.pid === undefined) return;
    if (process.platform === "win32") {
      spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
      return;
    }
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // Nobody is left in the group.
    }
  }

  return {
    name,
    gone,
    lastOutput: () => lines.join("\n"),
    async stop() {
      // Windows knows no polite signal, and one that ends the parent alone would hide its children.
      if (process.platform !== "win32") {
        child.kill("SIGTERM");
        let timer: NodeJS.Timeout | undefined;
        await Promise.race([gone, new Promise((passed) => (timer = setTimeout(passed, patienceMs)))]);
        clearTimeout(timer);
      }
      // Its own children may outlive it.
      kill();
    },
    kill,
  };
}
