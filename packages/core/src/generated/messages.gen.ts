// Written by `pnpm generate` from packages/schema/spec (source aac18b243637). Do not edit.

import type { ModelId } from "./models.gen.ts";
import type { Open, UnknownVariant } from "./open.gen.ts";

/** Body of `POST /v1/messages`, shaped like Anthropic's Messages API. */
export interface MessageRequest {
  /** Model that answers. */
  model: ModelId;
  /** The conversation so far, oldest turn first. */
  messages: MessageBody[];
  /** Most tokens that the answer may have before it is cut off with `stop_reason` `max_tokens`. */
  max_tokens: number;
  /** Standing instructions that come before all turns. */
  system?: SystemMessageContent | null | undefined;
  /** `true` sends the answer as server-sent events, each a `MessageStreamEvent`. */
  stream?: boolean | null | undefined;
  /** Functions that the model may ask you to run; the reference names 128 as the most. */
  tools?: MessageTools[] | null | undefined;
  /**
   * Whether the model must call a tool, and which; absent, it decides by itself as soon as `tools` has any.
   */
  tool_choice?: MessageToolChoice | null | undefined;
  /** Strings whose appearance ends the answer; reasoning models refuse them. At most 4 items. */
  stop_sequences?: string[] | null | undefined;
  /**
   * Randomness of the sampling: low values repeat themselves, high values wander; reasoning models may not
   * follow it. Range: from 0 to 2. Default: 1.
   */
  temperature?: number | null | undefined;
  /**
   * Share of probability from which tokens are drawn; change this or `temperature`, not both. Range: above
   * 0 to 1. Default: 1.
   */
  top_p?: number | null | undefined;
  /** Accepted for compatibility and without effect. */
  top_k?: number | null | undefined;
  /** Who the request is made for. */
  metadata?: MessageMetadata | null | undefined;
}

/** One turn of the conversation. */
export interface MessageBody {
  /** Who speaks in this turn. */
  role: Open<"user" | "assistant" | "system">;
  /** What is said in it. */
  content: MessageContent;
}

/** Plain text, or a list of blocks when a turn holds images, tool calls or thinking. */
export type MessageContent = string | MessageContentPart[];

/** One block of a turn; send the blocks of an earlier answer back as they came. */
export type MessageContentPart = {
  /** Marks a block of text. */
  type: "text";
  /** The text itself. */
  text: string;
  /** Anthropic's caching hint; xAI ignores it and caches prompts by itself. */
  cache_control?: unknown;
} | {
  /** Marks an image. */
  type: "image";
  /** Where the image is. */
  source: MessageImageContent;
  /** Anthropic's caching hint; xAI ignores it and caches prompts by itself. */
  cache_control?: unknown;
} | {
  /** Marks a tool call that the model made in an earlier answer. */
  type: "tool_use";
  /** Identifies the call; its `tool_result` names it. */
  id: string;
  /** Tool that was called. */
  name: string;
  /** Arguments that the model gave. */
  input: { [key: string]: unknown };
  /** Anthropic's caching hint; xAI ignores it and caches prompts by itself. */
  cache_control?: unknown;
} | {
  /** Marks what your code returned for a tool call. */
  type: "tool_result";
  /** `id` of the `tool_use` block that this answers. */
  tool_use_id: string;
  /** The result, as the model shall read it. */
  content: ToolResultContent;
  /** `true` tells the model that the tool failed. */
  is_error?: boolean | null | undefined;
  /** Anthropic's caching hint; xAI ignores it and caches prompts by itself. */
  cache_control?: unknown;
} | {
  /** Marks readable reasoning of an earlier answer. */
  type: "thinking";
  /** The reasoning, unchanged. */
  thinking: string;
  /** The block's signature, unchanged; Anthropic's own client insists on it. */
  signature?: string | null | undefined;
} | {
  /** Marks encrypted reasoning of an earlier answer. */
  type: "redacted_thinking";
  /** The encrypted reasoning, unchanged. */
  data: string;
};

/** An image, inline or by address. */
export type MessageImageContent = {
  /** Marks an image that travels in the request. */
  type: "base64";
  /** Media type of the bytes. */
  media_type: Open<"image/jpeg" | "image/png" | "image/webp">;
  /** The bytes in base64, without a `data:` prefix. */
  data: string;
} | {
  /** Marks an image that xAI fetches. */
  type: "url";
  /** Address from which xAI can fetch it. */
  url: string;
};

