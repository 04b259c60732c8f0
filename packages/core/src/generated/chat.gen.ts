// Written by `pnpm generate` from packages/schema/spec (source e06c608f3d83). Do not edit.

import type { FunctionDefinition, ImageUrl, LogProbs, OutputFile, SearchParameters, SearchSource, ServiceTier, StreamOptions, Usage, WebSearchOptions } from "./common.gen.ts";
import type { ModelId } from "./models.gen.ts";
import type { Open } from "./open.gen.ts";

/** Asks a model to continue a conversation. */
export interface ChatRequest {
  /** Model to ask. */
  model: ModelId;
  /** The conversation so far, oldest first. */
  messages: Message[];
  /**
   * Sends the answer piece by piece as server-sent events, closed by `[DONE]`, instead of as one body.
   * Default: false.
   */
  stream?: boolean | null | undefined;
  /** Settings for `stream`. */
  stream_options?: StreamOptions | null | undefined;
  /**
   * Ceiling on the visible tokens of the answer; reasoning and tool calls do not count. Without it the
   * context window is the limit.
   */
  max_completion_tokens?: number | null | undefined;
  /**
   * Former name of `max_completion_tokens`.
   * @deprecated The API marks this field as deprecated.
   */
  max_tokens?: number | null | undefined;
  /**
   * Randomness: low values keep to the likeliest words, high ones vary. Change this or `top_p`, not both.
   * Range: from 0 to 2. Default: 1.
   */
  temperature?: number | null | undefined;
  /**
   * Draws only from the likeliest tokens that together reach this probability. Range: above 0 to 1.
   * Default: 1.
   */
  top_p?: number | null | undefined;
  /**
   * How much the model thinks first. Efforts and default differ by model (see its `capabilities`); a model
   * that takes none answers 400.
   */
  reasoning_effort?: Open<"none" | "low" | "medium" | "high" | "xhigh"> | null | undefined;
  /** Functions that the model may ask for; xAI's own tools are for the Responses API. At most 350 items. */
  tools?: Tool[] | null | undefined;
  /** Whether and which tool has to be used. */
  tool_choice?: ToolChoice | null | undefined;
  /** `false` holds the model to one tool call at a time. Default: true. */
  parallel_tool_calls?: boolean | null | undefined;
  /** Form of the answer: free text or JSON. */
  response_format?: ResponseFormat | null | undefined;
  /** Number of alternative answers; the tokens of all of them are billed. Range: from 1. Default: 1. */
  n?: number | null | undefined;
  /** Texts at which the answer ends; reasoning models refuse the field. At most 4 items. */
  stop?: string[] | null | undefined;
  /**
   * Makes equal requests give equal answers as far as possible, while `system_fingerprint` stays the same.
   */
  seed?: number | null | undefined;
  /**
   * Above 0, words count against themselves the more often they occurred; reasoning models refuse the
   * field. Range: from -2 to 2. Default: 0.
   */
  frequency_penalty?: number | null | undefined;
  /**
   * Above 0, words count against themselves once they occurred; `grok-3` and reasoning models refuse the
   * field. Range: from -2 to 2. Default: 0.
   */
  presence_penalty?: number | null | undefined;
  /** Adds the likelihood of every token to the answer; `grok-4.20` and newer ignore it. Default: false. */
  logprobs?: boolean | null | undefined;
  /**
   * Number of likeliest tokens to list at each position, with `logprobs` only; `grok-4.20` and newer ignore
   * it. Range: from 0 to 8.
   */
  top_logprobs?: number | null | undefined;
  /** Weight added to tokens, by token id; the API does not support it yet. */
  logit_bias?: { [key: string]: number } | null | undefined;
  /**
   * Answers at once with a `request_id` while the model works; the result can be fetched once, within 24
   * hours. Default: false.
   */
  deferred?: boolean | null | undefined;
  /** Lane to be served in, which changes waiting time and price. */
  service_tier?: Open<"auto" | "priority" | "fast"> | null | undefined;
  /** Leads requests that begin alike to the same cache; does the same as the header `x-grok-conv-id`. */
  prompt_cache_key?: string | null | undefined;
  /** Your id for the end user, which helps xAI to spot abuse. */
  user?: string | null | undefined;
  /** Stable id for the end user by which abuse can be traced. */
  safety_identifier?: string | null | undefined;
  /**
   * Live Search, which is switched off: with it the API answers 410.
   * @deprecated The API marks this field as deprecated.
   */
  search_parameters?: SearchParameters | null | undefined;
  /**
   * OpenAI's way to set up a search, mapped onto Live Search, which is switched off.
   * @deprecated The API marks this field as deprecated.
   */
  web_search_options?: WebSearchOptions | null | undefined;
}

