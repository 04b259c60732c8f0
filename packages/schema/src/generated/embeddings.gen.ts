// Written by `pnpm generate` from packages/schema/spec (source 931711cdccc4). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

/**
 * A text, up to 128 texts, the tokens of a text, or the tokens of up to 128 texts; queries and passages
 * embed best with `query: ` or `passage: ` in front.
 */
export const EmbeddingInput: z.ZodMiniType<Wire.EmbeddingInput> = /* @__PURE__ */ (() =>
  z.union([z.string().check(z.minLength(1)), z.array(z.string().check(z.minLength(1))).check(z.maxLength(128)), z.array(z.int32()), z.array(z.array(z.int32())).check(z.maxLength(128))]))();

/** Texts to be turned into vectors. */
export const EmbeddingRequest: z.ZodMiniType<Wire.EmbeddingRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": z.string(),
    "input": EmbeddingInput,
    "encoding_format": z.nullish(z.string()),
    "dimensions": z.nullish(z.int32()),
    "preview": z.nullish(z.boolean()),
    "user": z.nullish(z.string()),
  }))();

/** A vector as numbers, or as base64 when that was asked for. */
export const EmbeddingContent: z.ZodMiniType<Wire.EmbeddingContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(z.number())]))();

/** The vector of one input. */
export const Embedding: z.ZodMiniType<Wire.Embedding> = /* @__PURE__ */ (() =>
  z.looseObject({
    "object": z.string(),
    "index": z.int32(),
    "embedding": EmbeddingContent,
  }))();

/** What embedding used. */
export const EmbeddingUsage: z.ZodMiniType<Wire.EmbeddingUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "prompt_tokens": z.int32(),
    "total_tokens": z.int32(),
  }))();

/** A vector for every input. */
export const EmbeddingResponse: z.ZodMiniType<Wire.EmbeddingResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "object": z.string(),
    "model": z.string(),
    "data": z.array(Embedding),
    "usage": z.nullish(EmbeddingUsage),
  }))();
