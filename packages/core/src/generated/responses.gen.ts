// Written by `pnpm generate` from packages/schema/spec (source 4d349187a95b). Do not edit.

import type { SearchParameters, ServerSideToolUsageDetails, ServiceTier, TokenLogProb } from "./common.gen.ts";
import type { UnknownVariant } from "./open.gen.ts";

export interface ModelRequest {
  /** Default: false. */
  background?: boolean | null | undefined;
  context_management?: unknown[] | null | undefined;
  include?: string[] | null | undefined;
  input: ModelInput;
  instructions?: string | null | undefined;
  /** Default: false. */
  logprobs?: boolean | null | undefined;
  max_output_tokens?: number | null | undefined;
  max_turns?: number | null | undefined;
  metadata?: unknown;
  /** Range: from 0 to 1. */
  min_p?: number | null | undefined;
  model?: string | null | undefined;
  /** Default: true. */
  parallel_tool_calls?: boolean | null | undefined;
  previous_response_id?: string | null | undefined;
  prompt_cache_key?: string | null | undefined;
  reasoning?: ReasoningConfiguration | null | undefined;
  reasoning_effort?: string | null | undefined;
  safety_identifier?: string | null | undefined;
  search_parameters?: SearchParameters | null | undefined;
  service_tier?: ServiceTier | null | undefined;
  /** Default: true. */
  store?: boolean | null | undefined;
  /** Default: false. */
  stream?: boolean | null | undefined;
  /** Range: from 0 to 2. Default: 1. */
  temperature?: number | null | undefined;
  text?: ModelResponseConfiguration | null | undefined;
  tool_choice?: ModelToolChoice | null | undefined;
  /** At most 350 items. */
  tools?: ModelTool[] | null | undefined;
  /** Range: from 1. */
  top_k?: number | null | undefined;
  /** Range: from 0 to 8. */
  top_logprobs?: number | null | undefined;
  /** Range: above 0 to 1. Default: 1. */
  top_p?: number | null | undefined;
  truncation?: string | null | undefined;
  user?: string | null | undefined;
}

export interface ModelResponse {
  /** Default: false. */
  background: boolean;
  completed_at?: number | null | undefined;
  created_at: number;
  error?: unknown;
  frequency_penalty: number;
  id: string;
  incomplete_details?: IncompleteDetails | null | undefined;
  instructions?: string | null | undefined;
  max_output_tokens?: number | null | undefined;
  max_tool_calls?: number | null | undefined;
  metadata: unknown;
  model: string;
  object: string;
  output: ModelOutput[];
  parallel_tool_calls: boolean;
  presence_penalty: number;
  previous_response_id?: string | null | undefined;
  prompt_cache_key?: string | null | undefined;
  reasoning?: ReasoningConfiguration | null | undefined;
  safety_identifier?: string | null | undefined;
  /** Default: "default". */
  service_tier: ServiceTier;
  status: string;
  /** Default: true. */
  store: boolean;
  /** Range: from 0 to 2. Default: 1. */
  temperature?: number | null | undefined;
  text: ModelResponseConfiguration;
  tool_choice: ModelToolChoice;
  /** At most 350 items. */
  tools: ModelTool[];
  top_logprobs: number;
  /** Range: above 0 to 1. Default: 1. */
  top_p?: number | null | undefined;
  /** Default: "disabled". */
  truncation: string;
  usage?: ModelUsage | null | undefined;
  user?: string | null | undefined;
}

export type ModelInput = string | ModelInputPart[];

export type ModelInputPart = {
  content: ModelInputContent;
  name?: string | null | undefined;
  role: string;
  type?: string | null | undefined;
} | ModelOutput | FunctionToolCallOutput | ShellCallOutput | CompactionOutputItem;

export type ModelInputContent = string | ModelInputContentItem[];

export type ModelInputContentItem = {
  text: string;
  type: "input_text";
} | {
  text: string;
  type: "output_text";
} | {
  file_id?: string | null | undefined;
  image_url: string;
  type: "input_image";
} | {
  file_data?: string | null | undefined;
  file_id?: string | null | undefined;
  file_url?: string | null | undefined;
  filename?: string | null | undefined;
  mime_type?: string | null | undefined;
  type: "input_file";
} | UnknownVariant;

export type ModelOutput = OutputMessage | FunctionToolCall | Reasoning | WebSearchCall | FileSearchCall | CodeInterpreterCall | McpCall | CustomToolCall | ShellCall | ImageGenerationCall | ToolSearchCall | ToolSearchOutput;

export interface OutputMessage {
  content: OutputMessageContent[];
  id?: string | null | undefined;
  role: string;
  status?: string | null | undefined;
  type: string;
}

