// Written by `pnpm generate` from packages/schema/spec (source 4acb0f884b94). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

export const TokenizeRequest: z.ZodMiniType<Wire.TokenizeRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "model": z.nullish(z.string()),
    "text": z.nullish(z.string()),
    "user": z.nullish(z.string()),
  }))();

export const TokenizeResponseToken: z.ZodMiniType<Wire.TokenizeResponseToken> = /* @__PURE__ */ (() =>
  z.looseObject({
    "string_token": z.string(),
    "token_bytes": z.array(z.int32().check(z.gte(0))),
    "token_id": z.int32().check(z.gte(0)),
  }))();

export const TokenizeResponse: z.ZodMiniType<Wire.TokenizeResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "token_ids": z.array(TokenizeResponseToken),
  }))();
