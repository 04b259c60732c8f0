// Written by `pnpm generate` from packages/schema/spec (source d25884b188cd). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { SearchParameters, ServerSideToolUsageDetails, ServiceTier, TokenLogProb } from "./common.gen.ts";
import { unknownVariant } from "../unknown-variant.ts";

export const ModelInputContentItem: z.ZodMiniType<Wire.ModelInputContentItem> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "text": z.string(),
    "type": z.literal("input_text"),
  }), z.looseObject({
    "text": z.string(),
    "type": z.literal("output_text"),
  }), z.looseObject({
    "file_id": z.nullish(z.string()),
    "image_url": z.string(),
    "type": z.literal("input_image"),
  }), z.looseObject({
    "file_data": z.nullish(z.string()),
    "file_id": z.nullish(z.string()),
    "file_url": z.nullish(z.string()),
    "filename": z.nullish(z.string()),
    "mime_type": z.nullish(z.string()),
    "type": z.literal("input_file"),
  }), unknownVariant("type", ["input_text","output_text","input_image","input_file"])]))();

export const ModelInputContent: z.ZodMiniType<Wire.ModelInputContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(ModelInputContentItem)]))();

export const Annotation: z.ZodMiniType<Wire.Annotation> = /* @__PURE__ */ (() =>
  z.looseObject({
    "end_index": z.nullish(z.int32()),
    "start_index": z.nullish(z.int32()),
    "title": z.nullish(z.string()),
    "type": z.string(),
    "url": z.string(),
  }))();

export const OutputMessageContent: z.ZodMiniType<Wire.OutputMessageContent> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "annotations": z.nullish(z.array(Annotation)),
    "logprobs": z.nullish(z.array(TokenLogProb)),
    "text": z.string(),
    "type": z.literal("output_text"),
  }), z.looseObject({
    "refusal": z.string(),
    "type": z.literal("refusal"),
  }), unknownVariant("type", ["output_text","refusal"])]))();

export const OutputMessage: z.ZodMiniType<Wire.OutputMessage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "content": z.array(OutputMessageContent),
    "id": z.nullish(z.string()),
    "role": z.string(),
    "status": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const FunctionToolCall: z.ZodMiniType<Wire.FunctionToolCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "arguments": z.string(),
    "call_id": z.string(),
    "id": z.nullish(z.string()),
    "name": z.string(),
    "status": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const ReasoningText: z.ZodMiniType<Wire.ReasoningText> = /* @__PURE__ */ (() =>
  z.looseObject({
    "text": z.string(),
    "type": z.string(),
  }))();

export const SummaryText: z.ZodMiniType<Wire.SummaryText> = /* @__PURE__ */ (() =>
  z.looseObject({
    "text": z.string(),
    "type": z.string(),
  }))();

export const Reasoning: z.ZodMiniType<Wire.Reasoning> = /* @__PURE__ */ (() =>
  z.looseObject({
    "content": z.nullish(z.array(ReasoningText)),
    "encrypted_content": z.nullish(z.string()),
    "id": z.nullish(z.string()),
    "status": z.nullish(z.string()),
    "summary": z.array(SummaryText),
    "type": z.string(),
  }))();

export const WebSearchSource: z.ZodMiniType<Wire.WebSearchSource> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.string(),
    "url": z.nullish(z.string()),
  }))();

export const WebSearchAction: z.ZodMiniType<Wire.WebSearchAction> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "query": z.string(),
    "sources": z.nullish(z.array(WebSearchSource)),
    "type": z.literal("search"),
  }), z.looseObject({
    "type": z.literal("open_page"),
    "url": z.string(),
  }), z.looseObject({
    "pattern": z.string(),
    "type": z.literal("find_in_page"),
    "url": z.string(),
  }), unknownVariant("type", ["search","open_page","find_in_page"])]))();

export const WebSearchCall: z.ZodMiniType<Wire.WebSearchCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "action": WebSearchAction,
    "id": z.nullish(z.string()),
    "status": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const FileSearchResult: z.ZodMiniType<Wire.FileSearchResult> = /* @__PURE__ */ (() =>
  z.looseObject({
    "file_id": z.string(),
    "filename": z.string(),
    "score": z.nullish(z.number()),
    "text": z.string(),
  }))();

