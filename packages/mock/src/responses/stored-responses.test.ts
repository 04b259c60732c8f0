import { describe, expect, it } from "vitest";
import { createStoredResponses } from "./stored-responses.ts";

describe("stored responses", () => {
  it("are found by their id, the newest ones only", () => {
    const stored = createStoredResponses(2);
    for (const id of ["a", "b", "c"]) stored.keep(id, [id]);
    expect(["a", "b", "c", "d"].map((id) => stored.find(id))).toEqual([undefined, ["b"], ["c"], undefined]);
  });
});
