// Written by `pnpm generate` from packages/schema/spec (source 2d5830e925df). Do not edit.

import type { Open } from "./open.gen.ts";

/** The lane that served a request; `priority` and `fast` are billed differently from `default`. */
export type ServiceTier = Open<"default" | "priority" | "fast">;

/** One generated token with its likelihood and that of its rivals. */
export interface TokenLogProb {
  /** Text of the token. */
  token: string;
  /** Natural logarithm of the probability with which it was chosen. */
  logprob: number;
  /** The token's text as bytes. */
  bytes?: number[] | null | undefined;
  /** The likeliest tokens for this position, as many as `top_logprobs` asked for. */
  top_logprobs?: TopLogProb[] | null | undefined;
}

/** A token that could have stood at a position. */
export interface TopLogProb {
  /** Text of the candidate. */
  token: string;
  /** Natural logarithm of the candidate's probability. */
  logprob: number;
  /** The candidate's text as bytes. */
  bytes?: number[] | null | undefined;
}

/** Likelihoods of the tokens of one answer; `grok-4.20` and newer never send them. */
export interface LogProbs {
  /** One entry for each token of the message, in order. */
  content?: TokenLogProb[] | null | undefined;
}

/** Settings of Live Search, which is switched off: the API answers such requests with 410. */
export interface SearchParameters {
  /**
   * Whether to search never (`off`), always (`on`) or when the model sees a need (`auto`). Default: "auto".
   */
  mode?: Open<"off" | "on" | "auto"> | null | undefined;
  /** Where to look; without it, the web and X. */
  sources?: SearchSource[] | null | undefined;
  /** Ceiling on the results that are used. Range: from 1 to 30. Default: 15. */
  max_search_results?: number | null | undefined;
  /** Earliest day of results. Written as YYYY-MM-DD. */
  from_date?: string | null | undefined;
  /** Latest day of results. Written as YYYY-MM-DD. */
  to_date?: string | null | undefined;
  /** Whether the answer lists the pages it drew on in `citations`. Default: true. */
  return_citations?: boolean | null | undefined;
}

/** One place for Live Search to look. */
export type SearchSource = {
  /** Looks through posts on X. */
  type: "x";
  /** Only posts by these accounts count. */
  included_x_handles?: string[] | null | undefined;
  /** Posts by these accounts are left out. */
  excluded_x_handles?: string[] | null | undefined;
  /** Fewest likes a post must have. */
  post_favorite_count?: number | null | undefined;
  /** Fewest views a post must have. */
  post_view_count?: number | null | undefined;
  /**
   * Former name of `included_x_handles`.
   * @deprecated The API marks this field as deprecated.
   */
  x_handles?: string[] | null | undefined;
} | {
  /** Looks on the web. */
  type: "web";
  /** Only these sites are searched; cannot be combined with `excluded_websites`. At most 5 items. */
  allowed_websites?: string[] | null | undefined;
  /**
   * Sites to leave out, as bare domains without scheme or subdomain; cannot be combined with
   * `allowed_websites`. At most 5 items.
   */
  excluded_websites?: string[] | null | undefined;
  /** Limits results to this country. An ISO 3166-1 alpha-2 code. */
  country?: string | null | undefined;
  /** Leaves out mature content, as happens unless this is `false`. */
  safe_search?: boolean | null | undefined;
} | {
  /** Looks through news sites. */
  type: "news";
  /** Sites to leave out, as bare domains without scheme or subdomain. At most 5 items. */
  excluded_websites?: string[] | null | undefined;
  /** Limits results to this country. An ISO 3166-1 alpha-2 code. */
  country?: string | null | undefined;
  /** Leaves out mature content, as happens unless this is `false`. */
  safe_search?: boolean | null | undefined;
} | {
  /** Reads an RSS feed. */
  type: "rss";
  /** Address of the feed. Exactly 1 item. */
  links: string[];
};

/** A function of yours that the model may ask you to call. */
export interface FunctionDefinition {
  /** What the model calls it by; comes back in each tool call. */
  name: string;
  /** Tells the model what the function does and when to use it. */
  description?: string | null | undefined;
  /**
   * JSON Schema of the arguments, as an object; `{ type: "object", properties: {} }` for a function without
   * any.
   */
  parameters: { [key: string]: unknown };
  /** Accepted for compatibility and without effect. */
  strict?: boolean | null | undefined;
  /** Keeps the definition out of the model's context until a tool search brings it up. */
  defer_loading?: boolean | null | undefined;
}

/** Settings for a streamed answer. */
export interface StreamOptions {
  /**
   * Whether one more chunk, with empty `choices` and the `usage` of the whole answer, comes just before
   * `[DONE]`.
   */
  include_usage: boolean;
}

/** A file that a server-side tool produced while answering. */
export interface OutputFile {
  /** Where the Files API keeps it. */
  file_id: string;
  /** Name to show to a person. */
  name: string;
}

/** What a chat or completion request used and cost. */
export interface Usage {
  /** Tokens of the input, cached ones included. */
  prompt_tokens: number;
  /** Tokens of the visible answer; reasoning is counted in `completion_tokens_details` and not in here. */
  completion_tokens: number;
  /** Input, visible answer and reasoning together. */
  total_tokens: number;
  /** What the request is billed, in USD ticks: 10,000,000,000 to the dollar. */
  cost_in_usd_ticks?: number | null | undefined;
  /** The input by kind of token. */
  prompt_tokens_details?: PromptUsageDetail | null | undefined;
  /** The output by kind of token. */
  completion_tokens_details?: CompletionUsageDetail | null | undefined;
  /** How often each of xAI's own tools ran. */
  server_side_tool_usage_details?: ServerSideToolUsageDetails | null | undefined;
  /** Sources that Live Search drew on; 0 since that service ended. */
  num_sources_used?: number | null | undefined;
}

