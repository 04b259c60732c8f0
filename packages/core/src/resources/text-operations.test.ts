import { misbehave } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai, type Xai, XaiOptionsError } from "../index.ts";

const user = { role: "user" as const, content: "é🙂" };

const operations: [name: string, call: (xai: Xai) => Promise<object>, sent: string, body?: object][] = [
  [
    "chat.completions.deferred.create",
    (xai) => xai.chat.completions.deferred.create({ model: "grok-4", messages: [user] }),
    "POST /chat/completions",
    { model: "grok-4", messages: [user], deferred: true },
  ],
  ["responses.retrieve", (xai) => xai.responses.retrieve("r?1"), "GET /responses/r%3F1"],
  ["responses.delete", (xai) => xai.responses.delete("r?1"), "DELETE /responses/r%3F1"],
  [
    "responses.compact",
    (xai) => xai.responses.compact({ model: "grok-4", input: [user] }),
    "POST /responses/compact",
    { model: "grok-4", input: [user] },
  ],
  [
    "messages.create",
    (xai) => xai.messages.create({ model: "grok-4", messages: [user], max_tokens: 9 }),
    "POST /messages",
    { model: "grok-4", messages: [user], max_tokens: 9 },
  ],
  [
    "completions.create",
    (xai) => xai.completions.create({ model: "grok-3", prompt: ["a", "b"] }),
    "POST /completions",
    { model: "grok-3", prompt: ["a", "b"] },
  ],
  [
    "complete.create",
    (xai) => xai.complete.create({ model: "grok-3", prompt: "a", max_tokens_to_sample: 1 }),
    "POST /complete",
    { model: "grok-3", prompt: "a", max_tokens_to_sample: 1 },
  ],
  [
    "embeddings.create",
    (xai) => xai.embeddings.create({ model: "v1", input: [[1, 2]] }),
    "POST /embeddings",
    { model: "v1", input: [[1, 2]] },
  ],
  [
    "tokenize.create",
    (xai) => xai.tokenize.create({ model: "grok-4", text: "" }),
    "POST /tokenize-text",
    { model: "grok-4", text: "" },
  ],
  [
    "documents.search",
    (xai) => xai.documents.search({ query: "q", source: { collection_ids: ["c"] } }),
    "POST /documents/search",
    { query: "q", source: { collection_ids: ["c"] } },
  ],
  ["languageModels.list", (xai) => xai.languageModels.list(), "GET /language-models"],
  ["languageModels.retrieve", (xai) => xai.languageModels.retrieve("a b"), "GET /language-models/a%20b"],
  ["embeddingModels.list", (xai) => xai.embeddingModels.list(), "GET /embedding-models"],
  ["embeddingModels.retrieve", (xai) => xai.embeddingModels.retrieve("v1"), "GET /embedding-models/v1"],
  ["imageGenerationModels.list", (xai) => xai.imageGenerationModels.list(), "GET /image-generation-models"],
  [
    "imageGenerationModels.retrieve",
    (xai) => xai.imageGenerationModels.retrieve("i"),
    "GET /image-generation-models/i",
  ],
  ["videoGenerationModels.list", (xai) => xai.videoGenerationModels.list(), "GET /video-generation-models"],
  [
    "videoGenerationModels.retrieve",
    (xai) => xai.videoGenerationModels.retrieve("v"),
    "GET /video-generation-models/v",
  ],
  ["account.apiKey", (xai) => xai.account.apiKey(), "GET /api-key"],
  ["account.me", (xai) => xai.account.me(), "GET /me"],
];

describe.each(operations)("%s", (_name, call, sent, body) => {
  it("sends its parameters to its path, and gives what comes back", async () => {
    const answer = { id: "r?1", object: "anything", deleted: true, news: [1] };
    const server = await misbehave([{ json: answer }]);
    expect(await call(createXai({ baseURL: `${server.url}/v1` }))).toEqual(answer);
    const [request] = await server.requests();
    expect(`${request?.method} ${request?.path}`).toBe(sent.replace(" ", " /v1"));
    expect(request?.body && JSON.parse(request.body)).toEqual(body ?? "");
  });
});