/** Facts about the request that do not reach the model. */
export interface MessageMetadata {
  /** Stable id of your own user, by which xAI traces abuse; send no name or mail address. */
  user_id?: string | null | undefined;
}

/** Instructions as one text or as a list of text blocks. */
export type SystemMessageContent = string | SystemMessagePart[];

/** One block of the instructions. */
export interface SystemMessagePart {
  /** Always text. */
  type: "text";
  /** The instruction. */
  text: string;
  /** Anthropic's caching hint; xAI ignores it and caches prompts by itself. */
  cache_control?: unknown;
}

/** What a tool returned: text, or blocks when images belong to it. */
export type ToolResultContent = string | ToolResultContentBlock[];

/** One block of what a tool returned. */
export type ToolResultContentBlock = {
  /** Marks a block of text. */
  type: "text";
  /** The text itself. */
  text: string;
} | {
  /** Marks an image. */
  type: "image";
  /** Where the image is. */
  source: MessageImageContent;
};

/** A function that the model may ask you to run. */
export interface MessageTools {
  /** Name under which the model calls it. */
  name: string;
  /** What it does and when to use it, written for the model. */
  description: string;
  /** The arguments it takes. */
  input_schema: MessageToolInputSchema;
  /** Anthropic's caching hint; xAI ignores it and caches prompts by itself. */
  cache_control?: unknown;
}

/** JSON Schema of a tool's arguments, which are always one object. */
export interface MessageToolInputSchema {
  /** Always an object. */
  type: "object";
  /** JSON Schema of each argument, by name. */
  properties: { [key: string]: unknown };
  /** Names of the arguments that the model must give. */
  required?: string[] | null | undefined;
  /** `false` forbids arguments that `properties` does not name. */
  additionalProperties?: unknown;
  /** Schemas that the others refer to with `$ref`. */
  $defs?: { [key: string]: unknown } | undefined;
}

/** How free the model is to call tools; leave `tools` out to forbid calls. */
export type MessageToolChoice = {
  /** The model decides. */
  type: "auto";
} | {
  /** The model must call a tool and picks which. */
  type: "any";
} | {
  /** The model must call the tool that `name` names. */
  type: "tool";
  /** Tool to call. */
  name: string;
};

/** The whole answer of `POST /v1/messages`. */
export interface MessageResponse {
  /** Identifies this answer. */
  id: string;
  /** Always a message. */
  type: "message";
  /** Always the model's side. */
  role: Open<"assistant">;
  /** Model that answered. */
  model: string;
  /** The blocks of the answer in order; empty when a stream opens. */
  content: MessageResponseContent[];
  /** Why the answer ended; null while a stream runs. */
  stop_reason?: Open<"end_turn" | "max_tokens" | "stop_sequence" | "tool_use"> | null | undefined;
  /** Which of your `stop_sequences` ended the answer, if one did. */
  stop_sequence?: string | null | undefined;
  /** Tokens read and written. */
  usage: MessageUsage;
}

/** One block of an answer. */
export type MessageResponseContent = {
  /** Marks a block of text. */
  type: "text";
  /** The text itself; empty when a stream opens the block. */
  text: string;
} | {
  /** Marks readable reasoning. */
  type: "thinking";
  /** The reasoning; empty when a stream opens the block. */
  thinking: string;
  /** Proves that the reasoning is the model's own; send it back with the block. */
  signature?: string | null | undefined;
} | {
  /** Marks reasoning that only xAI can read. */
  type: "redacted_thinking";
  /** The encrypted reasoning; send it back unchanged. */
  data: string;
} | {
  /** Marks a call that your code shall run. */
  type: "tool_use";
  /** Identifies the call; name it in the `tool_result`. */
  id: string;
  /** Tool to run. */
  name: string;
  /** Arguments, meant to fit the tool's `input_schema`; empty when a stream opens the block. */
  input: { [key: string]: unknown };
} | UnknownVariant;

/** Tokens of one answer. */
export interface MessageUsage {
  /** Tokens read. */
  input_tokens: number;
  /** Tokens written. */
  output_tokens: number;
  /** Tokens of the input that came from the cache. */
  cache_read_input_tokens?: number | null | undefined;
  /** Stands here for compatibility; xAI does not count cache writes. */
  cache_creation_input_tokens?: number | null | undefined;
}
