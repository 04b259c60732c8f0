// Written by `pnpm generate` from packages/schema/spec (source cc1154c4b553). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { SearchParameters, ServerSideToolUsageDetails, ServiceTier, TokenLogProb } from "./common.gen.ts";
import { ModelId } from "./models.gen.ts";
import { taggedUnion } from "../tagged-union.ts";
import { unknownVariant } from "../unknown-variant.ts";

/** One part of a message: text, an image or a file. As it is sent. */
export const ModelInputContentItemParam: z.ZodMiniType<Wire.ModelInputContentItem> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("input_text"),
    "text": z.string(),
  }), z.strictObject({
    "type": z.literal("output_text"),
    "text": z.string(),
  }), z.strictObject({
    "type": z.literal("input_image"),
    "image_url": z.string(),
    "detail": z.optional(z.string()),
    "file_id": z.nullish(z.string()),
  }), z.strictObject({
    "type": z.literal("input_file"),
    "file_id": z.nullish(z.string()),
    "file_url": z.nullish(z.string()),
    "file_data": z.nullish(z.string()),
    "filename": z.nullish(z.string()),
    "mime_type": z.nullish(z.string()),
  })]))();

/** One part of a message: text, an image or a file. As it arrives. */
export const ModelInputContentItem: z.ZodMiniType<Wire.ModelInputContentItem> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.looseObject({
    "type": z.literal("input_text"),
    "text": z.string(),
  }), z.looseObject({
    "type": z.literal("output_text"),
    "text": z.string(),
  }), z.looseObject({
    "type": z.literal("input_image"),
    "image_url": z.string(),
    "detail": z.nullish(z.string()),
    "file_id": z.nullish(z.string()),
  }), z.looseObject({
    "type": z.literal("input_file"),
    "file_id": z.nullish(z.string()),
    "file_url": z.nullish(z.string()),
    "file_data": z.nullish(z.string()),
    "filename": z.nullish(z.string()),
    "mime_type": z.nullish(z.string()),
  })]), unknownVariant("type", ["input_text","output_text","input_image","input_file"])]))();

/** Content of a message or of a function's result: a text, or a list of parts. As it is sent. */
export const ModelInputContentParam: z.ZodMiniType<Wire.ModelInputContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(ModelInputContentItemParam)]))();

/** Content of a message or of a function's result: a text, or a list of parts. As it arrives. */
export const ModelInputContent: z.ZodMiniType<Wire.ModelInputContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(ModelInputContentItem)]))();

/** A source cited by a text. */
export const Annotation: z.ZodMiniType<Wire.Annotation> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.string(),
    "url": z.string(),
    "title": z.nullish(z.string()),
    "start_index": z.nullish(z.int32()),
    "end_index": z.nullish(z.int32()),
  }))();

/** Text of an answer. */
export const OutputText: z.ZodMiniType<Wire.OutputText> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("output_text"),
    "text": z.string(),
    "annotations": z.nullish(z.array(Annotation)),
    "logprobs": z.nullish(z.array(TokenLogProb)),
  }))();

/** The model's refusal to answer. */
export const OutputRefusal: z.ZodMiniType<Wire.OutputRefusal> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("refusal"),
    "refusal": z.string(),
  }))();

/** One part of a message of the model: text or a refusal. */
export const OutputMessageContent: z.ZodMiniType<Wire.OutputMessageContent> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [OutputText, OutputRefusal]), unknownVariant("type", ["output_text","refusal"])]))();

/** A message of the model. */
export const OutputMessage: z.ZodMiniType<Wire.OutputMessage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("message"),
    "id": z.nullish(z.string()),
    "role": z.literal("assistant"),
    "status": z.nullish(z.string()),
    "content": z.array(OutputMessageContent),
  }))();

/** A call of one of the caller's functions, which the caller answers. */
export const FunctionToolCall: z.ZodMiniType<Wire.FunctionToolCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("function_call"),
    "id": z.nullish(z.string()),
    "call_id": z.string(),
    "name": z.string(),
    "arguments": z.string(),
    "status": z.nullish(z.string()),
  }))();

/** A piece of the summary of the model's thoughts. */
export const SummaryText: z.ZodMiniType<Wire.SummaryText> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("summary_text"),
    "text": z.string(),
  }))();

