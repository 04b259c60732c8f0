// Written by `pnpm generate` from packages/schema/spec (source 21f5ee7c892d). Do not edit.

/** Body of `POST /v1/documents/search`. */
export interface SearchRequest {
  /** What to look for; it is embedded with the model of the collection. */
  query: string;
  /** Where to look. */
  source: DocumentsSource;
  /** How many chunks to return, best first; 10 when absent. */
  limit?: number | null | undefined;
  /** How chunks are found; hybrid when absent. */
  retrieval_mode?: RetrievalMode | null | undefined;
  /**
   * AIP-160 expression over document metadata, such as `year > 2020 AND author = "Ada"`; `field:10..20` is
   * a range with both ends.
   */
  filter?: string | null | undefined;
  /**
   * Keeps a few hits per metadata value, so that no one value fills the list; applied to each collection
   * after ranking.
   */
  group_by?: GroupBy | null | undefined;
  /** Tells the search what counts as relevant; general instructions when absent. */
  instructions?: string | null | undefined;
  /**
   * Has no say any more: a collection fixes its metric when it is made.
   * @deprecated The API marks this field as deprecated.
   */
  ranking_metric?: RankingMetric | null | undefined;
}

/** The collections that a search covers. */
export interface DocumentsSource {
  /** Ids of the collections. */
  collection_ids: string[];
  /** Search engine to use; `chroma_db` when absent. */
  rag_pipeline?: RagPipeline | null | undefined;
}

/** Search engine behind the collections. */
export type RagPipeline = "chroma_db" | "es";

/** Former choice of the distance between embeddings; a collection now has its own. */
export type RankingMetric = "RANKING_METRIC_UNKNOWN" | "RANKING_METRIC_L2_DISTANCE" | "RANKING_METRIC_COSINE_SIMILARITY";

/** How chunks are found: by meaning, by words, or by both. */
export type RetrievalMode = {
  /** How the two lists of hits become one of the size asked for. */
  reranker?: HybridReranker | null | undefined;
  /** How many times `limit` is fetched before reranking; 1 when absent. Range: from 1 to 100. */
  search_multiplier?: number | null | undefined;
  /** By meaning and by words together. */
  type: "hybrid";
} | {
  /** Model that orders the hits anew; one is used in any case when several collections are searched. */
  reranker?: RerankerModel | null | undefined;
  /** By meaning, with dense embeddings. */
  type: "semantic";
} | {
  /** Model that orders the hits anew; one is used in any case when several collections are searched. */
  reranker?: RerankerModel | null | undefined;
  /** By words, with sparse embeddings. */
  type: "keyword";
};

/** Settings of a search by meaning and by words. */
export interface HybridRetrieval {
  /** How the two lists of hits become one of the size asked for. */
  reranker?: HybridReranker | null | undefined;
  /** How many times `limit` is fetched before reranking; 1 when absent. Range: from 1 to 100. */
  search_multiplier?: number | null | undefined;
}

/** Settings of a search by meaning. */
export interface SemanticRetrieval {
  /** Model that orders the hits anew; one is used in any case when several collections are searched. */
  reranker?: RerankerModel | null | undefined;
}

/** Settings of a search by words. */
export interface KeywordRetrieval {
  /** Model that orders the hits anew; one is used in any case when several collections are searched. */
  reranker?: RerankerModel | null | undefined;
}

/** How a hybrid search merges its hits. */
export type HybridReranker = {
  /** Reranking model; xAI's usual one when absent. */
  model?: string | null | undefined;
  /** What the model shall prefer; general instructions when absent. */
  instructions?: string | null | undefined;
  /** A model reads and orders the hits. */
  type: "reranker_model";
} | {
  /** Constant of the formula: the larger, the less the first ranks stand out; 60 when absent. */
  k?: number | null | undefined;
  /** Weight of the hits by meaning; 0.5 when absent. Range: from 0 to 1. */
  embedding_weight?: number | undefined;
  /** Weight of the hits by words; 0.5 when absent. Range: from 0 to 1. */
  text_weight?: number | undefined;
  /** The ranks in both lists are added up by formula. */
  type: "rrf";
};

/** Settings of a model that orders hits anew. */
export interface RerankerModel {
  /** Reranking model; xAI's usual one when absent. */
  model?: string | null | undefined;
  /** What the model shall prefer; general instructions when absent. */
  instructions?: string | null | undefined;
}

/** Settings of reciprocal rank fusion. */
export interface ReciprocalRankFusion {
  /** Constant of the formula: the larger, the less the first ranks stand out; 60 when absent. */
  k?: number | null | undefined;
  /** Weight of the hits by meaning; 0.5 when absent. Range: from 0 to 1. */
  embedding_weight?: number | undefined;
  /** Weight of the hits by words; 0.5 when absent. Range: from 0 to 1. */
  text_weight?: number | undefined;
}

/** Groups hits by metadata and keeps the best of each group; documents without the key share one group. */
export interface GroupBy {
  /** Metadata keys whose values form the groups. At least 1 item. */
  keys: string[];
  /** Which hits of a group stay; the single lowest by `#score` when absent. */
  aggregate?: GroupByAggregate | null | undefined;
}

/** Which hits of a group stay. */
export type GroupByAggregate = {
  /** Keeps those with the lowest values. */
  min_k: {
    /** How many stay per group. Range: from 1. */
    k: number;
    /** Keys to sort by; `#score` is the relevance, where lower is better here. */
    keys: string[];
  };
} | {
  /** Keeps those with the highest values. */
  max_k: {
    /** How many stay per group. Range: from 1. */
    k: number;
    /** Keys to sort by. */
    keys: string[];
  };
};

/** What a search found. */
export interface SearchResponse {
  /** The chunks that matched. */
  matches: SearchMatch[];
}

/** One chunk of a document that matched. */
export interface SearchMatch {
  /** Text of the chunk. */
  chunk_content: string;
  /** How well it matches. */
  score: number;
  /** Id of the document. */
  file_id: string;
  /** Id of the chunk. */
  chunk_id: string;
  /** Collections that hold the document. */
  collection_ids?: string[] | null | undefined;
  /** Metadata of the document. */
  fields?: { [key: string]: string } | null | undefined;
  /** Page on which most of the chunk stands; 0 for a document of one page. */
  page_number?: number | null | undefined;
}