export const FileSearchCall: z.ZodMiniType<Wire.FileSearchCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.nullish(z.string()),
    "queries": z.array(z.string()),
    "results": z.array(FileSearchResult),
    "status": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const CodeInterpreterOutput: z.ZodMiniType<Wire.CodeInterpreterOutput> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "logs": z.string(),
    "type": z.literal("logs"),
  }), z.looseObject({
    "type": z.literal("image"),
    "url": z.string(),
  }), unknownVariant("type", ["logs","image"])]))();

export const CodeInterpreterCall: z.ZodMiniType<Wire.CodeInterpreterCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "code": z.nullish(z.string()),
    "id": z.nullish(z.string()),
    "outputs": z.array(CodeInterpreterOutput),
    "status": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const McpCall: z.ZodMiniType<Wire.McpCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "arguments": z.string(),
    "error": z.nullish(z.string()),
    "id": z.nullish(z.string()),
    "name": z.string(),
    "output": z.string(),
    "server_label": z.string(),
    "status": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const CustomToolCall: z.ZodMiniType<Wire.CustomToolCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "call_id": z.string(),
    "id": z.string(),
    "input": z.nullish(z.string()),
    "name": z.string(),
    "status": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const ShellCallAction: z.ZodMiniType<Wire.ShellCallAction> = /* @__PURE__ */ (() =>
  z.looseObject({
    "commands": z.array(z.string()),
    "max_output_length": z.nullish(z.int32()),
    "timeout_ms": z.nullish(z.int()),
    "type": z.nullish(z.string()),
  }))();

export const LocalShellSkill: z.ZodMiniType<Wire.LocalShellSkill> = /* @__PURE__ */ (() =>
  z.looseObject({
    "description": z.string(),
    "name": z.string(),
    "path": z.string(),
  }))();

export const ShellEnvironment: z.ZodMiniType<Wire.ShellEnvironment> = /* @__PURE__ */ (() =>
  z.looseObject({
    "skills": z.nullish(z.array(LocalShellSkill)),
    "type": z.string(),
  }))();

export const ShellCall: z.ZodMiniType<Wire.ShellCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "action": ShellCallAction,
    "call_id": z.string(),
    "environment": z.nullish(ShellEnvironment),
    "id": z.nullish(z.string()),
    "status": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const ImageGenerationCall: z.ZodMiniType<Wire.ImageGenerationCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.nullish(z.string()),
    "prompt": z.nullish(z.string()),
    "result": z.nullish(z.string()),
    "status": z.nullish(z.string()),
    "type": z.literal("image_generation_call"),
  }))();

export const ToolSearchCall: z.ZodMiniType<Wire.ToolSearchCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "arguments": z.nullish(z.unknown()),
    "call_id": z.nullish(z.string()),
    "execution": z.nullish(z.string()),
    "id": z.string(),
    "status": z.nullish(z.string()),
    "type": z.literal("tool_search_call"),
  }))();

export const ToolSearchOutput: z.ZodMiniType<Wire.ToolSearchOutput> = /* @__PURE__ */ (() =>
  z.looseObject({
    "call_id": z.nullish(z.string()),
    "execution": z.nullish(z.string()),
    "id": z.string(),
    "status": z.nullish(z.string()),
    "tools": z.nullish(z.array(z.unknown())),
    "type": z.literal("tool_search_output"),
  }))();

export const ModelOutput: z.ZodMiniType<Wire.ModelOutput> = /* @__PURE__ */ (() =>
  z.union([OutputMessage, FunctionToolCall, Reasoning, WebSearchCall, FileSearchCall, CodeInterpreterCall, McpCall, CustomToolCall, ShellCall, ImageGenerationCall, ToolSearchCall, ToolSearchOutput]))();

export const FunctionToolCallOutput: z.ZodMiniType<Wire.FunctionToolCallOutput> = /* @__PURE__ */ (() =>
  z.looseObject({
    "call_id": z.string(),
    "output": ModelInputContent,
    "type": z.string(),
  }))();