/** Output tokens by kind. */
export interface CompletionUsageDetail {
  /** Spent on thinking, billed in addition to `completion_tokens`. */
  reasoning_tokens?: number | null | undefined;
  /** Generated as sound. */
  audio_tokens?: number | null | undefined;
  /** Predicted by the request and found in the answer. */
  accepted_prediction_tokens?: number | null | undefined;
  /** Predicted by the request and not found in the answer. */
  rejected_prediction_tokens?: number | null | undefined;
}

/** Input tokens by kind. */
export interface PromptUsageDetail {
  /** Read as text, from the cache or not. */
  text_tokens?: number | null | undefined;
  /** Read from pictures. */
  image_tokens?: number | null | undefined;
  /** Read from sound. */
  audio_tokens?: number | null | undefined;
  /** Reused from earlier requests at the cached price; has been seen to exceed `prompt_tokens`. */
  cached_tokens?: number | null | undefined;
}

/** How often each of xAI's own tools ran for a request. */
export interface ServerSideToolUsageDetails {
  /** Searches of the web. */
  web_search_calls?: number | null | undefined;
  /** Searches of X. */
  x_search_calls?: number | null | undefined;
  /** Posts read from X. */
  x_posts_fetched?: number | null | undefined;
  /** Profiles read from X. */
  x_users_fetched?: number | null | undefined;
  /** Runs of code. */
  code_interpreter_calls?: number | null | undefined;
  /** Searches of collections of files. */
  file_search_calls?: number | null | undefined;
  /** Searches of documents. */
  document_search_calls?: number | null | undefined;
  /** Calls to MCP servers. */
  mcp_calls?: number | null | undefined;
  /** Pictures asked of the image tool. */
  image_generation_calls?: number | null | undefined;
}

/** OpenAI's search settings, taken for compatibility and mapped onto Live Search. */
export interface WebSearchOptions {
  /** How much to search: translated into a ceiling on results. Default: "medium". */
  search_context_size?: Open<"low" | "medium" | "high"> | null | undefined;
  /** Accepted and without effect. */
  filters?: unknown;
  /** Accepted and without effect. */
  user_location?: unknown;
}

/** Direction of a listing: oldest or smallest first (`asc`), or last (`desc`). */
export type SortOrder = "asc" | "desc";

/** Keeps a generated image or video as a file in the Files API. */
export interface StorageOptions {
  /** Name of the file to be made. */
  filename: string;
  /** Seconds until the file is deleted; without it the file stays. Range: up to 2592000. */
  expires_after?: number | null | undefined;
  /** Also opens the file to anyone who has its address; without it the file is private. */
  public_url?: PublicUrlInput | null | undefined;
}

/**
 * `true` for a public address that lives as long as the file, `false` for none, or an object with its own
 * lifetime.
 */
export type PublicUrlInput = boolean | PublicUrlOptions;

/** How long a stored file can be reached publicly. */
export interface PublicUrlOptions {
  /**
   * Seconds until the address stops working; without it, when the file expires, is deleted or the address
   * is revoked. Range: from 3600 to 2592000.
   */
  expires_after?: number | null | undefined;
}

/** Where a generated image or video was stored. */
export interface FileOutput {
  /** Handle of the file for the Files API. */
  file_id: string;
  /** Name it was stored under. */
  filename: string;
  /** Unix seconds of its deletion; absent when it stays. */
  expires_at?: number | null | undefined;
  /** Address open to anyone; present when one was asked for and made. */
  public_url?: string | null | undefined;
  /** Unix seconds at which the public address stops working; absent when it lasts as long as the file. */
  public_url_expires_at?: number | null | undefined;
  /** Why no public address could be made; the file is stored all the same. */
  public_url_error?: string | null | undefined;
}

/** What generating images or a video used and cost. */
export interface MediaUsage {
  /** What the request is billed, in USD ticks: 10,000,000,000 to the dollar. */
  cost_in_usd_ticks?: number | null | undefined;
  /** Tokens of the prompt and of the pictures with it. */
  input_tokens?: number | null | undefined;
  /** The input by kind of token. */
  input_tokens_details?: MediaInputTokensDetails | null | undefined;
  /** Tokens that were generated. */
  output_tokens?: number | null | undefined;
  /** The output by kind of token. */
  output_tokens_details?: MediaOutputTokensDetails | null | undefined;
  /** Input and output together. */
  total_tokens?: number | null | undefined;
}

/** Input tokens of a media request by kind. */
export interface MediaInputTokensDetails {
  /** Read from the prompt's text. */
  text_tokens?: number | null | undefined;
  /** Read from pictures. */
  image_tokens?: number | null | undefined;
  /** Reused from earlier requests. */
  cached_tokens?: number | null | undefined;
}

/** Output tokens of a media request by kind. */
export interface MediaOutputTokensDetails {
  /** Generated as picture. */
  image_tokens?: number | null | undefined;
  /** Generated as text. */
  text_tokens?: number | null | undefined;
  /** Spent on thinking. */
  reasoning_tokens?: number | null | undefined;
}

/** Receipt for work that goes on in the background. */
export interface StartDeferredResponse {
  /** Ask for the result with this. */
  request_id: string;
}

/** A JPEG, PNG or WebP image, by address, inline or from the Files API. */
export interface ImageUrl {
  /** Public address or base64 data URL of the image; needed unless `file_id` is given. */
  url?: string | undefined;
  /** A fully uploaded image in the Files API, instead of `url`. */
  file_id?: string | null | undefined;
  /** How finely a chat model looks at the image. */
  detail?: Open<"auto" | "low" | "high"> | undefined;
  /** Tag that some clients send along. */
  type?: "image_url" | undefined;
}
