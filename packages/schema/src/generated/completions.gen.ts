// Written by `pnpm generate` from packages/schema/spec (source c1714f372aaf). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { StreamOptions, Usage } from "./common.gen.ts";
import { MessageMetadata } from "./messages.gen.ts";
import { ModelId } from "./models.gen.ts";

/** One text to continue, or several. */
export const SampleContent: z.ZodMiniType<Wire.SampleContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(z.string())]))();

/** Asks a model to continue a text: the legacy endpoint, closed to reasoning models. */
export const SampleRequest: z.ZodMiniType<Wire.SampleRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": ModelId,
    "prompt": SampleContent,
    "stream": z.nullish(z.boolean()),
    "stream_options": z.nullish(StreamOptions),
    "max_tokens": z.nullish(z.int32()),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "top_p": z.nullish(z.number()),
    "n": z.nullish(z.int32()),
    "stop": z.nullish(z.array(z.string()).check(z.maxLength(4))),
    "echo": z.nullish(z.boolean()),
    "seed": z.nullish(z.int32()),
    "presence_penalty": z.nullish(z.number().check(z.gte(-2), z.lte(2))),
    "frequency_penalty": z.nullish(z.number().check(z.gte(-2), z.lte(2))),
    "logprobs": z.nullish(z.boolean()),
    "logit_bias": z.nullish(z.record(z.string(), z.number().check(z.gte(-100), z.lte(100)))),
    "best_of": z.nullish(z.int32()),
    "suffix": z.nullish(z.string()),
    "user": z.nullish(z.string()),
  }))();

/** A continuation, or in a stream the next part of it. */
export const SampleChoice: z.ZodMiniType<Wire.SampleChoice> = /* @__PURE__ */ (() =>
  z.looseObject({
    "index": z.int32(),
    "text": z.string(),
    "finish_reason": z.nullish(z.string()),
  }))();

/** The continuation of a text. */
export const SampleResponse: z.ZodMiniType<Wire.SampleResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "created": z.int(),
    "model": z.string(),
    "choices": z.array(SampleChoice),
    "usage": z.nullish(Usage),
    "system_fingerprint": z.nullish(z.string()),
  }))();

/** A piece of a streamed continuation. */
export const SampleResponseChunk: z.ZodMiniType<Wire.SampleResponseChunk> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "created": z.int(),
    "model": z.string(),
    "choices": z.array(SampleChoice),
    "usage": z.nullish(Usage),
    "system_fingerprint": z.nullish(z.string()),
  }))();

/** Asks a model to continue a text, in the shape of Anthropic's former API; closed to reasoning models. */
export const CompleteRequest: z.ZodMiniType<Wire.CompleteRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": ModelId,
    "prompt": z.string(),
    "max_tokens_to_sample": z.int32(),
    "stream": z.nullish(z.boolean()),
    "stop_sequences": z.nullish(z.array(z.string()).check(z.maxLength(4))),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
    "top_k": z.nullish(z.int32()),
    "metadata": z.nullish(MessageMetadata),
  }))();

/** The continuation of a text, in the shape of Anthropic's former API. */
export const CompleteResponse: z.ZodMiniType<Wire.CompleteResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "type": z.string(),
    "model": z.string(),
    "completion": z.string(),
    "stop_reason": z.nullish(z.string()),
  }))();

/** A piece of a streamed continuation, in the shape of Anthropic's former API. */
export const CompleteResponseChunk: z.ZodMiniType<Wire.CompleteResponseChunk> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "type": z.string(),
    "model": z.string(),
    "completion": z.string(),
    "stop_reason": z.nullish(z.string()),
  }))();
