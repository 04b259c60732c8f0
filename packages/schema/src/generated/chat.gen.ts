// Written by `pnpm generate` from packages/schema/spec (source 7f38a9dfbcdf). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { FunctionDefinitionParam, ImageUrl, LogProbs, OutputFile, SearchParameters, SearchSource, ServiceTier, StreamOptions, Usage, WebSearchOptions } from "./common.gen.ts";
import { ModelId } from "./models.gen.ts";
import { taggedUnion } from "../tagged-union.ts";

/** An attached file, by id or by address. */
export const FileRef: z.ZodMiniType<Wire.FileRef> = /* @__PURE__ */ (() =>
  z.strictObject({
    "file_id": z.nullish(z.string()),
    "url": z.nullish(z.string()),
  }))();

/** One part of a message: the field named like its `type` holds the content. */
export const ContentPart: z.ZodMiniType<Wire.ContentPart> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.string(),
    "text": z.nullish(z.string()),
    "image_url": z.nullish(ImageUrl),
    "file": z.nullish(FileRef),
  }))();

/** A plain text, or parts of several kinds in order. */
export const Content: z.ZodMiniType<Wire.Content> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(ContentPart)]))();

/** A function call as the model wrote it. */
export const Function: z.ZodMiniType<Wire.Function> = /* @__PURE__ */ (() =>
  z.looseObject({
    "name": z.string(),
    "arguments": z.string(),
  }))();

/** The model's wish to have a function run. */
export const ToolCall: z.ZodMiniType<Wire.ToolCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "function": Function,
    "type": z.nullish(z.string()),
    "index": z.nullish(z.int32()),
  }))();

/** A turn of the conversation; `role` says whose. */
export const Message: z.ZodMiniType<Wire.Message> = /* @__PURE__ */ (() =>
  taggedUnion("role", [z.strictObject({
    "role": z.literal("system"),
    "content": Content,
    "name": z.nullish(z.string()),
  }), z.strictObject({
    "role": z.literal("user"),
    "content": Content,
    "name": z.nullish(z.string()),
  }), z.strictObject({
    "role": z.literal("assistant"),
    "content": z.nullish(Content),
    "reasoning_content": z.nullish(z.string()),
    "refusal": z.nullish(z.string()),
    "tool_calls": z.nullish(z.array(ToolCall)),
    "name": z.nullish(z.string()),
  }), z.strictObject({
    "role": z.literal("tool"),
    "content": Content,
    "tool_call_id": z.nullish(z.string()),
  }), z.strictObject({
    "role": z.literal("function"),
    "content": Content,
    "name": z.nullish(z.string()),
  })]))();

/** Something the model may use: a function of yours. Live Search, the other kind, is switched off. */
export const Tool: z.ZodMiniType<Wire.Tool> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("function"),
    "function": FunctionDefinitionParam,
  }), z.strictObject({
    "type": z.literal("live_search"),
    "sources": z.array(SearchSource),
  })]))();

/** The function that has to be called. */
export const FunctionChoice: z.ZodMiniType<Wire.FunctionChoice> = /* @__PURE__ */ (() =>
  z.strictObject({
    "name": z.string(),
  }))();

/**
 * `none` keeps tools unused, `auto` leaves it to the model, `required` asks for at least one call, an
 * object for that function.
 */
export const ToolChoice: z.ZodMiniType<Wire.ToolChoice> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.strictObject({
    "type": z.literal("function"),
    "function": z.nullish(FunctionChoice),
  })]))();

/** Form of an answer. */
export const ResponseFormat: z.ZodMiniType<Wire.ResponseFormat> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("text"),
  }), z.strictObject({
    "type": z.literal("json_object"),
  }), z.strictObject({
    "type": z.literal("json_schema"),
    "json_schema": z.strictObject({
      "name": z.optional(z.string()),
      "schema": z.unknown(),
      "description": z.nullish(z.string()),
      "strict": z.nullish(z.boolean()),
    }),
  })]))();