/** A piece of the model's thoughts. */
export const ReasoningText: z.ZodMiniType<Wire.ReasoningText> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("reasoning_text"),
    "text": z.string(),
  }))();

/** What the model thought. Sent back unchanged, it lets the model go on from its own thoughts. */
export const Reasoning: z.ZodMiniType<Wire.Reasoning> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("reasoning"),
    "id": z.nullish(z.string()),
    "summary": z.array(SummaryText),
    "content": z.nullish(z.array(ReasoningText)),
    "encrypted_content": z.nullish(z.string()),
    "status": z.nullish(z.string()),
  }))();

/** A page that a web search found. */
export const WebSearchSource: z.ZodMiniType<Wire.WebSearchSource> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.string(),
    "url": z.nullish(z.string()),
  }))();

/** What a step of web search did. */
export const WebSearchAction: z.ZodMiniType<Wire.WebSearchAction> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.looseObject({
    "type": z.literal("search"),
    "query": z.string(),
    "sources": z.nullish(z.array(WebSearchSource)),
  }), z.looseObject({
    "type": z.literal("open_page"),
    "url": z.string(),
  }), z.looseObject({
    "type": z.literal("find_in_page"),
    "url": z.string(),
    "pattern": z.string(),
  })]), unknownVariant("type", ["search","open_page","find_in_page"])]))();

/** A step of web search that xAI ran. */
export const WebSearchCall: z.ZodMiniType<Wire.WebSearchCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("web_search_call"),
    "id": z.nullish(z.string()),
    "action": z.nullish(WebSearchAction),
    "name": z.nullish(z.string()),
    "arguments": z.nullish(z.string()),
    "call_id": z.nullish(z.string()),
    "status": z.nullish(z.string()),
  }))();

/** A step of X search that xAI ran, as some models write it; others write it as `CustomToolCall`. */
export const XSearchCall: z.ZodMiniType<Wire.XSearchCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("x_search_call"),
    "id": z.nullish(z.string()),
    "name": z.nullish(z.string()),
    "arguments": z.nullish(z.string()),
    "call_id": z.nullish(z.string()),
    "status": z.nullish(z.string()),
  }))();

/** A passage that a search of collections found. */
export const FileSearchResult: z.ZodMiniType<Wire.FileSearchResult> = /* @__PURE__ */ (() =>
  z.looseObject({
    "file_id": z.string(),
    "filename": z.string(),
    "score": z.nullish(z.number()),
    "text": z.string(),
  }))();

/** A search of collections that xAI ran. */
export const FileSearchCall: z.ZodMiniType<Wire.FileSearchCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("file_search_call"),
    "id": z.nullish(z.string()),
    "queries": z.nullish(z.array(z.string())),
    "results": z.nullish(z.array(FileSearchResult)),
    "status": z.nullish(z.string()),
  }))();

/** One output of code that ran. */
export const CodeInterpreterOutput: z.ZodMiniType<Wire.CodeInterpreterOutput> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.looseObject({
    "type": z.literal("logs"),
    "logs": z.string(),
  }), z.looseObject({
    "type": z.literal("image"),
    "url": z.string(),
  })]), unknownVariant("type", ["logs","image"])]))();

/** Code that the model wrote and xAI ran. */
export const CodeInterpreterCall: z.ZodMiniType<Wire.CodeInterpreterCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("code_interpreter_call"),
    "id": z.nullish(z.string()),
    "code": z.nullish(z.string()),
    "outputs": z.nullish(z.array(CodeInterpreterOutput)),
    "name": z.nullish(z.string()),
    "arguments": z.nullish(z.string()),
    "call_id": z.nullish(z.string()),
    "status": z.nullish(z.string()),
  }))();

/** A call of a tool on an MCP server, which xAI made. */
export const McpCall: z.ZodMiniType<Wire.McpCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("mcp_call"),
    "id": z.nullish(z.string()),
    "server_label": z.nullish(z.string()),
    "name": z.string(),
    "arguments": z.nullish(z.string()),
    "output": z.nullish(z.string()),
    "error": z.nullish(z.string()),
    "status": z.nullish(z.string()),
  }))();

/**
 * A call of a tool with free-form input. X search arrives like this, run by xAI, under names such as
 * `x_keyword_search`.
 */