export const ShellCallOutcome: z.ZodMiniType<Wire.ShellCallOutcome> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "exit_code": z.int32(),
    "type": z.literal("exit"),
  }), z.looseObject({
    "type": z.literal("timeout"),
  }), unknownVariant("type", ["exit","timeout"])]))();

export const ShellCallOutputResult: z.ZodMiniType<Wire.ShellCallOutputResult> = /* @__PURE__ */ (() =>
  z.looseObject({
    "outcome": ShellCallOutcome,
    "stderr": z.nullish(z.string()),
    "stdout": z.nullish(z.string()),
  }))();

export const ShellCallOutput: z.ZodMiniType<Wire.ShellCallOutput> = /* @__PURE__ */ (() =>
  z.looseObject({
    "call_id": z.string(),
    "max_output_length": z.nullish(z.int32()),
    "output": z.array(ShellCallOutputResult),
    "type": z.string(),
  }))();

export const CompactionOutputItem: z.ZodMiniType<Wire.CompactionOutputItem> = /* @__PURE__ */ (() =>
  z.looseObject({
    "encrypted_content": z.string(),
    "id": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const ModelInputPart: z.ZodMiniType<Wire.ModelInputPart> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "content": ModelInputContent,
    "name": z.nullish(z.string()),
    "role": z.string(),
    "type": z.nullish(z.string()),
  }), ModelOutput, FunctionToolCallOutput, ShellCallOutput, CompactionOutputItem]))();

export const ModelInput: z.ZodMiniType<Wire.ModelInput> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(ModelInputPart)]))();

export const ReasoningConfiguration: z.ZodMiniType<Wire.ReasoningConfiguration> = /* @__PURE__ */ (() =>
  z.looseObject({
    "effort": z.nullish(z.string()),
    "generate_summary": z.nullish(z.string()),
    "summary": z.nullish(z.string()),
  }))();

export const ModelResponseFormat: z.ZodMiniType<Wire.ModelResponseFormat> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "type": z.literal("text"),
  }), z.looseObject({
    "type": z.literal("json_object"),
  }), z.looseObject({
    "description": z.nullish(z.string()),
    "name": z.nullish(z.string()),
    "schema": z.unknown(),
    "strict": z.nullish(z.boolean()),
    "type": z.literal("json_schema"),
  }), unknownVariant("type", ["text","json_object","json_schema"])]))();

export const ModelResponseConfiguration: z.ZodMiniType<Wire.ModelResponseConfiguration> = /* @__PURE__ */ (() =>
  z.looseObject({
    "format": z.nullish(ModelResponseFormat),
  }))();

export const ModelToolChoice: z.ZodMiniType<Wire.ModelToolChoice> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.looseObject({
    "name": z.string(),
    "type": z.string(),
  })]))();

export const WebSearchFilters: z.ZodMiniType<Wire.WebSearchFilters> = /* @__PURE__ */ (() =>
  z.looseObject({
    "allowed_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "excluded_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
  }))();

