import { misbehave } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai, type MessageStreamEvent, type XaiStream } from "../index.ts";

const params = {
  model: "grok-4",
  messages: [{ role: "user", content: "hi" }],
  max_tokens: 9,
  stream: true as const,
};
const start = { type: "message_start", message: { id: "m1" } };
const delta = { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "hi" } };
const stop = { type: "message_stop" };

async function streamOf(
  texts: string[],
  then?: "cut" | "stall",
): Promise<{ stream: XaiStream<MessageStreamEvent>; events: object[]; reading: Promise<void> }> {
  const server = await misbehave([
    {
      headers: { "content-type": "text/event-stream" },
      chunks: texts.map((text) => ({ text })),
      ...(then && { then }),
    },
  ]);
  const stream = await createXai({ baseURL: server.url }).messages.create(params);
  const events: object[] = [];
  const read = async (): Promise<void> => {
    for await (const event of stream) events.push(event);
  };
  return { stream, events, reading: read() };
}

/** As Anthropic writes an event: its type is its name too. */
function named(event: { type: string }): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

describe("a streamed message", () => {
  it("ends at message_stop, even where the connection stays open", async () => {
    const { events, reading } = await streamOf([named(start), named(delta), named(stop)], "stall");
    await reading;
    expect(events).toEqual([start, delta, stop]);
  });

  it("ends also with [DONE] after message_stop", async () => {
    const { events, reading } = await streamOf([named(start), named(stop), "data: [DONE]\n\n"]);
    await reading;
    expect(events).toEqual([start, stop]);
  });

  it("that breaks off before message_stop throws, after what had arrived", async () => {
    const { events, reading } = await streamOf([named(start), named(delta)]);
    await expect(reading).rejects.toMatchObject({ kind: "protocol" });
    expect(events).toEqual([start, delta]);
  });

  it("throws what an error event says", async () => {
    const error = { type: "error", error: { type: "overloaded_error", message: "busy" } };
    const { events, reading } = await streamOf([named(start), named(error), named(stop)]);
    await expect(reading).rejects.toMatchObject({ kind: "api", type: "overloaded_error" });
    expect(events).toEqual([start]);
  });

  it("keeps pings", async () => {
    const ping = { type: "ping" };
    const { events, reading } = await streamOf([named(start), named(ping), named(stop)]);
    await reading;
    expect(events).toEqual([start, ping, stop]);
  });
});

describe("a streamed legacy completion", () => {
  it.each(["completions", "complete"] as const)(
    "of /%s comes as its chunks, ended by [DONE]",
    async (name) => {
      const server = await misbehave([
        {
          headers: { "content-type": "text/event-stream" },
          chunks: [{ text: 'data: {"id":"1"}\n\ndata: {"id":"2"}\n\ndata: [DONE]\n\n' }],
          then: "stall",
        },
      ]);
      const xai = createXai({ baseURL: server.url });
      const asked = { model: "grok-3", prompt: "a", stream: true as const };
      const stream: AsyncIterable<object> = await (name === "complete"
        ? xai.complete.create({ ...asked, max_tokens_to_sample: 1 })
        : xai.completions.create(asked));
      const chunks: object[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      expect(chunks).toEqual([{ id: "1" }, { id: "2" }]);
      expect((await server.requests())[0]?.path).toBe(`/${name}`);
    },
  );
});