export const CustomToolCall: z.ZodMiniType<Wire.CustomToolCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("custom_tool_call"),
    "id": z.string(),
    "call_id": z.string(),
    "name": z.string(),
    "input": z.nullish(z.string()),
    "status": z.nullish(z.string()),
  }))();

/** Shell commands and their limits. */
export const ShellCallAction: z.ZodMiniType<Wire.ShellCallAction> = /* @__PURE__ */ (() =>
  z.looseObject({
    "commands": z.array(z.string()),
    "timeout_ms": z.nullish(z.int()),
    "max_output_length": z.nullish(z.int32()),
    "type": z.nullish(z.string()),
  }))();

/** A skill in a local shell environment. As it is sent. */
export const LocalShellSkillParam: z.ZodMiniType<Wire.LocalShellSkill> = /* @__PURE__ */ (() =>
  z.strictObject({
    "name": z.string(),
    "description": z.string(),
    "path": z.string(),
  }))();

/** A skill in a local shell environment. As it arrives. */
export const LocalShellSkill: z.ZodMiniType<Wire.LocalShellSkill> = /* @__PURE__ */ (() =>
  z.looseObject({
    "name": z.string(),
    "description": z.string(),
    "path": z.string(),
  }))();

/** Where shell commands run. As it is sent. */
export const ShellEnvironmentParam: z.ZodMiniType<Wire.ShellEnvironment> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.string(),
    "skills": z.optional(z.array(LocalShellSkillParam)),
  }))();

/** Where shell commands run. As it arrives. */
export const ShellEnvironment: z.ZodMiniType<Wire.ShellEnvironment> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.string(),
    "skills": z.nullish(z.array(LocalShellSkill)),
  }))();

/** Commands that the model wants the caller to run in its own shell. */
export const ShellCall: z.ZodMiniType<Wire.ShellCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("shell_call"),
    "id": z.nullish(z.string()),
    "call_id": z.string(),
    "action": ShellCallAction,
    "environment": z.nullish(ShellEnvironment),
    "status": z.nullish(z.string()),
  }))();

/** An image that the model had xAI draw. */
export const ImageGenerationCall: z.ZodMiniType<Wire.ImageGenerationCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("image_generation_call"),
    "id": z.nullish(z.string()),
    "prompt": z.nullish(z.string()),
    "result": z.nullish(z.string()),
    "status": z.nullish(z.string()),
  }))();

/** A search for tools whose definitions were deferred. */
export const ToolSearchCall: z.ZodMiniType<Wire.ToolSearchCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("tool_search_call"),
    "id": z.string(),
    "call_id": z.nullish(z.string()),
    "execution": z.nullish(z.string()),
    "arguments": z.nullish(z.unknown()),
    "status": z.nullish(z.string()),
  }))();

/** Tools that a search for deferred tools found. */
export const ToolSearchOutput: z.ZodMiniType<Wire.ToolSearchOutput> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("tool_search_output"),
    "id": z.string(),
    "call_id": z.nullish(z.string()),
    "execution": z.nullish(z.string()),
    "tools": z.nullish(z.array(z.unknown())),
    "status": z.nullish(z.string()),
  }))();

/** One item of the output, told apart by `type`. */
export const ModelOutput: z.ZodMiniType<Wire.ModelOutput> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [OutputMessage, FunctionToolCall, Reasoning, WebSearchCall, XSearchCall, FileSearchCall, CodeInterpreterCall, McpCall, CustomToolCall, ShellCall, ImageGenerationCall, ToolSearchCall, ToolSearchOutput]), unknownVariant("type", ["message","function_call","reasoning","web_search_call","x_search_call","file_search_call","code_interpreter_call","mcp_call","custom_tool_call","shell_call","image_generation_call","tool_search_call","tool_search_output"])]))();

/** Result of a function that the caller ran. As it is sent. */
export const FunctionToolCallOutputParam: z.ZodMiniType<Wire.FunctionToolCallOutput> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.literal("function_call_output"),
    "call_id": z.string(),
    "output": ModelInputContentParam,
  }))();

/** Result of a function that the caller ran. As it arrives. */
export const FunctionToolCallOutput: z.ZodMiniType<Wire.FunctionToolCallOutput> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("function_call_output"),
    "call_id": z.string(),
    "output": ModelInputContent,
  }))();

