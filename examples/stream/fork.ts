// Shows an answer while another reader keeps it whole, each at its own pace.
import process from "node:process";
import { createXai } from "@xai-edge/core";
import { foldChat, fork, textOf } from "@xai-edge/stream";

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });
const stream = await xai.chat.completions.create({
  model: "grok-4",
  messages: [{ role: "user", content: "Why is the sky blue?" }],
  stream: true,
});

// The log may be 256 events behind the page; further, and the page waits for it.
const [forPage, forLog] = fork(stream, 2, { maxAhead: 256 });

async function show(): Promise<void> {
  for await (const text of textOf(forPage)) process.stdout.write(text);
}
const [whole] = await Promise.all([foldChat(forLog).final(), show()]);
console.log(`\nkept ${whole.choices[0]?.message.content?.length} characters`);
