// Written by `pnpm generate` from packages/schema/spec (source 71d331858e9d). Do not edit.

import type { Open } from "./open.gen.ts";

/** Texts to be turned into vectors. */
export interface EmbeddingRequest {
  /** Embedding model to use; the Models API lists those of a key. */
  model: Open<"v1">;
  /** What to embed; each text must fit into the model's context. */
  input: EmbeddingInput;
  /** Whether vectors come back as numbers or, more compactly, as base64. */
  encoding_format?: Open<"float" | "base64"> | null | undefined;
  /** Length of the vectors wanted. */
  dimensions?: number | null | undefined;
  /** Asks for the API's newer format. */
  preview?: boolean | null | undefined;
  /** Your id for the end user, which helps xAI to spot abuse. */
  user?: string | null | undefined;
}

/** A vector for every input. */
export interface EmbeddingResponse {
  /** Tag of the object. */
  object: Open<"list">;
  /** Model that made the vectors. */
  model: string;
  /** The vectors. */
  data: Embedding[];
  /** What the request used. */
  usage?: EmbeddingUsage | null | undefined;
}

/** The vector of one input. */
export interface Embedding {
  /** Tag of the object. */
  object: Open<"embedding">;
  /** Position of its input in the request, from 0. */
  index: number;
  /** The vector, in the format that was asked for. */
  embedding: EmbeddingContent;
}

/** A vector as numbers, or as base64 when that was asked for. */
export type EmbeddingContent = string | number[];

/**
 * A text, up to 128 texts, the tokens of a text, or the tokens of up to 128 texts; queries and passages
 * embed best with `query: ` or `passage: ` in front.
 */
export type EmbeddingInput = string | string[] | number[] | (number[])[];

/** What embedding used. */
export interface EmbeddingUsage {
  /** Tokens of all inputs. */
  prompt_tokens: number;
  /** Equal to `prompt_tokens`, since nothing is generated. */
  total_tokens: number;
}