/** How a shell command ended. As it is sent. */
export const ShellCallOutcomeParam: z.ZodMiniType<Wire.ShellCallOutcome> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("exit"),
    "exit_code": z.int32(),
  }), z.strictObject({
    "type": z.literal("timeout"),
  })]))();

/** How a shell command ended. As it arrives. */
export const ShellCallOutcome: z.ZodMiniType<Wire.ShellCallOutcome> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.looseObject({
    "type": z.literal("exit"),
    "exit_code": z.int32(),
  }), z.looseObject({
    "type": z.literal("timeout"),
  })]), unknownVariant("type", ["exit","timeout"])]))();

/** Result of one shell command. As it is sent. */
export const ShellCallOutputResultParam: z.ZodMiniType<Wire.ShellCallOutputResult> = /* @__PURE__ */ (() =>
  z.strictObject({
    "outcome": ShellCallOutcomeParam,
    "stdout": z.optional(z.string()),
    "stderr": z.optional(z.string()),
  }))();

/** Result of one shell command. As it arrives. */
export const ShellCallOutputResult: z.ZodMiniType<Wire.ShellCallOutputResult> = /* @__PURE__ */ (() =>
  z.looseObject({
    "outcome": ShellCallOutcome,
    "stdout": z.nullish(z.string()),
    "stderr": z.nullish(z.string()),
  }))();

/** Result of shell commands that the caller ran. As it is sent. */
export const ShellCallOutputParam: z.ZodMiniType<Wire.ShellCallOutput> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.literal("shell_call_output"),
    "call_id": z.string(),
    "output": z.array(ShellCallOutputResultParam),
    "max_output_length": z.nullish(z.int32()),
  }))();

/** Result of shell commands that the caller ran. As it arrives. */
export const ShellCallOutput: z.ZodMiniType<Wire.ShellCallOutput> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("shell_call_output"),
    "call_id": z.string(),
    "output": z.array(ShellCallOutputResult),
    "max_output_length": z.nullish(z.int32()),
  }))();

/** A conversation that `POST /v1/responses/compact` shortened, for use as input. As it is sent. */
export const CompactionOutputItemParam: z.ZodMiniType<Wire.CompactionOutputItem> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.literal("compaction"),
    "id": z.nullish(z.string()),
    "encrypted_content": z.string(),
  }))();

/** A conversation that `POST /v1/responses/compact` shortened, for use as input. As it arrives. */
export const CompactionOutputItem: z.ZodMiniType<Wire.CompactionOutputItem> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("compaction"),
    "id": z.nullish(z.string()),
    "encrypted_content": z.string(),
  }))();

/**
 * One item of the input: a message, an item of an earlier output, a tool's result or a compacted
 * conversation. As it is sent.
 */
export const ModelInputPartParam: z.ZodMiniType<Wire.ModelInputPart> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.strictObject({
    "role": z.string(),
    "content": ModelInputContentParam,
    "type": z.nullish(z.literal("message")),
    "name": z.nullish(z.string()),
  }), FunctionToolCall, Reasoning, WebSearchCall, XSearchCall, FileSearchCall, CodeInterpreterCall, McpCall, CustomToolCall, ShellCall, ImageGenerationCall, ToolSearchCall, ToolSearchOutput, FunctionToolCallOutputParam, ShellCallOutputParam, CompactionOutputItemParam]), OutputMessage, unknownVariant("type", ["message","function_call","reasoning","web_search_call","x_search_call","file_search_call","code_interpreter_call","mcp_call","custom_tool_call","shell_call","image_generation_call","tool_search_call","tool_search_output","function_call_output","shell_call_output","compaction"])]))();

/**
 * One item of the input: a message, an item of an earlier output, a tool's result or a compacted
 * conversation. As it arrives.
 */
export const ModelInputPart: z.ZodMiniType<Wire.ModelInputPart> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.looseObject({
    "role": z.string(),
    "content": ModelInputContent,
    "type": z.nullish(z.literal("message")),
    "name": z.nullish(z.string()),
  }), FunctionToolCall, Reasoning, WebSearchCall, XSearchCall, FileSearchCall, CodeInterpreterCall, McpCall, CustomToolCall, ShellCall, ImageGenerationCall, ToolSearchCall, ToolSearchOutput, FunctionToolCallOutput, ShellCallOutput, CompactionOutputItem]), OutputMessage, unknownVariant("type", ["message","function_call","reasoning","web_search_call","x_search_call","file_search_call","code_interpreter_call","mcp_call","custom_tool_call","shell_call","image_generation_call","tool_search_call","tool_search_output","function_call_output","shell_call_output","compaction"])]))();