export type OutputMessageContent = {
  annotations?: Annotation[] | null | undefined;
  logprobs?: TokenLogProb[] | null | undefined;
  text: string;
  type: "output_text";
} | {
  refusal: string;
  type: "refusal";
} | UnknownVariant;

export interface Annotation {
  end_index?: number | null | undefined;
  start_index?: number | null | undefined;
  title?: string | null | undefined;
  type: string;
  url: string;
}

export interface FunctionToolCall {
  arguments: string;
  call_id: string;
  id?: string | null | undefined;
  name: string;
  status?: string | null | undefined;
  type: string;
}

export interface FunctionToolCallOutput {
  call_id: string;
  output: ModelInputContent;
  type: string;
}

export interface Reasoning {
  content?: ReasoningText[] | null | undefined;
  encrypted_content?: string | null | undefined;
  id?: string | null | undefined;
  status?: string | null | undefined;
  summary: SummaryText[];
  type: string;
}

export interface ReasoningText {
  text: string;
  type: string;
}

export interface SummaryText {
  text: string;
  type: string;
}

export interface ReasoningConfiguration {
  effort?: string | null | undefined;
  generate_summary?: string | null | undefined;
  summary?: string | null | undefined;
}

export interface WebSearchCall {
  action: WebSearchAction;
  id?: string | null | undefined;
  status?: string | null | undefined;
  type: string;
}

export type WebSearchAction = {
  query: string;
  sources?: WebSearchSource[] | null | undefined;
  type: "search";
} | {
  type: "open_page";
  url: string;
} | {
  pattern: string;
  type: "find_in_page";
  url: string;
} | UnknownVariant;

export interface WebSearchSource {
  type: string;
  url?: string | null | undefined;
}

export interface FileSearchCall {
  id?: string | null | undefined;
  queries: string[];
  results: FileSearchResult[];
  status?: string | null | undefined;
  type: string;
}

export interface FileSearchResult {
  file_id: string;
  filename: string;
  score?: number | null | undefined;
  text: string;
}

export interface CodeInterpreterCall {
  code?: string | null | undefined;
  id?: string | null | undefined;
  outputs: CodeInterpreterOutput[];
  status?: string | null | undefined;
  type: string;
}

export type CodeInterpreterOutput = {
  logs: string;
  type: "logs";
} | {
  type: "image";
  url: string;
} | UnknownVariant;

export interface McpCall {
  arguments: string;
  error?: string | null | undefined;
  id?: string | null | undefined;
  name: string;
  output: string;
  server_label: string;
  status?: string | null | undefined;
  type: string;
}

export interface CustomToolCall {
  call_id: string;
  id: string;
  input?: string | null | undefined;
  name: string;
  status?: string | null | undefined;
  type: string;
}

export interface ShellCall {
  action: ShellCallAction;
  call_id: string;
  environment?: ShellEnvironment | null | undefined;
  id?: string | null | undefined;
  status?: string | null | undefined;
  type: string;
}

export interface ShellCallAction {
  commands: string[];
  max_output_length?: number | null | undefined;
  timeout_ms?: number | null | undefined;
  type?: string | null | undefined;
}

export interface ShellCallOutput {
  call_id: string;
  max_output_length?: number | null | undefined;
  output: ShellCallOutputResult[];
  type: string;
}

export interface ShellCallOutputResult {
  outcome: ShellCallOutcome;
  stderr?: string | null | undefined;
  stdout?: string | null | undefined;
}

export type ShellCallOutcome = {
  exit_code: number;
  type: "exit";
} | {
  type: "timeout";
} | UnknownVariant;

export interface ShellEnvironment {
  skills?: LocalShellSkill[] | null | undefined;
  type: string;
}

export interface LocalShellSkill {
  description: string;
  name: string;
  path: string;
}

export interface ImageGenerationCall {
  id?: string | null | undefined;
  prompt?: string | null | undefined;
  result?: string | null | undefined;
  status?: string | null | undefined;
  type: "image_generation_call";
}

export interface ToolSearchCall {
  arguments?: unknown;
  call_id?: string | null | undefined;
  execution?: string | null | undefined;
  id: string;
  status?: string | null | undefined;
  type: "tool_search_call";
}

export interface ToolSearchOutput {
  call_id?: string | null | undefined;
  execution?: string | null | undefined;
  id: string;
  status?: string | null | undefined;
  tools?: unknown[] | null | undefined;
  type: "tool_search_output";
}

export interface CompactionOutputItem {
  encrypted_content: string;
  id?: string | null | undefined;
  type: string;
}

