import { createXai, type Wire } from "@xai-edge/core";
import { expectTypeOf } from "vitest";
import { createMeter, type ForkedStream, fork, meter, type MeterReading, textOf } from "./index.ts";

const xai = createXai({ baseURL: "https://proxy.example/v1" });
const chat = await xai.chat.completions.create({
  model: "grok-4",
  messages: [{ role: "user", content: "hi" }],
  stream: true,
});
const response = await xai.responses.create({ model: "grok-4", input: "hi", stream: true });
const message = await xai.messages.create({
  model: "grok-4",
  max_tokens: 1,
  messages: [{ role: "user", content: "hi" }],
  stream: true,
});

// As many readers as were asked for, each with the events of the source.
const two = fork(chat, 2);
expectTypeOf(two).toEqualTypeOf<
  [ForkedStream<Wire.ChatResponseChunk>, ForkedStream<Wire.ChatResponseChunk>]
>();
for await (const chunk of two[1]) expectTypeOf(chunk).toEqualTypeOf<Wire.ChatResponseChunk>();
// @ts-expect-error there is no third
textOf(two[2]);
const count: number = Number("3");
expectTypeOf(fork(textOf(chat), count)).toEqualTypeOf<ForkedStream<string>[]>();
fork(chat, 2, { maxAhead: 10, onSlow: "drop" });
// @ts-expect-error not a way to treat slow readers
fork(chat, 2, { onSlow: "error" });

// A metered stream has the events of its source, whatever the protocol.
expectTypeOf(meter(chat).snapshot).toEqualTypeOf<MeterReading>();
for await (const event of meter(response)) expectTypeOf(event).toEqualTypeOf<Wire.ResponseStreamEvent>();
for await (const event of meter(message)) createMeter().add(event);
// @ts-expect-error text is not a source of events
meter(textOf(chat));
// @ts-expect-error a reading is not to be changed
createMeter().snapshot.costUsd = 0;
