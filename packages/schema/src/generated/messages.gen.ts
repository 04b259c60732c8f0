// Written by `pnpm generate` from packages/schema/spec (source 586c92e99011). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { ModelId } from "./models.gen.ts";
import { taggedUnion } from "../tagged-union.ts";
import { unknownVariant } from "../unknown-variant.ts";

/** An image, inline or by address. */
export const MessageImageContent: z.ZodMiniType<Wire.MessageImageContent> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("base64"),
    "media_type": z.string(),
    "data": z.string(),
  }), z.strictObject({
    "type": z.literal("url"),
    "url": z.string(),
  })]))();

/** One block of what a tool returned. */
export const ToolResultContentBlock: z.ZodMiniType<Wire.ToolResultContentBlock> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("text"),
    "text": z.string(),
  }), z.strictObject({
    "type": z.literal("image"),
    "source": MessageImageContent,
  })]))();

/** What a tool returned: text, or blocks when images belong to it. */
export const ToolResultContent: z.ZodMiniType<Wire.ToolResultContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(ToolResultContentBlock)]))();

/** One block of a turn; send the blocks of an earlier answer back as they came. */
export const MessageContentPart: z.ZodMiniType<Wire.MessageContentPart> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("text"),
    "text": z.string(),
    "cache_control": z.optional(z.unknown()),
  }), z.strictObject({
    "type": z.literal("image"),
    "source": MessageImageContent,
    "cache_control": z.optional(z.unknown()),
  }), z.strictObject({
    "type": z.literal("tool_use"),
    "id": z.string(),
    "name": z.string(),
    "input": z.record(z.string(), z.unknown()),
    "cache_control": z.optional(z.unknown()),
  }), z.strictObject({
    "type": z.literal("tool_result"),
    "tool_use_id": z.string(),
    "content": ToolResultContent,
    "is_error": z.nullish(z.boolean()),
    "cache_control": z.optional(z.unknown()),
  }), z.strictObject({
    "type": z.literal("thinking"),
    "thinking": z.string(),
    "signature": z.nullish(z.string()),
  }), z.strictObject({
    "type": z.literal("redacted_thinking"),
    "data": z.string(),
  })]))();

/** Plain text, or a list of blocks when a turn holds images, tool calls or thinking. */
export const MessageContent: z.ZodMiniType<Wire.MessageContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(MessageContentPart)]))();

/** One turn of the conversation. */
export const MessageBody: z.ZodMiniType<Wire.MessageBody> = /* @__PURE__ */ (() =>
  z.strictObject({
    "role": z.string(),
    "content": MessageContent,
  }))();

/** One block of the instructions. */
export const SystemMessagePart: z.ZodMiniType<Wire.SystemMessagePart> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.literal("text"),
    "text": z.string(),
    "cache_control": z.optional(z.unknown()),
  }))();

/** Instructions as one text or as a list of text blocks. */
export const SystemMessageContent: z.ZodMiniType<Wire.SystemMessageContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(SystemMessagePart)]))();

/** JSON Schema of a tool's arguments, which are always one object. */
export const MessageToolInputSchema: z.ZodMiniType<Wire.MessageToolInputSchema> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.literal("object"),
    "properties": z.record(z.string(), z.unknown()),
    "required": z.nullish(z.array(z.string())),
    "additionalProperties": z.optional(z.unknown()),
    "$defs": z.optional(z.record(z.string(), z.unknown())),
  }))();

/** A function that the model may ask you to run. */
export const MessageTools: z.ZodMiniType<Wire.MessageTools> = /* @__PURE__ */ (() =>
  z.strictObject({
    "name": z.string(),
    "description": z.string(),
    "input_schema": MessageToolInputSchema,
    "cache_control": z.optional(z.unknown()),
  }))();

/** How free the model is to call tools; leave `tools` out to forbid calls. */
export const MessageToolChoice: z.ZodMiniType<Wire.MessageToolChoice> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("auto"),
  }), z.strictObject({
    "type": z.literal("any"),
  }), z.strictObject({
    "type": z.literal("tool"),
    "name": z.string(),
  })]))();

/** Facts about the request that do not reach the model. */
export const MessageMetadata: z.ZodMiniType<Wire.MessageMetadata> = /* @__PURE__ */ (() =>
  z.strictObject({
    "user_id": z.nullish(z.string()),
  }))();

/** Body of `POST /v1/messages`, shaped like Anthropic's Messages API. */
export const MessageRequest: z.ZodMiniType<Wire.MessageRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": ModelId,
    "messages": z.array(MessageBody),
    "max_tokens": z.int32(),
    "system": z.nullish(SystemMessageContent),
    "stream": z.nullish(z.boolean()),
    "tools": z.nullish(z.array(MessageTools)),
    "tool_choice": z.nullish(MessageToolChoice),
    "stop_sequences": z.nullish(z.array(z.string()).check(z.maxLength(4))),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
    "top_k": z.nullish(z.int32()),
    "metadata": z.nullish(MessageMetadata),
  }))();

/** One block of an answer. */
export const MessageResponseContent: z.ZodMiniType<Wire.MessageResponseContent> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.looseObject({
    "type": z.literal("text"),
    "text": z.string(),
  }), z.looseObject({
    "type": z.literal("thinking"),
    "thinking": z.string(),
    "signature": z.nullish(z.string()),
  }), z.looseObject({
    "type": z.literal("redacted_thinking"),
    "data": z.string(),
  }), z.looseObject({
    "type": z.literal("tool_use"),
    "id": z.string(),
    "name": z.string(),
    "input": z.record(z.string(), z.unknown()),
  })]), unknownVariant("type", ["text","thinking","redacted_thinking","tool_use"])]))();

/** Tokens of one answer. */
export const MessageUsage: z.ZodMiniType<Wire.MessageUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "input_tokens": z.int32(),
    "output_tokens": z.int32(),
    "cache_read_input_tokens": z.nullish(z.int32()),
    "cache_creation_input_tokens": z.nullish(z.int32()),
  }))();

/** The whole answer of `POST /v1/messages`. */
export const MessageResponse: z.ZodMiniType<Wire.MessageResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "type": z.literal("message"),
    "role": z.string(),
    "model": z.string(),
    "content": z.array(MessageResponseContent),
    "stop_reason": z.nullish(z.string()),
    "stop_sequence": z.nullish(z.string()),
    "usage": MessageUsage,
  }))();