/** Input of a response: one user message as text, or a list of items. */
export const ModelInput: z.ZodMiniType<Wire.ModelInput> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(ModelInputPartParam)]))();

/** Domains of a web search. As it is sent. */
export const WebSearchFiltersParam: z.ZodMiniType<Wire.WebSearchFilters> = /* @__PURE__ */ (() =>
  z.strictObject({
    "allowed_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "excluded_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
  }))();

/** Domains of a web search. As it arrives. */
export const WebSearchFilters: z.ZodMiniType<Wire.WebSearchFilters> = /* @__PURE__ */ (() =>
  z.looseObject({
    "allowed_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "excluded_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
  }))();

/** Where the end user of a web search is, roughly. As it is sent. */
export const WebSearchUserLocationParam: z.ZodMiniType<Wire.WebSearchUserLocation> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.string(),
    "country": z.nullish(z.string()),
    "region": z.nullish(z.string()),
    "city": z.nullish(z.string()),
    "timezone": z.nullish(z.string()),
  }))();

/** Where the end user of a web search is, roughly. As it arrives. */
export const WebSearchUserLocation: z.ZodMiniType<Wire.WebSearchUserLocation> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.string(),
    "country": z.nullish(z.string()),
    "region": z.nullish(z.string()),
    "city": z.nullish(z.string()),
    "timezone": z.nullish(z.string()),
  }))();

/** A tool that the model may call, told apart by `type`. As it is sent. */
export const ModelToolParam: z.ZodMiniType<Wire.ModelTool> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "name": z.string(),
    "description": z.nullish(z.string()),
    "parameters": z.record(z.string(), z.unknown()),
    "strict": z.nullish(z.boolean()),
    "defer_loading": z.nullish(z.boolean()),
    "type": z.literal("function"),
  }), z.strictObject({
    "type": z.literal("web_search"),
    "allowed_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "excluded_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "enable_image_understanding": z.nullish(z.boolean()),
    "enable_image_search": z.nullish(z.boolean()),
    "filters": z.nullish(WebSearchFiltersParam),
    "search_context_size": z.nullish(z.string()),
    "user_location": z.nullish(WebSearchUserLocationParam),
    "external_web_access": z.nullish(z.boolean()),
  }), z.strictObject({
    "type": z.literal("x_search"),
    "allowed_x_handles": z.nullish(z.array(z.string()).check(z.maxLength(10))),
    "excluded_x_handles": z.nullish(z.array(z.string()).check(z.maxLength(10))),
    "from_date": z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    "to_date": z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    "enable_image_understanding": z.nullish(z.boolean()),
    "enable_video_understanding": z.nullish(z.boolean()),
  }), z.strictObject({
    "type": z.literal("image_generation"),
    "action": z.nullish(z.string()),
  }), z.strictObject({
    "type": z.literal("file_search"),
    "vector_store_ids": z.array(z.string()).check(z.maxLength(10)),
    "max_num_results": z.nullish(z.int32().check(z.gte(1))),
    "filters": z.optional(z.unknown()),
    "ranking_options": z.optional(z.unknown()),
  }), z.strictObject({
    "type": z.literal("code_interpreter"),
    "container": z.optional(z.unknown()),
  }), z.strictObject({
    "type": z.literal("mcp"),
    "server_url": z.string(),
    "server_label": z.string(),
    "server_description": z.nullish(z.string()),
    "allowed_tools": z.nullish(z.array(z.string())),
    "authorization": z.nullish(z.string()),
    "headers": z.nullish(z.record(z.string(), z.string())),
    "defer_loading": z.nullish(z.boolean()),
    "require_approval": z.nullish(z.string()),
    "connector_id": z.nullish(z.string()),
  }), z.strictObject({
    "type": z.literal("shell"),
    "environment": ShellEnvironmentParam,
  }), z.strictObject({
    "type": z.literal("tool_search"),
    "execution": z.nullish(z.string()),
  })]))();

