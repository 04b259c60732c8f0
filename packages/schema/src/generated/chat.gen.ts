// Written by `pnpm generate` from packages/schema/spec (source 77e6a653373e). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { FunctionDefinition, ImageUrl, LogProbs, OutputFile, SearchParameters, SearchSource, ServiceTier, StreamOptions, Usage, WebSearchOptions } from "./common.gen.ts";
import { unknownVariant } from "../unknown-variant.ts";

export const FileRef: z.ZodMiniType<Wire.FileRef> = /* @__PURE__ */ (() =>
  z.looseObject({
    "file_id": z.nullish(z.string()),
    "url": z.nullish(z.string()),
  }))();

export const ContentPart: z.ZodMiniType<Wire.ContentPart> = /* @__PURE__ */ (() =>
  z.looseObject({
    "file": z.nullish(FileRef),
    "image_url": z.nullish(ImageUrl),
    "text": z.nullish(z.string()),
    "type": z.string(),
  }))();

export const Content: z.ZodMiniType<Wire.Content> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(ContentPart)]))();

export const Function: z.ZodMiniType<Wire.Function> = /* @__PURE__ */ (() =>
  z.looseObject({
    "arguments": z.string(),
    "name": z.string(),
  }))();

export const ToolCall: z.ZodMiniType<Wire.ToolCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "function": Function,
    "id": z.string(),
    "index": z.nullish(z.int32()),
    "type": z.nullish(z.string()),
  }))();

export const Message: z.ZodMiniType<Wire.Message> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "content": Content,
    "name": z.nullish(z.string()),
    "role": z.literal("system"),
  }), z.looseObject({
    "content": Content,
    "name": z.nullish(z.string()),
    "role": z.literal("user"),
  }), z.looseObject({
    "content": z.nullish(Content),
    "name": z.nullish(z.string()),
    "reasoning_content": z.nullish(z.string()),
    "role": z.literal("assistant"),
    "tool_calls": z.nullish(z.array(ToolCall)),
  }), z.looseObject({
    "content": Content,
    "role": z.literal("tool"),
    "tool_call_id": z.nullish(z.string()),
  }), z.looseObject({
    "content": Content,
    "name": z.nullish(z.string()),
    "role": z.literal("function"),
  }), unknownVariant("role", ["system","user","assistant","tool","function"])]))();

export const ResponseFormat: z.ZodMiniType<Wire.ResponseFormat> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "type": z.literal("text"),
  }), z.looseObject({
    "type": z.literal("json_object"),
  }), z.looseObject({
    "json_schema": z.unknown(),
    "type": z.literal("json_schema"),
  }), unknownVariant("type", ["text","json_object","json_schema"])]))();

export const FunctionChoice: z.ZodMiniType<Wire.FunctionChoice> = /* @__PURE__ */ (() =>
  z.looseObject({
    "name": z.string(),
  }))();

export const ToolChoice: z.ZodMiniType<Wire.ToolChoice> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.looseObject({
    "function": z.nullish(FunctionChoice),
    "type": z.string(),
  })]))();

export const Tool: z.ZodMiniType<Wire.Tool> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "function": FunctionDefinition,
    "type": z.literal("function"),
  }), z.looseObject({
    "sources": z.array(SearchSource),
    "type": z.literal("live_search"),
  }), unknownVariant("type", ["function","live_search"])]))();

export const ChatRequest: z.ZodMiniType<Wire.ChatRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "deferred": z.nullish(z.boolean()),
    "frequency_penalty": z.nullish(z.number().check(z.gte(-2), z.lte(2))),
    "logit_bias": z.nullish(z.record(z.string(), z.number())),
    "logprobs": z.nullish(z.boolean()),
    "max_completion_tokens": z.nullish(z.int32()),
    "max_tokens": z.nullish(z.int32()),
    "messages": z.nullish(z.array(Message)),
    "model": z.nullish(z.string()),
    "n": z.nullish(z.int32().check(z.gte(1))),
    "parallel_tool_calls": z.nullish(z.boolean()),
    "presence_penalty": z.nullish(z.number().check(z.gte(-2), z.lte(2))),
    "prompt_cache_key": z.nullish(z.string()),
    "reasoning_effort": z.nullish(z.string()),
    "response_format": z.nullish(ResponseFormat),
    "safety_identifier": z.nullish(z.string()),
    "search_parameters": z.nullish(SearchParameters),
    "seed": z.nullish(z.int32()),
    "service_tier": z.nullish(ServiceTier),
    "stop": z.nullish(z.array(z.string())),
    "stream": z.nullish(z.boolean()),
    "stream_options": z.nullish(StreamOptions),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "tool_choice": z.nullish(ToolChoice),
    "tools": z.nullish(z.array(Tool).check(z.maxLength(350))),
    "top_logprobs": z.nullish(z.int32().check(z.gte(0), z.lte(8))),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
    "user": z.nullish(z.string()),
    "web_search_options": z.nullish(WebSearchOptions),
  }))();

export const ChoiceMessage: z.ZodMiniType<Wire.ChoiceMessage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "content": z.nullish(z.string()),
    "reasoning_content": z.nullish(z.string()),
    "refusal": z.nullish(z.string()),
    "role": z.string(),
    "tool_calls": z.nullish(z.array(ToolCall)),
  }))();

export const Choice: z.ZodMiniType<Wire.Choice> = /* @__PURE__ */ (() =>
  z.looseObject({
    "finish_reason": z.nullish(z.string()),
    "index": z.int32(),
    "logprobs": z.nullish(LogProbs),
    "message": ChoiceMessage,
  }))();

export const ChatResponse: z.ZodMiniType<Wire.ChatResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "choices": z.array(Choice),
    "citations": z.nullish(z.array(z.string())),
    "created": z.int(),
    "id": z.string(),
    "model": z.string(),
    "object": z.string(),
    "output_files": z.nullish(z.array(OutputFile)),
    "service_tier": ServiceTier,
    "system_fingerprint": z.nullish(z.string()),
    "usage": z.nullish(Usage),
  }))();

export const Delta: z.ZodMiniType<Wire.Delta> = /* @__PURE__ */ (() =>
  z.looseObject({
    "content": z.nullish(z.string()),
    "images": z.nullish(z.array(z.string())),
    "reasoning_content": z.nullish(z.string()),
    "role": z.nullish(z.string()),
    "tool_calls": z.nullish(z.array(ToolCall)),
  }))();

export const ChoiceChunk: z.ZodMiniType<Wire.ChoiceChunk> = /* @__PURE__ */ (() =>
  z.looseObject({
    "delta": Delta,
    "finish_reason": z.nullish(z.string()),
    "index": z.int32(),
    "logprobs": z.nullish(LogProbs),
  }))();

export const ChatResponseChunk: z.ZodMiniType<Wire.ChatResponseChunk> = /* @__PURE__ */ (() =>
  z.looseObject({
    "choices": z.array(ChoiceChunk),
    "citations": z.nullish(z.array(z.string())),
    "created": z.int(),
    "id": z.string(),
    "model": z.string(),
    "object": z.string(),
    "output_files": z.nullish(z.array(OutputFile)),
    "service_tier": ServiceTier,
    "system_fingerprint": z.nullish(z.string()),
    "usage": z.nullish(Usage),
  }))();

export const FunctionCall: z.ZodMiniType<Wire.FunctionCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "arguments": z.string(),
    "name": z.string(),
  }))();

export const StartDeferredChatResponse: z.ZodMiniType<Wire.StartDeferredChatResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "request_id": z.string(),
  }))();
