import type { Model } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { sortModels } from "./sort-models.ts";

function model(id: string, created: number, prices: Partial<Model> = {}): Model {
  return { id, created, object: "model", owned_by: "xai", aliases: [], ...prices };
}

function ids(models: readonly Model[]): string[] {
  return models.map(({ id }) => id);
}

describe("sortModels", () => {
  it("puts the newest first and names in order", () => {
    const { chat } = sortModels([model("grok-b", 1), model("grok-c", 2), model("grok-a", 1)]);
    expect(ids(chat)).toEqual(["grok-c", "grok-a", "grok-b"]);
  });

  it("sets apart what has a price for pictures or a name of another trade", () => {
    const { chat, other } = sortModels([
      model("aurora", 5, { image_price: 200_000_000 }),
      model("grok-imagine-video", 4),
      model("grok-4", 3, { completion_text_token_price: 25_000 }),
      model("v1-embedding", 2),
      model("grok-3-mini", 1),
    ]);
    expect(ids(chat)).toEqual(["grok-4", "grok-3-mini"]);
    expect(ids(other)).toEqual(["aurora", "grok-imagine-video", "v1-embedding"]);
  });

  it("lets a price for written text win over the name", () => {
    const { chat } = sortModels([model("grok-2-image-reader", 1, { completion_text_token_price: 100 })]);
    expect(ids(chat)).toEqual(["grok-2-image-reader"]);
  });
});
