// Written by `pnpm generate` from packages/schema/spec (source 9cd13c62a3b9). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

/** The API key that made the request: whose it is, what it may do and whether it works. */
export const ApiKey: z.ZodMiniType<Wire.ApiKey> = /* @__PURE__ */ (() =>
  z.looseObject({
    "api_key_id": z.string(),
    "name": z.string(),
    "redacted_api_key": z.string(),
    "user_id": z.string(),
    "team_id": z.string(),
    "acls": z.nullish(z.array(z.string())),
    "api_key_blocked": z.boolean(),
    "api_key_disabled": z.boolean(),
    "team_blocked": z.boolean(),
    "create_time": z.nullish(z.string()),
    "modify_time": z.nullish(z.string()),
    "modified_by": z.nullish(z.string()),
  }))();

/**
 * What is kept of a team's requests: the usual (`no_zdr`), nothing (`zdr`) or all but personal data
 * (`pii_scrubbing`).
 */
export const ZdrStatus: z.ZodMiniType<Wire.ZdrStatus> = /* @__PURE__ */ (() =>
  z.string())();

/** The API key that made a request, in brief. */
export const MeApiKeyInfo: z.ZodMiniType<Wire.MeApiKeyInfo> = /* @__PURE__ */ (() =>
  z.looseObject({
    "api_key_id": z.string(),
    "redacted_api_key": z.string(),
    "blocked": z.boolean(),
    "disabled": z.boolean(),
  }))();

/** The application that made a request on a user's behalf. */
export const MeOAuthInfo: z.ZodMiniType<Wire.MeOAuthInfo> = /* @__PURE__ */ (() =>
  z.looseObject({
    "client_id": z.string(),
  }))();

/** Who is asking, whether by API key or by OAuth token. */
export const GetMeResponse: z.ZodMiniType<Wire.GetMeResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "user_id": z.string(),
    "team_id": z.string(),
    "team_blocked": z.boolean(),
    "zdr_status": z.nullish(ZdrStatus),
    "api_key": z.nullish(MeApiKeyInfo),
    "oauth": z.nullish(MeOAuthInfo),
  }))();
