import { ListModelsResponse, Model } from "@xai-edge/schema";
import { describe, expect, it } from "vitest";
import { createMockXai } from "../index.ts";

const get = async (path: string): Promise<[number, unknown]> => {
  const response = await createMockXai().fetch(`https://api.x.ai${path}`);
  return [response.status, await response.json()];
};

describe("the simulated Models API", () => {
  it("lists models of every kind, each once", async () => {
    const [status, body] = await get("/v1/models");
    expect(status).toBe(200);
    const { object, data } = ListModelsResponse.parse(body);
    expect(object).toBe("list");
    const names = data.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]);
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(expect.arrayContaining(["grok-4", "latest", "grok-imagine-image", "v1"]));
  });

  it.each([
    ["grok-3-mini", "grok-3-mini"],
    ["latest", "grok-4.3"],
  ])("retrieves %s as %s", async (name, id) => {
    const [status, body] = await get(`/v1/models/${name}`);
    expect(status).toBe(200);
    expect(Model.parse(body)).toMatchObject({ id, object: "model", owned_by: "xai" });
  });

  it("answers 404 for a model that does not exist", async () => {
    expect(await get("/v1/models/grok-0")).toEqual([
      404,
      {
        code: "Some requested entity was not found",
        error: "The model grok-0 does not exist, or the team of this key may not use it.",
      },
    ]);
  });

  it.each([
    ["language-models", ["text"], "grok-4"],
    ["embedding-models", undefined, "v1"],
    ["image-generation-models", ["image"], "grok-imagine-image"],
    ["video-generation-models", ["video"], "grok-imagine-video"],
  ])("details %s in a list of their own, and each by its id or alias", async (path, makes, id) => {
    const [, list] = await get(`/v1/${path}`);
    const { models } = list as { models: { id: string; aliases: string[]; output_modalities?: string[] }[] };
    expect(models.map((model) => model.id)).toContain(id);
    for (const model of models) {
      expect(model.output_modalities).toEqual(makes);
      for (const name of [model.id, ...model.aliases]) {
        expect(await get(`/v1/${path}/${name}`)).toEqual([200, model]);
      }
    }
    const other = id === "v1" ? "grok-4" : "v1";
    expect((await get(`/v1/${path}/${other}`))[0]).toBe(404);
  });
});