/** A tool that the model may call, told apart by `type`. As it arrives. */
export const ModelTool: z.ZodMiniType<Wire.ModelTool> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.looseObject({
    "name": z.string(),
    "description": z.nullish(z.string()),
    "parameters": z.record(z.string(), z.unknown()),
    "strict": z.nullish(z.boolean()),
    "defer_loading": z.nullish(z.boolean()),
    "type": z.literal("function"),
  }), z.looseObject({
    "type": z.literal("web_search"),
    "allowed_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "excluded_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "enable_image_understanding": z.nullish(z.boolean()),
    "enable_image_search": z.nullish(z.boolean()),
    "filters": z.nullish(WebSearchFilters),
    "search_context_size": z.nullish(z.string()),
    "user_location": z.nullish(WebSearchUserLocation),
    "external_web_access": z.nullish(z.boolean()),
  }), z.looseObject({
    "type": z.literal("x_search"),
    "allowed_x_handles": z.nullish(z.array(z.string()).check(z.maxLength(10))),
    "excluded_x_handles": z.nullish(z.array(z.string()).check(z.maxLength(10))),
    "from_date": z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    "to_date": z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    "enable_image_understanding": z.nullish(z.boolean()),
    "enable_video_understanding": z.nullish(z.boolean()),
  }), z.looseObject({
    "type": z.literal("image_generation"),
    "action": z.nullish(z.string()),
  }), z.looseObject({
    "type": z.literal("file_search"),
    "vector_store_ids": z.array(z.string()).check(z.maxLength(10)),
    "max_num_results": z.nullish(z.int32().check(z.gte(1))),
    "filters": z.nullish(z.unknown()),
    "ranking_options": z.nullish(z.unknown()),
  }), z.looseObject({
    "type": z.literal("code_interpreter"),
    "container": z.nullish(z.unknown()),
  }), z.looseObject({
    "type": z.literal("mcp"),
    "server_url": z.string(),
    "server_label": z.string(),
    "server_description": z.nullish(z.string()),
    "allowed_tools": z.nullish(z.array(z.string())),
    "authorization": z.nullish(z.string()),
    "headers": z.nullish(z.record(z.string(), z.string())),
    "defer_loading": z.nullish(z.boolean()),
    "require_approval": z.nullish(z.string()),
    "connector_id": z.nullish(z.string()),
  }), z.looseObject({
    "type": z.literal("shell"),
    "environment": ShellEnvironment,
  }), z.looseObject({
    "type": z.literal("tool_search"),
    "execution": z.nullish(z.string()),
  })]), unknownVariant("type", ["function","web_search","x_search","image_generation","file_search","code_interpreter","mcp","shell","tool_search"])]))();

/**
 * Which tools the model calls: `auto` as it sees fit, `none`, `required` at least one, or one named
 * function. Tools that xAI runs cannot be forced. As it is sent.
 */
export const ModelToolChoiceParam: z.ZodMiniType<Wire.ModelToolChoice> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.strictObject({
    "type": z.literal("function"),
    "name": z.string(),
  })]))();

/**
 * Which tools the model calls: `auto` as it sees fit, `none`, `required` at least one, or one named
 * function. Tools that xAI runs cannot be forced. As it arrives.
 */
export const ModelToolChoice: z.ZodMiniType<Wire.ModelToolChoice> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.looseObject({
    "type": z.literal("function"),
    "name": z.string(),
  })]))();

/** Whether an answer is text or JSON. As it is sent. */
export const ModelResponseFormatParam: z.ZodMiniType<Wire.ModelResponseFormat> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("text"),
  }), z.strictObject({
    "type": z.literal("json_object"),
  }), z.strictObject({
    "type": z.literal("json_schema"),
    "schema": z.unknown(),
    "name": z.nullish(z.string()),
    "description": z.nullish(z.string()),
    "strict": z.nullish(z.boolean()),
  })]))();

/** Whether an answer is text or JSON. As it arrives. */
export const ModelResponseFormat: z.ZodMiniType<Wire.ModelResponseFormat> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.looseObject({
    "type": z.literal("text"),
  }), z.looseObject({
    "type": z.literal("json_object"),
  }), z.looseObject({
    "type": z.literal("json_schema"),
    "schema": z.unknown(),
    "name": z.nullish(z.string()),
    "description": z.nullish(z.string()),
    "strict": z.nullish(z.boolean()),
  })]), unknownVariant("type", ["text","json_object","json_schema"])]))();

