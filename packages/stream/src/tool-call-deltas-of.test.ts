import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { chatChunk } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { eventsOfBlock, messageOf, messageStreamOf } from "./fixtures/message-events.ts";
import { eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import { toolCallDeltasOf } from "./tool-call-deltas-of.ts";

const cut = (text: string): string[] => text.match(/.{1,4}/gsu) ?? [];
const json = '{"city":"Oslo"}';
const place = { id: "call_0", name: "weather", index: 0 };
const grown = ["", '{"ci', '{"city":', '{"city":"Osl', json].map((soFar, at, all) => ({
  ...place,
  delta: soFar.slice(all[at - 1]?.length ?? 0),
  arguments: soFar,
}));

describe("toolCallDeltasOf", () => {
  it("gives a chat's calls at their start and with every piece", async () => {
    const pieces = ["", ...cut(json)].map((piece, at) => ({
      index: 0,
      ...(at === 0 && { id: place.id, type: "function" }),
      function: { ...(at === 0 && { name: place.name }), arguments: piece },
    }));
    const chunks = [
      ...pieces.map((piece) => chatChunk({ tool_calls: [piece] as Wire.ToolCall[] })),
      chatChunk({}, { finish_reason: "tool_calls" }),
    ];
    expect(await collect(toolCallDeltasOf(eventsOf(chunks)))).toEqual(grown);
  });

  it("gives a response's calls at their start and with every piece, also where only the end has some of it", async () => {
    const call: Wire.FunctionToolCall = {
      id: "fc_0",
      type: "function_call",
      call_id: place.id,
      name: place.name,
      arguments: json,
      status: "completed",
    };
    const events = streamOf(responseOf([call]), eventsOfItem(call, 0, cut));
    expect(await collect(toolCallDeltasOf(eventsOf(events)))).toEqual(grown);
    const noDeltas = events.filter(({ type }) => type !== "response.function_call_arguments.delta");
    expect(await collect(toolCallDeltasOf(eventsOf(noDeltas)))).toEqual([
      grown[0],
      { ...place, delta: json, arguments: json },
    ]);
  });

  it("gives a message's calls at their start and with every piece", async () => {
    const block = { type: "tool_use", id: place.id, name: place.name, input: { city: "Oslo" } };
    const stream = messageStreamOf(messageOf([block]), eventsOfBlock(block, 0, cut));
    expect(await collect(toolCallDeltasOf(eventsOf(stream)))).toEqual(grown);
  });
});
