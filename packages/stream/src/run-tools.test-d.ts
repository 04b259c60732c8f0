import { createXai, type ModelResponse, type Wire } from "@xai-edge/core";
import { expectTypeOf } from "vitest";
import * as z from "zod";
import {
  type AnswerStream,
  chatProtocol,
  compactTurns,
  createConversation,
  createTool,
  createToolbox,
  foldChat,
  foldMessage,
  foldResponse,
  messageProtocol,
  responseProtocol,
  runTools,
  storedResponseProtocol,
  trimTurns,
} from "./index.ts";

const xai = createXai({ baseURL: "https://proxy.example/v1" });
const toolbox = createToolbox([
  createTool(z.object({ city: z.string(), days: z.number().default(1) }), {
    name: "weather",
    run: (args, { signal, call }) => {
      expectTypeOf(args).toEqualTypeOf<{ city: string; days: number }>();
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
      expectTypeOf(call.arguments).toBeString();
    },
  }),
]);

// Server-side tools go alongside, and what the caller sets stays the caller's.
const run = runTools(responseProtocol, {
  ask: async (next, options, step) =>
    foldResponse(
      await xai.responses.create(
        {
          model: "grok-4",
          ...next,
          tools: [{ type: "web_search" }, ...next.tools],
          tool_choice: step === 1 ? "required" : "auto",
        },
        options,
      ),
    ),
  toolbox,
  input: "Oslo?",
});
for await (const event of run) {
  if (event.type === "wire_event") expectTypeOf(event.event).toEqualTypeOf<Wire.ResponseStreamEvent>();
  if (event.type === "step_finished") expectTypeOf(event.answer).toEqualTypeOf<ModelResponse>();
  if (event.type === "call_finished") expectTypeOf(event.output).toBeString();
}

// A run that a limit stopped has no answer.
const result = await run.final();
if (result.stop === "answered") expectTypeOf(result.answer).toEqualTypeOf<ModelResponse>();
else expectTypeOf(result.answer).toBeUndefined();
expectTypeOf(result.transcript).toEqualTypeOf<Wire.ModelInputPart[]>();
expectTypeOf(result.usage).toEqualTypeOf<Wire.ModelUsage | undefined>();
await xai.responses.create({ model: "grok-4", input: result.transcript });

// Whole answers will do, too, and each protocol takes its own.
runTools(storedResponseProtocol, {
  ask: (next, options) => xai.responses.create({ model: "grok-4", ...next, stream: false }, options),
  toolbox,
  input: [{ role: "user", content: [{ type: "input_text", text: "Oslo?" }] }],
});
runTools(messageProtocol, {
  ask: async (next, options) =>
    foldMessage(await xai.messages.create({ model: "grok-4", max_tokens: 100, ...next }, options)),
  toolbox,
  input: "Oslo?",
});
const response = await xai.responses.create({ model: "grok-4", input: "Oslo?", stream: true });
// @ts-expect-error a response is no answer of a chat
runTools(chatProtocol, { ask: () => foldResponse(response), toolbox, input: "Oslo?" });
runTools(chatProtocol, {
  // @ts-expect-error the stream is not folded
  ask: (next, options) => xai.chat.completions.create({ model: "grok-4", ...next }, options),
  toolbox,
  input: "Oslo?",
});

// What a conversation streams can be viewed.
const conversation = createConversation(chatProtocol, {
  ask: async (next, options) =>
    foldChat(await xai.chat.completions.create({ model: "grok-4", ...next }, options)),
});
expectTypeOf(conversation.send("Hello")).toExtend<AnswerStream>();
expectTypeOf(conversation.send("Hello").final()).resolves.toEqualTypeOf<Wire.ChatResponse>();
conversation.addAnswer(
  await xai.chat.completions.create({ model: "grok-4", messages: conversation.next().messages }),
);
await conversation.update((turns) =>
  trimTurns(turns, { maxTokens: 1000, count: (message) => JSON.stringify(message).length }),
);
await conversation.update((turns) =>
  // @ts-expect-error only responses can be compacted by the API
  compactTurns(turns, (input) => xai.responses.compact({ model: "grok-4", input })),
);
