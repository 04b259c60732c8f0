import type { Xai } from "@xai-edge/core";
import type { SamplesOf } from "../sample.ts";
import { weather, picture } from "./material.ts";

const messages = [{ role: "user" as const, content: "Hello" }];

export const chatSamples: SamplesOf<"chat"> = {
  "chat.completions.create": [
    { args: [{ model: "grok-4", messages }] },
    {
      as: "with every kind of message and of setting",
      args: [
        {
          model: "grok-4-fast-non-reasoning",
          messages: [
            { role: "system", content: "Be brief." },
            {
              role: "user",
              content: [
                { type: "text", text: "What is this?" },
                { type: "image_url", image_url: { url: picture, detail: "high" } },
              ],
              name: "Ann",
            },
            {
              role: "assistant",
              content: null,
              tool_calls: [
                {
                  id: "call_1",
                  type: "function",
                  function: { name: "weather", arguments: '{"city":"Oslo"}' },
                },
              ],
            },
            { role: "tool", content: "-3", tool_call_id: "call_1" },
            { role: "user", content: "And tomorrow?" },
          ],
          tools: [{ type: "function", function: weather }],
          tool_choice: { type: "function", function: { name: "weather" } },
          parallel_tool_calls: false,
          response_format: {
            type: "json_schema",
            json_schema: {
              name: "day",
              schema: { type: "object", properties: { celsius: { type: "number" } } },
              strict: true,
            },
          },
          max_completion_tokens: 200,
          temperature: 0.5,
          top_p: 0.9,
          n: 1,
          seed: 7,
          stop: ["END"],
          logprobs: true,
          top_logprobs: 2,
          service_tier: "auto",
          prompt_cache_key: "conversation_1",
          user: "user_1",
        },
      ],
    },
    {
      as: "with effort",
      args: [{ model: "grok-3-mini", messages, reasoning_effort: "low", max_completion_tokens: 500 }],
    },
    {
      as: "streamed",
      answer: "stream",
      args: [{ model: "grok-4", messages, stream: true, stream_options: { include_usage: true } }],
    },
    {
      as: "streamed with calls of a function",
      answer: "stream",
      args: [
        {
          model: "grok-4",
          messages: [{ role: "user", content: "The weather in Oslo?" }],
          tools: [{ type: "function", function: weather }],
          tool_choice: "required",
          stream: true,
        },
      ],
    },
  ],
  "chat.completions.deferred.create": [
    {
      operation: "chat.completions.create",
      answer: "deferred",
      args: [{ model: "grok-4", messages }],
      sends: { model: "grok-4", messages, deferred: true },
    },
  ],
  "chat.completions.deferred.retrieve": [
    { args: started },
    {
      as: "too early",
      answer: "pending",
      args: started,
      returns: () => undefined,
      mock: { pendingLooks: 1 },
    },
  ],
  "chat.completions.deferred.wait": [
    {
      operation: "chat.completions.deferred.retrieve",
      args: async (xai) => [...(await started(xai)), { intervalMs: 1 }],
      sends: {},
      mock: { pendingLooks: 2 },
    },
  ],
};

async function started(xai: Xai): Promise<[requestId: string]> {
  return [(await xai.chat.completions.deferred.create({ model: "grok-4", messages })).request_id];
}
