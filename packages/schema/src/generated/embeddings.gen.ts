// Written by `pnpm generate` from packages/schema/spec (source 5af7422383ac). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

export const EmbeddingInput: z.ZodMiniType<Wire.EmbeddingInput> = /* @__PURE__ */ (() =>
  z.union([z.looseObject({
    "String": z.string(),
  }), z.looseObject({
    "StringArray": z.array(z.string()),
  }), z.looseObject({
    "Ints": z.array(z.int32()),
  }), z.looseObject({
    "IntsArray": z.array(z.array(z.int32())),
  })]))();

export const EmbeddingRequest: z.ZodMiniType<Wire.EmbeddingRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "dimensions": z.nullish(z.int32()),
    "encoding_format": z.nullish(z.string()),
    "input": z.nullish(EmbeddingInput),
    "model": z.nullish(z.string()),
    "preview": z.nullish(z.boolean()),
    "user": z.nullish(z.string()),
  }))();

export const EmbeddingContent: z.ZodMiniType<Wire.EmbeddingContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(z.number())]))();

export const Embedding: z.ZodMiniType<Wire.Embedding> = /* @__PURE__ */ (() =>
  z.looseObject({
    "embedding": EmbeddingContent,
    "index": z.int32(),
    "object": z.string(),
  }))();

export const EmbeddingUsage: z.ZodMiniType<Wire.EmbeddingUsage> = /* @__PURE__ */ (() =>
  z.looseObject({
    "prompt_tokens": z.int32(),
    "total_tokens": z.int32(),
  }))();

export const EmbeddingResponse: z.ZodMiniType<Wire.EmbeddingResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "data": z.array(Embedding),
    "model": z.string(),
    "object": z.string(),
    "usage": z.nullish(EmbeddingUsage),
  }))();
