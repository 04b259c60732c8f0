import { describe, expect, it } from "vitest";
import { matchesFilter } from "./matches-filter.ts";

const fields: Readonly<Record<string, string | number>> = {
  name: "Report.pdf",
  size: 12,
  author: "Ada",
  year: "2021",
};
const matches = (filter: string): boolean => matchesFilter(filter, (name) => fields[name]);

describe("a filter", () => {
  it.each([
    'name = "report"',
    "size > 9 AND size <= 12",
    "size = 1 OR size = 12",
    "author=Ada",
    "NOT author = Bob",
    'author != "Bob" AND (size < 5 OR year >= 2020)',
    "year:2020..2021",
    "missing != x",
    "size = 12 AND author = Bob OR author = Ada",
  ])("fits: %s", (filter) => {
    expect(matches(filter)).toBe(true);
  });

  it.each([
    "author = ada",
    "size > 12",
    "year:2022..2030",
    "missing = x",
    "NOT (size = 12 OR size = 1)",
    "name != pdf",
    "size = 12 OR size = 1 AND author = Bob",
  ])("does not fit: %s", (filter) => {
    expect(matches(filter)).toBe(false);
  });

  it.each(["size", "size =", "= 12", "(size = 12", "size = 12)", "size = 12 size = 13", 'name = "x', "AND"])(
    "is malformed: %s",
    (filter) => {
      expect(() => matches(filter)).toThrow("The simulator answers 400");
    },
  );
});
