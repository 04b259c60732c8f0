import { expect, it } from "vitest";
import { reasons } from "./price-table.ts";

it("thoughts are reserved for all models but those that are known not to think", () => {
  const silent = [
    "grok-3",
    "grok-3-latest",
    "grok-3-beta",
    "grok-3-fast",
    "grok-3-fast-latest",
    "grok-2",
    "grok-2-1212",
    "grok-2-vision-1212",
    "grok-4-fast-non-reasoning",
    "grok-4.20-0309-non-reasoning",
    "grok-2-image",
  ];
  const thinking = [
    "grok-3-mini",
    "grok-3-mini-fast",
    "grok-3-reasoning",
    "grok-4",
    "grok-4.3",
    "grok-4-1-fast-reasoning",
    "grok-code-fast-1",
    "grok-20",
    "latest",
    "new",
  ];
  expect([silent.filter(reasons), thinking.filter((id) => !reasons(id))]).toEqual([[], []]);
});