export const WebSearchUserLocation: z.ZodMiniType<Wire.WebSearchUserLocation> = /* @__PURE__ */ (() =>
  z.looseObject({
    "city": z.nullish(z.string()),
    "country": z.nullish(z.string()),
    "region": z.nullish(z.string()),
    "timezone": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const ModelTool: z.ZodMiniType<Wire.ModelTool> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "name": z.string(),
    "description": z.nullish(z.string()),
    "parameters": z.record(z.string(), z.unknown()),
    "strict": z.nullish(z.boolean()),
    "defer_loading": z.nullish(z.boolean()),
    "type": z.literal("function"),
  }), z.looseObject({
    "search_context_size": z.nullish(z.string()),
    "filters": z.nullish(WebSearchFilters),
    "user_location": z.nullish(WebSearchUserLocation),
    "allowed_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "enable_image_search": z.nullish(z.boolean()),
    "enable_image_understanding": z.nullish(z.boolean()),
    "excluded_domains": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "external_web_access": z.nullish(z.boolean()),
    "type": z.literal("web_search"),
  }), z.looseObject({
    "allowed_x_handles": z.nullish(z.array(z.string()).check(z.maxLength(10))),
    "enable_image_understanding": z.nullish(z.boolean()),
    "enable_video_understanding": z.nullish(z.boolean()),
    "excluded_x_handles": z.nullish(z.array(z.string()).check(z.maxLength(10))),
    "from_date": z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    "to_date": z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    "type": z.literal("x_search"),
  }), z.looseObject({
    "action": z.nullish(z.string()),
    "type": z.literal("image_generation"),
  }), z.looseObject({
    "filters": z.nullish(z.unknown()),
    "max_num_results": z.nullish(z.int32().check(z.gte(1))),
    "ranking_options": z.nullish(z.unknown()),
    "type": z.literal("file_search"),
    "vector_store_ids": z.array(z.string()).check(z.maxLength(10)),
  }), z.looseObject({
    "container": z.nullish(z.unknown()),
    "type": z.literal("code_interpreter"),
  }), z.looseObject({
    "allowed_tools": z.nullish(z.array(z.string())),
    "authorization": z.nullish(z.string()),
    "connector_id": z.nullish(z.string()),
    "defer_loading": z.nullish(z.boolean()),
    "headers": z.nullish(z.record(z.string(), z.string())),
    "require_approval": z.nullish(z.string()),
    "server_description": z.nullish(z.string()),
    "server_label": z.string(),
    "server_url": z.string(),
    "type": z.literal("mcp"),
  }), z.looseObject({
    "environment": ShellEnvironment,
    "type": z.literal("shell"),
  }), z.looseObject({
    "execution": z.nullish(z.string()),
    "type": z.literal("tool_search"),
  }), unknownVariant("type", ["function","web_search","x_search","image_generation","file_search","code_interpreter","mcp","shell","tool_search"])]))();

export const ModelRequest: z.ZodMiniType<Wire.ModelRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "background": z.nullish(z.boolean()),
    "context_management": z.nullish(z.array(z.unknown())),
    "include": z.nullish(z.array(z.string())),
    "input": ModelInput,
    "instructions": z.nullish(z.string()),
    "logprobs": z.nullish(z.boolean()),
    "max_output_tokens": z.nullish(z.int32()),
    "max_turns": z.nullish(z.int32()),
    "metadata": z.nullish(z.unknown()),
    "min_p": z.nullish(z.number().check(z.gte(0), z.lte(1))),
    "model": z.nullish(z.string()),
    "parallel_tool_calls": z.nullish(z.boolean()),
    "previous_response_id": z.nullish(z.string()),
    "prompt_cache_key": z.nullish(z.string()),
    "reasoning": z.nullish(ReasoningConfiguration),
    "reasoning_effort": z.nullish(z.string()),
    "safety_identifier": z.nullish(z.string()),
    "search_parameters": z.nullish(SearchParameters),
    "service_tier": z.nullish(ServiceTier),
    "store": z.nullish(z.boolean()),
    "stream": z.nullish(z.boolean()),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "text": z.nullish(ModelResponseConfiguration),
    "tool_choice": z.nullish(ModelToolChoice),
    "tools": z.nullish(z.array(ModelTool).check(z.maxLength(350))),
    "top_k": z.nullish(z.int32().check(z.gte(1))),
    "top_logprobs": z.nullish(z.int32().check(z.gte(0), z.lte(8))),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
    "truncation": z.nullish(z.string()),
    "user": z.nullish(z.string()),
  }))();

export const IncompleteDetails: z.ZodMiniType<Wire.IncompleteDetails> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "reason": z.literal("max_output_tokens"),
  }), z.looseObject({
    "reason": z.literal("max_prompt_tokens"),
  }), z.looseObject({
    "reason": z.literal("max_time_limit"),
  }), unknownVariant("reason", ["max_output_tokens","max_prompt_tokens","max_time_limit"])]))();

export const ContextDetails: z.ZodMiniType<Wire.ContextDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "input_tokens": z.int32(),
    "output_tokens": z.int32(),
  }))();

