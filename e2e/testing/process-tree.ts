import { spawnSync } from "node:child_process";

/** A process of this machine. */
export interface RunningProcess {
  readonly pid: number;
  readonly command: string;
}

interface ListedProcess extends RunningProcess {
  readonly parent: number;
  readonly state: string;
}

/** Returns a process's children, their children, and so on. */
export function descendantsOf(pid: number): RunningProcess[] {
  const all = listProcesses();
  const below = (parent: number): ListedProcess[] =>
    all.filter((process) => process.parent === parent).flatMap((child) => [child, ...below(child.pid)]);
  return below(pid);
}

/** Returns those that still run; one that has ended and that nobody has asked about does not. */
export function stillRunning(processes: readonly RunningProcess[]): RunningProcess[] {
  const running = listProcesses().filter(({ state }) => !state.startsWith("Z"));
  return processes.filter(({ pid, command }) =>
    running.some((process) => process.pid === pid && process.command === command),
  );
}

function listProcesses(): ListedProcess[] {
  const { stdout } = spawnSync("ps", ["-Ao", "pid=,ppid=,stat=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, state = "", command = ""] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), state, command }];
  });
}
