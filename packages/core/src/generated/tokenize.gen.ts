// Written by `pnpm generate` from packages/schema/spec (source 5e7506488f9d). Do not edit.

import type { ModelId } from "./models.gen.ts";

/** Text to be cut into tokens. */
export interface TokenizeRequest {
  /** Model whose tokenizer is used. */
  model: ModelId;
  /** What to cut. */
  text: string;
  /** Your id for the end user, which helps xAI to spot abuse. */
  user?: string | null | undefined;
}

/** The tokens of a text. */
export interface TokenizeResponse {
  /** All tokens, in the order of the text. */
  token_ids: TokenizeResponseToken[];
}

/** A token as the model sees it. */
export interface TokenizeResponseToken {
  /** Number of the token in the model's vocabulary. Range: from 0. */
  token_id: number;
  /** The piece of text it stands for. */
  string_token: string;
  /** The same piece as bytes. */
  token_bytes: number[];
}