export const InputTokensDetails: z.ZodMiniType<Wire.InputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "cached_tokens": z.int32(),
  }))();

export const OutputTokensDetails: z.ZodMiniType<Wire.OutputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reasoning_tokens": z.int32(),
  }))();

export const ModelUsage: z.ZodMiniType<Wire.ModelUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "context_details": z.nullish(ContextDetails),
    "cost_in_nano_usd": z.nullish(z.int()),
    "cost_in_usd_ticks": z.nullish(z.int()),
    "input_tokens": z.int32(),
    "input_tokens_details": InputTokensDetails,
    "num_server_side_tools_used": z.int32(),
    "num_sources_used": z.int32(),
    "output_tokens": z.int32(),
    "output_tokens_details": OutputTokensDetails,
    "server_side_tool_usage_details": z.nullish(ServerSideToolUsageDetails),
    "total_tokens": z.int32(),
  }))();

export const ModelResponse: z.ZodMiniType<Wire.ModelResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "background": z.boolean(),
    "completed_at": z.nullish(z.int()),
    "created_at": z.int(),
    "error": z.nullish(z.unknown()),
    "frequency_penalty": z.number(),
    "id": z.string(),
    "incomplete_details": z.nullish(IncompleteDetails),
    "instructions": z.nullish(z.string()),
    "max_output_tokens": z.nullish(z.int32()),
    "max_tool_calls": z.nullish(z.int32()),
    "metadata": z.unknown(),
    "model": z.string(),
    "object": z.string(),
    "output": z.array(ModelOutput),
    "parallel_tool_calls": z.boolean(),
    "presence_penalty": z.number(),
    "previous_response_id": z.nullish(z.string()),
    "prompt_cache_key": z.nullish(z.string()),
    "reasoning": z.nullish(ReasoningConfiguration),
    "safety_identifier": z.nullish(z.string()),
    "service_tier": ServiceTier,
    "status": z.string(),
    "store": z.boolean(),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "text": ModelResponseConfiguration,
    "tool_choice": ModelToolChoice,
    "tools": z.array(ModelTool).check(z.maxLength(350)),
    "top_logprobs": z.int32(),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
    "truncation": z.string(),
    "usage": z.nullish(ModelUsage),
    "user": z.nullish(z.string()),
  }))();

export const DeleteStoredCompletionResponse: z.ZodMiniType<Wire.DeleteStoredCompletionResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "deleted": z.boolean(),
    "id": z.string(),
    "object": z.string(),
  }))();

export const InputItemEntry: z.ZodMiniType<Wire.InputItemEntry> = /* @__PURE__ */ (() =>
  z.intersection(ModelInputPart, z.looseObject({
    "id": z.string(),
  })))();

export const ListInputItemsResponse: z.ZodMiniType<Wire.ListInputItemsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "data": z.array(InputItemEntry),
    "first_id": z.nullish(z.string()),
    "has_more": z.boolean(),
    "last_id": z.nullish(z.string()),
    "object": z.string(),
  }))();

export const CompactRequest: z.ZodMiniType<Wire.CompactRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "input": ModelInput,
    "model": z.string(),
  }))();

export const CompactUsageInputTokensDetails: z.ZodMiniType<Wire.CompactUsageInputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "cached_tokens": z.int32(),
  }))();

export const CompactUsageOutputTokensDetails: z.ZodMiniType<Wire.CompactUsageOutputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reasoning_tokens": z.int32(),
  }))();

export const CompactUsage: z.ZodMiniType<Wire.CompactUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "dropped_message_count": z.int32(),
    "input_tokens": z.int32(),
    "input_tokens_details": CompactUsageInputTokensDetails,
    "output_tokens": z.int32(),
    "output_tokens_details": CompactUsageOutputTokensDetails,
    "total_tokens": z.int32(),
  }))();

export const CompactResponse: z.ZodMiniType<Wire.CompactResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "created_at": z.int(),
    "id": z.string(),
    "model": z.string(),
    "object": z.string(),
    "output": z.array(ModelInputPart),
    "usage": z.nullish(CompactUsage),
  }))();
