import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import type { AnswerEvent } from "./answer-event.ts";
import { chatChunk } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { eventsOfBlock, messageOf, messageStreamOf } from "./fixtures/message-events.ts";
import { eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import { serverToolsOf } from "./server-tools-of.ts";

const cut = (text: string): string[] => text.match(/.{1,4}/gsu) ?? [];
const search: Wire.ModelOutput = {
  id: "ws_0",
  type: "web_search_call",
  action: { type: "search", query: "weather" },
  status: "completed",
};
const post: Wire.CustomToolCall = {
  id: "ctc_1",
  type: "custom_tool_call",
  call_id: "call_x",
  name: "x_keyword_search",
  input: '{"q":1}',
  status: "completed",
};
const own: Wire.FunctionToolCall = {
  id: "fc_2",
  type: "function_call",
  call_id: "call_2",
  name: "f",
  arguments: "{}",
  status: "completed",
};

/** Each activity's phase, call and state. */
async function told(events: readonly AnswerEvent[]): Promise<unknown[]> {
  const all = await collect(serverToolsOf(eventsOf(events)));
  return all.map(({ phase, id, item }) => [phase, id, item["status"]]);
}

describe("serverToolsOf", () => {
  it("follows the searches of a response from their start to the whole item, and no call of your own", async () => {
    const output = [search, post, own];
    const lists = output.map((item, index) => eventsOfItem(item, index, cut));
    const all = await collect(serverToolsOf(eventsOf(streamOf(responseOf(output), lists.flat()))));
    expect(all.map(({ phase, type, index, item }) => [phase, type, index, item["status"] ?? ""])).toEqual([
      ["started", "web_search_call", 0, "completed"],
      ["progress", "web_search_call", 0, "in_progress"],
      ["progress", "web_search_call", 0, "searching"],
      ["progress", "web_search_call", 0, "completed"],
      ["done", "web_search_call", 0, "completed"],
      ["started", "custom_tool_call", 1, "in_progress"],
      ["progress", "custom_tool_call", 1, "in_progress"],
      ["progress", "custom_tool_call", 1, "in_progress"],
      ["progress", "custom_tool_call", 1, "in_progress"],
      ["done", "custom_tool_call", 1, "completed"],
    ]);
    expect(all.filter(({ phase }) => phase === "done").map(({ item }) => item)).toEqual([search, post]);
    const inputs = all.filter(({ type }) => type === "custom_tool_call").map(({ item }) => item["input"]);
    expect(inputs).toEqual(["", '{"q"', post.input, post.input, post.input]);
  });

  it.each([
    ["web_search_call", ["in_progress", "searching", "completed"]],
    ["x_search_call", ["in_progress", "searching", "completed"]],
    ["file_search_call", ["in_progress", "searching", "completed"]],
    ["code_interpreter_call", ["in_progress", "interpreting", "executing", "completed"]],
    ["code_execution_call", ["in_progress", "executing", "completed"]],
    ["mcp_list_tools", ["in_progress", "completed", "failed"]],
    ["mcp_call", ["in_progress", "executing", "completed", "failed"]],
    ["image_generation_call", ["in_progress", "generating", "completed"]],
  ])("follows the states of a %s, also of one that was never announced", async (type, states) => {
    const events = states.map((state) => ({
      type: `response.${type}.${state}`,
      output_index: 3,
      item_id: "id_3",
    }));
    const response = responseOf([]);
    const all = [
      ...events,
      { type: "response.completed", response },
    ] as object[] as Wire.ResponseStreamEvent[];
    expect(await told(all)).toEqual([
      ["started", "id_3", states[0]],
      ...states.map((state) => ["progress", "id_3", state]),
    ]);
  });

  it("has the code and the previews as they come", async () => {
    const place = { output_index: 0, item_id: "ci_0" };
    const code = [
      { type: "response.code_interpreter_call_code.delta", delta: "1+", ...place },
      { type: "response.code_interpreter_call_code.delta", delta: "1", ...place },
      { type: "response.code_interpreter_call_code.done", code: "1+1;", ...place },
    ];
    const picture = {
      type: "response.image_generation_call.partial_image",
      output_index: 1,
      partial_image_b64: "aGk=",
    };
    const end = { type: "response.completed", response: responseOf([]) };
    const events = [...code, picture, end] as object[] as Wire.ResponseStreamEvent[];
    const progress = (await collect(serverToolsOf(eventsOf(events)))).filter(
      ({ phase }) => phase === "progress",
    );
    expect(progress.map(({ item }) => item["code"])).toEqual(["1+", "1+1", "1+1;", undefined]);
    expect(progress.at(-1)?.event).toBe(picture);
    expect(progress.at(-1)?.item).toMatchObject({ type: "image_generation_call", status: "in_progress" });
  });

  it("finds calls that only the last event of a response carries", async () => {
    const end: Wire.ResponseStreamEvent = { type: "response.completed", response: responseOf([own, search]) };
    expect(await told([end])).toEqual([
      ["started", "ws_0", "completed"],
      ["done", "ws_0", "completed"],
    ]);
  });

  it("shows the calls that xAI ran for a chat, which are done when the choice is", async () => {
    const calls = [
      { id: "ws", index: 0, type: "web_search_call", function: { name: "web_search", arguments: "{}" } },
      { id: "own", index: 1, type: "function", function: { name: "f", arguments: "{}" } },
    ];
    const chunks = [
      chatChunk({ tool_calls: calls }),
      chatChunk({ content: "It rains." }),
      chatChunk({}, { finish_reason: "stop" }),
    ];
    const all = await collect(serverToolsOf(eventsOf(chunks)));
    expect(all.map(({ phase, item, event }) => [phase, item, event])).toEqual([
      ["started", calls[0], chunks[0]],
      ["done", calls[0], chunks[2]],
    ]);
  });

  it("follows the server's tools of a message until their result comes, or the message ends", async () => {
    const blocks = [
      { type: "server_tool_use", id: "s0", name: "web_search", input: { query: "a" } },
      { type: "mcp_tool_use", id: "s1", name: "look", server_name: "m", input: {} },
      { type: "tool_use", id: "own", name: "f", input: { a: 1 } },
      { type: "web_search_tool_result", tool_use_id: "s0", content: [] },
    ];
    const lists = blocks.map((block, index) => eventsOfBlock(block, index, cut));
    const all = await collect(serverToolsOf(eventsOf(messageStreamOf(messageOf(blocks), lists.flat()))));
    expect(all.map(({ phase, id, item, event }) => [phase, id, item["input"], event["type"]])).toEqual([
      ["started", "s0", {}, "content_block_start"],
      ["progress", "s0", { query: "a" }, "content_block_stop"],
      ["started", "s1", {}, "content_block_start"],
      ["progress", "s1", {}, "content_block_stop"],
      ["done", "s0", { query: "a" }, "content_block_start"],
      ["done", "s1", {}, "message_stop"],
    ]);
  });
});
