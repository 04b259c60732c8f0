import { describe, expect, it } from "vitest";
import { createXai } from "../index.ts";

const model = { id: "grok-4", aliases: ["grok-4-latest"], created: 1, object: "model", owned_by: "xai" };

describe("models.catalog", () => {
  it("joins the lists of the API into one table", async () => {
    const asked: string[] = [];
    const xai = createXai({
      baseURL: "http://api/v1",
      fetch: async (url) => {
        asked.push(new URL(url).pathname);
        return Response.json(url.endsWith("/models") ? { object: "list", data: [model] } : { models: [] });
      },
    });
    const catalog = await xai.models.catalog();
    expect(catalog.find("grok-4-latest")?.id).toBe("grok-4");
    expect(asked.toSorted()).toEqual([
      "/v1/embedding-models",
      "/v1/image-generation-models",
      "/v1/language-models",
      "/v1/models",
      "/v1/video-generation-models",
    ]);
  });
});
