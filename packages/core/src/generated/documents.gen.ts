// Written by `pnpm generate` from packages/schema/spec (source 8ad66dc6743a). Do not edit.

import type { Open, UnknownVariant } from "./open.gen.ts";

export interface SearchRequest {
  filter?: string | null | undefined;
  group_by?: GroupBy | null | undefined;
  instructions?: string | null | undefined;
  limit?: number | null | undefined;
  query: string;
  ranking_metric?: RankingMetric | null | undefined;
  retrieval_mode?: RetrievalMode | null | undefined;
  source: DocumentsSource;
}

export interface SearchResponse {
  matches: SearchMatch[];
}

export interface SearchMatch {
  chunk_content: string;
  chunk_id: string;
  collection_ids: string[];
  fields: { [key: string]: string };
  file_id: string;
  page_number?: number | null | undefined;
  score: number;
}

export interface DocumentsSource {
  collection_ids: string[];
  rag_pipeline?: RagPipeline | null | undefined;
}

export type RagPipeline = Open<"chroma_db" | "es">;

export type RankingMetric = Open<"RANKING_METRIC_UNKNOWN" | "RANKING_METRIC_L2_DISTANCE" | "RANKING_METRIC_COSINE_SIMILARITY">;

export type RetrievalMode = {
  reranker?: HybridReranker | null | undefined;
  search_multiplier?: number | null | undefined;
  type: "hybrid";
} | {
  reranker?: RerankerModel | null | undefined;
  type: "semantic";
} | {
  reranker?: RerankerModel | null | undefined;
  type: "keyword";
} | UnknownVariant;

export interface HybridRetrieval {
  reranker?: HybridReranker | null | undefined;
  search_multiplier?: number | null | undefined;
}

export interface SemanticRetrieval {
  reranker?: RerankerModel | null | undefined;
}

export interface KeywordRetrieval {
  reranker?: RerankerModel | null | undefined;
}

export type HybridReranker = {
  instructions?: string | null | undefined;
  model?: string | null | undefined;
  type: "reranker_model";
} | {
  embedding_weight?: number | null | undefined;
  k?: number | null | undefined;
  text_weight?: number | null | undefined;
  type: "rrf";
} | UnknownVariant;

export interface RerankerModel {
  instructions?: string | null | undefined;
  model?: string | null | undefined;
}

export interface ReciprocalRankFusion {
  embedding_weight?: number | null | undefined;
  k?: number | null | undefined;
  text_weight?: number | null | undefined;
}

export interface GroupBy {
  aggregate?: GroupByAggregate | null | undefined;
  keys: string[];
}

export type GroupByAggregate = {
  min_k: {
    k: number;
    keys: string[];
  };
} | {
  max_k: {
    k: number;
    keys: string[];
  };
};