/** Form of the answer. As it is sent. */
export const ModelResponseConfigurationParam: z.ZodMiniType<Wire.ModelResponseConfiguration> = /* @__PURE__ */ (() =>
  z.strictObject({
    "format": z.nullish(ModelResponseFormatParam),
  }))();

/** Form of the answer. As it arrives. */
export const ModelResponseConfiguration: z.ZodMiniType<Wire.ModelResponseConfiguration> = /* @__PURE__ */ (() =>
  z.looseObject({
    "format": z.nullish(ModelResponseFormat),
  }))();

/** How a reasoning model thinks. As it is sent. */
export const ReasoningConfigurationParam: z.ZodMiniType<Wire.ReasoningConfiguration> = /* @__PURE__ */ (() =>
  z.strictObject({
    "effort": z.nullish(z.string()),
    "summary": z.nullish(z.string()),
    "generate_summary": z.nullish(z.string()),
  }))();

/** How a reasoning model thinks. As it arrives. */
export const ReasoningConfiguration: z.ZodMiniType<Wire.ReasoningConfiguration> = /* @__PURE__ */ (() =>
  z.looseObject({
    "effort": z.nullish(z.string()),
    "summary": z.nullish(z.string()),
    "generate_summary": z.nullish(z.string()),
  }))();

/** Body of `POST /v1/responses`. */
export const ModelRequest: z.ZodMiniType<Wire.ModelRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": ModelId,
    "input": ModelInput,
    "instructions": z.nullish(z.string()),
    "previous_response_id": z.nullish(z.string()),
    "tools": z.nullish(z.array(ModelToolParam).check(z.maxLength(350))),
    "tool_choice": z.nullish(ModelToolChoiceParam),
    "parallel_tool_calls": z.nullish(z.boolean()),
    "max_turns": z.nullish(z.int32()),
    "text": z.nullish(ModelResponseConfigurationParam),
    "reasoning": z.nullish(ReasoningConfigurationParam),
    "reasoning_effort": z.nullish(z.string()),
    "include": z.nullish(z.array(z.string())),
    "store": z.nullish(z.boolean()),
    "stream": z.nullish(z.boolean()),
    "max_output_tokens": z.nullish(z.int32()),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
    "top_k": z.nullish(z.int32().check(z.gte(1))),
    "min_p": z.nullish(z.number().check(z.gte(0), z.lte(1))),
    "logprobs": z.nullish(z.boolean()),
    "top_logprobs": z.nullish(z.int32().check(z.gte(0), z.lte(8))),
    "service_tier": z.nullish(z.string()),
    "prompt_cache_key": z.nullish(z.string()),
    "context_management": z.nullish(z.array(z.unknown())),
    "metadata": z.optional(z.record(z.string(), z.unknown())),
    "safety_identifier": z.nullish(z.string()),
    "user": z.nullish(z.string()),
    "background": z.nullish(z.boolean()),
    "truncation": z.nullish(z.string()),
    "search_parameters": z.nullish(SearchParameters),
  }))();

/** Kinds of the tokens that a model read. */
export const InputTokensDetails: z.ZodMiniType<Wire.InputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "cached_tokens": z.nullish(z.int32()),
  }))();

/** Kinds of the tokens that a model wrote. */
export const OutputTokensDetails: z.ZodMiniType<Wire.OutputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reasoning_tokens": z.nullish(z.int32()),
  }))();

/** Size of the context in the last round of tool use, or of the only round. */
export const ContextDetails: z.ZodMiniType<Wire.ContextDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "input_tokens": z.int32(),
    "output_tokens": z.int32(),
  }))();

/** Tokens and cost of a response. */
export const ModelUsage: z.ZodMiniType<Wire.ModelUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "input_tokens": z.int32(),
    "output_tokens": z.int32(),
    "total_tokens": z.nullish(z.int32()),
    "input_tokens_details": z.nullish(InputTokensDetails),
    "output_tokens_details": z.nullish(OutputTokensDetails),
    "context_details": z.nullish(ContextDetails),
    "num_server_side_tools_used": z.nullish(z.int32()),
    "server_side_tool_usage_details": z.nullish(ServerSideToolUsageDetails),
    "num_sources_used": z.nullish(z.int32()),
    "cost_in_usd_ticks": z.nullish(z.int()),
    "cost_in_nano_usd": z.nullish(z.int()),
  }))();

