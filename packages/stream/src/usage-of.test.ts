import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { chatChunk, chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { messageOf, messageStreamOf } from "./fixtures/message-events.ts";
import { responseOf, streamOf } from "./fixtures/response-events.ts";
import { usageOf } from "./usage-of.ts";

describe("usageOf", () => {
  it("gives what the chunks of a chat tell, each time", async () => {
    const early = { ...usage, completion_tokens: 1 };
    const chunks = [
      chatChunk({ content: "a" }, {}),
      chunkOf([{ index: 0, delta: { content: "b" } }], { usage: early }),
      chatChunk({}, { finish_reason: "stop" }),
      chunkOf([], { usage: null }),
      chunkOf([], { usage }),
    ];
    expect(await collect(usageOf(eventsOf(chunks)))).toStrictEqual([early, usage]);
  });

  it("gives what the last event of a response tells", async () => {
    const response = responseOf([]);
    expect(await collect(usageOf(eventsOf(streamOf(response, []))))).toStrictEqual([response.usage]);
  });

  it("gives what the start of a message tells, then that with what its end changes", async () => {
    const message = messageOf([]);
    const told = await collect(usageOf(eventsOf(messageStreamOf(message, []))));
    expect(told).toStrictEqual([{ ...message.usage, output_tokens: 1 }, message.usage]);
  });

  it("gives nothing where nothing is told", async () => {
    const end: Wire.ResponseStreamEvent = {
      type: "response.completed",
      response: responseOf([], { usage: null }),
    };
    expect(await collect(usageOf(eventsOf([end])))).toEqual([]);
  });
});
