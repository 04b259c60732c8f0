// Written by `pnpm generate` from packages/schema/spec (source 99ab76b08c66). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { unknownVariant } from "../unknown-variant.ts";

export const GroupByAggregate: z.ZodMiniType<Wire.GroupByAggregate> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "min_k": z.looseObject({
      "k": z.int32(),
      "keys": z.array(z.string()),
    }),
  }), z.looseObject({
    "max_k": z.looseObject({
      "k": z.int32(),
      "keys": z.array(z.string()),
    }),
  })]))();

export const GroupBy: z.ZodMiniType<Wire.GroupBy> = /* @__PURE__ */ (() =>
  z.looseObject({
    "aggregate": z.nullish(GroupByAggregate),
    "keys": z.array(z.string()),
  }))();

export const RankingMetric: z.ZodMiniType<Wire.RankingMetric> = /* @__PURE__ */ (() =>
  z.string())();

export const RerankerModel: z.ZodMiniType<Wire.RerankerModel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "instructions": z.nullish(z.string()),
    "model": z.nullish(z.string()),
  }))();

export const ReciprocalRankFusion: z.ZodMiniType<Wire.ReciprocalRankFusion> = /* @__PURE__ */ (() =>
  z.looseObject({
    "embedding_weight": z.nullish(z.number()),
    "k": z.nullish(z.int32()),
    "text_weight": z.nullish(z.number()),
  }))();

export const HybridReranker: z.ZodMiniType<Wire.HybridReranker> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "instructions": z.nullish(z.string()),
    "model": z.nullish(z.string()),
    "type": z.literal("reranker_model"),
  }), z.looseObject({
    "embedding_weight": z.nullish(z.number()),
    "k": z.nullish(z.int32()),
    "text_weight": z.nullish(z.number()),
    "type": z.literal("rrf"),
  }), unknownVariant("type", ["reranker_model","rrf"])]))();

export const HybridRetrieval: z.ZodMiniType<Wire.HybridRetrieval> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reranker": z.nullish(HybridReranker),
    "search_multiplier": z.nullish(z.int32()),
  }))();

export const SemanticRetrieval: z.ZodMiniType<Wire.SemanticRetrieval> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reranker": z.nullish(RerankerModel),
  }))();

export const KeywordRetrieval: z.ZodMiniType<Wire.KeywordRetrieval> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reranker": z.nullish(RerankerModel),
  }))();

export const RetrievalMode: z.ZodMiniType<Wire.RetrievalMode> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "reranker": z.nullish(HybridReranker),
    "search_multiplier": z.nullish(z.int32()),
    "type": z.literal("hybrid"),
  }), z.looseObject({
    "reranker": z.nullish(RerankerModel),
    "type": z.literal("semantic"),
  }), z.looseObject({
    "reranker": z.nullish(RerankerModel),
    "type": z.literal("keyword"),
  }), unknownVariant("type", ["hybrid","semantic","keyword"])]))();

export const RagPipeline: z.ZodMiniType<Wire.RagPipeline> = /* @__PURE__ */ (() =>
  z.string())();

export const DocumentsSource: z.ZodMiniType<Wire.DocumentsSource> = /* @__PURE__ */ (() =>
  z.looseObject({
    "collection_ids": z.array(z.string()),
    "rag_pipeline": z.nullish(RagPipeline),
  }))();

export const SearchRequest: z.ZodMiniType<Wire.SearchRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "filter": z.nullish(z.string()),
    "group_by": z.nullish(GroupBy),
    "instructions": z.nullish(z.string()),
    "limit": z.nullish(z.int32()),
    "query": z.string(),
    "ranking_metric": z.nullish(RankingMetric),
    "retrieval_mode": z.nullish(RetrievalMode),
    "source": DocumentsSource,
  }))();

export const SearchMatch: z.ZodMiniType<Wire.SearchMatch> = /* @__PURE__ */ (() =>
  z.looseObject({
    "chunk_content": z.string(),
    "chunk_id": z.string(),
    "collection_ids": z.array(z.string()),
    "fields": z.record(z.string(), z.string()),
    "file_id": z.string(),
    "page_number": z.nullish(z.int32()),
    "score": z.number(),
  }))();

export const SearchResponse: z.ZodMiniType<Wire.SearchResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "matches": z.array(SearchMatch),
  }))();
