// Written by `pnpm generate` from packages/schema/spec (source a24fba2c8ebd). Do not edit.

import type { MessageResponse, MessageResponseContent } from "./messages.gen.ts";
import type { Open, UnknownVariant } from "./open.gen.ts";

/** One event of a streamed message; `message_stop` ends it, after which xAI also sends `[DONE]`. */
export type MessageStreamEvent = MessageStartEvent | MessageContentBlockStartEvent | MessageContentBlockDeltaEvent | MessageContentBlockStopEvent | MessageDeltaEvent | MessageStopEvent | MessagePingEvent | MessageErrorEvent | UnknownVariant;

/** Opens the stream. */
export interface MessageStartEvent {
  /** Tells this event from the others. */
  type: "message_start";
  /** The answer as it begins: no content and no `stop_reason` yet. */
  message: MessageResponse;
}

/** Opens one block of the answer. */
export interface MessageContentBlockStartEvent {
  /** Tells this event from the others. */
  type: "content_block_start";
  /** Place of the block in the answer's `content`, from 0. */
  index: number;
  /** The block, still empty. */
  content_block: MessageResponseContent;
}

/** Adds to a block that is open. */
export interface MessageContentBlockDeltaEvent {
  /** Tells this event from the others. */
  type: "content_block_delta";
  /** Place of the block in the answer's `content`, from 0. */
  index: number;
  /** The piece to append. */
  delta: MessageContentDelta;
}

/** A piece of a block. */
export type MessageContentDelta = {
  /** Adds to a text block. */
  type: "text_delta";
  /** Text to append. */
  text: string;
} | {
  /** Adds to a thinking block. */
  type: "thinking_delta";
  /** Reasoning to append. */
  thinking: string;
} | {
  /** Completes a thinking block. */
  type: "signature_delta";
  /** The block's signature. */
  signature: string;
} | {
  /** Adds to the arguments of a tool call. */
  type: "input_json_delta";
  /** JSON text to append; parse it only once the block has stopped. */
  partial_json: string;
} | UnknownVariant;

/** Closes a block: nothing more is added to it. */
export interface MessageContentBlockStopEvent {
  /** Tells this event from the others. */
  type: "content_block_stop";
  /** Place of the block in the answer's `content`, from 0. */
  index: number;
}

/** Changes the answer itself, near the end of the stream. */
export interface MessageDeltaEvent {
  /** Tells this event from the others. */
  type: "message_delta";
  /** Fields of the answer to overwrite. */
  delta: {
    /** Why the answer ended. */
    stop_reason?: Open<"end_turn" | "max_tokens" | "stop_sequence" | "tool_use"> | null | undefined;
    /** Which of your `stop_sequences` ended the answer, if one did. */
    stop_sequence?: string | null | undefined;
  };
  /** Token counts up to here, which replace the earlier ones. */
  usage?: MessageDeltaUsage | null | undefined;
}

/** Running totals of a streamed message; a count that is absent has not changed. */
export interface MessageDeltaUsage {
  /** Tokens written so far. */
  output_tokens: number;
  /** Tokens read. */
  input_tokens?: number | null | undefined;
  /** Tokens of the input that came from the cache. */
  cache_read_input_tokens?: number | null | undefined;
  /** Stands here for compatibility; xAI does not count cache writes. */
  cache_creation_input_tokens?: number | null | undefined;
}

/** Ends the message: only after it is a streamed answer complete. */
export interface MessageStopEvent {
  /** Tells this event from the others. */
  type: "message_stop";
}

/** Keeps the connection alive and carries nothing. */
export interface MessagePingEvent {
  /** Tells this event from the others. */
  type: "ping";
}

/**
 * Ends the stream with a failure, either nested as Anthropic writes it or flat as xAI's other streams do.
 */
export interface MessageErrorEvent {
  /** Tells this event from the others. */
  type: "error";
  /** The failure in the nested form. */
  error?: {
    /** What went wrong, in the server's words. */
    message?: string | null | undefined;
    /** Kind of failure. */
    type?: Open<"invalid_request_error" | "authentication_error" | "permission_error" | "not_found_error" | "request_too_large" | "rate_limit_error" | "api_error" | "overloaded_error"> | null | undefined;
    /** Error code, sometimes a status as a number. */
    code?: string | number | null | undefined;
    /** Request field at fault. */
    param?: string | null | undefined;
  } | null | undefined;
  /** What went wrong, in the flat form. */
  message?: string | null | undefined;
  /** Error code in the flat form, sometimes a status as a number. */
  code?: string | number | null | undefined;
  /** Request field at fault, in the flat form. */
  param?: string | null | undefined;
  /** HTTP status that the failure would have had. */
  status?: number | null | undefined;
}
