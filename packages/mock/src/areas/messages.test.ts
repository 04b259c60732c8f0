import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, askEvents, refusal, send } from "../../testing/ask.ts";
import { createMockXai, type MockXaiOptions } from "../index.ts";

const path = "/v1/messages";
const base = {
  model: "grok-3",
  max_tokens: 1000,
  messages: [{ role: "user", content: "The weather in Oslo?" }],
};
const weather = {
  name: "weather",
  description: "Get the weather of a place",
  input_schema: { type: "object", properties: { location: { type: "string" } }, required: ["location"] },
};

const plain = (body: object, options?: MockXaiOptions): Promise<Wire.MessageResponse> =>
  ask(createMockXai(options), path, { ...base, ...body });
const streamed = (body: object, options?: MockXaiOptions): Promise<Wire.MessageStreamEvent[]> =>
  askEvents(createMockXai(options), path, { ...base, ...body });

describe("a simulated message", () => {
  it("thinks, then speaks", async () => {
    const message = await plain({}, { answer: () => ({ reasoning: "Hm", text: "It is cold." }) });
    expect(message).toEqual({
      id: expect.any(String),
      type: "message",
      role: "assistant",
      model: "grok-3",
      content: [
        { type: "thinking", thinking: "Hm", signature: expect.any(String) },
        { type: "text", text: "It is cold." },
      ],
      stop_reason: "end_turn",
      stop_sequence: null,
      usage: {
        input_tokens: 9,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        output_tokens: 5,
      },
    });
  });

  it("calls a tool, and answers its result", async () => {
    const mock = createMockXai();
    const called = await ask<Wire.MessageResponse>(mock, path, { ...base, tools: [weather] });
    expect(called).toMatchObject({
      stop_reason: "tool_use",
      content: [{ type: "tool_use", name: "weather", input: { location: "Oslo" } }],
    });
    const [call] = called.content;
    const messages = [
      ...base.messages,
      { role: "assistant", content: called.content },
      {
        role: "user",
        content: [
          { type: "tool_result", tool_use_id: call && "id" in call ? call.id : "", content: "-3 °C" },
        ],
      },
    ];
    const answered = await ask<Wire.MessageResponse>(mock, path, { ...base, tools: [weather], messages });
    expect(answered.stop_reason).toBe("end_turn");
    expect(answered.content).toMatchObject([{ type: "text", text: expect.stringContaining("-3 °C") }]);
    const { input_tokens: fresh, cache_read_input_tokens: cached } = answered.usage;
    // What was sent with the first request comes from the cache and is counted apart.
    expect(cached).toBe(called.usage.input_tokens);
    expect(fresh).toBeLessThan(cached ?? 0);
  });

  it.each<[string, object, string, string | null]>([
    ["its ceiling", { max_tokens: 2 }, "max_tokens", null],
    ["a stop sequence", { stop_sequences: ["five", "two"] }, "stop_sequence", "two"],
  ])("ends at %s", async (_, body, stop_reason, stop_sequence) => {
    const message = await plain(body, { answer: () => "one two three" });
    expect(message).toMatchObject({ stop_reason, stop_sequence });
  });

  it("is refused with stop sequences by a model that reasons", async () => {
    expect(
      await refusal(createMockXai(), path, { ...base, model: "grok-4", stop_sequences: ["x"] }),
    ).toMatchObject([
      400,
      { error: "The model grok-4 reasons and does not take the argument stop_sequences." },
    ]);
  });
});

describe("a simulated stream of a message", () => {
  it("opens, fills and closes each block, and names every event", async () => {
    const answer = () => ({
      reasoning: "Hm",
      text: "Hello there",
      toolCalls: [{ name: "weather", arguments: { a: 1 } }],
    });
    const events = await streamed({ tools: [weather] }, { answer });
    const at = (index: number, delta: object) => ({ type: "content_block_delta", index, delta });
    expect(events).toMatchObject([
      { type: "message_start", message: { content: [], stop_reason: null, usage: { output_tokens: 0 } } },
      { type: "ping" },
      { type: "content_block_start", index: 0, content_block: { type: "thinking", thinking: "" } },
      at(0, { type: "thinking_delta", thinking: "Hm" }),
      at(0, { type: "signature_delta", signature: expect.any(String) }),
      { type: "content_block_stop", index: 0 },
      { type: "content_block_start", index: 1, content_block: { type: "text", text: "" } },
      at(1, { type: "text_delta", text: "Hello" }),
      at(1, { type: "text_delta", text: " there" }),
      { type: "content_block_stop", index: 1 },
      {
        type: "content_block_start",
        index: 2,
        content_block: { type: "tool_use", name: "weather", input: {} },
      },
      at(2, { type: "input_json_delta", partial_json: '{"a":1}' }),
      { type: "content_block_stop", index: 2 },
      {
        type: "message_delta",
        delta: { stop_reason: "tool_use", stop_sequence: null },
        usage: { output_tokens: 9 },
      },
      { type: "message_stop" },
    ]);
    const response = await send(createMockXai(), path, { ...base, stream: true });
    const blocks = (await response.text()).trimEnd().split("\n\n");
    expect(blocks.pop()).toBe("data: [DONE]");
    for (const block of blocks) expect(block).toMatch(/^event: (\w+)\ndata: \{"type":"\1"/);
  });
});