/** Asks a model to continue a conversation. */
export const ChatRequest: z.ZodMiniType<Wire.ChatRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": ModelId,
    "messages": z.array(Message),
    "stream": z.nullish(z.boolean()),
    "stream_options": z.nullish(StreamOptions),
    "max_completion_tokens": z.nullish(z.int32()),
    "max_tokens": z.nullish(z.int32()),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
    "reasoning_effort": z.nullish(z.string()),
    "tools": z.nullish(z.array(Tool).check(z.maxLength(350))),
    "tool_choice": z.nullish(ToolChoice),
    "parallel_tool_calls": z.nullish(z.boolean()),
    "response_format": z.nullish(ResponseFormat),
    "n": z.nullish(z.int32().check(z.gte(1))),
    "stop": z.nullish(z.array(z.string()).check(z.maxLength(4))),
    "seed": z.nullish(z.int32()),
    "frequency_penalty": z.nullish(z.number().check(z.gte(-2), z.lte(2))),
    "presence_penalty": z.nullish(z.number().check(z.gte(-2), z.lte(2))),
    "logprobs": z.nullish(z.boolean()),
    "top_logprobs": z.nullish(z.int32().check(z.gte(0), z.lte(8))),
    "logit_bias": z.nullish(z.record(z.string(), z.number().check(z.gte(-100), z.lte(100)))),
    "deferred": z.nullish(z.boolean()),
    "service_tier": z.nullish(z.string()),
    "prompt_cache_key": z.nullish(z.string()),
    "user": z.nullish(z.string()),
    "safety_identifier": z.nullish(z.string()),
    "search_parameters": z.nullish(SearchParameters),
    "web_search_options": z.nullish(WebSearchOptions),
  }))();

/** What the model said. */
export const ChoiceMessage: z.ZodMiniType<Wire.ChoiceMessage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "role": z.literal("assistant"),
    "content": z.nullish(z.string()),
    "reasoning_content": z.nullish(z.string()),
    "tool_calls": z.nullish(z.array(ToolCall)),
    "refusal": z.nullish(z.string()),
  }))();

/** One of the answers to a request. */
export const Choice: z.ZodMiniType<Wire.Choice> = /* @__PURE__ */ (() =>
  z.looseObject({
    "index": z.int32(),
    "message": ChoiceMessage,
    "finish_reason": z.nullish(z.string()),
    "logprobs": z.nullish(LogProbs),
  }))();

/** A model's whole answer. */
export const ChatResponse: z.ZodMiniType<Wire.ChatResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "created": z.int(),
    "model": z.string(),
    "choices": z.array(Choice),
    "usage": z.nullish(Usage),
    "citations": z.nullish(z.array(z.string())),
    "output_files": z.nullish(z.array(OutputFile)),
    "service_tier": z.nullish(ServiceTier),
    "system_fingerprint": z.nullish(z.string()),
  }))();

/** What is new in an answer: strings are appended to what came before. */
export const Delta: z.ZodMiniType<Wire.Delta> = /* @__PURE__ */ (() =>
  z.looseObject({
    "role": z.nullish(z.string()),
    "content": z.nullish(z.string()),
    "reasoning_content": z.nullish(z.string()),
    "tool_calls": z.nullish(z.array(ToolCall)),
    "images": z.nullish(z.array(z.string())),
  }))();

/** What a piece of a stream adds to one of the answers. */
export const ChoiceChunk: z.ZodMiniType<Wire.ChoiceChunk> = /* @__PURE__ */ (() =>
  z.looseObject({
    "index": z.int32(),
    "delta": Delta,
    "finish_reason": z.nullish(z.string()),
    "logprobs": z.nullish(LogProbs),
  }))();

/** A piece of a streamed answer; all pieces share one `id`. */
export const ChatResponseChunk: z.ZodMiniType<Wire.ChatResponseChunk> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "created": z.int(),
    "model": z.string(),
    "choices": z.array(ChoiceChunk),
    "usage": z.nullish(Usage),
    "citations": z.nullish(z.array(z.string())),
    "output_files": z.nullish(z.array(OutputFile)),
    "service_tier": z.nullish(ServiceTier),
    "system_fingerprint": z.nullish(z.string()),
  }))();

/** A function with its arguments; no endpoint uses this shape. */
export const FunctionCall: z.ZodMiniType<Wire.FunctionCall> = /* @__PURE__ */ (() =>
  z.looseObject({
    "name": z.string(),
    "arguments": z.string(),
  }))();

/** Receipt for a deferred answer. */
export const StartDeferredChatResponse: z.ZodMiniType<Wire.StartDeferredChatResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "request_id": z.string(),
  }))();
