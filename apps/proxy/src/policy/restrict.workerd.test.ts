import { describe, expect, it } from "vitest";
import { ask, owning, refusal, sentBody } from "../../testing/ask-policy.ts";
import { contentsOf } from "./contents.ts";

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
      const refused = ask(path, { ...asked, [field]: low }, { env });
      expect(await refusal(refused)).toEqual([400, "invalid_request"]);
      await expect(refused).rejects.toThrow(`Expected ${field} to be at least 1.`);
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

describe("a picture that stands in a request itself", () => {
  const data = "iVBORw0KGgo".repeat(20_000);
  const dataUrl = (type: string, text = data): string => `data:image/${type};base64,${text}`;
  const chatOf = (url: string, part: object = {}): object => ({
    model: "grok-4-fast-non-reasoning",
    messages: [{ role: "user", content: [{ type: "image_url", image_url: { url }, ...part }] }],
  });
  const responsesOf = (url: string): object => ({
    model: "grok-4-fast-non-reasoning",
    input: [{ role: "user", content: [{ type: "input_image", image_url: url }] }],
  });
  const messagesOf = (media_type: string, source: object = { type: "base64", media_type, data }): object => ({
    model: "grok-4-fast-non-reasoning",
    max_tokens: 10,
    messages: [{ role: "user", content: [{ type: "image", source }] }],
  });
  const read = async (path: string, body: object): Promise<number> =>
    (await ask(path, body, { env: owning })).worst.inputTokens;

  it.each([
    [paths.chat, chatOf(dataUrl("png"))],
    [paths.chat, chatOf(dataUrl("webp", `${data}==`))],
    [paths.responses, responsesOf(dataUrl("jpeg"))],
    [paths.messages, messagesOf("image/png")],
  ])("is read as one picture in %s", async (path, body) => {
    const tokens = await read(path, body);
    expect(tokens).toBeGreaterThan(2 * 2_000);
    expect(tokens).toBeLessThan(2 * 2_000 + 300);
  });

  it.each([
    ["of a type that the API does not take", paths.chat, chatOf(dataUrl("svg+xml"))],
    ["of a type that the API does not take", paths.responses, responsesOf(dataUrl("gif"))],
    ["that is no base64", paths.chat, chatOf(dataUrl("png", `${data}, and words`))],
    ["of no kind of picture", paths.chat, chatOf(dataUrl("png"), { type: "text", text: "hi" })],
    ["by an address", paths.chat, chatOf(`https://example.com/${data}`)],
  ])("%s is read as text: %s", async (_, path, body) => {
    expect(await read(path, body)).toBeGreaterThan(data.length);
  });

  it("is one of each part, whatever else the part holds", async () => {
    const both = { image_url: dataUrl("png"), source: { type: "base64", media_type: "image/png", data } };
    const { pictures, pictureBytes } = contentsOf({ input: [{ type: "image", ...both }] });
    expect([pictures, pictureBytes]).toEqual([1, dataUrl("png").length]);
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

describe("a completion in Anthropic's older shape", () => {
  it("is bounded by its own field, and gets no field that the API does not have there", async () => {
    const body = { model: "grok-4", prompt: "hi", max_tokens_to_sample: 1e9, stream: true };
    const env = { ...owning, POLICY: { maxOutputTokens: 100, reasoningTokens: 1 } };
    expect(await refusal(ask(paths.complete, { ...body, max_tokens_to_sample: 0 }, { env }))).toEqual([
      400,
      "invalid_request",
    ]);
    const sent = await sentBody(ask(paths.complete, body, { env }));
    expect(sent).toMatchObject({ model: "grok-4", prompt: "hi", max_tokens_to_sample: 100, stream: true });
    expect(sent).not.toHaveProperty("max_tokens");
    expect(sent).not.toHaveProperty("stream_options");
    expect((await ask(paths.complete, body, { env })).worst.outputTokens).toBe(101);
  });
});

describe("a tool that is named in the items of an input", () => {
  const model = "grok-4";
  const user = { role: "user", content: "hi" };
  const found = (tools: unknown): object => ({ type: "tool_search_output", id: "a", tools });
  const allowing = (...tools: string[]): object => ({ ...owning, POLICY: { tools, reasoningTokens: 1 } });

  it.each(["/v1/responses", "/v1/responses/compact"])("is held to the policy: %s", async (path) => {
    for (const item of [
      found([{ type: "web_search" }]),
      found([
        { type: "function", name: "f" },
        { type: "mcp", server_url: "https://example.com" },
      ]),
      found([{ type: "namespace", tools: [{ type: "web_search" }] }]),
      found([{ type: ["web_search"] }]),
      { type: "function_call", call_id: "a", name: "f", arguments: "{}", tools: [{ type: "web_search" }] },
      { type: "function_call", call_id: "a", name: "f", arguments: "{}", x: [{ tools: [{ type: "mcp" }] }] },
    ]) {
      const body = { model, input: [user, item] };
      expect(
        await refusal(ask(path, body, { env: allowing("function", "tool_search", "namespace") })),
      ).toEqual([403, "not_allowed"]);
    }
  });

  it("goes where it is allowed, and is reserved for", async () => {
    const body = { model, input: [user, found([{ type: "function", name: "f" }, { type: "web_search" }])] };
    const checked = await ask(paths.responses, body, {
      env: allowing("tool_search", "function", "web_search"),
    });
    expect(JSON.parse(String(checked.body))).toMatchObject({ ...body, max_turns: 4 });
    expect(checked.worst).toMatchObject({ inputTokens: 5 * 256_000, toolCalls: 50 });
  });

  it.each([
    ["tool_search", { type: "tool_search_call", id: "a", arguments: {} }],
    ["tool_search", found([])],
    ["mcp", { type: "mcp_call", name: "f" }],
  ])("has to be allowed for its %s items as well", async (type, item) => {
    const body = { model, input: [user, item] };
    expect(await refusal(ask(paths.responses, body, { env: owning }))).toEqual([403, "not_allowed"]);
    expect((await ask(paths.responses, body, { env: allowing(type) })).model).toBe(model);
  });

  it("is not seen in what a caller's own tools take and give", async () => {
    const schema = {
      type: "object",
      properties: { tools: { type: "array" } },
      required: ["tools"],
      tools: [1],
    };
    const tools = [{ type: "function", name: "f", parameters: schema }];
    const text = { format: { type: "json_schema", name: "s", schema } };
    const body = { model, input: [user], tools, text, metadata: { tools: [{ type: "web_search" }] } };
    expect(await sentBody(ask(paths.responses, body))).toMatchObject(body);
    const use = { type: "tool_use", id: "a", name: "f", input: { tools: [{ type: "hammer" }], model: "T" } };
    const asked = { model, max_tokens: 5, messages: [{ role: "assistant", content: [use] }] };
    expect(await sentBody(ask(paths.messages, asked, { env: owning }))).toMatchObject(asked);
  });
});

describe("a tier, a search, a store or a model", () => {
  it.each([
    [{ service_tier: "priority" }, [403, "not_allowed"]],
    [{ search_parameters: { mode: "on" } }, [403, "not_allowed"]],
    [{ storage_options: { filename: "a" } }, [403, "not_allowed"]],
    [{ x: [{ upload_url: "https://example.com" }] }, [403, "not_allowed"]],
    [{ mcp_servers: [] }, [403, "not_allowed"]],
    [{ model: "grok-9" }, [403, "model_not_allowed"]],
  ])("is no item's to name: %j", async (fields, status) => {
    const item = { type: "function_call", call_id: "a", name: "f", arguments: "{}", ...fields };
    expect(await refusal(ask(paths.responses, { model: "grok-4", input: [item] }, { env: owning }))).toEqual(
      status,
    );
  });
});

describe("search in a chat", () => {
  it.each([
    [{ web_search_options: {} }, "web_search"],
    [{ tools: [{ type: "live_search", sources: [{ type: "x" }] }] }, "live_search"],
  ])("is reserved for where it is allowed: %j", async (fields, type) => {
    const env = { POLICY: { tools: [type], maxTurns: 2, reasoningTokens: 1 } };
    const { worst } = await ask(paths.chat, { model: "grok-4", messages, ...fields }, { env });
    expect(worst).toMatchObject({ inputTokens: 3 * 256_000, toolCalls: 30 });
  });
});

describe("a form", () => {
  const speech = (fields: Record<string, string>, file = new Uint8Array(1_000)): FormData => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new File([file], "a.webm"));
    return form;
  };
  const stt = (form: FormData, env: object = {}) => ask("/v1/stt", form, { env: { ...owning, ...env } });

  it("asks a model that has to be allowed, named or not", async () => {
    expect((await stt(speech({}))).model).toBe("stt");
    expect((await stt(speech({ model: "grok-voice-transcribe-2.0" }))).model).toBe(
      "grok-voice-transcribe-2.0",
    );
    const notAllowed = [403, "model_not_allowed"];
    expect(await refusal(stt(speech({}), { MODELS: "grok-4" }))).toEqual(notAllowed);
    expect(await refusal(stt(speech({ model: "grok-9" })))).toEqual(notAllowed);
    expect(await refusal(stt(speech({ model: "grok-9" }), { MODELS: "stt" }))).toEqual(notAllowed);
    const caller = { models: new Set(["grok-4"]) };
    expect(await refusal(ask("/v1/stt", speech({}), { env: owning, caller }))).toEqual(notAllowed);
  });

  it("has no field that is new to the API", async () => {
    const env = { POLICY: { allowUnknownFields: true } };
    expect(await refusal(stt(speech({ file_id: "file_1" }), env))).toEqual([400, "unknown_field"]);
  });

  it("of speech is taken for as long as its bytes can be", async () => {
    expect((await stt(speech({}, new Uint8Array(10_000)))).worst.audioSeconds).toBe(100);
    const flac = new Uint8Array(10_000);
    flac.set(new TextEncoder().encode("fLaC"));
    const checked = await stt(speech({}, flac));
    expect(checked.worst.audioSeconds).toBe(10_000);
    expect(checked.advice).toContain("convert it");
    expect((await stt(speech({}))).advice).toBeUndefined();
  });
});

describe("a field that the API has elsewhere", () => {
  const env = { ...owning, POLICY: { allowUnknownFields: true } };
  const model = "grok-4";

  it.each([
    [paths.chat, { messages }, { store: true }],
    [paths.chat, { messages }, { background: true }],
    [paths.chat, { messages }, { max_output_tokens: 1e9 }],
    [paths.chat, { messages }, { max_turns: 99 }],
    [paths.chat, { messages }, { mcp_servers: [{ url: "https://example.com" }] }],
    [paths.chat, { messages }, { conversation: "conv_1" }],
    [paths.chat, { messages }, { functions: [] }],
    [paths.messages, { messages, max_tokens: 5 }, { service_tier: "priority" }],
    [paths.messages, { messages, max_tokens: 5 }, { search_parameters: { mode: "on" } }],
    [paths.messages, { messages, max_tokens: 5 }, { web_search_options: {} }],
    [paths.messages, { messages, max_tokens: 5 }, { thinking: { type: "enabled", budget_tokens: 1e9 } }],
    [paths.messages, { messages, max_tokens: 5 }, { n: 9 }],
    [paths.completions, { prompt: "hi" }, { store: true }],
    [paths.completions, { prompt: "hi" }, { max_completion_tokens: 1e9 }],
    [paths.complete, { prompt: "hi", max_tokens_to_sample: 5 }, { max_tokens: 1e9 }],
    [paths.responses, { input: "hi" }, { conversation: "conv_1" }],
    [paths.responses, { input: "hi" }, { prompt: { id: "pmpt_1" } }],
    [paths.responses, { input: "hi" }, { models: ["grok-9"] }],
    [paths.responses, { input: "hi" }, { n: 9 }],
    [paths.responses, { input: "hi" }, { storage_options: { filename: "a" } }],
  ])("is not new to %s with %j: %j", async (path, body, field) => {
    expect(await refusal(ask(path, { model, ...body, ...field }, { env }))).toEqual([
      expect.any(Number),
      expect.stringMatching(/^(unknown_field|not_allowed)$/),
    ]);
  });

  it("of videos has the name that OpenAI gives it refused", async () => {
    const body = { model: "grok-imagine-video", prompt: "hi", seconds: "15" };
    expect(await refusal(ask(paths.video, body, { env }))).toEqual([400, "unknown_field"]);
  });

  it("is no reason to refuse one that nobody has yet", async () => {
    const body = { model, messages, brand_new: { deep: 1 } };
    expect(await sentBody(ask(paths.chat, body, { env }))).toMatchObject(body);
  });
});

describe("what is of a size that is not seen", () => {
  const input = (content: object): object => ({
    model: "grok-4",
    input: [{ role: "user", content: [content] }],
  });

  it.each([
    [
      paths.chat,
      {
        model: "grok-4",
        messages: [{ role: "user", content: [{ type: "file", file: { url: "https://e.com" } }] }],
      },
    ],
    [paths.responses, input({ type: "input_file", file_url: "https://e.com/a.pdf" })],
    [
      paths.responses,
      input({ type: "input_file", filename: "a.pdf", file_data: "data:application/pdf;base64,JVBERi0x" }),
    ],
  ])("is reserved as a whole context: %s %j", async (path, body) => {
    expect((await ask(path, body)).worst.inputTokens).toBe(256_000);
  });

  it("is what a chat writes to call functions, which its bound does not hold for", async () => {
    const model = "grok-4-fast-non-reasoning";
    const tools = [{ type: "function", function: { name: "f", parameters: {} } }];
    expect((await ask(paths.chat, { model, messages })).worst.outputTokens).toBe(8_192);
    expect((await ask(paths.chat, { model, messages, tools })).worst.outputTokens).toBe(2_000_000);
  });
});

describe("speech", () => {
  const env = { ...owning, POLICY: { maxSpeechCharacters: 1_000 } };
  const tts = (body: object) => ask("/v1/tts", { language: "en", ...body }, { env });

  it("is counted with its replacements, however they follow from each other", async () => {
    const of = async (body: object) => (await tts(body)).worst.speechCharacters;
    expect(await of({ text: "a".repeat(1_000) })).toBe(1_000);
    expect(await of({ text: "Hi AI, hi ai", replace: { AI: "A.I." } })).toBeGreaterThanOrEqual(16);
    expect(await of({ text: "hello", replace: { hello: "hi" } })).toBe(5);
    for (const replace of [
      { a: "b".repeat(500) },
      { A: "b".repeat(500) },
      { a: "bb", b: "cccc", c: "d".repeat(10) },
      { c: "d".repeat(10), b: "cccc", a: "bb" },
      { a: "x", xb: "y".repeat(500) },
      { "": "y".repeat(500) },
    ]) {
      expect(await refusal(tts({ text: "ab".repeat(50), replace }))).toEqual([400, "invalid_request"]);
    }
  });

  it("takes no endless list of replacements", async () => {
    const replace = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`w${index}`, "x"]));
    expect(await refusal(tts({ text: "hi", replace }))).toEqual([403, "not_allowed"]);
  });
});