export type ModelTool = {
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
  type: "function";
} | {
  search_context_size?: string | null | undefined;
  filters?: WebSearchFilters | null | undefined;
  user_location?: WebSearchUserLocation | null | undefined;
  /** At most 5 items. */
  allowed_domains?: string[] | null | undefined;
  enable_image_search?: boolean | null | undefined;
  enable_image_understanding?: boolean | null | undefined;
  /** At most 5 items. */
  excluded_domains?: string[] | null | undefined;
  external_web_access?: boolean | null | undefined;
  type: "web_search";
} | {
  /** At most 10 items. */
  allowed_x_handles?: string[] | null | undefined;
  enable_image_understanding?: boolean | null | undefined;
  enable_video_understanding?: boolean | null | undefined;
  /** At most 10 items. */
  excluded_x_handles?: string[] | null | undefined;
  /** Written as YYYY-MM-DD. */
  from_date?: string | null | undefined;
  /** Written as YYYY-MM-DD. */
  to_date?: string | null | undefined;
  type: "x_search";
} | {
  action?: string | null | undefined;
  type: "image_generation";
} | {
  filters?: unknown;
  /** Range: from 1. */
  max_num_results?: number | null | undefined;
  ranking_options?: unknown;
  type: "file_search";
  /** At most 10 items. */
  vector_store_ids: string[];
} | {
  container?: unknown;
  type: "code_interpreter";
} | {
  allowed_tools?: string[] | null | undefined;
  authorization?: string | null | undefined;
  connector_id?: string | null | undefined;
  defer_loading?: boolean | null | undefined;
  headers?: { [key: string]: string } | null | undefined;
  require_approval?: string | null | undefined;
  server_description?: string | null | undefined;
  server_label: string;
  server_url: string;
  type: "mcp";
} | {
  environment: ShellEnvironment;
  type: "shell";
} | {
  execution?: string | null | undefined;
  type: "tool_search";
} | UnknownVariant;

export type ModelToolChoice = string | {
  name: string;
  type: string;
};

export interface WebSearchFilters {
  /** At most 5 items. */
  allowed_domains?: string[] | null | undefined;
  /** At most 5 items. */
  excluded_domains?: string[] | null | undefined;
}

export interface WebSearchUserLocation {
  city?: string | null | undefined;
  country?: string | null | undefined;
  region?: string | null | undefined;
  timezone?: string | null | undefined;
  type: string;
}

export interface ModelResponseConfiguration {
  format?: ModelResponseFormat | null | undefined;
}

export type ModelResponseFormat = {
  type: "text";
} | {
  type: "json_object";
} | {
  description?: string | null | undefined;
  name?: string | null | undefined;
  schema: unknown;
  strict?: boolean | null | undefined;
  type: "json_schema";
} | UnknownVariant;

export interface ModelUsage {
  context_details?: ContextDetails | null | undefined;
  cost_in_nano_usd?: number | null | undefined;
  cost_in_usd_ticks?: number | null | undefined;
  input_tokens: number;
  input_tokens_details: InputTokensDetails;
  num_server_side_tools_used: number;
  num_sources_used: number;
  output_tokens: number;
  output_tokens_details: OutputTokensDetails;
  server_side_tool_usage_details?: ServerSideToolUsageDetails | null | undefined;
  total_tokens: number;
}

export interface InputTokensDetails {
  cached_tokens: number;
}

export interface OutputTokensDetails {
  reasoning_tokens: number;
}

export interface ContextDetails {
  input_tokens: number;
  output_tokens: number;
}

export type IncompleteDetails = {
  reason: "max_output_tokens";
} | {
  reason: "max_prompt_tokens";
} | {
  reason: "max_time_limit";
} | UnknownVariant<"reason">;

export interface DeleteStoredCompletionResponse {
  deleted: boolean;
  id: string;
  object: string;
}

export interface ListInputItemsResponse {
  data: InputItemEntry[];
  first_id?: string | null | undefined;
  has_more: boolean;
  last_id?: string | null | undefined;
  object: string;
}

export type InputItemEntry = (ModelInputPart) & ({
  id: string;
});

export interface CompactRequest {
  input: ModelInput;
  model: string;
}

export interface CompactResponse {
  created_at: number;
  id: string;
  model: string;
  object: string;
  output: ModelInputPart[];
  usage?: CompactUsage | null | undefined;
}

export interface CompactUsage {
  dropped_message_count: number;
  input_tokens: number;
  input_tokens_details: CompactUsageInputTokensDetails;
  output_tokens: number;
  output_tokens_details: CompactUsageOutputTokensDetails;
  total_tokens: number;
}

export interface CompactUsageInputTokensDetails {
  cached_tokens: number;
}

export interface CompactUsageOutputTokensDetails {
  reasoning_tokens: number;
}
