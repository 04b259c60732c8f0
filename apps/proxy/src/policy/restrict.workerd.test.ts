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

describe("what pictures and videos are made of", () => {
  const url = "https://example.com/a.png";
  it.each([
    ["/v1/images/generations", {}, 0],
    ["/v1/images/edits", { image: { url } }, 1],
    ["/v1/images/edits", { images: [{ url }, { url }, { url }] }, 3],
    ["/v1/videos/generations", { image: { url } }, 1],
    ["/v1/videos/generations", { reference_images: [{ url }, { url }], image: null }, 2],
    ["/v1/videos/generations", { keyframes: [{ image: { url }, timestamp_s: 1 }], image: { url } }, 2],
    ["/v1/videos/edits", { video: { url } }, 30],
    ["/v1/videos/extensions", { video: { url } }, 30],
  ])("%s of %j counts", async (path, body, sources) => {
    const model = path.includes("video") ? "grok-imagine-video" : "grok-imagine-image";
    const env = {
      ROUTES: "images.generate,images.edit,videos.generate,videos.edit,videos.extend",
      OWNERSHIP: "on",
    };
    expect((await ask(path, { model, prompt: "hi", ...body }, { env })).worst.sources).toBe(sources);
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

describe("several prompts", () => {
  const completion = { model: "grok-4", max_tokens: 50 };
  const env = { ...owning, POLICY: { maxChoices: 4, reasoningTokens: 50 } };
  const outputs = async (body: object): Promise<number> =>
    (await ask(paths.completions, { ...completion, ...body }, { env })).worst.outputTokens / 100;

  it("have an answer each, and as many choices as are asked for, or are compared, of each", async () => {
    expect(await outputs({ prompt: "hi" })).toBe(1);
    expect(await outputs({ prompt: ["hi"] })).toBe(1);
    expect(await outputs({ prompt: ["a", "b", "c"] })).toBe(3);
    expect(await outputs({ prompt: ["a", "b"], n: 2 })).toBe(4);
    expect(await outputs({ prompt: "a", n: 2, best_of: 3 })).toBe(3);
    expect(await outputs({ prompt: ["a", "b"], best_of: 2 })).toBe(4);
  });

  it("have no more answers together than the policy allows", async () => {
    const body = { ...completion, prompt: ["a", "b", "c"], n: 4, best_of: 4 };
    expect(await sentBody(ask(paths.completions, body, { env }))).toMatchObject({ n: 1, best_of: 1 });
    for (const prompt of [Array(5).fill("a"), Array(2_000).fill("a"), []]) {
      expect(await refusal(ask(paths.completions, { ...completion, prompt }, { env }))).toEqual([
        403,
        "not_allowed",
      ]);
    }
    expect(
      await refusal(ask(paths.completions, { ...completion, prompt: ["a", "b"] }, { env: owning })),
    ).toEqual([403, "not_allowed"]);
  });

  it("are read into a context each", async () => {
    const prompt = Array(4).fill("é".repeat(100_000));
    const { worst } = await ask(paths.completions, { ...completion, prompt }, { env });
    expect(worst.inputTokens).toBeGreaterThanOrEqual(800_000);
  });
});

describe("an effort of none", () => {
  const env = { POLICY: { maxOutputTokens: 50 } };
  const output = async (path: string, body: object): Promise<number> =>
    (await ask(path, { messages, input: "hi", ...body }, { env })).worst.outputTokens;
  const chat = (body: object) => output(paths.chat, { input: undefined, ...body });
  const responses = (body: object) => output(paths.responses, { messages: undefined, ...body });

  it("is believed of a model alone that is known to think no more then", async () => {
    expect(await chat({ model: "grok-4.3" })).toBe(1_000_000);
    expect(await chat({ model: "grok-4.3", reasoning_effort: "none" })).toBe(50);
    expect(await chat({ model: "grok-4.3", reasoning_effort: "None" })).toBe(1_000_000);
    expect(await chat({ model: "grok-4", reasoning_effort: "none" })).toBe(256_000);
    expect(await responses({ model: "grok-4.3", reasoning: { effort: "none" } })).toBe(50);
    expect(await responses({ model: "grok-4", reasoning: { effort: "none" } })).toBe(256_000);
  });

  it("is believed where no other field says otherwise", async () => {
    const model = "grok-4.3";
    expect(await responses({ model, reasoning_effort: "none", reasoning: { effort: "none" } })).toBe(50);
    expect(await responses({ model, reasoning_effort: null, reasoning: { effort: "none" } })).toBe(50);
    expect(await responses({ model, reasoning_effort: "none", reasoning: { summary: "auto" } })).toBe(50);
    for (const effort of ["high", "", "auto"]) {
      expect(await responses({ model, reasoning_effort: "none", reasoning: { effort } })).toBe(1_000_000);
      expect(await responses({ model, reasoning_effort: effort, reasoning: { effort: "none" } })).toBe(
        1_000_000,
      );
    }
  });
});
