import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { citationsOf } from "./citations-of.ts";
import { chatChunk, chunkOf } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { eventsOfBlock, messageOf, messageStreamOf } from "./fixtures/message-events.ts";
import { eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";

const annotations: Wire.Annotation[] = [
  { type: "url_citation", url: "https://example.com/a", start_index: 0, end_index: 5 },
  { type: "url_citation", url: "https://example.com/b" },
  { type: "url_citation", url: "https://example.com/a", start_index: 7, end_index: 9 },
];
const item: Wire.OutputMessage = {
  id: "msg_0",
  type: "message",
  role: "assistant",
  content: [{ type: "output_text", text: "Hello", logprobs: [], annotations }],
  status: "completed",
};
const events = streamOf(
  responseOf([item]),
  eventsOfItem(item, 0, (text) => [text]),
);

describe("citationsOf", () => {
  it("gives each page of a chat's list once, whenever the list comes", async () => {
    const [a, b] = ["https://example.com/a", "https://example.com/b"];
    const chunks = [
      chunkOf([{ index: 0, delta: { content: "x" } }], { citations: [a ?? ""] }),
      chatChunk({}, { finish_reason: "stop" }),
      chunkOf([], { citations: [a ?? "", b ?? ""] }),
    ];
    expect(await collect(citationsOf(eventsOf(chunks)))).toEqual([
      { type: "url_citation", url: a },
      { type: "url_citation", url: b },
    ]);
  });

  it("gives each annotation of a response once, though the events that follow repeat it", async () => {
    expect(await collect(citationsOf(eventsOf(events)))).toEqual(annotations);
  });

  it.each<Wire.ResponseStreamEvent["type"]>([
    "response.output_text.annotation.added",
    "response.content_part.done",
    "response.output_item.done",
  ])("needs no %s to find them", async (left) => {
    const rest = events.filter(({ type }) => type !== left);
    expect(await collect(citationsOf(eventsOf(rest)))).toEqual(annotations);
  });

  it("finds those that only the last event carries", async () => {
    expect(await collect(citationsOf(eventsOf(events.slice(-1))))).toEqual(annotations);
  });

  it("gives the citations of a message, and no settings of that name", async () => {
    const citations = [
      { type: "web_search_result_location", url: "https://example.com/a", cited_text: "one" },
      { type: "char_location", document_index: 0, cited_text: "two" },
    ];
    const blocks = [
      {
        type: "web_fetch_tool_result",
        tool_use_id: "s",
        content: { type: "document", citations: { enabled: true } },
      },
      { type: "text", text: "Hello", citations },
    ];
    const stream = messageStreamOf(
      messageOf(blocks),
      blocks.flatMap((block, index) => eventsOfBlock(block, index, (text) => [text])),
    );
    expect(await collect(citationsOf(eventsOf(stream)))).toEqual(citations);
  });
});
