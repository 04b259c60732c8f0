// Written by `pnpm generate` from packages/schema/spec (source f3164ce76fe2). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { unknownVariant } from "../unknown-variant.ts";

export const MessageImageContent: z.ZodMiniType<Wire.MessageImageContent> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "data": z.string(),
    "media_type": z.string(),
    "type": z.literal("base64"),
  }), z.looseObject({
    "type": z.literal("url"),
    "url": z.string(),
  }), unknownVariant("type", ["base64","url"])]))();

export const ToolResultContentBlock: z.ZodMiniType<Wire.ToolResultContentBlock> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "text": z.string(),
    "type": z.literal("text"),
  }), z.looseObject({
    "source": MessageImageContent,
    "type": z.literal("image"),
  }), unknownVariant("type", ["text","image"])]))();

export const ToolResultContent: z.ZodMiniType<Wire.ToolResultContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(ToolResultContentBlock)]))();

export const MessageContentPart: z.ZodMiniType<Wire.MessageContentPart> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "cache_control": z.nullish(z.unknown()),
    "text": z.string(),
    "type": z.literal("text"),
  }), z.looseObject({
    "cache_control": z.nullish(z.unknown()),
    "source": MessageImageContent,
    "type": z.literal("image"),
  }), z.looseObject({
    "cache_control": z.nullish(z.unknown()),
    "id": z.string(),
    "input": z.unknown(),
    "name": z.string(),
    "type": z.literal("tool_use"),
  }), z.looseObject({
    "cache_control": z.nullish(z.unknown()),
    "content": ToolResultContent,
    "is_error": z.nullish(z.boolean()),
    "tool_use_id": z.string(),
    "type": z.literal("tool_result"),
  }), z.looseObject({
    "data": z.string(),
    "type": z.literal("redacted_thinking"),
  }), z.looseObject({
    "signature": z.nullish(z.string()),
    "thinking": z.string(),
    "type": z.literal("thinking"),
  }), unknownVariant("type", ["text","image","tool_use","tool_result","redacted_thinking","thinking"])]))();

export const MessageContent: z.ZodMiniType<Wire.MessageContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(MessageContentPart)]))();

export const MessageBody: z.ZodMiniType<Wire.MessageBody> = /* @__PURE__ */ (() =>
  z.looseObject({
    "content": MessageContent,
    "role": z.string(),
  }))();

export const MessageMetadata: z.ZodMiniType<Wire.MessageMetadata> = /* @__PURE__ */ (() =>
  z.looseObject({
    "user_id": z.nullish(z.string()),
  }))();

export const SystemMessagePart: z.ZodMiniType<Wire.SystemMessagePart> = /* @__PURE__ */ (() =>
  z.looseObject({
    "cache_control": z.nullish(z.unknown()),
    "text": z.string(),
    "type": z.string(),
  }))();

export const SystemMessageContent: z.ZodMiniType<Wire.SystemMessageContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(SystemMessagePart)]))();

export const MessageToolChoice: z.ZodMiniType<Wire.MessageToolChoice> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "type": z.literal("auto"),
  }), z.looseObject({
    "type": z.literal("any"),
  }), z.looseObject({
    "name": z.string(),
    "type": z.literal("tool"),
  }), unknownVariant("type", ["auto","any","tool"])]))();

export const MessageToolInputSchema: z.ZodMiniType<Wire.MessageToolInputSchema> = /* @__PURE__ */ (() =>
  z.looseObject({
    "properties": z.unknown(),
    "required": z.nullish(z.array(z.string())),
    "type": z.string(),
  }))();

export const MessageTools: z.ZodMiniType<Wire.MessageTools> = /* @__PURE__ */ (() =>
  z.looseObject({
    "cache_control": z.nullish(z.unknown()),
    "description": z.string(),
    "input_schema": MessageToolInputSchema,
    "name": z.string(),
  }))();

export const MessageRequest: z.ZodMiniType<Wire.MessageRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "max_tokens": z.nullish(z.int32()),
    "messages": z.nullish(z.array(MessageBody)),
    "metadata": z.nullish(MessageMetadata),
    "model": z.nullish(z.string()),
    "stop_sequences": z.nullish(z.array(z.string())),
    "stream": z.nullish(z.boolean()),
    "system": z.nullish(SystemMessageContent),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "tool_choice": z.nullish(MessageToolChoice),
    "tools": z.nullish(z.array(MessageTools)),
    "top_k": z.nullish(z.int32()),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
  }))();

export const MessageResponseContent: z.ZodMiniType<Wire.MessageResponseContent> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "text": z.string(),
    "type": z.literal("text"),
  }), z.looseObject({
    "signature": z.string(),
    "thinking": z.string(),
    "type": z.literal("thinking"),
  }), z.looseObject({
    "data": z.string(),
    "type": z.literal("redacted_thinking"),
  }), z.looseObject({
    "id": z.string(),
    "input": z.unknown(),
    "name": z.string(),
    "type": z.literal("tool_use"),
  }), unknownVariant("type", ["text","thinking","redacted_thinking","tool_use"])]))();

export const MessageUsage: z.ZodMiniType<Wire.MessageUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "cache_creation_input_tokens": z.int32(),
    "cache_read_input_tokens": z.int32(),
    "input_tokens": z.int32(),
    "output_tokens": z.int32(),
  }))();

export const MessageResponse: z.ZodMiniType<Wire.MessageResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "content": z.array(MessageResponseContent),
    "id": z.string(),
    "model": z.string(),
    "role": z.string(),
    "stop_reason": z.nullish(z.string()),
    "stop_sequence": z.nullish(z.string()),
    "type": z.string(),
    "usage": MessageUsage,
  }))();
