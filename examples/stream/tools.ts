// Lets the model call a function, asks before it runs, and tells what the whole run cost.
import process from "node:process";
import { createXai } from "@xai-edge/core";
import { createTool, createToolbox, foldResponse, responseProtocol, runTools } from "@xai-edge/stream";
import { z } from "zod";

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });
const weather = createTool(z.object({ city: z.string() }), {
  name: "weather",
  description: "Tells the weather in a city",
  run: ({ city }) => ({ city, celsius: -3, wind: "none" }),
});
const run = runTools(responseProtocol, {
  ask: async (next, options) =>
    foldResponse(await xai.responses.create({ model: "grok-4", ...next }, options)),
  toolbox: createToolbox([weather], {
    timeoutMs: 10_000,
    approve: ({ name }) => name === "weather" || { reason: "Only the weather may be asked for" },
  }),
  input: "What is the weather in Oslo?",
  maxSteps: 5,
  maxCostUsd: 0.5,
});
for await (const event of run) {
  if (event.type === "wire_event" && event.event.type === "response.output_text.delta") {
    process.stdout.write(event.event.delta);
  }
  if (event.type === "call_finished") console.log(`${event.call.name}: ${event.output}`);
  if (event.type === "call_failed") console.log(`${event.call.name} failed: ${event.message}`);
}
const { stop, steps, costUsd, transcript } = await run.final();
console.log(`\n${stop} after ${steps} steps and ${transcript.length} items, for $${costUsd}`);
