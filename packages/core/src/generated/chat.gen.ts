// Written by `pnpm generate` from packages/schema/spec (source e51c90be46ab). Do not edit.

import type { FunctionDefinition, ImageUrl, LogProbs, OutputFile, SearchParameters, SearchSource, ServiceTier, StreamOptions, Usage, WebSearchOptions } from "./common.gen.ts";
import type { UnknownVariant } from "./open.gen.ts";

export interface ChatRequest {
  /** Default: false. */
  deferred?: boolean | null | undefined;
  /** Range: from -2 to 2. Default: 0. */
  frequency_penalty?: number | null | undefined;
  logit_bias?: { [key: string]: number } | null | undefined;
  /** Default: false. */
  logprobs?: boolean | null | undefined;
  max_completion_tokens?: number | null | undefined;
  max_tokens?: number | null | undefined;
  messages?: Message[] | null | undefined;
  model?: string | null | undefined;
  /** Range: from 1. Default: 1. */
  n?: number | null | undefined;
  /** Default: true. */
  parallel_tool_calls?: boolean | null | undefined;
  /** Range: from -2 to 2. Default: 0. */
  presence_penalty?: number | null | undefined;
  prompt_cache_key?: string | null | undefined;
  reasoning_effort?: string | null | undefined;
  response_format?: ResponseFormat | null | undefined;
  safety_identifier?: string | null | undefined;
  search_parameters?: SearchParameters | null | undefined;
  seed?: number | null | undefined;
  service_tier?: ServiceTier | null | undefined;
  stop?: string[] | null | undefined;
  /** Default: false. */
  stream?: boolean | null | undefined;
  stream_options?: StreamOptions | null | undefined;
  /** Range: from 0 to 2. Default: 1. */
  temperature?: number | null | undefined;
  tool_choice?: ToolChoice | null | undefined;
  /** At most 350 items. */
  tools?: Tool[] | null | undefined;
  /** Range: from 0 to 8. */
  top_logprobs?: number | null | undefined;
  /** Range: above 0 to 1. Default: 1. */
  top_p?: number | null | undefined;
  user?: string | null | undefined;
  web_search_options?: WebSearchOptions | null | undefined;
}

export interface ChatResponse {
  choices: Choice[];
  citations?: string[] | null | undefined;
  created: number;
  id: string;
  model: string;
  object: string;
  output_files?: OutputFile[] | null | undefined;
  service_tier: ServiceTier;
  system_fingerprint?: string | null | undefined;
  usage?: Usage | null | undefined;
}

export interface ChatResponseChunk {
  choices: ChoiceChunk[];
  citations?: string[] | null | undefined;
  created: number;
  id: string;
  model: string;
  object: string;
  output_files?: OutputFile[] | null | undefined;
  service_tier: ServiceTier;
  system_fingerprint?: string | null | undefined;
  usage?: Usage | null | undefined;
}

export interface Choice {
  finish_reason?: string | null | undefined;
  index: number;
  logprobs?: LogProbs | null | undefined;
  message: ChoiceMessage;
}

export interface ChoiceChunk {
  delta: Delta;
  finish_reason?: string | null | undefined;
  index: number;
  logprobs?: LogProbs | null | undefined;
}

export interface ChoiceMessage {
  content?: string | null | undefined;
  reasoning_content?: string | null | undefined;
  refusal?: string | null | undefined;
  role: string;
  tool_calls?: ToolCall[] | null | undefined;
}

export interface Delta {
  content?: string | null | undefined;
  images?: string[] | null | undefined;
  reasoning_content?: string | null | undefined;
  role?: string | null | undefined;
  tool_calls?: ToolCall[] | null | undefined;
}

export type Content = string | ContentPart[];

export interface ContentPart {
  file?: FileRef | null | undefined;
  image_url?: ImageUrl | null | undefined;
  text?: string | null | undefined;
  type: string;
}

export interface FileRef {
  file_id?: string | null | undefined;
  url?: string | null | undefined;
}

export type Message = {
  content: Content;
  name?: string | null | undefined;
  role: "system";
} | {
  content: Content;
  name?: string | null | undefined;
  role: "user";
} | {
  content?: Content | null | undefined;
  name?: string | null | undefined;
  reasoning_content?: string | null | undefined;
  role: "assistant";
  tool_calls?: ToolCall[] | null | undefined;
} | {
  content: Content;
  role: "tool";
  tool_call_id?: string | null | undefined;
} | {
  content: Content;
  name?: string | null | undefined;
  role: "function";
} | UnknownVariant<"role">;

export type Tool = {
  function: FunctionDefinition;
  type: "function";
} | {
  sources: SearchSource[];
  type: "live_search";
} | UnknownVariant;

export interface ToolCall {
  function: Function;
  id: string;
  index?: number | null | undefined;
  type?: string | null | undefined;
}

export type ToolChoice = string | {
  function?: FunctionChoice | null | undefined;
  type: string;
};

export interface Function {
  arguments: string;
  name: string;
}

export interface FunctionCall {
  arguments: string;
  name: string;
}

export interface FunctionChoice {
  name: string;
}

export type ResponseFormat = {
  type: "text";
} | {
  type: "json_object";
} | {
  json_schema: unknown;
  type: "json_schema";
} | UnknownVariant;

export interface StartDeferredChatResponse {
  request_id: string;
}
