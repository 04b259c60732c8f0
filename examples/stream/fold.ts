// Shows an answer while it grows, then what it took.
import process from "node:process";
import { createXai } from "@xai-edge/core";
import { foldChat } from "@xai-edge/stream";

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });
const answer = foldChat(
  await xai.chat.completions.create({
    model: "grok-4",
    messages: [{ role: "user", content: "Why is the sky blue?" }],
    stream: true,
    stream_options: { include_usage: true },
  }),
);
for await (const chunk of answer) process.stdout.write(chunk.choices[0]?.delta.content ?? "");
const { choices, usage } = await answer.final();
console.log(`\n${choices[0]?.finish_reason} after ${usage?.completion_tokens} tokens`);
