import type { Wire } from "@xai-edge/core";
import { ChatResponse, ChatResponseChunk, ModelResponse, ResponseStreamEvent } from "@xai-edge/schema";
import { operations } from "@xai-edge/schema/operations";
import { describe, expect, it } from "vitest";
import { ask, askEvents } from "../testing/ask.ts";
import { handlers } from "./areas/handlers.ts";
import { createMockXai } from "./index.ts";

const parameters = {
  type: "object",
  properties: { location: { type: "string" }, days: { type: "integer", minimum: 1 } },
  required: ["location"],
};
const chatRequests: Omit<Wire.ChatRequest, "model">[] = [
  { messages: [{ role: "user", content: "Explain recursion, with code" }] },
  { messages: [{ role: "user", content: "Hello" }], max_completion_tokens: 4, n: 2, service_tier: "fast" },
  {
    messages: [{ role: "user", content: "The weather in Oslo?" }],
    tools: [{ type: "function", function: { name: "weather", parameters } }],
  },
  { messages: [{ role: "user", content: "Hello" }], response_format: { type: "json_object" } },
];
const modelRequests: Omit<Wire.ModelRequest, "model">[] = [
  { input: "Explain recursion, with code", include: ["reasoning.encrypted_content"] },
  { input: [{ role: "user", content: [{ type: "input_text", text: "Hello" }] }], max_output_tokens: 4 },
  { input: "The weather in Oslo?", tools: [{ type: "function", name: "weather", parameters }] },
  { input: "Hello", tools: [{ type: "web_search" }], reasoning: {}, metadata: { a: "b" } },
];
const models = ["grok-4.3", "grok-420-reasoning", "grok-3-mini", "grok-3", "grok-4-fast-non-reasoning"];
const chats = models.flatMap((model) => chatRequests.map((request) => ({ ...request, model })));
const responses = models.flatMap((model) => modelRequests.map((request) => ({ ...request, model })));

describe("what the simulator answers fits the description of the API", () => {
  it("in every chat answer and every chunk", async () => {
    const mock = createMockXai();
    for (const body of chats) {
      expect(ChatResponse.safeParse(await ask(mock, "/v1/chat/completions", body)).error).toBeUndefined();
      const chunks = await askEvents(mock, "/v1/chat/completions", {
        ...body,
        stream_options: { include_usage: true },
      });
      for (const chunk of chunks) expect(ChatResponseChunk.safeParse(chunk).error).toBeUndefined();
    }
  });

  it("in every response and every event", async () => {
    const mock = createMockXai();
    for (const body of responses) {
      expect(ModelResponse.safeParse(await ask(mock, "/v1/responses", body)).error).toBeUndefined();
      const events = await askEvents(mock, "/v1/responses", body);
      for (const event of events) expect(ResponseStreamEvent.safeParse(event).error).toBeUndefined();
    }
  });

  it("in the events that break a stream off", async () => {
    for (const fault of [{ errorEventAfter: 3 }, { responseFailedAfter: 3 }]) {
      const mock = createMockXai({ faults: () => fault });
      const init = {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ model: "grok-4", input: "Hello", stream: true }),
      };
      const response = await mock.fetch("https://api.x.ai/v1/responses", init);
      const blocks = (await response.text()).trimEnd().split("\n\n");
      expect(blocks).toHaveLength(4);
      const last: unknown = JSON.parse(blocks[3]?.replace("data: ", "") ?? "");
      expect(ResponseStreamEvent.safeParse(last).error).toBeUndefined();
    }
  });

  it("only for operations of the ledger", () => {
    const ids = operations.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(handlers)));
  });
});
