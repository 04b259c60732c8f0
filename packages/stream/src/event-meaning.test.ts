import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { meaningOf } from "./event-meaning.ts";

type KnownType = Exclude<`${Wire.ResponseStreamEvent["type"]}`, "">;

/** What each event is about; that none is left out is what the compiler sees to. */
const about: Readonly<Record<KnownType, string>> = {
  "response.created": "response",
  "response.queued": "response",
  "response.in_progress": "response",
  "response.completed": "response",
  "response.incomplete": "response",
  "response.failed": "response",
  "response.cancelled": "response",
  "response.done": "response",
  "response.output_item.added": "item",
  "response.output_item.done": "item",
  "response.content_part.added": "part",
  "response.content_part.done": "part",
  "response.reasoning_summary_part.added": "part",
  "response.reasoning_summary_part.done": "part",
  "response.output_text.delta": "text",
  "response.output_text.done": "text",
  "response.refusal.delta": "text",
  "response.refusal.done": "text",
  "response.reasoning_summary_text.delta": "text",
  "response.reasoning_summary_text.done": "text",
  "response.reasoning_text.delta": "text",
  "response.reasoning_text.done": "text",
  "response.function_call_arguments.delta": "text",
  "response.function_call_arguments.done": "text",
  "response.custom_tool_call_input.delta": "text",
  "response.custom_tool_call_input.done": "text",
  "response.code_interpreter_call_code.delta": "text",
  "response.code_interpreter_call_code.done": "text",
  "response.mcp_call_arguments.delta": "text",
  "response.mcp_call_arguments.done": "text",
  "response.mcp_call_output.delta": "text",
  "response.mcp_call_output.done": "text",
  "response.output_text.annotation.added": "annotation",
  "response.web_search_call.in_progress": "call",
  "response.web_search_call.searching": "call",
  "response.web_search_call.completed": "call",
  "response.x_search_call.in_progress": "call",
  "response.x_search_call.searching": "call",
  "response.x_search_call.completed": "call",
  "response.file_search_call.in_progress": "call",
  "response.file_search_call.searching": "call",
  "response.file_search_call.completed": "call",
  "response.code_interpreter_call.in_progress": "call",
  "response.code_interpreter_call.interpreting": "call",
  "response.code_interpreter_call.executing": "call",
  "response.code_interpreter_call.completed": "call",
  "response.code_execution_call.in_progress": "call",
  "response.code_execution_call.executing": "call",
  "response.code_execution_call.completed": "call",
  "response.mcp_list_tools.in_progress": "call",
  "response.mcp_list_tools.completed": "call",
  "response.mcp_list_tools.failed": "call",
  "response.mcp_call.in_progress": "call",
  "response.mcp_call.executing": "call",
  "response.mcp_call.completed": "call",
  "response.mcp_call.failed": "call",
  "response.image_generation_call.in_progress": "call",
  "response.image_generation_call.generating": "call",
  "response.image_generation_call.completed": "call",
  "response.image_generation_call.partial_image": "preview",
  // Without a response of their own, these two change nothing.
  error: "response",
  ping: "response",
};

describe("meaningOf", () => {
  it.each(Object.entries(about))("takes %s for an event about: %s", (type, expected) => {
    expect(meaningOf(type).about).toBe(expected);
  });
});
