import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { createChatFold } from "./chat-fold.ts";
import { chatChunk, chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { freezeDeep } from "./fixtures/freeze-deep.ts";

/** Folds chunks that cannot be changed. */
function foldOf(chunks: readonly Wire.ChatResponseChunk[]): ReturnType<typeof createChatFold> {
  const fold = createChatFold();
  for (const chunk of freezeDeep(chunks)) fold.add(chunk);
  return fold;
}

const messageOf = (chunks: readonly Wire.ChatResponseChunk[]): unknown =>
  foldOf(chunks).snapshot.choices[0]?.message;

const toolCalls = (...tool_calls: readonly object[]): Wire.ChatResponseChunk =>
  chatChunk({ tool_calls: tool_calls as Wire.ToolCall[] });

describe("createChatFold", () => {
  it("folds reasoning, text and usage into what the plain call returns", () => {
    const { snapshot, isWhole } = foldOf([
      chatChunk({ role: "assistant", reasoning_content: "A greet" }),
      chatChunk({ reasoning_content: "ing." }),
      chatChunk({ content: "Good " }),
      chatChunk({ content: "morning" }),
      chatChunk({}, { finish_reason: "stop" }),
      chunkOf([], { usage }),
    ]);
    expect(snapshot).toStrictEqual({
      id: "0f3c1a52-chat",
      object: "chat.completion",
      created: 1_790_000_000,
      model: "grok-4",
      choices: [
        {
          index: 0,
          message: {
            role: "assistant",
            content: "Good morning",
            reasoning_content: "A greeting.",
            refusal: null,
          },
          finish_reason: "stop",
        },
      ],
      usage,
      system_fingerprint: "fp_0123456789",
    });
    expect(isWhole).toBe(true);
  });

  it("shows an answer in one object that grows, from before the first chunk", () => {
    const { snapshot, add } = createChatFold();
    expect(snapshot).toStrictEqual({ id: "", object: "chat.completion", created: 0, model: "", choices: [] });
    add(chatChunk({ content: "a" }));
    expect(snapshot.choices[0]?.message.content).toBe("a");
    expect(snapshot.choices[0]?.finish_reason).toBeNull();
    add(chatChunk({ content: "b" }));
    expect(snapshot.choices[0]?.message.content).toBe("ab");
  });

  it("is whole once every choice that began has its finish_reason, and not before", () => {
    const fold = createChatFold();
    expect(fold.isWhole).toBe(false);
    fold.add(chatChunk({ content: "a" }));
    fold.add(chatChunk({ content: "b" }, { index: 1 }));
    fold.add(chatChunk({}, { index: 1, finish_reason: "stop" }));
    expect(fold.isWhole).toBe(false);
    fold.add(chatChunk({}, { finish_reason: "length" }));
    expect(fold.isWhole).toBe(true);
  });

  it("keeps apart choices that interleave, and orders them by index", () => {
    const { snapshot } = foldOf([
      chatChunk({ role: "assistant", content: "c" }, { index: 2 }),
      chunkOf([
        { index: 0, delta: { content: "a" } },
        { index: 1, delta: { content: "b" } },
      ]),
      chatChunk({ content: "C" }, { index: 2 }),
      chatChunk({ content: "A" }),
    ]);
    expect(snapshot.choices.map(({ index, message }) => [index, message.content])).toEqual([
      [0, "aA"],
      [1, "b"],
      [2, "cC"],
    ]);
  });

  it("says the role once, however often it is sent", () => {
    expect(
      messageOf([
        chatChunk({ role: "assistant" }),
        chatChunk({ role: "assistant", content: "a" }),
        chatChunk({ role: null }),
      ]),
    ).toEqual({ role: "assistant", content: "a", refusal: null });
  });

  it("takes tool calls that come whole, several in a chunk or each in its own", () => {
    const call = (index: number): Wire.ToolCall => ({
      id: `call_${index}`,
      index,
      type: "function",
      function: { name: "weather", arguments: `{"day":${index}}` },
    });
    const whole = [0, 1, 2].map((index) => {
      const { index: _index, ...rest } = call(index);
      return rest;
    });
    expect(messageOf([toolCalls(call(0), call(1)), toolCalls(call(2))])).toMatchObject({ tool_calls: whole });
    expect(messageOf([toolCalls(call(1)), toolCalls(call(2)), toolCalls(call(0))])).toStrictEqual({
      role: "assistant",
      content: "",
      refusal: null,
      tool_calls: whole,
    });
  });

  it("joins the pieces of tool calls by index, also when they alternate", () => {
    expect(
      messageOf([
        toolCalls({ index: 0, id: "a", type: "function", function: { name: "f", arguments: "" } }),
        toolCalls({ index: 1, id: "b", function: { name: "g", arguments: '{"y"' } }),
        toolCalls({ index: 0, function: { arguments: '{"x":' } }),
        toolCalls({ index: 1, id: "", function: { name: "", arguments: ":2}" } }),
        toolCalls({ index: 0, function: { arguments: "1}" } }),
      ]),
    ).toMatchObject({
      tool_calls: [
        { id: "a", type: "function", function: { name: "f", arguments: '{"x":1}' } },
        { id: "b", type: "function", function: { name: "g", arguments: '{"y":2}' } },
      ],
    });
  });

  const first = { id: "a", function: { name: "f", arguments: "{}" } };
  const second = { id: "b", function: { name: "g", arguments: "[]" } };

  it.each([
    [
      "by id where there is no index",
      [{ ...first, function: { name: "f" } }, second, { id: "a", function: { arguments: "{}" } }],
    ],
    [
      "by name where there is neither",
      [first, { function: { name: "g" } }, { function: { arguments: "[]" } }],
    ],
    [
      "by id and name where all are numbered 0",
      [
        { ...first, index: 0 },
        { ...second, index: 0 },
      ],
    ],
  ])("tells tool calls apart %s", (_, pieces) => {
    expect(messageOf(pieces.map((piece) => toolCalls(piece)))).toMatchObject({
      tool_calls: [first, { function: second.function }],
    });
  });

  it("joins refusals and the lists of logprobs", () => {
    const token = (text: string): Wire.TokenLogProb => ({ token: text, logprob: -0.5, top_logprobs: [] });
    const { snapshot } = foldOf([
      chatChunk({ refusal: "I can" }, { logprobs: null }),
      chatChunk(
        { refusal: "not" },
        { logprobs: { content: [token("I"), token(" can")], refusal: [] } as Wire.LogProbs },
      ),
      chatChunk({}, { logprobs: { content: [token("not")] }, finish_reason: "stop" }),
    ]);
    expect(snapshot.choices).toStrictEqual([
      {
        index: 0,
        message: { role: "assistant", content: "", refusal: "I cannot" },
        logprobs: { content: [token("I"), token(" can"), token("not")], refusal: [] },
        finish_reason: "stop",
      },
    ]);
  });

  it("collects images as they come", () => {
    expect(
      messageOf([chatChunk({ images: ["one"] }), chatChunk({ images: ["two", "three"] })]),
    ).toMatchObject({
      images: ["one", "two", "three"],
    });
  });

  it("takes citations, files and usage whenever they come, and never loses them to an empty value", () => {
    const { snapshot } = foldOf([
      chatChunk({ content: "a" }, {}),
      chunkOf([], { usage: { ...usage, total_tokens: 1 }, citations: [] }),
      chatChunk({}, { finish_reason: "stop" }),
      chunkOf([], { usage, citations: ["https://x.ai"], output_files: [{ file_id: "f", name: "n" }] }),
      chunkOf([], { usage: null, citations: [], system_fingerprint: "" }),
    ]);
    expect(snapshot).toMatchObject({
      usage,
      citations: ["https://x.ai"],
      output_files: [{ file_id: "f", name: "n" }],
      system_fingerprint: "fp_0123456789",
    });
  });

  it("keeps fields that it does not know: lists grow, of other values the last counts", () => {
    const { snapshot } = foldOf([
      chunkOf(
        [{ index: 0, delta: { mood: "calm", steps: [1] } as Wire.Delta, tier: 1 } as Wire.ChoiceChunk],
        { region: "eu" },
      ),
      chunkOf(
        [{ index: 0, delta: { mood: "glad", steps: [2] } as Wire.Delta, tier: 2 } as Wire.ChoiceChunk],
        { region: "us" },
      ),
    ]);
    expect(snapshot).toMatchObject({
      region: "us",
      choices: [{ tier: 2, message: { mood: "glad", steps: [1, 2] } }],
    });
  });

  it("keeps the id, model and creation time of the first chunk that names them", () => {
    const { snapshot } = foldOf([
      chunkOf([], { id: "", model: "", created: 0 }),
      chunkOf([], { id: "first", model: "grok-4", created: 5 }),
      chunkOf([], { id: "second", model: "grok-5", created: 6 }),
    ]);
    expect(snapshot).toMatchObject({ id: "first", model: "grok-4", created: 5 });
  });

  it("lets no field name of the wire reach a prototype", () => {
    const text = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"choices":[{"index":0,
      "__proto__":{"polluted":1},"logprobs":{"__proto__":["polluted"]},"delta":{"__proto__":["polluted"],
      "tool_calls":[{"index":0,"__proto__":{"polluted":1},"function":{"__proto__":{"polluted":1},"name":"f"}}]}},
      {"index":"__proto__","delta":{"content":"a"}}]}`;
    const { snapshot } = foldOf([JSON.parse(text)]);
    expect(JSON.stringify(snapshot)).not.toContain("__proto__");
    expect(Object.getPrototypeOf(snapshot)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(snapshot.choices[0]?.message)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(snapshot.choices[0]?.message.tool_calls?.[0]?.function)).toBe(
      Object.prototype,
    );
    expect({}).not.toHaveProperty("polluted");
    expect([]).not.toHaveProperty("polluted");
  });

  it.each([
    ["a chunk that is no object", '"ping"'],
    ["a chunk without choices", '{"error":{"message":"no"}}'],
    ["choices that are no list", '{"choices":{"index":0}}'],
    ["a choice without a delta", '{"choices":[{"index":0}]}'],
    ["a choice that is null", '{"choices":[null]}'],
    [
      "a delta of other types",
      '{"choices":[{"index":0,"delta":{"content":["a"],"tool_calls":{"a":1},"role":null}}]}',
    ],
  ])("goes on after %s", (_, text) => {
    const { snapshot } = foldOf([JSON.parse(text), chatChunk({ content: "on" })]);
    expect(snapshot.choices[0]?.message).toMatchObject({ role: "assistant", content: "on" });
  });
});