/** A model's whole answer. */
export interface ChatResponse {
  /** Identifies the answer. */
  id: string;
  /** Tag of the object. */
  object: Open<"chat.completion">;
  /** Unix seconds at which the answer was made. */
  created: number;
  /** Model that answered. */
  model: string;
  /** The answers, as many as `n` asked for. */
  choices: Choice[];
  /** Tokens used and the bill. */
  usage?: Usage | null | undefined;
  /** Addresses of the pages that the answer drew on. */
  citations?: string[] | null | undefined;
  /** Files that server-side tools made, when `code_execution_files_output` was included. */
  output_files?: OutputFile[] | null | undefined;
  /** Lane in which it was served. */
  service_tier?: ServiceTier | null | undefined;
  /** Identifies the configuration that answered. */
  system_fingerprint?: string | null | undefined;
}

/** A piece of a streamed answer; all pieces share one `id`. */
export interface ChatResponseChunk {
  /** Identifies the answer. */
  id: string;
  /** Tag of the object. */
  object: Open<"chat.completion.chunk">;
  /** Unix seconds at which the piece was made. */
  created: number;
  /** Model that answers. */
  model: string;
  /** What is new in each answer; empty in the closing chunk that carries `usage`. */
  choices: ChoiceChunk[];
  /** Tokens used and the bill for the whole answer, in the last chunk when `include_usage` asked for it. */
  usage?: Usage | null | undefined;
  /** Addresses of the pages that the answer drew on, in the last chunk only. */
  citations?: string[] | null | undefined;
  /** Files that server-side tools made, in the last chunk only. */
  output_files?: OutputFile[] | null | undefined;
  /** Lane in which it is served. */
  service_tier?: ServiceTier | null | undefined;
  /** Identifies the configuration that answers. */
  system_fingerprint?: string | null | undefined;
}

/** One of the answers to a request. */
export interface Choice {
  /** Position among the answers, from 0. */
  index: number;
  /** What the model said or wants called. */
  message: ChoiceMessage;
  /** Why it ended: on its own or at a `stop` text, at the token ceiling, or to have tools called. */
  finish_reason?: Open<"stop" | "length" | "tool_calls" | "end_turn"> | null | undefined;
  /** Likelihood of its tokens, when `logprobs` asked for it. */
  logprobs?: LogProbs | null | undefined;
}

/** What a piece of a stream adds to one of the answers. */
export interface ChoiceChunk {
  /** Position of the answer among all, from 0. */
  index: number;
  /** What is new. */
  delta: Delta;
  /** Why the answer ended; absent or null until its last piece. */
  finish_reason?: Open<"stop" | "length" | "tool_calls" | "end_turn"> | null | undefined;
  /** Likelihood of the new tokens, when `logprobs` asked for it. */
  logprobs?: LogProbs | null | undefined;
}

/** What the model said. */
export interface ChoiceMessage {
  /** Who speaks: always the model. */
  role: "assistant";
  /** The visible answer; empty when the model only wants tools called. */
  content?: string | null | undefined;
  /** The model's thinking, from models that show it. */
  reasoning_content?: string | null | undefined;
  /** Functions to run before the conversation goes on. */
  tool_calls?: ToolCall[] | null | undefined;
  /** Why the model declined; null when it did not. */
  refusal?: string | null | undefined;
}

/** What is new in an answer: strings are appended to what came before. */
export interface Delta {
  /** Who speaks; in the first piece only. */
  role?: Open<"assistant"> | null | undefined;
  /** Next part of the visible answer. */
  content?: string | null | undefined;
  /** Next part of the model's thinking, which precedes the answer. */
  reasoning_content?: string | null | undefined;
  /** Functions to run; each comes whole in a single piece, with complete arguments. */
  tool_calls?: ToolCall[] | null | undefined;
  /** Pictures that the model made, one string each. */
  images?: string[] | null | undefined;
}

