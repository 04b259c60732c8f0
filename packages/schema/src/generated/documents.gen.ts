// Written by `pnpm generate` from packages/schema/spec (source 5ee4300953c6). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { taggedUnion } from "../tagged-union.ts";

/** Search engine behind the collections. */
export const RagPipeline: z.ZodMiniType<Wire.RagPipeline> = /* @__PURE__ */ (() =>
  z.enum(["chroma_db","es"]))();

/** The collections that a search covers. */
export const DocumentsSource: z.ZodMiniType<Wire.DocumentsSource> = /* @__PURE__ */ (() =>
  z.strictObject({
    "collection_ids": z.array(z.string()),
    "rag_pipeline": z.nullish(RagPipeline),
  }))();

/** Settings of a model that orders hits anew. */
export const RerankerModel: z.ZodMiniType<Wire.RerankerModel> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": z.nullish(z.string()),
    "instructions": z.nullish(z.string()),
  }))();

/** Settings of reciprocal rank fusion. */
export const ReciprocalRankFusion: z.ZodMiniType<Wire.ReciprocalRankFusion> = /* @__PURE__ */ (() =>
  z.strictObject({
    "k": z.nullish(z.int32()),
    "embedding_weight": z.optional(z.number().check(z.gte(0), z.lte(1))),
    "text_weight": z.optional(z.number().check(z.gte(0), z.lte(1))),
  }))();

/** How a hybrid search merges its hits. */
export const HybridReranker: z.ZodMiniType<Wire.HybridReranker> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "model": z.nullish(z.string()),
    "instructions": z.nullish(z.string()),
    "type": z.literal("reranker_model"),
  }), z.strictObject({
    "k": z.nullish(z.int32()),
    "embedding_weight": z.optional(z.number().check(z.gte(0), z.lte(1))),
    "text_weight": z.optional(z.number().check(z.gte(0), z.lte(1))),
    "type": z.literal("rrf"),
  })]))();

/** Settings of a search by meaning and by words. */
export const HybridRetrieval: z.ZodMiniType<Wire.HybridRetrieval> = /* @__PURE__ */ (() =>
  z.strictObject({
    "reranker": z.nullish(HybridReranker),
    "search_multiplier": z.nullish(z.int32().check(z.gte(1), z.lte(100))),
  }))();

/** Settings of a search by meaning. */
export const SemanticRetrieval: z.ZodMiniType<Wire.SemanticRetrieval> = /* @__PURE__ */ (() =>
  z.strictObject({
    "reranker": z.nullish(RerankerModel),
  }))();

/** Settings of a search by words. */
export const KeywordRetrieval: z.ZodMiniType<Wire.KeywordRetrieval> = /* @__PURE__ */ (() =>
  z.strictObject({
    "reranker": z.nullish(RerankerModel),
  }))();

/** How chunks are found: by meaning, by words, or by both. */
export const RetrievalMode: z.ZodMiniType<Wire.RetrievalMode> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "reranker": z.nullish(HybridReranker),
    "search_multiplier": z.nullish(z.int32().check(z.gte(1), z.lte(100))),
    "type": z.literal("hybrid"),
  }), z.strictObject({
    "reranker": z.nullish(RerankerModel),
    "type": z.literal("semantic"),
  }), z.strictObject({
    "reranker": z.nullish(RerankerModel),
    "type": z.literal("keyword"),
  })]))();

/** Which hits of a group stay. */
export const GroupByAggregate: z.ZodMiniType<Wire.GroupByAggregate> = /* @__PURE__ */ (() =>
  z.union([z.strictObject({
    "min_k": z.strictObject({
      "k": z.int32().check(z.gte(1)),
      "keys": z.array(z.string()),
    }),
  }), z.strictObject({
    "max_k": z.strictObject({
      "k": z.int32().check(z.gte(1)),
      "keys": z.array(z.string()),
    }),
  })]))();

/** Groups hits by metadata and keeps the best of each group; documents without the key share one group. */
export const GroupBy: z.ZodMiniType<Wire.GroupBy> = /* @__PURE__ */ (() =>
  z.strictObject({
    "keys": z.array(z.string()).check(z.minLength(1)),
    "aggregate": z.nullish(GroupByAggregate),
  }))();

/** Former choice of the distance between embeddings; a collection now has its own. */
export const RankingMetric: z.ZodMiniType<Wire.RankingMetric> = /* @__PURE__ */ (() =>
  z.enum(["RANKING_METRIC_UNKNOWN","RANKING_METRIC_L2_DISTANCE","RANKING_METRIC_COSINE_SIMILARITY"]))();

/** Body of `POST /v1/documents/search`. */
export const SearchRequest: z.ZodMiniType<Wire.SearchRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "query": z.string(),
    "source": DocumentsSource,
    "limit": z.nullish(z.int32()),
    "retrieval_mode": z.nullish(RetrievalMode),
    "filter": z.nullish(z.string()),
    "group_by": z.nullish(GroupBy),
    "instructions": z.nullish(z.string()),
    "ranking_metric": z.nullish(RankingMetric),
  }))();

/** One chunk of a document that matched. */
export const SearchMatch: z.ZodMiniType<Wire.SearchMatch> = /* @__PURE__ */ (() =>
  z.looseObject({
    "chunk_content": z.string(),
    "score": z.number(),
    "file_id": z.string(),
    "chunk_id": z.string(),
    "collection_ids": z.nullish(z.array(z.string())),
    "fields": z.nullish(z.record(z.string(), z.string())),
    "page_number": z.nullish(z.int32()),
  }))();

/** What a search found. */
export const SearchResponse: z.ZodMiniType<Wire.SearchResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "matches": z.array(SearchMatch),
  }))();
