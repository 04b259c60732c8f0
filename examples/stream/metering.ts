// Shows an answer, then what it cost and how fast it was.
import process from "node:process";
import { createXai } from "@xai-edge/core";
import { meter, textOf } from "@xai-edge/stream";

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });

// Taken before the request, so that the wait for its first event counts.
const startedAtMs = performance.now();
const stream = await xai.chat.completions.create({
  model: "grok-4",
  messages: [{ role: "user", content: "Why is the sky blue?" }],
  stream: true,
  stream_options: { include_usage: true },
});
const metered = meter(stream, { startedAtMs });
for await (const text of textOf(metered)) process.stdout.write(text);

const { outputTokens, reasoningTokens, costUsd, firstAnswerMs, tokensPerSecond } = metered.snapshot;
console.log(`\n${outputTokens} tokens, ${reasoningTokens} of them reasoning, for $${costUsd}`);
console.log(
  `first words after ${firstAnswerMs?.toFixed(0)} ms, then ${tokensPerSecond?.toFixed(1)} tokens a second`,
);
