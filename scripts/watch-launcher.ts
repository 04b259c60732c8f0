import { spawnSync } from "node:child_process";
import process from "node:process";

const packageManager = /^(?:\S*\/)?(?:node\S* \S*)?(?:npm|npx|pnpm)\b/;
const everyMs = 500;

/**
 * Calls `onGone` once when the package manager that runs this script is gone. A signal for `npx` or `pnpm` alone, other than
 * Ctrl-C in a terminal, ends them and leaves what they run behind. Does nothing in a script that was started directly.
 */
export function watchLauncher(onGone: () => void): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const launchers = launcherPids();
  const timer = setInterval(() => {
    if (launchers.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
}

/** Returns the processes from this one's parent up to the outermost package manager: those above may leave at will. */
function launcherPids(): number[] {
  const { stdout } = spawnSync("ps", ["-Ao", "pid=,ppid=,args="], { encoding: "utf8" });
  // Without `ps` (Windows) the parent is all there is to see.
  const processes = new Map(
    (stdout ?? "").split("\n").map((line) => {
      const [pid, parent, ...args] = line.trim().split(/\s+/);
      return [Number(pid), { parent: Number(parent), command: args.join(" ") }];
    }),
  );
  const chain = [process.ppid];
  let outermost = 1;
  for (let pid = process.ppid; pid > 1;) {
    const { parent, command } = processes.get(pid) ?? { parent: 0, command: "" };
    if (packageManager.test(command)) outermost = chain.length;
    chain.push(parent);
    pid = parent;
  }
  return chain.slice(0, outermost);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