/** Why a response failed. */
export const ResponseError: z.ZodMiniType<Wire.ResponseError> = /* @__PURE__ */ (() =>
  z.looseObject({
    "code": z.nullish(z.union([z.string(), z.int32()])),
    "message": z.string(),
  }))();

/** Why a response stopped early. */
export const IncompleteDetails: z.ZodMiniType<Wire.IncompleteDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reason": z.string(),
  }))();

/** An answer of `/v1/responses`, whole or, in the events of a stream, as far as it has come. */
export const ModelResponse: z.ZodMiniType<Wire.ModelResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "created_at": z.nullish(z.int()),
    "completed_at": z.nullish(z.int()),
    "model": z.string(),
    "status": z.string(),
    "output": z.array(ModelOutput),
    "usage": z.nullish(ModelUsage),
    "error": z.nullish(ResponseError),
    "incomplete_details": z.nullish(IncompleteDetails),
    "previous_response_id": z.nullish(z.string()),
    "instructions": z.nullish(z.string()),
    "reasoning": z.nullish(ReasoningConfiguration),
    "text": z.nullish(ModelResponseConfiguration),
    "tools": z.nullish(z.array(ModelTool).check(z.maxLength(350))),
    "tool_choice": z.nullish(ModelToolChoice),
    "parallel_tool_calls": z.nullish(z.boolean()),
    "max_tool_calls": z.nullish(z.int32()),
    "max_output_tokens": z.nullish(z.int32()),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
    "top_logprobs": z.nullish(z.int32()),
    "service_tier": z.nullish(ServiceTier),
    "store": z.nullish(z.boolean()),
    "metadata": z.nullish(z.record(z.string(), z.unknown())),
    "prompt_cache_key": z.nullish(z.string()),
    "safety_identifier": z.nullish(z.string()),
    "user": z.nullish(z.string()),
    "background": z.nullish(z.boolean()),
    "truncation": z.nullish(z.string()),
    "presence_penalty": z.nullish(z.number()),
    "frequency_penalty": z.nullish(z.number()),
  }))();

/** Answer to `DELETE /v1/responses/{response_id}`. */
export const DeleteStoredCompletionResponse: z.ZodMiniType<Wire.DeleteStoredCompletionResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "deleted": z.boolean(),
  }))();

/** An item of a stored response's input, with its id. */
export const InputItemEntry: z.ZodMiniType<Wire.InputItemEntry> = /* @__PURE__ */ (() =>
  z.intersection(ModelInputPart, z.looseObject({
    "id": z.string(),
  })))();

/** Answer to `GET /v1/responses/{response_id}/input_items`: one page of items. */
export const ListInputItemsResponse: z.ZodMiniType<Wire.ListInputItemsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "object": z.string(),
    "data": z.array(InputItemEntry),
    "has_more": z.boolean(),
    "first_id": z.nullish(z.string()),
    "last_id": z.nullish(z.string()),
  }))();

/** Body of `POST /v1/responses/compact`. */
export const CompactRequest: z.ZodMiniType<Wire.CompactRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": ModelId,
    "input": ModelInput,
  }))();

/** Kinds of the tokens that a compaction read. */
export const CompactUsageInputTokensDetails: z.ZodMiniType<Wire.CompactUsageInputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "cached_tokens": z.int32(),
  }))();

/** Kinds of the tokens that a compaction wrote. */
export const CompactUsageOutputTokensDetails: z.ZodMiniType<Wire.CompactUsageOutputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reasoning_tokens": z.int32(),
  }))();

/** Tokens of a compaction. */
export const CompactUsage: z.ZodMiniType<Wire.CompactUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "input_tokens": z.int32(),
    "output_tokens": z.int32(),
    "total_tokens": z.int32(),
    "input_tokens_details": z.nullish(CompactUsageInputTokensDetails),
    "output_tokens_details": z.nullish(CompactUsageOutputTokensDetails),
    "dropped_message_count": z.nullish(z.int32()),
  }))();

/** Answer of `POST /v1/responses/compact`: the conversation in one encrypted item. */
export const CompactResponse: z.ZodMiniType<Wire.CompactResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "created_at": z.int(),
    "model": z.string(),
    "output": z.array(ModelInputPart),
    "usage": z.nullish(CompactUsage),
  }))();
