// Written by `pnpm generate` from packages/schema/spec (source 3f1fa7196054). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { taggedUnion } from "../tagged-union.ts";

/** The lane that served a request; `priority` and `fast` are billed differently from `default`. */
export const ServiceTier: z.ZodMiniType<Wire.ServiceTier> = /* @__PURE__ */ (() =>
  z.string())();

/** A token that could have stood at a position. */
export const TopLogProb: z.ZodMiniType<Wire.TopLogProb> = /* @__PURE__ */ (() =>
  z.looseObject({
    "token": z.string(),
    "logprob": z.number(),
    "bytes": z.nullish(z.array(z.int32().check(z.gte(0)))),
  }))();

/** One generated token with its likelihood and that of its rivals. */
export const TokenLogProb: z.ZodMiniType<Wire.TokenLogProb> = /* @__PURE__ */ (() =>
  z.looseObject({
    "token": z.string(),
    "logprob": z.number(),
    "bytes": z.nullish(z.array(z.int32().check(z.gte(0)))),
    "top_logprobs": z.nullish(z.array(TopLogProb)),
  }))();

/** Likelihoods of the tokens of one answer; `grok-4.20` and newer never send them. */
export const LogProbs: z.ZodMiniType<Wire.LogProbs> = /* @__PURE__ */ (() =>
  z.looseObject({
    "content": z.nullish(z.array(TokenLogProb)),
  }))();

/** One place for Live Search to look. */
export const SearchSource: z.ZodMiniType<Wire.SearchSource> = /* @__PURE__ */ (() =>
  taggedUnion("type", [z.strictObject({
    "type": z.literal("x"),
    "included_x_handles": z.nullish(z.array(z.string())),
    "excluded_x_handles": z.nullish(z.array(z.string())),
    "post_favorite_count": z.nullish(z.int32()),
    "post_view_count": z.nullish(z.int32()),
    "x_handles": z.nullish(z.array(z.string())),
  }), z.strictObject({
    "type": z.literal("web"),
    "allowed_websites": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "excluded_websites": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "country": z.nullish(z.string().check(z.regex(/^[A-Z]{2}$/))),
    "safe_search": z.nullish(z.boolean()),
  }), z.strictObject({
    "type": z.literal("news"),
    "excluded_websites": z.nullish(z.array(z.string()).check(z.maxLength(5))),
    "country": z.nullish(z.string().check(z.regex(/^[A-Z]{2}$/))),
    "safe_search": z.nullish(z.boolean()),
  }), z.strictObject({
    "type": z.literal("rss"),
    "links": z.array(z.string()).check(z.minLength(1), z.maxLength(1)),
  })]))();

/** Settings of Live Search, which is switched off: the API answers such requests with 410. */
export const SearchParameters: z.ZodMiniType<Wire.SearchParameters> = /* @__PURE__ */ (() =>
  z.strictObject({
    "mode": z.nullish(z.string()),
    "sources": z.nullish(z.array(SearchSource)),
    "max_search_results": z.nullish(z.int32().check(z.gte(1), z.lte(30))),
    "from_date": z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    "to_date": z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    "return_citations": z.nullish(z.boolean()),
  }))();

/** A function of yours that the model may ask you to call. As it is sent. */
export const FunctionDefinitionParam: z.ZodMiniType<Wire.FunctionDefinition> = /* @__PURE__ */ (() =>
  z.strictObject({
    "name": z.string(),
    "description": z.nullish(z.string()),
    "parameters": z.record(z.string(), z.unknown()),
    "strict": z.nullish(z.boolean()),
    "defer_loading": z.nullish(z.boolean()),
  }))();

/** A function of yours that the model may ask you to call. As it arrives. */
export const FunctionDefinition: z.ZodMiniType<Wire.FunctionDefinition> = /* @__PURE__ */ (() =>
  z.looseObject({
    "name": z.string(),
    "description": z.nullish(z.string()),
    "parameters": z.record(z.string(), z.unknown()),
    "strict": z.nullish(z.boolean()),
    "defer_loading": z.nullish(z.boolean()),
  }))();

/** Settings for a streamed answer. */
export const StreamOptions: z.ZodMiniType<Wire.StreamOptions> = /* @__PURE__ */ (() =>
  z.strictObject({
    "include_usage": z.boolean(),
  }))();

/** A file that a server-side tool produced while answering. */
export const OutputFile: z.ZodMiniType<Wire.OutputFile> = /* @__PURE__ */ (() =>
  z.looseObject({
    "file_id": z.string(),
    "name": z.string(),
  }))();

/** Input tokens by kind. */
export const PromptUsageDetail: z.ZodMiniType<Wire.PromptUsageDetail> = /* @__PURE__ */ (() =>
  z.looseObject({
    "text_tokens": z.nullish(z.int32()),
    "image_tokens": z.nullish(z.int32()),
    "audio_tokens": z.nullish(z.int32()),
    "cached_tokens": z.nullish(z.int32()),
  }))();

/** Output tokens by kind. */
export const CompletionUsageDetail: z.ZodMiniType<Wire.CompletionUsageDetail> = /* @__PURE__ */ (() =>
  z.looseObject({
    "reasoning_tokens": z.nullish(z.int32()),
    "audio_tokens": z.nullish(z.int32()),
    "accepted_prediction_tokens": z.nullish(z.int32()),
    "rejected_prediction_tokens": z.nullish(z.int32()),
  }))();

