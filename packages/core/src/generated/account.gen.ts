// Written by `pnpm generate` from packages/schema/spec (source 828cd70497e1). Do not edit.

import type { Open } from "./open.gen.ts";

export interface ApiKey {
  acls: string[];
  api_key_blocked: boolean;
  api_key_disabled: boolean;
  api_key_id: string;
  create_time: string;
  modified_by: string;
  modify_time: string;
  name: string;
  redacted_api_key: string;
  team_blocked: boolean;
  team_id: string;
  user_id: string;
}

export interface GetMeResponse {
  api_key?: MeApiKeyInfo | null | undefined;
  oauth?: MeOAuthInfo | null | undefined;
  team_blocked: boolean;
  team_id: string;
  user_id: string;
  zdr_status: ZdrStatus;
}

export interface MeApiKeyInfo {
  api_key_id: string;
  blocked: boolean;
  disabled: boolean;
  redacted_api_key: string;
}

export interface MeOAuthInfo {
  client_id: string;
}

export type ZdrStatus = Open<"no_zdr" | "zdr" | "pii_scrubbing">;
