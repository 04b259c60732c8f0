import { describe, expect, it } from "vitest";
import { changesOf, type LimitsDraft, readDraft, toDraft } from "./limits-draft.ts";
import type { Limits } from "./reports.ts";

const limits: Limits = {
  usdPerDay: 5,
  usdPerMonth: null,
  usdTotal: null,
  requestsPerMinute: 60,
  tokensPerMinute: null,
  concurrentCalls: 8,
};

const noLimits: Limits = { ...limits, usdPerDay: null, requestsPerMinute: null, concurrentCalls: null };

const empty: LimitsDraft = {
  usdPerDay: "",
  usdPerMonth: "",
  usdTotal: "",
  requestsPerMinute: "",
  tokensPerMinute: "",
  concurrentCalls: "",
};

describe("a draft of limits", () => {
  it("says what it was made of", () => {
    expect(readDraft(toDraft(limits))).toEqual({ limits });
  });

  it("is unlimited when nothing is typed", () => {
    expect(readDraft({ ...empty, usdPerDay: "  " })).toEqual({ limits: "unlimited" });
  });

  it.each([
    ["usdPerDay", "0", 0],
    ["usdPerDay", " 0.25 ", 0.25],
    ["usdTotal", "900000", 900_000],
    ["requestsPerMinute", "0", 0],
    ["concurrentCalls", "0", 0],
    ["tokensPerMinute", "1000000000", 1_000_000_000],
  ])("takes %s %j", (name, text, value) => {
    expect(readDraft({ ...empty, [name]: text })).toEqual({ limits: { ...noLimits, [name]: value } });
  });

  it.each([
    ["usdPerDay", "-1"],
    ["usdPerDay", "900000.01"],
    ["usdPerDay", "1e3"],
    ["usdPerDay", "1,5"],
    ["usdPerDay", "five"],
    ["usdPerDay", ".5"],
    ["tokensPerMinute", "0"],
    ["requestsPerMinute", "1.5"],
    ["concurrentCalls", "1000000001"],
  ])("does not take %s %j, and says what it expected", (name, text) => {
    expect(readDraft({ ...empty, usdTotal: "1", [name]: text })).toEqual({
      mistakes: {
        [name]: expect.stringMatching(/^Expected a (whole )?number from [01] to [\d,]+, or nothing/),
      },
    });
  });

  it("tells all mistakes at once", () => {
    const read = readDraft({ ...empty, usdPerDay: "x", concurrentCalls: "-1" });
    expect("mistakes" in read && Object.keys(read.mistakes)).toEqual(["usdPerDay", "concurrentCalls"]);
  });
});

describe("changesOf", () => {
  it("names what would be otherwise, and nothing else", () => {
    expect(
      changesOf(limits, { ...noLimits, usdPerDay: 0.5, usdPerMonth: 1000, requestsPerMinute: 60 }),
    ).toEqual([
      "US dollars a day: 5 → 0.5",
      "US dollars a month: no limit → 1,000",
      "Calls at a time: 8 → no limit",
    ]);
  });

  it("names every limit that would be lifted", () => {
    expect(changesOf(limits, "unlimited")).toEqual([
      "US dollars a day: 5 → no limit",
      "Requests a minute: 60 → no limit",
      "Calls at a time: 8 → no limit",
    ]);
    expect(changesOf(limits, { ...limits })).toEqual([]);
  });
});