/** How often each of xAI's own tools ran for a request. */
export const ServerSideToolUsageDetails: z.ZodMiniType<Wire.ServerSideToolUsageDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "web_search_calls": z.nullish(z.int32()),
    "x_search_calls": z.nullish(z.int32()),
    "x_posts_fetched": z.nullish(z.int32()),
    "x_users_fetched": z.nullish(z.int32()),
    "code_interpreter_calls": z.nullish(z.int32()),
    "file_search_calls": z.nullish(z.int32()),
    "document_search_calls": z.nullish(z.int32()),
    "mcp_calls": z.nullish(z.int32()),
    "image_generation_calls": z.nullish(z.int32()),
  }))();

/** What a chat or completion request used and cost. */
export const Usage: z.ZodMiniType<Wire.Usage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "prompt_tokens": z.int32(),
    "completion_tokens": z.int32(),
    "total_tokens": z.int32(),
    "cost_in_usd_ticks": z.nullish(z.int()),
    "prompt_tokens_details": z.nullish(PromptUsageDetail),
    "completion_tokens_details": z.nullish(CompletionUsageDetail),
    "server_side_tool_usage_details": z.nullish(ServerSideToolUsageDetails),
    "num_sources_used": z.nullish(z.int32()),
  }))();

/** OpenAI's search settings, taken for compatibility and mapped onto Live Search. */
export const WebSearchOptions: z.ZodMiniType<Wire.WebSearchOptions> = /* @__PURE__ */ (() =>
  z.strictObject({
    "search_context_size": z.nullish(z.string()),
    "filters": z.optional(z.unknown()),
    "user_location": z.optional(z.unknown()),
  }))();

/** Direction of a listing: oldest or smallest first (`asc`), or last (`desc`). */
export const SortOrder: z.ZodMiniType<Wire.SortOrder> = /* @__PURE__ */ (() =>
  z.enum(["asc","desc"]))();

/** How long a stored file can be reached publicly. */
export const PublicUrlOptions: z.ZodMiniType<Wire.PublicUrlOptions> = /* @__PURE__ */ (() =>
  z.strictObject({
    "expires_after": z.nullish(z.int().check(z.gte(3600), z.lte(2592000))),
  }))();

/**
 * `true` for a public address that lives as long as the file, `false` for none, or an object with its own
 * lifetime.
 */
export const PublicUrlInput: z.ZodMiniType<Wire.PublicUrlInput> = /* @__PURE__ */ (() =>
  z.union([z.boolean(), PublicUrlOptions]))();

/** Keeps a generated image or video as a file in the Files API. */
export const StorageOptions: z.ZodMiniType<Wire.StorageOptions> = /* @__PURE__ */ (() =>
  z.strictObject({
    "filename": z.string(),
    "expires_after": z.nullish(z.int().check(z.lte(2592000))),
    "public_url": z.nullish(PublicUrlInput),
  }))();

/** Where a generated image or video was stored. */
export const FileOutput: z.ZodMiniType<Wire.FileOutput> = /* @__PURE__ */ (() =>
  z.looseObject({
    "file_id": z.string(),
    "filename": z.string(),
    "expires_at": z.nullish(z.int()),
    "public_url": z.nullish(z.string()),
    "public_url_expires_at": z.nullish(z.int()),
    "public_url_error": z.nullish(z.string()),
  }))();

/** Input tokens of a media request by kind. */
export const MediaInputTokensDetails: z.ZodMiniType<Wire.MediaInputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "text_tokens": z.nullish(z.int32()),
    "image_tokens": z.nullish(z.int32()),
    "cached_tokens": z.nullish(z.int32()),
  }))();

/** Output tokens of a media request by kind. */
export const MediaOutputTokensDetails: z.ZodMiniType<Wire.MediaOutputTokensDetails> = /* @__PURE__ */ (() =>
  z.looseObject({
    "image_tokens": z.nullish(z.int32()),
    "text_tokens": z.nullish(z.int32()),
    "reasoning_tokens": z.nullish(z.int32()),
  }))();

/** What generating images or a video used and cost. */
export const MediaUsage: z.ZodMiniType<Wire.MediaUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "cost_in_usd_ticks": z.nullish(z.int()),
    "input_tokens": z.nullish(z.int32()),
    "input_tokens_details": z.nullish(MediaInputTokensDetails),
    "output_tokens": z.nullish(z.int32()),
    "output_tokens_details": z.nullish(MediaOutputTokensDetails),
    "total_tokens": z.nullish(z.int32()),
  }))();

/** Receipt for work that goes on in the background. */
export const StartDeferredResponse: z.ZodMiniType<Wire.StartDeferredResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "request_id": z.string(),
  }))();

/** A JPEG, PNG or WebP image, by address, inline or from the Files API. */
export const ImageUrl: z.ZodMiniType<Wire.ImageUrl> = /* @__PURE__ */ (() =>
  z.strictObject({
    "url": z.optional(z.string()),
    "file_id": z.nullish(z.string()),
    "detail": z.optional(z.string()),
    "type": z.optional(z.literal("image_url")),
  }))();
