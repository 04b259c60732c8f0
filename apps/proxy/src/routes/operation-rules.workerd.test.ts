import { operations } from "@xai-edge/schema/operations";
import { expect, it } from "vitest";
import { neverServed, servedOperations } from "./operation-rules.ts";

it("has a rule, or a reason against it, for each operation of the API, and for no other", () => {
  const known = [...servedOperations.map(([{ id }]) => id), ...Object.keys(neverServed)];
  expect(known.toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
});

it("serves nothing by an id in a path without asking who owns it, but models and voices, which are everybody's", () => {
  const open = servedOperations.filter(([{ path }, rule]) => path.includes("{") && rule.names === undefined);
  expect(open.map(([{ id }]) => id).toSorted()).toEqual([
    "embeddingModels.retrieve",
    "imageGenerationModels.retrieve",
    "languageModels.retrieve",
    "models.retrieve",
    "tts.voices.retrieve",
    "videoGenerationModels.retrieve",
  ]);
  for (const [{ id }, { names, needsOwnership }] of servedOperations) {
    expect([id, names === undefined || needsOwnership === true]).toEqual([id, true]);
  }
});
