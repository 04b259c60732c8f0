// Written by `pnpm generate` from packages/schema/spec (source f599c476964a). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { ModelId } from "./models.gen.ts";

/** Text to be cut into tokens. */
export const TokenizeRequest: z.ZodMiniType<Wire.TokenizeRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": ModelId,
    "text": z.string(),
    "user": z.nullish(z.string()),
  }))();

/** A token as the model sees it. */
export const TokenizeResponseToken: z.ZodMiniType<Wire.TokenizeResponseToken> = /* @__PURE__ */ (() =>
  z.looseObject({
    "token_id": z.int32().check(z.gte(0)),
    "string_token": z.string(),
    "token_bytes": z.array(z.int32().check(z.gte(0))),
  }))();

/** The tokens of a text. */
export const TokenizeResponse: z.ZodMiniType<Wire.TokenizeResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "token_ids": z.array(TokenizeResponseToken),
  }))();
