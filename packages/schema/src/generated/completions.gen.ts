// Written by `pnpm generate` from packages/schema/spec (source d38788182d59). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { StreamOptions, Usage } from "./common.gen.ts";
import { MessageMetadata } from "./messages.gen.ts";

export const SampleContent: z.ZodMiniType<Wire.SampleContent> = /* @__PURE__ */ (() =>
  z.union([z.string(), z.array(z.string())]))();

export const SampleRequest: z.ZodMiniType<Wire.SampleRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "best_of": z.nullish(z.int32()),
    "echo": z.nullish(z.boolean()),
    "frequency_penalty": z.nullish(z.number()),
    "logit_bias": z.nullish(z.record(z.string(), z.number())),
    "logprobs": z.nullish(z.boolean()),
    "max_tokens": z.nullish(z.int32()),
    "model": z.nullish(z.string()),
    "n": z.nullish(z.int32()),
    "presence_penalty": z.nullish(z.number()),
    "prompt": z.nullish(SampleContent),
    "seed": z.nullish(z.int32()),
    "stop": z.nullish(z.array(z.string())),
    "stream": z.nullish(z.boolean()),
    "stream_options": z.nullish(StreamOptions),
    "suffix": z.nullish(z.string()),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "top_p": z.nullish(z.number()),
    "user": z.nullish(z.string()),
  }))();

export const SampleChoice: z.ZodMiniType<Wire.SampleChoice> = /* @__PURE__ */ (() =>
  z.looseObject({
    "finish_reason": z.string(),
    "index": z.int32(),
    "text": z.string(),
  }))();

export const SampleResponse: z.ZodMiniType<Wire.SampleResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "choices": z.array(SampleChoice),
    "created": z.int(),
    "id": z.string(),
    "model": z.string(),
    "object": z.string(),
    "system_fingerprint": z.nullish(z.string()),
    "usage": z.nullish(Usage),
  }))();

export const CompleteRequest: z.ZodMiniType<Wire.CompleteRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "max_tokens_to_sample": z.nullish(z.int32()),
    "metadata": z.nullish(MessageMetadata),
    "model": z.nullish(z.string()),
    "prompt": z.nullish(z.string()),
    "stop_sequences": z.nullish(z.array(z.string())),
    "stream": z.nullish(z.boolean()),
    "temperature": z.nullish(z.number().check(z.gte(0), z.lte(2))),
    "top_k": z.nullish(z.int32()),
    "top_p": z.nullish(z.number().check(z.gt(0), z.lte(1))),
  }))();

export const CompleteResponse: z.ZodMiniType<Wire.CompleteResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "completion": z.string(),
    "id": z.string(),
    "model": z.string(),
    "stop_reason": z.nullish(z.string()),
    "type": z.string(),
  }))();
