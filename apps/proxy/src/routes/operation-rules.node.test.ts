import { operations } from "@xai-edge/schema/operations";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { apiRoutes, ownRoutes } from "./route-table.ts";

const settings = readFileSync(join(import.meta.dirname, "../../SETTINGS.md"), "utf8");

it("serves each operation of the API unless SETTINGS.md says why not", () => {
  const [, table = ""] = /never switched on:\n\n((?:\|.*\n)+)/.exec(settings) ?? [];
  const never = [...table.matchAll(/`([\w.]+)`/g)].map(([, id]) => id);
  // The one operation that the proxy does not pass on as it comes.
  const known = [...apiRoutes.map(({ id }) => id), ownRoutes.createClientSecret.id, ...never];
  expect(known.toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
});

it("serves nothing by an id in a path without asking who owns it, but models and voices, which are everybody's", () => {
  const byId = apiRoutes.filter(({ path }) => path.includes("{"));
  const open = byId.filter(({ operation }) => operation?.rule.needsOwnership !== true);
  expect(open.map(({ id }) => id).toSorted()).toEqual([
    "embeddingModels.retrieve",
    "imageGenerationModels.retrieve",
    "languageModels.retrieve",
    "models.retrieve",
    "tts.voices.retrieve",
    "videoGenerationModels.retrieve",
  ]);
  for (const { operation } of open) expect(operation?.rule.shows).toBeDefined();
  for (const { id, operation } of byId) {
    expect([id, operation?.rule.names !== undefined]).toEqual([id, operation?.rule.needsOwnership]);
  }
});
