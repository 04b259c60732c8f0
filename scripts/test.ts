import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { ensureChromium } from "./ensure-chromium.ts";
import { runStep, type Step } from "./run-step.ts";
import { addTotals, judgeRun, noTotals, type RunnerReport, type Totals } from "./totals.ts";

// The test command: every check and every suite, all of them also after a failure, and the real totals on the last line.

const root = join(import.meta.dirname, "..");
process.chdir(root);

const { XAI_API_KEY: _neverInTests, ...ownEnv } = process.env;
const env: NodeJS.ProcessEnv = {
  ...ownEnv,
  PATH: [join(root, "node_modules/.bin"), ownEnv["PATH"]].join(delimiter),
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  WRANGLER_SEND_METRICS: "false",
  // Tests wait for deadlines and sockets more than they compute: a worker less than the cores, the default, leaves those idle half the time.
  VITEST_MAX_WORKERS: String(availableParallelism() + 1),
  // The output of the steps passes through pipes, so that they cannot see what it ends up in.
  ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }),
};

function check(name: string, command: string, ...args: readonly string[]): Step {
  return { name, command, args, env };
}

const checks: readonly Step[] = [
  check("format", "oxfmt", "--check"),
  check("lint", "oxlint"),
  check("arrows between packages", "node", "scripts/check-arrows.ts"),
  check("generated files", "node", "packages/schema/codegen/generate.ts", "--check"),
  check("code in documents", "node", "scripts/check-docs.ts"),
  check("bundle sizes", "node", "scripts/check-size.ts"),
  check("types", "turbo", "run", "typecheck", "//#typecheck:node", "--continue", "--output-logs=errors-only"),
];

const started = performance.now();
const chromium = Promise.allSettled([ensureChromium()]);
const ofChecks = await runChecks();
const [foundChromium] = await chromium;
const ofSuites = await runSuites(foundChromium);
const totals = addTotals(ofChecks, ofSuites);

console.log(`\nAll of it took ${seconds(performance.now() - started)}.`);
if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** Runs the checks two at a time, the output of each in one piece after its end. */
async function runChecks(): Promise<Totals> {
  heading("Checks");
  const left = [...checks];
  let sum = noTotals;
  const worker = async (): Promise<void> => {
    for (let step = left.shift(); step !== undefined; step = left.shift()) {
      const lines: string[] = [];
      const { exit, tookMs } = await runStep(step, (line) => lines.push(line));
      const ok = exit === 0;
      sum = addTotals(sum, { ...noTotals, [ok ? "passed" : "failed"]: 1 });
      const end = ok ? seconds(tookMs) : `${seconds(tookMs)}, ended with ${exit}`;
      console.log(
        [`${ok ? "✓" : "✗"} ${step.name} (${end})`, ...lines.map((line) => `    ${line}`)].join("\n"),
      );
    }
  };
  await Promise.all([worker(), worker()]);
  return sum;
}

async function runSuites(found: PromiseSettledResult<string>): Promise<Totals> {
  heading("Tests in Node, Chromium and workerd, and end to end");
  const withChromium = found.status === "fulfilled";
  if (withChromium) console.log(`Chromium: ${found.value}`);
  const folder = mkdtempSync(join(tmpdir(), "xai-edge-test-"));
  const file = join(folder, "totals.json");
  const { exit } = await runStep(
    {
      name: "tests",
      command: "vitest",
      args: [
        "run",
        "--reporter=default",
        "--reporter=./scripts/totals-reporter.ts",
        ...(withChromium ? [] : ["--project=!browser*", "--project=!e2e"]),
      ],
      env: { ...env, TOTALS_FILE: file, ...(withChromium ? { CHROMIUM_PATH: found.value } : {}) },
      isNoise: isRuntimeNoise,
    },
    console.log,
  );
  const judged = judgeRun(readReport(file), exit);
  rmSync(folder, { recursive: true });
  const problems = withChromium
    ? judged.problems
    : [...judged.problems, `The suites that need Chromium did not run: ${describeError(found.reason)}`];
  for (const problem of problems) console.log(`✗ ${problem}`);
  return withChromium ? judged.totals : addTotals(judged.totals, { ...noTotals, failed: 1 });
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function readReport(file: string): RunnerReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** workerd logs the connections that tests cut on purpose, with addresses of its own machine code. */
function isRuntimeNoise(line: string): boolean {
  return (
    /^stack: \S+\/workerd@/.test(line) ||
    /^(?:uncaught exception; )?(?:exception|source) = .*(?:disconnected: |Network connection lost)/.test(line)
  );
}

function heading(text: string): void {
  console.log(`\n── ${text} ${"─".repeat(Math.max(0, 76 - text.length))}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
