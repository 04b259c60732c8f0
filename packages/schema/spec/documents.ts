import { array, fields, float, int32, literal, merge, named, nullable, object, oneOf, optional, record, ref, required, string, union, type Area } from "./notation.ts";

export const documents: Area = {
  SearchRequest: object("", { filter: optional(nullable(string()), ""), group_by: optional(nullable(ref("GroupBy")), ""), instructions: optional(nullable(string()), ""), limit: optional(nullable(int32()), ""), query: required(string(), ""), ranking_metric: optional(nullable(ref("RankingMetric")), ""), retrieval_mode: optional(nullable(ref("RetrievalMode")), ""), source: required(ref("DocumentsSource"), "") }),
  SearchResponse: object("", { matches: required(array(ref("SearchMatch")), "") }),
  SearchMatch: object("", { chunk_content: required(string(), ""), chunk_id: required(string(), ""), collection_ids: required(array(string()), ""), fields: required(record(string()), ""), file_id: required(string(), ""), page_number: optional(int32(), ""), score: required(float(), "") }),
  DocumentsSource: object("", { collection_ids: required(array(string()), ""), rag_pipeline: optional(nullable(ref("RagPipeline")), "") }),
  RagPipeline: named("", oneOf("chroma_db", "es")),
  RankingMetric: named("", oneOf("RANKING_METRIC_UNKNOWN", "RANKING_METRIC_L2_DISTANCE", "RANKING_METRIC_COSINE_SIMILARITY")),
  RetrievalMode: named("", union(merge(ref("HybridRetrieval"), fields({ type: required(literal("hybrid"), "") })), merge(ref("SemanticRetrieval"), fields({ type: required(literal("semantic"), "") })), merge(ref("KeywordRetrieval"), fields({ type: required(literal("keyword"), "") })))),
  HybridRetrieval: object("", { reranker: optional(nullable(ref("HybridReranker")), ""), search_multiplier: optional(nullable(int32()), "") }),
  SemanticRetrieval: object("", { reranker: optional(nullable(ref("RerankerModel")), "") }),
  KeywordRetrieval: object("", { reranker: optional(nullable(ref("RerankerModel")), "") }),
  HybridReranker: named("", union(merge(ref("RerankerModel"), fields({ type: required(literal("reranker_model"), "") })), merge(ref("ReciprocalRankFusion"), fields({ type: required(literal("rrf"), "") })))),
  RerankerModel: object("", { instructions: optional(nullable(string()), ""), model: optional(nullable(string()), "") }),
  ReciprocalRankFusion: object("", { embedding_weight: optional(float(), ""), k: optional(nullable(int32()), ""), text_weight: optional(float(), "") }),
  GroupBy: object("", { aggregate: optional(nullable(ref("GroupByAggregate")), ""), keys: required(array(string()), "") }),
  GroupByAggregate: named("", union(fields({ min_k: required(fields({ k: required(int32(), ""), keys: required(array(string()), "") }), "") }), fields({ max_k: required(fields({ k: required(int32(), ""), keys: required(array(string()), "") }), "") }))),
};
