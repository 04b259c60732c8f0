/** How many checks or tests went which way. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noTotals: Totals = { passed: 0, failed: 0, skipped: 0 };

export function addTotals(one: Totals, other: Totals): Totals {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** What a run of the test runner left behind, as `TotalsReporter` writes it. */
export interface RunnerReport {
  readonly projects: Readonly<Record<string, Totals>>;
  /** What went wrong outside of any test: files that did not load, hooks, unhandled errors. */
  readonly otherFailures: readonly string[];
}

/** The totals of a run, and a sentence for each failure that is not a failed test. */
export interface JudgedRun {
  readonly totals: Totals;
  readonly problems: readonly string[];
}

/**
 * Turns what a run left behind into totals in which nothing that went wrong is missing: a runner that died before its report, a
 * project without tests, and a failing exit code without a failed test count as one failure each.
 */
export function judgeRun(report: RunnerReport | undefined, exit: number | string): JudgedRun {
  if (report === undefined) {
    return {
      totals: { ...noTotals, failed: 1 },
      problems: [`The test runner ended with ${exit} before it had any totals.`],
    };
  }
  const problems = [...report.otherFailures];
  for (const [name, { passed, failed }] of Object.entries(report.projects)) {
    if (passed + failed === 0) problems.push(`The project ${name} ran no tests.`);
  }
  const tests = Object.values(report.projects).reduce(addTotals, noTotals);
  if (Object.keys(report.projects).length === 0) problems.push("The test runner had no projects.");
  if (exit !== 0 && tests.failed + problems.length === 0) {
    problems.push(`The test runner ended with ${exit}, though no test failed.`);
  }
  return { totals: addTotals(tests, { ...noTotals, failed: problems.length }), problems };
}