/** A turn of the conversation; `role` says whose. */
export type Message = {
  /** Instructions that stand above the conversation. */
  role: "system";
  /** The instructions. */
  content: Content;
  /** Your id for the end user, which helps xAI to spot abuse. */
  name?: string | null | undefined;
} | {
  /** What the person says. */
  role: "user";
  /** Text, pictures and files. */
  content: Content;
  /** Your id for the end user, which helps xAI to spot abuse. */
  name?: string | null | undefined;
} | {
  /** What the model said before. */
  role: "assistant";
  /** Its visible answer; empty content has been refused with 400. */
  content?: Content | null | undefined;
  /** Its thinking, as it came with the answer. */
  reasoning_content?: string | null | undefined;
  /** Why it declined, as it came with the answer. */
  refusal?: string | null | undefined;
  /** The calls it made, unchanged; a `tool` message answers each. */
  tool_calls?: ToolCall[] | null | undefined;
  /** Your id for the end user, which helps xAI to spot abuse. */
  name?: string | null | undefined;
} | {
  /** What a function returned. */
  role: "tool";
  /** The result, usually as JSON text. */
  content: Content;
  /** The `id` of the call that this answers. */
  tool_call_id?: string | null | undefined;
} | {
  /** What a function returned, in the form that `tool` has replaced. */
  role: "function";
  /** The result. */
  content: Content;
  /** Your id for the end user, which helps xAI to spot abuse. */
  name?: string | null | undefined;
};

/** A plain text, or parts of several kinds in order. */
export type Content = string | ContentPart[];

/** One part of a message: the field named like its `type` holds the content. */
export interface ContentPart {
  /** What the part is. */
  type: Open<"text" | "image_url" | "file">;
  /** The words of a `text` part. */
  text?: string | null | undefined;
  /** The picture of an `image_url` part, for models that see. */
  image_url?: ImageUrl | null | undefined;
  /** The attachment of a `file` part. */
  file?: FileRef | null | undefined;
}

/** An attached file, by id or by address. */
export interface FileRef {
  /** A file in the Files API. */
  file_id?: string | null | undefined;
  /** Public address of a file, instead of `file_id`. */
  url?: string | null | undefined;
}

/** Something the model may use: a function of yours. Live Search, the other kind, is switched off. */
export type Tool = {
  /** A function that you run. */
  type: "function";
  /** Its name, purpose and arguments. */
  function: FunctionDefinition;
} | {
  /** Live Search, to which the API now answers 410. */
  type: "live_search";
  /** Where to look. */
  sources: SearchSource[];
};

/** The model's wish to have a function run. */
export interface ToolCall {
  /** Goes into the `tool_call_id` of the message that brings the result. */
  id: string;
  /** What to run. */
  function: Function;
  /** `function` is yours to run; calls of other types have been run by xAI. */
  type?: Open<"function" | "web_search_call" | "x_search_call" | "code_interpreter_call" | "mcp_call"> | null | undefined;
  /** Position among the calls of the answer. */
  index?: number | null | undefined;
}

/**
 * `none` keeps tools unused, `auto` leaves it to the model, `required` asks for at least one call, an
 * object for that function.
 */
export type ToolChoice = Open<"none" | "auto" | "required"> | {
  /** Picks a function by name. */
  type: "function";
  /** The function to call. */
  function?: FunctionChoice | null | undefined;
};

/** A function call as the model wrote it. */
export interface Function {
  /** Function to run. */
  name: string;
  /** Arguments as JSON text; models err, so check before use. */
  arguments: string;
}

/** A function with its arguments; no endpoint uses this shape. */
export interface FunctionCall {
  /** Function to run. */
  name: string;
  /** Arguments as JSON text. */
  arguments: string;
}

/** The function that has to be called. */
export interface FunctionChoice {
  /** Name from its definition in `tools`. */
  name: string;
}

/** Form of an answer. */
export type ResponseFormat = {
  /** Free text. */
  type: "text";
} | {
  /** JSON of any shape, from the time before `json_schema`. */
  type: "json_object";
} | {
  /** JSON that follows a schema. */
  type: "json_schema";
  /** The schema and what it is called. */
  json_schema: {
    /** What the result is called. */
    name?: string | undefined;
    /** JSON Schema of the result; bounds on lengths and item counts have been rejected or ignored. */
    schema: unknown;
    /** Tells the model what the result is for. */
    description?: string | null | undefined;
    /** Asks for exact adherence to the schema. */
    strict?: boolean | null | undefined;
  };
};

/** Receipt for a deferred answer. */
export interface StartDeferredChatResponse {
  /** Fetches the answer: once, within 24 hours. */
  request_id: string;
}
