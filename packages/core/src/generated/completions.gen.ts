// Written by `pnpm generate` from packages/schema/spec (source 21c1d4326519). Do not edit.

import type { StreamOptions, Usage } from "./common.gen.ts";
import type { MessageMetadata } from "./messages.gen.ts";

export interface SampleRequest {
  best_of?: number | null | undefined;
  echo?: boolean | null | undefined;
  frequency_penalty?: number | null | undefined;
  logit_bias?: { [key: string]: number } | null | undefined;
  logprobs?: boolean | null | undefined;
  max_tokens?: number | null | undefined;
  model?: string | null | undefined;
  n?: number | null | undefined;
  presence_penalty?: number | null | undefined;
  prompt?: SampleContent | null | undefined;
  seed?: number | null | undefined;
  stop?: string[] | null | undefined;
  stream?: boolean | null | undefined;
  stream_options?: StreamOptions | null | undefined;
  suffix?: string | null | undefined;
  /** Range: from 0 to 2. Default: 1. */
  temperature?: number | null | undefined;
  top_p?: number | null | undefined;
  user?: string | null | undefined;
}

export interface SampleResponse {
  choices: SampleChoice[];
  created: number;
  id: string;
  model: string;
  object: string;
  system_fingerprint?: string | null | undefined;
  usage?: Usage | null | undefined;
}

export interface SampleChoice {
  finish_reason: string;
  index: number;
  text: string;
}

export type SampleContent = string | string[];

export interface CompleteRequest {
  max_tokens_to_sample?: number | null | undefined;
  metadata?: MessageMetadata | null | undefined;
  model?: string | null | undefined;
  prompt?: string | null | undefined;
  stop_sequences?: string[] | null | undefined;
  stream?: boolean | null | undefined;
  /** Range: from 0 to 2. Default: 1. */
  temperature?: number | null | undefined;
  top_k?: number | null | undefined;
  /** Range: above 0 to 1. Default: 1. */
  top_p?: number | null | undefined;
}

export interface CompleteResponse {
  completion: string;
  id: string;
  model: string;
  stop_reason?: string | null | undefined;
  type: string;
}
