import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { cleanEnv } from "./clean-env.ts";
import { descendantsOf, stillRunning, type RunningProcess } from "./process-tree.ts";

/** `pnpm start`, as it runs in a terminal. */
export interface RunningStart {
  /** What it has printed so far. */
  readonly lines: readonly string[];
  /** The code it exited with; `undefined` while it runs. */
  readonly exitCode: number | null | undefined;
  /** Everything that it started and that they started, as far as this call or an earlier one has seen it. */
  descendants(): RunningProcess[];
  /** Does what Ctrl-C in its terminal does. */
  interrupt(): void;
  /** Ends it and all that it is known to have started, at once. */
  kill(): void;
}

const root = join(import.meta.dirname, "../..");

/** Runs what the start script of package.json runs, with these variables and no others that matter to it. */
export function runStart(variables: Readonly<Record<string, string>>): RunningStart {
  // A developer's own key must not pay for tests.
  const more = existsSync(join(root, "apps/proxy/.dev.vars")) ? ["--simulator"] : [];
  const child = spawn(process.execPath, ["scripts/start.ts", ...more], {
    cwd: root,
    env: cleanEnv(variables),
    stdio: ["ignore", "pipe", "pipe"],
    // As a shell does: Ctrl-C goes to everything in the group of the command, and to nothing outside of it.
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error("Expected the start script to run");
  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on("line", (line) => lines.push(line));
  }
  let exitCode: number | null | undefined;
  void once(child, "exit").then(([code]) => (exitCode = code));
  const known = new Map<number, RunningProcess>();

  function descendants(): RunningProcess[] {
    for (const descendant of descendantsOf(pid ?? 0)) known.set(descendant.pid, descendant);
    return [...known.values()];
  }

  return {
    lines,
    get exitCode() {
      return exitCode;
    },
    descendants,
    interrupt: () => process.kill(-pid, "SIGINT"),
    kill: () => {
      const started = descendants();
      if (exitCode === undefined) process.kill(pid, "SIGKILL");
      for (const left of stillRunning(started)) process.kill(left.pid, "SIGKILL");
    },
  };
}
