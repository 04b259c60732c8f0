// Written by `pnpm generate` from packages/schema/spec (source 9d5c12a0847c). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { MessageResponse, MessageResponseContent } from "./messages.gen.ts";
import { taggedUnion } from "../tagged-union.ts";
import { unknownVariant } from "../unknown-variant.ts";

/** Opens the stream. */
export const MessageStartEvent: z.ZodMiniType<Wire.MessageStartEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("message_start"),
    "message": MessageResponse,
  }))();

/** Opens one block of the answer. */
export const MessageContentBlockStartEvent: z.ZodMiniType<Wire.MessageContentBlockStartEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("content_block_start"),
    "index": z.int32(),
    "content_block": MessageResponseContent,
  }))();

/** A piece of a block. */
export const MessageContentDelta: z.ZodMiniType<Wire.MessageContentDelta> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [z.looseObject({
    "type": z.literal("text_delta"),
    "text": z.string(),
  }), z.looseObject({
    "type": z.literal("thinking_delta"),
    "thinking": z.string(),
  }), z.looseObject({
    "type": z.literal("signature_delta"),
    "signature": z.string(),
  }), z.looseObject({
    "type": z.literal("input_json_delta"),
    "partial_json": z.string(),
  })]), unknownVariant("type", ["text_delta","thinking_delta","signature_delta","input_json_delta"])]))();

/** Adds to a block that is open. */
export const MessageContentBlockDeltaEvent: z.ZodMiniType<Wire.MessageContentBlockDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("content_block_delta"),
    "index": z.int32(),
    "delta": MessageContentDelta,
  }))();

/** Closes a block: nothing more is added to it. */
export const MessageContentBlockStopEvent: z.ZodMiniType<Wire.MessageContentBlockStopEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("content_block_stop"),
    "index": z.int32(),
  }))();

/** Running totals of a streamed message; a count that is absent has not changed. */
export const MessageDeltaUsage: z.ZodMiniType<Wire.MessageDeltaUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "output_tokens": z.int32(),
    "input_tokens": z.nullish(z.int32()),
    "cache_read_input_tokens": z.nullish(z.int32()),
    "cache_creation_input_tokens": z.nullish(z.int32()),
  }))();

/** Changes the answer itself, near the end of the stream. */
export const MessageDeltaEvent: z.ZodMiniType<Wire.MessageDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("message_delta"),
    "delta": z.looseObject({
      "stop_reason": z.nullish(z.string()),
      "stop_sequence": z.nullish(z.string()),
    }),
    "usage": z.nullish(MessageDeltaUsage),
  }))();

/** Ends the message: only after it is a streamed answer complete. */
export const MessageStopEvent: z.ZodMiniType<Wire.MessageStopEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("message_stop"),
  }))();

/** Keeps the connection alive and carries nothing. */
export const MessagePingEvent: z.ZodMiniType<Wire.MessagePingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("ping"),
  }))();

/**
 * Ends the stream with a failure, either nested as Anthropic writes it or flat as xAI's other streams do.
 */
export const MessageErrorEvent: z.ZodMiniType<Wire.MessageErrorEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("error"),
    "error": z.nullish(z.looseObject({
      "message": z.nullish(z.string()),
      "type": z.nullish(z.string()),
      "code": z.nullish(z.union([z.string(), z.int32()])),
      "param": z.nullish(z.string()),
    })),
    "message": z.nullish(z.string()),
    "code": z.nullish(z.union([z.string(), z.int32()])),
    "param": z.nullish(z.string()),
    "status": z.nullish(z.int32()),
  }))();

/** One event of a streamed message; `message_stop` ends it, after which xAI also sends `[DONE]`. */
export const MessageStreamEvent: z.ZodMiniType<Wire.MessageStreamEvent> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [MessageStartEvent, MessageContentBlockStartEvent, MessageContentBlockDeltaEvent, MessageContentBlockStopEvent, MessageDeltaEvent, MessageStopEvent, MessagePingEvent, MessageErrorEvent]), unknownVariant("type", ["message_start","content_block_start","content_block_delta","content_block_stop","message_delta","message_stop","ping","error"])]))();
