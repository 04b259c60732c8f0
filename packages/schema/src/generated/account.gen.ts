// Written by `pnpm generate` from packages/schema/spec (source e3394c8c9d4f). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

export const ApiKey: z.ZodMiniType<Wire.ApiKey> = /* @__PURE__ */ (() =>
  z.looseObject({
    "acls": z.array(z.string()),
    "api_key_blocked": z.boolean(),
    "api_key_disabled": z.boolean(),
    "api_key_id": z.string(),
    "create_time": z.string(),
    "modified_by": z.string(),
    "modify_time": z.string(),
    "name": z.string(),
    "redacted_api_key": z.string(),
    "team_blocked": z.boolean(),
    "team_id": z.string(),
    "user_id": z.string(),
  }))();

export const MeApiKeyInfo: z.ZodMiniType<Wire.MeApiKeyInfo> = /* @__PURE__ */ (() =>
  z.looseObject({
    "api_key_id": z.string(),
    "blocked": z.boolean(),
    "disabled": z.boolean(),
    "redacted_api_key": z.string(),
  }))();

export const MeOAuthInfo: z.ZodMiniType<Wire.MeOAuthInfo> = /* @__PURE__ */ (() =>
  z.looseObject({
    "client_id": z.string(),
  }))();

export const ZdrStatus: z.ZodMiniType<Wire.ZdrStatus> = /* @__PURE__ */ (() =>
  z.string())();

export const GetMeResponse: z.ZodMiniType<Wire.GetMeResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "api_key": z.nullish(MeApiKeyInfo),
    "oauth": z.nullish(MeOAuthInfo),
    "team_blocked": z.boolean(),
    "team_id": z.string(),
    "user_id": z.string(),
    "zdr_status": ZdrStatus,
  }))();