describe("whoever calls", () => {
  const model = "grok-4";
  const hash = expect.stringMatching(/^[\da-f]{32}$/);

  it.each([
    [paths.chat, { messages }, ["safety_identifier", "user"]],
    [paths.responses, { input: "hi" }, ["safety_identifier", "user"]],
    [paths.completions, { prompt: "hi" }, ["user"]],
    ["/v1/embeddings", { model: "v1", input: "hi" }, ["user"]],
    ["/v1/tokenize-text", { text: "hi" }, ["user"]],
    ["/v1/images/generations", { model: "grok-imagine-image", prompt: "hi" }, ["user"]],
    [paths.video, { model: "grok-imagine-video", prompt: "hi" }, ["user"]],
  ])("is a hash in every field of %s for that", async (path, body, fields) => {
    const asked = { model, ...body };
    const forged = Object.fromEntries(fields.map((field) => [field, "somebody else"]));
    const sent = await sentBody(ask(path, { ...asked, ...forged }, { env: owning }));
    for (const field of fields) expect(sent[field]).toEqual(hash);
    expect((await sentBody(ask(path, asked, { env: owning })))[fields[0] ?? ""]).toEqual(hash);
  });

  it.each([
    [paths.messages, { messages, max_tokens: 5 }],
    [paths.complete, { prompt: "hi", max_tokens_to_sample: 5 }],
  ])("is a hash in the metadata of %s", async (path, body) => {
    for (const metadata of [{ user_id: "somebody else" }, null, undefined, {}]) {
      const sent = await sentBody(ask(path, { model, ...body, metadata }, { env: owning }));
      expect(sent["metadata"]).toEqual({ user_id: hash });
    }
  });
});
