// Reads one answer in several ways at once: its words, its calls, its sources and what it took.
import process from "node:process";
import { createXai } from "@xai-edge/core";
import {
  citationsOf,
  fork,
  serverToolsOf,
  textOf,
  toolCallsOf,
  toReadableStream,
  usageOf,
} from "@xai-edge/stream";

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });
const stream = await xai.responses.create({
  model: "grok-4",
  input: "How is the weather in Oslo?",
  tools: [
    { type: "web_search" },
    {
      type: "function",
      name: "weather",
      description: "The weather in a city",
      parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
    },
  ],
  stream: true,
});
const [forWords, forCalls, forTools, forSources, forUsage] = fork(stream, 5);

async function count(values: AsyncIterable<unknown>): Promise<number> {
  let counted = 0;
  for await (const _ of values) counted += 1;
  return counted;
}
async function showWords(): Promise<void> {
  // A view as a ReadableStream, for whatever takes one.
  await toReadableStream(textOf(forWords)).pipeTo(
    new WritableStream({ write: (text) => void process.stdout.write(text) }),
  );
}
async function showCalls(): Promise<void> {
  for await (const call of toolCallsOf(forCalls)) console.log(call.name, call.arguments);
}
async function showTools(): Promise<void> {
  for await (const { type, phase } of serverToolsOf(forTools)) console.log(`${type}: ${phase}`);
}
async function showUsage(): Promise<void> {
  for await (const usage of usageOf(forUsage)) console.log(`${usage.total_tokens} tokens`);
}
const [sources] = await Promise.all([
  count(citationsOf(forSources)),
  showWords(),
  showCalls(),
  showTools(),
  showUsage(),
]);
console.log(`${sources} sources`);
