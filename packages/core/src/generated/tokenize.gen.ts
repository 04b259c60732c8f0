// Written by `pnpm generate` from packages/schema/spec (source cbc8809914bb). Do not edit.

export interface TokenizeRequest {
  model?: string | null | undefined;
  text?: string | null | undefined;
  user?: string | null | undefined;
}

export interface TokenizeResponse {
  token_ids: TokenizeResponseToken[];
}

export interface TokenizeResponseToken {
  string_token: string;
  token_bytes: number[];
  /** Range: from 0. */
  token_id: number;
}
