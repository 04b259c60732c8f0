import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A command as a step of the test run. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Lines that say nothing about the project are left out. */
  readonly isNoise?: (line: string) => boolean;
}

/** How a step ended. */
export interface StepEnd {
  /** The exit code, or the name of the signal or error that ended the command. */
  readonly exit: number | string;
  readonly tookMs: number;
}

const longestStepMs = 10 * 60_000;
const leftoverMs = 5000;

/** Runs a command, handing on its output line by line. Ends it when it takes longer than ten minutes. */
export function runStep(
  { command, args, env, isNoise }: Step,
  onLine: (line: string) => void,
): Promise<StepEnd> {
  const started = performance.now();
  const child = spawn(command, args, {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: longestStepMs,
    killSignal: "SIGKILL",
  });
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on("line", (line) => {
      if (isNoise?.(line) !== true) onLine(line);
    });
  }
  return new Promise((resolve) => {
    const end = (exit: number | string): void => resolve({ exit, tookMs: performance.now() - started });
    child.on("error", (error) => end(error.message));
    child.on("close", (code, signal) => end(code ?? signal ?? "no exit code"));
    child.on("exit", () => {
      // What the command left running holds its output open: it gets a moment, and then nobody listens any more.
      setTimeout(
        () => [child.stdout, child.stderr].forEach((stream) => stream.destroy()),
        leftoverMs,
      ).unref();
    });
  });
}
