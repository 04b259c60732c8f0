import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Drift, findDrift, mend } from "./drift.ts";
import type { GeneratedFile } from "./generated-file.ts";

const one: GeneratedFile = { path: "generated/one.gen.ts", text: "one" };
const two: GeneratedFile = { path: "generated/two.gen.ts", text: "two" };
const inOrder: Drift = { stale: [], orphaned: [] };

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "drift-"));
  mend(root, findDrift(root, [one, two]));
});
afterEach(() => rmSync(root, { recursive: true }));

describe("drift of the generated files", () => {
  it("is none right after they were written", () => {
    expect(readFileSync(join(root, one.path), "utf8")).toBe("one");
    expect(findDrift(root, [one, two])).toEqual(inOrder);
  });

  it("is an edited file, which is written anew", () => {
    writeFileSync(join(root, one.path), "edited");
    expect(findDrift(root, [one, two])).toEqual({ stale: [one], orphaned: [] });
    mend(root, findDrift(root, [one, two]));
    expect(findDrift(root, [one, two])).toEqual(inOrder);
  });

  it("is a removed file, which is written anew", () => {
    rmSync(join(root, two.path));
    expect(findDrift(root, [one, two])).toEqual({ stale: [two], orphaned: [] });
    mend(root, findDrift(root, [one, two]));
    expect(findDrift(root, [one, two])).toEqual(inOrder);
  });

  it("is a file that nothing yields any more, which is removed", () => {
    expect(findDrift(root, [one])).toEqual({ stale: [], orphaned: [two.path] });
    mend(root, findDrift(root, [one]));
    expect(findDrift(root, [one])).toEqual(inOrder);
  });

  it("is no file written by hand", () => {
    writeFileSync(join(root, "generated/README.md"), "By hand.");
    expect(findDrift(root, [one, two])).toEqual(inOrder);
  });
});
