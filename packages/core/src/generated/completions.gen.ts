// Written by `pnpm generate` from packages/schema/spec (source f40563940c77). Do not edit.

import type { StreamOptions, Usage } from "./common.gen.ts";
import type { MessageMetadata } from "./messages.gen.ts";
import type { ModelId } from "./models.gen.ts";
import type { Open } from "./open.gen.ts";

/** Asks a model to continue a text: the legacy endpoint, closed to reasoning models. */
export interface SampleRequest {
  /** Model to ask; reasoning models refuse. */
  model: ModelId;
  /** Text to continue. */
  prompt: SampleContent;
  /** Sends the text piece by piece as server-sent events, closed by `[DONE]`, instead of as one body. */
  stream?: boolean | null | undefined;
  /** Settings for `stream`. */
  stream_options?: StreamOptions | null | undefined;
  /** Ceiling on generated tokens; with the prompt it must fit into the model's context. */
  max_tokens?: number | null | undefined;
  /**
   * Randomness: low values keep to the likeliest words, high ones vary. Change this or `top_p`, not both.
   * Range: from 0 to 2. Default: 1.
   */
  temperature?: number | null | undefined;
  /** Draws only from the likeliest tokens that together reach this probability, 1 being all. */
  top_p?: number | null | undefined;
  /** Number of alternative continuations; all are billed. */
  n?: number | null | undefined;
  /** Texts at which the continuation ends. At most 4 items. */
  stop?: string[] | null | undefined;
  /** Puts the prompt in front of the continuation. */
  echo?: boolean | null | undefined;
  /**
   * Makes equal requests give equal texts as far as possible, while `system_fingerprint` stays the same.
   */
  seed?: number | null | undefined;
  /**
   * Above 0, words count against themselves once they occurred; `grok-3` refuses the field. Range: from -2
   * to 2.
   */
  presence_penalty?: number | null | undefined;
  /** Part of OpenAI's API; not supported here. Range: from -2 to 2. */
  frequency_penalty?: number | null | undefined;
  /** Asks for the likelihood of every token; `grok-4.20` and newer ignore it. */
  logprobs?: boolean | null | undefined;
  /** Weight added to tokens, by token id; not supported here. */
  logit_bias?: { [key: string]: number } | null | undefined;
  /** Part of OpenAI's API; not supported here. */
  best_of?: number | null | undefined;
  /** Text that would follow the continuation; not supported here. */
  suffix?: string | null | undefined;
  /** Your id for the end user, which helps xAI to spot abuse. */
  user?: string | null | undefined;
}

/** The continuation of a text. */
export interface SampleResponse {
  /** Identifies the answer. */
  id: string;
  /** Tag of the object. */
  object: Open<"text_completion">;
  /** Unix seconds at which the answer was made. */
  created: number;
  /** Model that answered. */
  model: string;
  /** The continuations, as many as `n` asked for. */
  choices: SampleChoice[];
  /** Tokens used and the bill. */
  usage?: Usage | null | undefined;
  /** Identifies the configuration that answered. */
  system_fingerprint?: string | null | undefined;
}

/** A piece of a streamed continuation. */
export interface SampleResponseChunk {
  /** Identifies the answer; the same in all pieces. */
  id: string;
  /** Tag of the object. */
  object: Open<"text_completion">;
  /** Unix seconds at which the piece was made. */
  created: number;
  /** Model that answers. */
  model: string;
  /** What is new in each continuation, to be appended. */
  choices: SampleChoice[];
  /** Tokens used and the bill, once `include_usage` asked for it. */
  usage?: Usage | null | undefined;
  /** Identifies the configuration that answers. */
  system_fingerprint?: string | null | undefined;
}

/** A continuation, or in a stream the next part of it. */
export interface SampleChoice {
  /** Position among the continuations, from 0. */
  index: number;
  /** What was generated. */
  text: string;
  /** Why it ended: on its own or at a `stop` text, or at the token ceiling; null until then in a stream. */
  finish_reason?: Open<"stop" | "length" | "end_turn"> | null | undefined;
}

/** One text to continue, or several. */
export type SampleContent = string | string[];

/** Asks a model to continue a text, in the shape of Anthropic's former API; closed to reasoning models. */
export interface CompleteRequest {
  /** Model to ask; reasoning models refuse. */
  model: ModelId;
  /** Text to continue, usually as turns of `Human:` and `Assistant:`. */
  prompt: string;
  /** Ceiling on generated tokens. */
  max_tokens_to_sample: number;
  /** Asks for the text piece by piece; xAI lists it as unsupported. */
  stream?: boolean | null | undefined;
  /** Texts at which the continuation ends. At most 4 items. */
  stop_sequences?: string[] | null | undefined;
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
  /** Part of Anthropic's API; not supported here. */
  top_k?: number | null | undefined;
  /** Who the request is for. */
  metadata?: MessageMetadata | null | undefined;
}

/** The continuation of a text, in the shape of Anthropic's former API. */
export interface CompleteResponse {
  /** Identifies the answer. */
  id: string;
  /** Tag of the object. */
  type: Open<"completion">;
  /** Model that answered. */
  model: string;
  /** What was generated, without the stop sequence. */
  completion: string;
  /** Why it ended: on its own or at a stop sequence, or at the token ceiling. */
  stop_reason?: Open<"stop_sequence" | "length" | "max_tokens" | "end_turn"> | null | undefined;
}

/** A piece of a streamed continuation, in the shape of Anthropic's former API. */
export interface CompleteResponseChunk {
  /** Identifies the answer; the same in all pieces. */
  id: string;
  /** Tag of the object. */
  type: Open<"completion">;
  /** Model that answers. */
  model: string;
  /** Next part of the text, to be appended. */
  completion: string;
  /** Why the text ended; absent or null until its last piece. */
  stop_reason?: Open<"stop_sequence" | "length" | "max_tokens" | "end_turn"> | null | undefined;
}