const empty: [name: string, call: (xai: Xai) => Promise<unknown>, message: string][] = [
  [
    "chat messages",
    (xai) => xai.chat.completions.create({ model: "grok-4", messages: [] }),
    "Expected messages not to be empty, got []",
  ],
  [
    "streamed chat messages",
    (xai) => xai.chat.completions.create({ model: "grok-4", messages: [], stream: true }),
    "Expected messages not to be empty, got []",
  ],
  [
    "messages of a deferred answer",
    (xai) => xai.chat.completions.deferred.create({ model: "grok-4", messages: [] }),
    "Expected messages not to be empty, got []",
  ],
  [
    "a text as input",
    (xai) => xai.responses.create({ model: "grok-4", input: "" }),
    'Expected input not to be empty, got ""',
  ],
  [
    "items as input",
    (xai) => xai.responses.create({ model: "grok-4", input: [], stream: true }),
    "Expected input not to be empty, got []",
  ],
  [
    "input to compact",
    (xai) => xai.responses.compact({ model: "grok-4", input: [] }),
    "Expected input not to be empty, got []",
  ],
  [
    "turns",
    (xai) => xai.messages.create({ model: "grok-4", messages: [], max_tokens: 1 }),
    "Expected messages not to be empty, got []",
  ],
  [
    "a prompt",
    (xai) => xai.completions.create({ model: "grok-3", prompt: "" }),
    'Expected prompt not to be empty, got ""',
  ],
  [
    "a prompt in Anthropic's shape",
    (xai) => xai.complete.create({ model: "grok-3", prompt: "", max_tokens_to_sample: 1 }),
    'Expected prompt not to be empty, got ""',
  ],
  [
    "texts to embed",
    (xai) => xai.embeddings.create({ model: "v1", input: [] }),
    "Expected input not to be empty, got []",
  ],
  [
    "messages that are missing",
    // As a caller without types can write it.
    (xai) => xai.chat.completions.create(JSON.parse('{"model":"grok-4"}')),
    "Expected messages not to be empty, got undefined",
  ],
  ["a skill", (xai) => xai.skills.create({ files: [] }), "Expected files not to be empty, got []"],
  [
    "a message that is no list",
    (xai) => xai.chat.completions.create(JSON.parse('{"model":"grok-4","messages":{"length":1}}')),
    'Expected messages not to be empty, got {"length":1}',
  ],
];

describe("what is empty is refused before anything is sent:", () => {
  it.each(empty)("%s", async (_name, call, message) => {
    let sent = 0;
    const xai = createXai({
      baseURL: "http://127.0.0.1:9/v1",
      fetch: () => {
        sent++;
        return Promise.reject(new Error("sent"));
      },
    });
    const error: unknown = await call(xai).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(XaiOptionsError);
    expect(error).toMatchObject({ message });
    expect(sent).toBe(0);
  });
});

describe("an id that could reach another path is refused before anything is sent by", () => {
  it.each<[string, (xai: Xai, id: string) => Promise<unknown>]>([
    ["responses.retrieve", (xai, id) => xai.responses.retrieve(id)],
    ["responses.delete", (xai, id) => xai.responses.delete(id)],
    ["responses.inputItems.list", (xai, id) => xai.responses.inputItems.list(id)],
    ["chat.completions.deferred.retrieve", (xai, id) => xai.chat.completions.deferred.retrieve(id)],
    ["chat.completions.deferred.wait", (xai, id) => xai.chat.completions.deferred.wait(id)],
    ["languageModels.retrieve", (xai, id) => xai.languageModels.retrieve(id)],
    ["embeddingModels.retrieve", (xai, id) => xai.embeddingModels.retrieve(id)],
    ["imageGenerationModels.retrieve", (xai, id) => xai.imageGenerationModels.retrieve(id)],
    ["videoGenerationModels.retrieve", (xai, id) => xai.videoGenerationModels.retrieve(id)],
  ])("%s", async (_name, call) => {
    const xai = createXai({
      baseURL: "http://127.0.0.1:9/v1",
      fetch: () => Promise.reject(new Error("sent")),
    });
    for (const id of ["..", "%2e%2e", "a/b", ""]) {
      await expect(call(xai, id)).rejects.toMatchObject({ name: "XaiOptionsError", code: "invalid_id" });
    }
  });
});
