import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { env } from "node:process";
import type { SerializedError } from "vitest";
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { noTotals, type RunnerReport, type Totals } from "./totals.ts";

/** Writes the run's totals to the file that `TOTALS_FILE` names. */
export default class TotalsReporter implements Reporter {
  #root = "";
  readonly #projects: Record<string, Totals> = {};
  readonly #otherFailures: string[] = [];

  onInit(vitest: Vitest): void {
    this.#root = vitest.config.root;
    for (const { name } of vitest.projects) this.#projects[name] = noTotals;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    for (const module of modules) this.#count(module);
    for (const { message } of unhandledErrors) this.#otherFailures.push(`Unhandled error: ${message}`);
    const report: RunnerReport = { projects: this.#projects, otherFailures: this.#otherFailures };
    const file = env["TOTALS_FILE"];
    if (file === undefined) throw new Error("Expected TOTALS_FILE to name the file for the totals");
    writeFileSync(file, JSON.stringify(report));
  }

  #count(module: TestModule): void {
    const { name } = module.project;
    let { passed, failed, skipped } = this.#projects[name] ?? noTotals;
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") passed += 1;
      else if (state === "skipped") skipped += 1;
      else failedHere += 1;
    }
    failed += failedHere;
    this.#projects[name] = { passed, failed, skipped };

    const broken = [module, ...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
    const where = `${name}: ${relative(this.#root, module.moduleId)}`;
    for (const suite of broken) {
      this.#otherFailures.push(`${where}: ${suite.errors()[0]?.message ?? "failed outside of its tests"}`);
    }
    if (module.state() !== "passed" && module.state() !== "skipped" && failedHere + broken.length === 0) {
      this.#otherFailures.push(`${where} is ${module.state()}, though none of its tests failed`);
    }
  }
}
