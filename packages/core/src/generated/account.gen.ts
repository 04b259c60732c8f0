// Written by `pnpm generate` from packages/schema/spec (source 05862e806b49). Do not edit.

import type { Open } from "./open.gen.ts";

/** The API key that made the request: whose it is, what it may do and whether it works. */
export interface ApiKey {
  /** Identifies the key without revealing it. */
  api_key_id: string;
  /** What its maker called it. */
  name: string;
  /** The key with its middle blanked out. */
  redacted_api_key: string;
  /** Whom the key belongs to. */
  user_id: string;
  /** Team that pays for the key's use. */
  team_id: string;
  /** What it may do, such as `api-key:model:*` or `api-key:endpoint:*`. */
  acls?: string[] | null | undefined;
  /** Whether xAI has blocked the key. */
  api_key_blocked: boolean;
  /** Whether the key has been switched off. */
  api_key_disabled: boolean;
  /** Whether the whole team is blocked. */
  team_blocked: boolean;
  /** When it was made, as an RFC 3339 time. */
  create_time?: string | null | undefined;
  /** When its settings last changed, as an RFC 3339 time. */
  modify_time?: string | null | undefined;
  /** User who last changed its settings. */
  modified_by?: string | null | undefined;
}

/** Who is asking, whether by API key or by OAuth token. */
export interface GetMeResponse {
  /** User behind the credential. */
  user_id: string;
  /** Team behind the credential. */
  team_id: string;
  /** Whether the team is barred from making requests. */
  team_blocked: boolean;
  /** What xAI keeps of the team's requests. */
  zdr_status?: ZdrStatus | null | undefined;
  /** The key in use; absent for an OAuth token. */
  api_key?: MeApiKeyInfo | null | undefined;
  /** The application in use; absent for an API key. */
  oauth?: MeOAuthInfo | null | undefined;
}

/** The API key that made a request, in brief. */
export interface MeApiKeyInfo {
  /** Identifies the key without revealing it. */
  api_key_id: string;
  /** The key with its middle blanked out. */
  redacted_api_key: string;
  /** Whether xAI has blocked the key. */
  blocked: boolean;
  /** Whether the key has been switched off. */
  disabled: boolean;
}

/** The application that made a request on a user's behalf. */
export interface MeOAuthInfo {
  /** Identifier under which the application is registered. */
  client_id: string;
}

/**
 * What is kept of a team's requests: the usual (`no_zdr`), nothing (`zdr`) or all but personal data
 * (`pii_scrubbing`).
 */
export type ZdrStatus = Open<"no_zdr" | "zdr" | "pii_scrubbing">;
