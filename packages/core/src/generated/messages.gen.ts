// Written by `pnpm generate` from packages/schema/spec (source 39abe67ed508). Do not edit.

import type { UnknownVariant } from "./open.gen.ts";

export interface MessageBody {
  content: MessageContent;
  role: string;
}

export type MessageContent = string | MessageContentPart[];

export type MessageContentPart = {
  cache_control?: unknown;
  text: string;
  type: "text";
} | {
  cache_control?: unknown;
  source: MessageImageContent;
  type: "image";
} | {
  cache_control?: unknown;
  id: string;
  input: unknown;
  name: string;
  type: "tool_use";
} | {
  cache_control?: unknown;
  content: ToolResultContent;
  is_error?: boolean | null | undefined;
  tool_use_id: string;
  type: "tool_result";
} | {
  data: string;
  type: "redacted_thinking";
} | {
  signature?: string | null | undefined;
  thinking: string;
  type: "thinking";
} | UnknownVariant;

export type MessageImageContent = {
  data: string;
  media_type: string;
  type: "base64";
} | {
  type: "url";
  url: string;
} | UnknownVariant;

export interface MessageMetadata {
  user_id?: string | null | undefined;
}

export interface MessageRequest {
  max_tokens?: number | null | undefined;
  messages?: MessageBody[] | null | undefined;
  metadata?: MessageMetadata | null | undefined;
  model?: string | null | undefined;
  stop_sequences?: string[] | null | undefined;
  stream?: boolean | null | undefined;
  system?: SystemMessageContent | null | undefined;
  /** Range: from 0 to 2. Default: 1. */
  temperature?: number | null | undefined;
  tool_choice?: MessageToolChoice | null | undefined;
  tools?: MessageTools[] | null | undefined;
  top_k?: number | null | undefined;
  /** Range: above 0 to 1. Default: 1. */
  top_p?: number | null | undefined;
}

export interface MessageResponse {
  content: MessageResponseContent[];
  id: string;
  model: string;
  role: string;
  stop_reason?: string | null | undefined;
  stop_sequence?: string | null | undefined;
  type: string;
  usage: MessageUsage;
}

export type MessageResponseContent = {
  text: string;
  type: "text";
} | {
  signature: string;
  thinking: string;
  type: "thinking";
} | {
  data: string;
  type: "redacted_thinking";
} | {
  id: string;
  input: unknown;
  name: string;
  type: "tool_use";
} | UnknownVariant;

export type MessageToolChoice = {
  type: "auto";
} | {
  type: "any";
} | {
  name: string;
  type: "tool";
} | UnknownVariant;

export interface MessageToolInputSchema {
  properties: unknown;
  required?: string[] | null | undefined;
  type: string;
}

export interface MessageTools {
  cache_control?: unknown;
  description: string;
  input_schema: MessageToolInputSchema;
  name: string;
}

export interface MessageUsage {
  cache_creation_input_tokens: number;
  cache_read_input_tokens: number;
  input_tokens: number;
  output_tokens: number;
}

export type SystemMessageContent = string | SystemMessagePart[];

export interface SystemMessagePart {
  cache_control?: unknown;
  text: string;
  type: string;
}

export type ToolResultContent = string | ToolResultContentBlock[];

export type ToolResultContentBlock = {
  text: string;
  type: "text";
} | {
  source: MessageImageContent;
  type: "image";
} | UnknownVariant;
