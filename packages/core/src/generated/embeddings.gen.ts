// Written by `pnpm generate` from packages/schema/spec (source 9c856b20ad42). Do not edit.

export interface EmbeddingRequest {
  dimensions?: number | null | undefined;
  encoding_format?: string | null | undefined;
  input?: EmbeddingInput | null | undefined;
  model?: string | null | undefined;
  preview?: boolean | null | undefined;
  user?: string | null | undefined;
}

export interface EmbeddingResponse {
  data: Embedding[];
  model: string;
  object: string;
  usage?: EmbeddingUsage | null | undefined;
}

export interface Embedding {
  embedding: EmbeddingContent;
  index: number;
  object: string;
}

export type EmbeddingContent = string | number[];

export type EmbeddingInput = {
  String: string;
} | {
  StringArray: string[];
} | {
  Ints: number[];
} | {
  IntsArray: (number[])[];
};

export interface EmbeddingUsage {
  prompt_tokens: number;
  total_tokens: number;
}
