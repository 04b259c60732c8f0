import { describe, expect, inject, it } from "vitest";
import "./provided-context.ts";

const captures = inject("wireCaptures");

describe.skipIf(captures.length === 0)("the recorded captures", () => {
  it("reach every runtime whole", () => {
    for (const { name, text } of captures) {
      expect(name).toMatch(/\.jsonl?$/);
      expect(text.trimEnd()).toMatch(/(\}|\[DONE\])$/);
    }
  });
});
