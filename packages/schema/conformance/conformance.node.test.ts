import { describe, expect, it } from "vitest";
import { readApi } from "../codegen/api.ts";
import { areas } from "../spec/areas.ts";
import { leftOut } from "../spec/left-out.ts";
import { operations } from "../spec/operations.ts";
import { compare } from "./compare.ts";
import { lineOf } from "./difference.ts";
import { noReference, readReference } from "./reference.ts";

const reference = readReference();

describe("our description of the API", () => {
  it("differs from the reference nowhere without a reason", ({ skip }) => {
    if (reference === undefined) return skip(noReference);
    const unmeant = compare(readApi(areas, operations), reference, leftOut).filter(
      ({ reason }) => reason === undefined,
    );
    expect(unmeant.map(lineOf)).toEqual([]);
  });

  it("covers every schema and every operation of the reference, or gives a reason to leave it out", ({
    skip,
  }) => {
    if (reference === undefined) return skip(noReference);
    const described = new Set(Object.values(areas).flatMap((area) => Object.keys(area)));
    expect(Object.keys(reference.components.schemas).filter((name) => !described.has(name))).toEqual([]);
    const named = [...operations, ...leftOut].map(({ method = "every", path }) => `${method} ${path}`);
    const theirs = Object.entries(reference.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(theirs.filter((one) => !named.includes(one))).toEqual([]);
  });
});
