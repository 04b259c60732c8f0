import { operations } from "@xai-edge/schema/operations";
import { expect, it } from "vitest";
import { neverServed, operationRules } from "./operation-rules.ts";

it("has a rule, or a reason against it, for each operation of the API, and for no other", () => {
  const known = [...Object.keys(operationRules), ...Object.keys(neverServed)];
  expect(known.toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
});

it("serves nothing by an id in a path without asking who owns it, but models and voices, which are everybody's", () => {
  const open = operations.filter(({ id, path }) => {
    const rule = operationRules[id];
    return path.includes("{") && rule !== undefined && rule.names === undefined;
  });
  expect(open.map(({ id }) => id).toSorted()).toEqual([
    "embeddingModels.retrieve",
    "imageGenerationModels.retrieve",
    "languageModels.retrieve",
    "models.retrieve",
    "tts.voices.retrieve",
    "videoGenerationModels.retrieve",
  ]);
  for (const [id, { names, needsOwnership }] of Object.entries(operationRules)) {
    expect([id, names === undefined || needsOwnership === true]).toEqual([id, true]);
  }
});
