import { createXai, type ModelResponse, type Wire } from "@xai-edge/core";
import { expectTypeOf } from "vitest";
import {
  createChatFold,
  createResponseFold,
  type AnswerStream,
  foldChat,
  foldMessage,
  foldResponse,
  reasoningOf,
  type StreamedToolCall,
  textOf,
  toolCallsOf,
  toReadableStream,
  usageOf,
} from "./index.ts";

const xai = createXai({ baseURL: "https://proxy.example/v1" });
const chat = await xai.chat.completions.create({
  model: "grok-4",
  messages: [{ role: "user", content: "hi" }],
  stream: true,
});
const response = await xai.responses.create({ model: "grok-4", input: "hi", stream: true });

// A fold gives the events of its source and what the plain call returns.
const chatAnswer = foldChat(chat);
expectTypeOf(chatAnswer.snapshot).toEqualTypeOf<Wire.ChatResponse>();
expectTypeOf(chatAnswer.final()).resolves.toEqualTypeOf<Wire.ChatResponse>();
for await (const chunk of chatAnswer) expectTypeOf(chunk).toEqualTypeOf<Wire.ChatResponseChunk>();
const plainChat = await xai.chat.completions.create({
  model: "grok-4",
  messages: [{ role: "user", content: "hi" }],
});
expectTypeOf(await chatAnswer.final()).toEqualTypeOf(plainChat);

const responseAnswer = foldResponse(response);
expectTypeOf(responseAnswer.snapshot).toEqualTypeOf<ModelResponse>();
expectTypeOf(responseAnswer.final()).resolves.toEqualTypeOf<ModelResponse>();
for await (const event of responseAnswer) expectTypeOf(event).toEqualTypeOf<Wire.ResponseStreamEvent>();

const message = await xai.messages.create({ model: "grok-4", messages: [], max_tokens: 9, stream: true });
const messageAnswer = foldMessage(message);
expectTypeOf(messageAnswer.snapshot).toEqualTypeOf<Wire.MessageResponse>();
// @ts-expect-error a Responses stream is no messages stream
foldMessage(response);

// Usage has the shape of the protocol, a ReadableStream what its source gives.
expectTypeOf(usageOf(chat)).toEqualTypeOf<AsyncIterable<Wire.Usage, undefined>>();
expectTypeOf(usageOf(response)).toEqualTypeOf<AsyncIterable<Wire.ModelUsage, undefined>>();
expectTypeOf(usageOf(messageAnswer)).toEqualTypeOf<AsyncIterable<Wire.MessageUsage, undefined>>();
expectTypeOf(toReadableStream(textOf(chat))).toEqualTypeOf<ReadableStream<string>>();

// Each fold takes the events of its own protocol.
// @ts-expect-error a Responses stream is no chat stream
foldChat(response);
// @ts-expect-error a chat stream is no Responses stream
foldResponse(chat);
expectTypeOf(createChatFold().add).parameter(0).toEqualTypeOf<Wire.ChatResponseChunk>();
expectTypeOf(createResponseFold().add).parameter(0).toEqualTypeOf<Wire.ResponseStreamEvent>();

// Views take either, and what came through a fold.
for (const source of [chat, response, message, chatAnswer, responseAnswer, messageAnswer]) {
  expectTypeOf(source).toExtend<AnswerStream>();
  for await (const text of textOf(source)) expectTypeOf(text).toBeString();
  for await (const text of reasoningOf(source)) expectTypeOf(text).toBeString();
  for await (const call of toolCallsOf(source)) expectTypeOf(call).toEqualTypeOf<StreamedToolCall>();
}
// @ts-expect-error text is not a source of events
textOf(textOf(chat));

// What a fold shows is not to be replaced.
// @ts-expect-error
chatAnswer.snapshot = plainChat;
// @ts-expect-error
createChatFold().isWhole = true;
