import { describe, expect, it } from "vitest";
import { ask, owning, refusal, sentBody } from "../../testing/ask-policy.ts";

const messages = [{ role: "user", content: "hi" }];
const webSearch = [{ type: "web_search" }];
const paths = {
  chat: "/v1/chat/completions",
  responses: "/v1/responses",
  messages: "/v1/messages",
  completions: "/v1/completions",
  complete: "/v1/complete",
  video: "/v1/videos/generations",
};

describe("a bound", () => {
  const env = { ...owning, POLICY: { tools: ["function", "web_search"], maxChoices: 4 } };

  it.each([
    [paths.chat, { messages }, "max_completion_tokens"],
    [paths.chat, { messages }, "max_tokens"],
    [paths.responses, { input: "hi" }, "max_output_tokens"],
    [paths.responses, { input: "hi", tools: webSearch }, "max_turns"],
    [paths.responses, { input: "hi" }, "max_turns"],
    [paths.messages, { messages }, "max_tokens"],
    [paths.completions, { prompt: "hi" }, "max_tokens"],
    [paths.completions, { prompt: "hi" }, "n"],
    [paths.completions, { prompt: "hi" }, "best_of"],
  ])("of %s with %j is no less than one: %s", async (path, body, field) => {
    const asked = { model: "grok-4", ...body };
    for (const low of [0, -1, -1_000]) {
      expect(await refusal(ask(path, { ...asked, [field]: low }, { env }))).toEqual([400, "invalid_request"]);
    }
    expect((await ask(path, { ...asked, [field]: 1 }, { env })).worst.outputTokens).toBeGreaterThan(0);
  });
});

describe("a video", () => {
  const video = async (body: object, env: object = {}): Promise<[unknown, number]> => {
    const asked = ask(
      paths.video,
      { model: "grok-imagine-video", prompt: "hi", ...body },
      {
        env: { ...owning, ...env },
      },
    );
    return [(await sentBody(asked))["duration"], (await asked).worst.videoSeconds];
  };

  it("whose length is left out, or null, is as long as the API would make it, or as the policy allows", async () => {
    for (const body of [{}, { duration: null }]) {
      expect(await video(body)).toEqual([8, 8]);
      expect(await video(body, { POLICY: { maxVideoSeconds: 3 } })).toEqual([3, 3]);
    }
  });

  it("is no longer than the policy allows", async () => {
    expect(await video({ duration: 12 }, { POLICY: { maxVideoSeconds: 10 } })).toEqual([10, 10]);
    expect(await video({ duration: 2 })).toEqual([2, 2]);
  });

  it("that is edited is as long as any can be, and that is extended no more than the policy allows", async () => {
    const body = { model: "grok-imagine-video", prompt: "hi", video: { url: "https://example.com/v.mp4" } };
    const env = { ...owning, POLICY: { maxVideoSeconds: 3 } };
    expect((await ask("/v1/videos/edits", body, { env })).worst.videoSeconds).toBe(15);
    const extended = ask("/v1/videos/extensions", body, { env });
    expect(await sentBody(extended)).toMatchObject({ duration: 3 });
    expect((await extended).worst.videoSeconds).toBe(3);
  });
});
