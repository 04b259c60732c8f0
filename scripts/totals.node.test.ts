import { describe, expect, it } from "vitest";
import { judgeRun } from "./totals.ts";

const good = { passed: 3, failed: 0, skipped: 1 };

describe("judgeRun", () => {
  it("adds up the projects of a good run", () => {
    expect(judgeRun({ projects: { node: good, browser: good }, otherFailures: [] }, 0)).toEqual({
      totals: { passed: 6, failed: 0, skipped: 2 },
      problems: [],
    });
  });

  it("counts a runner that left no report as one failure", () => {
    expect(judgeRun(undefined, "SIGKILL")).toEqual({
      totals: { passed: 0, failed: 1, skipped: 0 },
      problems: ["The test runner ended with SIGKILL before it had any totals."],
    });
  });

  it("counts a project without tests, or with skipped ones only, as a failure", () => {
    const skipped = { passed: 0, failed: 0, skipped: 4 };
    const { totals, problems } = judgeRun({ projects: { node: good, e2e: skipped }, otherFailures: [] }, 0);
    expect(totals).toEqual({ passed: 3, failed: 1, skipped: 5 });
    expect(problems).toEqual(["The project e2e ran no tests."]);
  });

  it("counts a run without projects as a failure", () => {
    expect(judgeRun({ projects: {}, otherFailures: [] }, 0).totals.failed).toBe(1);
  });

  it("counts a failing exit code only when nothing else failed", () => {
    expect(judgeRun({ projects: { node: good }, otherFailures: [] }, 1).totals.failed).toBe(1);
    expect(judgeRun({ projects: { node: { ...good, failed: 2 } }, otherFailures: [] }, 1).totals.failed).toBe(
      2,
    );
    expect(judgeRun({ projects: { node: good }, otherFailures: ["unhandled"] }, 1).totals.failed).toBe(1);
  });
});
