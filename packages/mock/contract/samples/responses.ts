import type { Xai } from "@xai-edge/core";
import type { SamplesOf } from "../sample.ts";
import { picture, weather } from "./material.ts";

export const responseSamples: SamplesOf<"responses"> = {
  "responses.create": [
    { args: [{ model: "grok-4", input: "Hello" }] },
    {
      as: "with every kind of item, tool and setting",
      args: async (xai) => {
        const first = await xai.responses.create({ model: "grok-4", input: "Hello" });
        return [
          {
            model: "grok-3-mini",
            previous_response_id: first.id,
            input: [
              { role: "developer", content: "Be brief." },
              ...first.output,
              {
                role: "user",
                content: [
                  { type: "input_text", text: "What is this?" },
                  { type: "input_image", image_url: picture, detail: "low" },
                ],
              },
              { type: "function_call", call_id: "call_1", name: "weather", arguments: "{}" },
              { type: "function_call_output", call_id: "call_1", output: "-3" },
            ],
            tools: [
              { type: "function", ...weather },
              { type: "web_search", allowed_domains: ["x.ai"], enable_image_understanding: true },
              { type: "x_search", from_date: "2026-01-31", allowed_x_handles: ["xai"] },
              { type: "file_search", vector_store_ids: ["collection_1"], max_num_results: 5 },
              { type: "code_interpreter" },
              { type: "mcp", server_url: "https://mcp.example/", server_label: "example" },
            ],
            tool_choice: "auto",
            parallel_tool_calls: true,
            max_turns: 3,
            text: { format: { type: "json_schema", name: "day", schema: { type: "object" }, strict: true } },
            reasoning: { effort: "low", summary: "auto" },
            include: ["reasoning.encrypted_content"],
            store: true,
            max_output_tokens: 500,
            temperature: 0,
            top_p: 1,
            prompt_cache_key: "conversation_1",
            metadata: { tenant: "a" },
            user: "user_1",
          },
        ];
      },
    },
    { as: "streamed", answer: "stream", args: [{ model: "grok-4", input: "Hello", stream: true }] },
    {
      as: "streamed with calls of a function",
      answer: "stream",
      args: [
        {
          model: "grok-4",
          input: "The weather in Oslo?",
          tools: [{ type: "function", ...weather }],
          tool_choice: "required",
          include: ["reasoning.encrypted_content"],
          stream: true,
        },
      ],
    },
  ],
  "responses.retrieve": [{ args: stored }],
  "responses.delete": [{ args: stored }],
  "responses.compact": [
    { args: [{ model: "grok-4", input: "Hello" }] },
    {
      as: "with a conversation",
      args: async (xai) => {
        const { output } = await xai.responses.create({ model: "grok-4", input: "Hello" });
        return [{ model: "grok-4", input: [{ role: "user", content: "Hello" }, ...output] }];
      },
    },
  ],
  "responses.inputItems.list": [
    { args: stored },
    {
      as: "page by page",
      args: async (xai) => [...(await stored(xai)), { limit: 1, order: "desc" }],
    },
  ],
};

async function stored(xai: Xai): Promise<[responseId: string]> {
  const { id } = await xai.responses.create({
    model: "grok-4",
    input: [
      { role: "user", content: "Hello" },
      { role: "user", content: [{ type: "input_text", text: "Hello again" }] },
    ],
  });
  return [id];
}
