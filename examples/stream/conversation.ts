// Holds a conversation, branches it, asks again, trims it, and takes it through JSON.
import process from "node:process";
import { createXai } from "@xai-edge/core";
import {
  type ChatNext,
  chatProtocol,
  conversationFromJson,
  createConversation,
  foldChat,
  textOf,
  trimTurns,
} from "@xai-edge/stream";

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });
const ask = async (next: ChatNext, options: { signal: AbortSignal }) =>
  foldChat(await xai.chat.completions.create({ model: "grok-4", ...next }, options));

const conversation = createConversation(chatProtocol, { ask });
conversation.addInput({ role: "system", content: "Be brief." });
for await (const text of textOf(conversation.send("Why is the sky blue?"))) process.stdout.write(text);

const aside = conversation.branch();
await aside.send("And at night?").final();
await conversation.retryLast().final();
console.log(`\n${conversation.turns.length} turns here, ${aside.turns.length} in the branch`);

const saved = JSON.stringify(aside);
const restored = conversationFromJson(chatProtocol, JSON.parse(saved), { ask });
await restored.update((turns) =>
  trimTurns(turns, {
    maxTokens: 400,
    count: async (message) =>
      (await xai.tokenize.create({ model: "grok-4", text: JSON.stringify(message) })).token_ids.length,
  }),
);
const { choices } = await restored.send("Thanks").final();
console.log(`${restored.turns.length} turns after trimming: ${choices[0]?.finish_reason}`);
