import type { SamplesOf } from "../sample.ts";
import { article, picture } from "./material.ts";

const messages = [{ role: "user" as const, content: "Hello" }];
const prompted = { model: "grok-3", prompt: "Once upon a time" };

/** Operations on text besides chat and Responses. */
export const textSamples: SamplesOf<
  "messages" | "completions" | "complete" | "embeddings" | "tokenize" | "documents"
> = {
  "messages.create": [
    { args: [{ model: "grok-4", max_tokens: 100, messages }] },
    {
      as: "with every kind of block and of setting",
      args: [
        {
          model: "grok-4-fast-non-reasoning",
          max_tokens: 300,
          system: "Be brief.",
          messages: [
            {
              role: "user",
              content: [
                { type: "text", text: "What is this?" },
                {
                  type: "image",
                  source: {
                    type: "base64",
                    media_type: "image/png",
                    data: picture.slice(picture.indexOf(",") + 1),
                  },
                },
              ],
            },
            {
              role: "assistant",
              content: [{ type: "tool_use", id: "call_1", name: "weather", input: { city: "Oslo" } }],
            },
            { role: "user", content: [{ type: "tool_result", tool_use_id: "call_1", content: "-3" }] },
          ],
          tools: [
            {
              name: "weather",
              description: "Tells the weather.",
              input_schema: { type: "object", properties: {} },
            },
          ],
          tool_choice: { type: "auto" },
          stop_sequences: ["END"],
          temperature: 0.5,
          top_p: 0.9,
          metadata: { user_id: "user_1" },
        },
      ],
    },
    {
      as: "streamed",
      answer: "stream",
      args: [{ model: "grok-4", max_tokens: 100, messages, stream: true }],
    },
  ],
  "completions.create": [
    { args: [prompted] },
    {
      as: "with settings",
      args: [{ ...prompted, max_tokens: 20, n: 2, stop: ["END"], temperature: 0.5, seed: 7, echo: true }],
    },
    { as: "streamed", answer: "stream", args: [{ ...prompted, max_tokens: 20, stream: true }] },
  ],
  "complete.create": [
    { args: [{ ...prompted, max_tokens_to_sample: 20 }] },
    {
      as: "with settings",
      args: [
        { ...prompted, max_tokens_to_sample: 20, stop_sequences: ["END"], temperature: 0.5, top_p: 0.9 },
      ],
    },
    { as: "streamed", answer: "stream", args: [{ ...prompted, max_tokens_to_sample: 20, stream: true }] },
  ],
  "embeddings.create": [
    { args: [{ model: "v1", input: "Hello" }] },
    { as: "of several texts", args: [{ model: "v1", input: ["Hello", "world"], dimensions: 8 }] },
    { as: "in base64", args: [{ model: "v1", input: ["Hello"], encoding_format: "base64" }] },
  ],
  "tokenize.create": [{ args: [{ model: "grok-4", text: "Hello world!" }] }],
  "documents.search": [
    {
      args: async (xai) => {
        await xai.files.create({ file: article });
        return [{ query: "When does water boil?", source: { collection_ids: ["collection_1"] } }];
      },
    },
    {
      as: "with settings",
      args: async (xai) => {
        await xai.files.create({ file: article });
        return [
          {
            query: "When does water boil?",
            source: { collection_ids: ["collection_1"] },
            limit: 3,
            retrieval_mode: { type: "hybrid", reranker: { type: "rrf", k: 60 } },
            instructions: "Prefer new ones.",
          },
        ];
      },
    },
  ],
};
