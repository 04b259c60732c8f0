// Shows an answer word by word, however unevenly it arrives.
import process from "node:process";
import { createXai } from "@xai-edge/core";
import { pace, textOf } from "@xai-edge/stream";

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });
const stream = await xai.responses.create({ model: "grok-4", input: "Tell me a story", stream: true });

let frames = 0;
for await (const text of pace(textOf(stream), { by: "word", maxLagMs: 200 })) {
  process.stdout.write(text);
  frames += 1;
}
console.log(`\n${frames} frames`);
