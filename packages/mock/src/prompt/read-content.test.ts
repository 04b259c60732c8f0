import { describe, expect, it } from "vitest";
import { refusal } from "../../testing/ask.ts";
import { createMockXai } from "../index.ts";

const gif = "data:image/gif;base64,R0lG";

describe("a picture that is a GIF in a data URL", () => {
  it.each([
    [
      "/v1/chat/completions",
      { messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: gif } }] }] },
    ],
    ["/v1/responses", { input: [{ role: "user", content: [{ type: "input_image", image_url: gif }] }] }],
  ])("is refused by %s", async (path, body) => {
    expect(await refusal(createMockXai(), path, { model: "grok-4", ...body })).toEqual([
      400,
      {
        code: "Client specified an invalid argument",
        error: `Expected an image of type image/jpeg, image/png or image/webp, got ${gif}`,
      },
    ]);
  });
});
