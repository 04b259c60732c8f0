import { type Wire, XaiProtocolError } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { chatChunk } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { type Block, eventsOfBlock, messageOf, messageStreamOf } from "./fixtures/message-events.ts";
import { eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import type { StreamedToolCall } from "./tool-call-reader.ts";
import { toolCallsOf } from "./tool-calls-of.ts";

const piece = (...tool_calls: readonly object[]): Wire.ChatResponseChunk =>
  chatChunk({ tool_calls: tool_calls as Wire.ToolCall[] });
const begin = (index: number, json = ""): object => ({
  index,
  id: `call_${index}`,
  type: "function",
  function: { name: `f${index}`, arguments: json },
});
const more = (index: number, json: string): object => ({ index, function: { arguments: json } });
const end = (finish_reason = "tool_calls"): Wire.ChatResponseChunk => chatChunk({}, { finish_reason });
const call = (index: number, json: string): StreamedToolCall => ({
  id: `call_${index}`,
  name: `f${index}`,
  arguments: json,
  index,
});

/** The calls, and after how many of the chunks each was there. */
async function timed(chunks: readonly Wire.ChatResponseChunk[]): Promise<[number, StreamedToolCall][]> {
  let read = 0;
  async function* source(): AsyncGenerator<Wire.ChatResponseChunk> {
    for (const chunk of chunks) {
      read += 1;
      yield chunk;
    }
  }
  const calls: [number, StreamedToolCall][] = [];
  for await (const one of toolCallsOf(source())) calls.push([read, one]);
  return calls;
}

describe("toolCallsOf", () => {
  it("gives calls that come whole, each when the next begins and the last when the answer ends", async () => {
    expect(await timed([piece(begin(0, "{}")), piece(begin(1, '{"a":1}')), end()])).toEqual([
      [2, call(0, "{}")],
      [3, call(1, '{"a":1}')],
    ]);
  });

  it("waits for the end of the answer where pieces of several calls alternate", async () => {
    expect(
      await timed([
        piece(begin(0, '{"a'), begin(1, "[")),
        piece(more(0, '":0}')),
        piece(more(1, "]")),
        piece(begin(2)),
        end(),
      ]),
    ).toEqual([
      [4, call(0, '{"a":0}')],
      [4, call(1, "[]")],
      [5, call(2, "")],
    ]);
  });

  it("gives no call that a limit or a filter cut off", async () => {
    for (const reason of ["length", "content_filter"]) {
      expect(
        await collect(toolCallsOf(eventsOf([piece(begin(0, "{}"), begin(1, '{"a":{}')), end(reason)]))),
      ).toEqual([call(0, "{}")]);
    }
  });

  it("gives no unfinished call when the source fails or stops, but throws", async () => {
    const calls: StreamedToolCall[] = [];
    const failure = new Error("gone");
    for (const after of [{ failure }, {}]) {
      const reading = (async () => {
        for await (const one of toolCallsOf(eventsOf([piece(begin(0, "{}"))], after))) calls.push(one);
      })();
      await expect(reading).rejects.toThrow("failure" in after ? "gone" : XaiProtocolError);
    }
    expect(calls).toEqual([]);
  });

  it("leaves out calls that xAI ran itself, and those of other choices", async () => {
    const server = { ...begin(0, "{}"), type: "web_search_call" };
    const other = chatChunk(
      { tool_calls: [begin(0, "{}")] as Wire.ToolCall[] },
      { index: 1, finish_reason: "tool_calls" },
    );
    expect(await collect(toolCallsOf(eventsOf([other, piece(server, begin(1, "{}")), end()])))).toEqual([
      call(1, "{}"),
    ]);
  });

  it("gives the function calls of a Responses stream when their items are done, in that order", async () => {
    const items = [0, 1, 2].map((index): Wire.FunctionToolCall => ({
      id: `fc_${index}`,
      type: "function_call",
      call_id: `call_${index}`,
      name: `f${index}`,
      arguments: "{}",
      status: index === 2 ? "incomplete" : "completed",
    }));
    const search: Wire.ModelOutput = {
      id: "ct",
      type: "custom_tool_call",
      call_id: "c",
      name: "x_keyword_search",
      input: "",
    };
    const whole = responseOf([...items, search]);
    const all = [...items, search].map((item, index) => eventsOfItem(item, index, (text) => [text]));
    const expected = [call(1, "{}"), call(0, "{}")];
    expect(await collect(toolCallsOf(eventsOf(streamOf(whole, all.toReversed().flat()))))).toEqual(expected);
    expect(await collect(toolCallsOf(eventsOf(streamOf(whole, []))))).toEqual(expected.toReversed());
  });

  const toolUse = (index: number, input: object): Block => ({
    type: "tool_use",
    id: `call_${index}`,
    name: `f${index}`,
    input,
  });
  const cut = (text: string): string[] => text.match(/.{1,4}/gsu) ?? [];

  it("gives the calls of a messages stream when their blocks stop, and none that xAI ran itself", async () => {
    const blocks = [
      { type: "server_tool_use", id: "s", name: "web_search", input: { query: "x" } },
      toolUse(1, { city: "Oslo" }),
      toolUse(2, {}),
    ];
    const lists = blocks.map((block, index) => eventsOfBlock(block, index, cut));
    const stream = messageStreamOf(messageOf(blocks, { stop_reason: "tool_use" }), lists.flat());
    const calls = [call(1, '{"city":"Oslo"}'), call(2, "{}")];
    expect(await collect(toolCallsOf(eventsOf(stream)))).toEqual(calls);
    const start = { type: "content_block_start", index: 1, content_block: toolUse(1, { city: "Oslo" }) };
    const whole = [start, { type: "content_block_stop", index: 1 }, { type: "message_stop" }];
    expect(await collect(toolCallsOf(eventsOf(whole as object[] as Wire.MessageStreamEvent[])))).toEqual([
      calls[0],
    ]);
  });

  it("gives a call of a message whose arguments are no JSON only where the model meant to end there", async () => {
    const events = eventsOfBlock(toolUse(0, { city: "Oslo" }), 0, cut).toSpliced(-2, 1);
    for (const stop_reason of ["tool_use", "max_tokens"]) {
      const stream = messageStreamOf(messageOf([], { stop_reason }), events);
      expect(await collect(toolCallsOf(eventsOf(stream)))).toEqual(
        stop_reason === "tool_use" ? [call(0, '{"city":"Osl')] : [],
      );
    }
  });

  it("gives the calls of another choice when told so", async () => {
    const chunks = [0, 1].map((index) =>
      chatChunk(
        { tool_calls: [begin(index, "{}")] as Wire.ToolCall[] },
        { index, finish_reason: "tool_calls" },
      ),
    );
    expect(await collect(toolCallsOf(eventsOf(chunks), { choiceIndex: 1 }))).toEqual([call(1, "{}")]);
  });
});
