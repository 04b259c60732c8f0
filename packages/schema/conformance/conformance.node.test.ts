import { describe, expect, it } from "vitest";
import { readApi } from "../codegen/api.ts";
import { areas } from "../spec/areas.ts";
import { operations } from "../spec/operations.ts";
import { compare } from "./compare.ts";
import { lineOf } from "./difference.ts";
import { noReference, readReference } from "./reference.ts";

const reference = readReference();

describe("our description of the API", () => {
  it("differs from the reference nowhere without a reason", ({ skip }) => {
    if (reference === undefined) return skip(noReference);
    const unmeant = compare(readApi(areas, operations), reference).filter(
      ({ reason }) => reason === undefined,
    );
    expect(unmeant.map(lineOf)).toEqual([]);
  });

  it("covers every schema and every path of the reference", ({ skip }) => {
    if (reference === undefined) return skip(noReference);
    const described = new Set(Object.values(areas).flatMap((area) => Object.keys(area)));
    expect(Object.keys(reference.components.schemas).filter((name) => !described.has(name))).toEqual([]);
    const paths = new Set(operations.map(({ path }) => path));
    expect(Object.keys(reference.paths).filter((path) => !paths.has(path))).toEqual([]);
  });
});
