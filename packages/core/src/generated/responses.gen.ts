// Written by `pnpm generate` from packages/schema/spec (source 8cf7aae91987). Do not edit.

import type { SearchParameters, ServerSideToolUsageDetails, ServiceTier, TokenLogProb } from "./common.gen.ts";
import type { ModelId } from "./models.gen.ts";
import type { Open, UnknownVariant } from "./open.gen.ts";

/** Body of `POST /v1/responses`. */
export interface ModelRequest {
  /** Model that answers. */
  model: ModelId;
  /** What the model is to answer: a text, or the items of a conversation. */
  input: ModelInput;
  /**
   * System prompt of this request. Not together with `previous_response_id`, whose own system prompt stays
   * in force.
   */
  instructions?: string | null | undefined;
  /** Stored response that this request continues, so that `input` holds only what is new. */
  previous_response_id?: string | null | undefined;
  /**
   * Tools that the model may call: functions and shells that the caller runs, and tools that xAI runs. At
   * most 350 items.
   */
  tools?: ModelTool[] | null | undefined;
  /**
   * Whether the model may, must or must not call a tool; `auto` when there are tools, `none` when there are
   * none.
   */
  tool_choice?: ModelToolChoice | null | undefined;
  /** Whether one answer may hold several tool calls. Default: true. */
  parallel_tool_calls?: boolean | null | undefined;
  /**
   * Most rounds of tool use that xAI runs by itself; its own cap applies when left out. Ignored when no
   * tool or file of the request runs on xAI's side.
   */
  max_turns?: number | null | undefined;
  /** Form of the answer: plain text or JSON. */
  text?: ModelResponseConfiguration | null | undefined;
  /** How much the model thinks before it answers. */
  reasoning?: ReasoningConfiguration | null | undefined;
  /** The chat endpoint's spelling of `reasoning.effort`. */
  reasoning_effort?: Open<"none" | "low" | "medium" | "high" | "xhigh"> | null | undefined;
  /**
   * Parts of the output that are left out unless asked for. `reasoning.encrypted_content` is what a
   * conversation without `store` sends back.
   */
  include?: Open<"reasoning.encrypted_content" | "file_search_call.results">[] | null | undefined;
  /**
   * Whether xAI keeps input and answer, for 30 days, so that they can be fetched and continued by id.
   * Default: true.
   */
  store?: boolean | null | undefined;
  /**
   * Whether the answer comes as server-sent events (see `ResponseStreamEvent`), closed by `data: [DONE]`.
   * Default: false.
   */
  stream?: boolean | null | undefined;
  /** Most visible tokens of the answer; reasoning tokens do not count. 128,000 when left out. */
  max_output_tokens?: number | null | undefined;
  /**
   * Randomness of sampling: towards 0 the likeliest tokens win, higher values vary more. Range: from 0 to
   * 2. Default: 1.
   */
  temperature?: number | null | undefined;
  /**
   * Nucleus sampling: only the likeliest tokens that together reach this probability are drawn from. Change
   * this or `temperature`, not both. Range: above 0 to 1. Default: 1.
   */
  top_p?: number | null | undefined;
  /** Only this many of the likeliest tokens are drawn from. Range: from 1. */
  top_k?: number | null | undefined;
  /**
   * Tokens less probable than this share of the likeliest token's probability are never drawn. Range: from
   * 0 to 1.
   */
  min_p?: number | null | undefined;
  /**
   * Whether the text comes with the log probability of each token. `grok-4.20` and newer models ignore it.
   * Default: false.
   */
  logprobs?: boolean | null | undefined;
  /**
   * How many alternatives to list for each token; needs `logprobs`. `grok-4.20` and newer models ignore it.
   * Range: from 0 to 8.
   */
  top_logprobs?: number | null | undefined;
  /** Processing tier that is asked for, which decides scheduling and price. */
  service_tier?: Open<"auto" | "priority" | "fast"> | null | undefined;
  /**
   * Requests with the same key go to the same server, where their shared prefix is likely cached: the
   * body's form of the header `x-grok-conv-id`.
   */
  prompt_cache_key?: string | null | undefined;
  /** Directives for trimming the context, such as compaction: read by the API but not acted on yet. */
  context_management?: unknown[] | null | undefined;
  /** Free-form data about the request. */
  metadata?: { [key: string]: unknown } | undefined;
  /** Stable, anonymous id of the end user, by which xAI can tell abusers apart. */
  safety_identifier?: string | null | undefined;
  /** Id of the end user, by which xAI can tell abusers apart. */
  user?: string | null | undefined;
  /** Running without an open connection, which the API does not support. Default: false. */
  background?: boolean | null | undefined;
  /** Taken for compatibility and without effect. */
  truncation?: string | null | undefined;
  /**
   * Settings of Live Search, which xAI has shut down (HTTP 410): use the tools `web_search` and `x_search`.
   * @deprecated The API marks this field as deprecated.
   */
  search_parameters?: SearchParameters | null | undefined;
}

/** An answer of `/v1/responses`, whole or, in the events of a stream, as far as it has come. */
export interface ModelResponse {
  /** Id by which a stored response is fetched, continued and deleted. */
  id: string;
  /** Kind of this object. */
  object: Open<"response">;
  /** When the response was created, in Unix seconds. */
  created_at?: number | null | undefined;
  /** When the response was finished, in Unix seconds. */
  completed_at?: number | null | undefined;
  /** Model that answered. */
  model: string;
  /** Where the response stands. `incomplete` and `failed` come with `incomplete_details` and `error`. */
  status: Open<"queued" | "in_progress" | "completed" | "incomplete" | "failed" | "cancelled">;
  /** What the model produced, in order: reasoning, tool calls and messages. */
  output: ModelOutput[];
  /** Tokens and cost so far; absent while a stream is under way. */
  usage?: ModelUsage | null | undefined;
  /** Why the response failed. */
  error?: ResponseError | null | undefined;
  /** Why the response stopped early. */
  incomplete_details?: IncompleteDetails | null | undefined;
  /** Response that this one continues. */
  previous_response_id?: string | null | undefined;
  /** System prompt of the request. */
  instructions?: string | null | undefined;
  /** Reasoning settings that were in force. */
  reasoning?: ReasoningConfiguration | null | undefined;
  /** Form that was asked for. */
  text?: ModelResponseConfiguration | null | undefined;
  /** Tools that the model could call. At most 350 items. */
  tools?: ModelTool[] | null | undefined;
  /** Rule for tool calls that was in force. */
  tool_choice?: ModelToolChoice | null | undefined;
  /** Whether one answer could hold several tool calls. */
  parallel_tool_calls?: boolean | null | undefined;
  /** Most tool calls that were allowed. */
  max_tool_calls?: number | null | undefined;
  /** Most visible tokens that were allowed, reasoning not counted. */
  max_output_tokens?: number | null | undefined;
  /** Temperature that was in force. Range: from 0 to 2. Default: 1. */
  temperature?: number | null | undefined;
  /** Nucleus sampling that was in force. Range: above 0 to 1. Default: 1. */
  top_p?: number | null | undefined;
  /** How many alternatives each token lists. */
  top_logprobs?: number | null | undefined;
  /** Tier that served the request. Default: "default". */
  service_tier?: ServiceTier | null | undefined;
  /** Whether xAI keeps the response. Default: true. */
  store?: boolean | null | undefined;
  /** Data about the response. Newer models put their `system_fingerprint` here. */
  metadata?: { [key: string]: unknown } | null | undefined;
  /** Routing key of the request. */
  prompt_cache_key?: string | null | undefined;
  /** Safety id of the request. */
  safety_identifier?: string | null | undefined;
  /** End user's id of the request. */
  user?: string | null | undefined;
  /** Present for compatibility; responses never run in the background. Default: false. */
  background?: boolean | null | undefined;
  /** Present for compatibility. Default: "disabled". */
  truncation?: string | null | undefined;
  /** Present for compatibility; this endpoint has no penalties. */
  presence_penalty?: number | null | undefined;
  /** Present for compatibility; this endpoint has no penalties. */
  frequency_penalty?: number | null | undefined;
}

/** Why a response failed. */
export interface ResponseError {
  /** Machine-readable reason, or an HTTP status. */
  code?: string | number | null | undefined;
  /** Reason in words. */
  message: string;
}

/** Input of a response: one user message as text, or a list of items. */
export type ModelInput = string | ModelInputPart[];

/**
 * One item of the input: a message, an item of an earlier output, a tool's result or a compacted
 * conversation.
 */
export type ModelInputPart = {
  /** Who speaks. */
  role: Open<"user" | "assistant" | "system" | "developer">;
  /** What is said. */
  content: ModelInputContent;
  /** Kind of this item. */
  type?: "message" | null | undefined;
  /** Id of the end user, read on `user` messages only. */
  name?: string | null | undefined;
} | ModelOutput | FunctionToolCallOutput | ShellCallOutput | CompactionOutputItem;

/** Content of a message or of a function's result: a text, or a list of parts. */
export type ModelInputContent = string | ModelInputContentItem[];

/** One part of a message: text, an image or a file. */
export type ModelInputContentItem = {
  /** Text for the model. */
  type: "input_text";
  /** The text. */
  text: string;
} | {
  /** Text that the model wrote earlier, as compaction returns it. */
  type: "output_text";
  /** The text. */
  text: string;
} | {
  /** An image, for models with vision. */
  type: "input_image";
  /** Public URL of the image, or a data URL with JPEG, PNG or WebP. */
  image_url: string;
  /** How closely the model looks. */
  detail?: Open<"auto" | "low" | "high"> | null | undefined;
  /** Taken for compatibility and without effect. */
  file_id?: string | null | undefined;
} | {
  /** A file: exactly one of `file_id`, `file_url` and `file_data` is set. */
  type: "input_file";
  /** Id of an uploaded file. */
  file_id?: string | null | undefined;
  /** Public URL from which xAI fetches the file. */
  file_url?: string | null | undefined;
  /** Bytes of the file in base64; needs `filename`. */
  file_data?: string | null | undefined;
  /** Name of the file that `file_data` holds. */
  filename?: string | null | undefined;
  /** Media type of `file_data`, such as `application/pdf`. */
  mime_type?: string | null | undefined;
} | UnknownVariant;

/** One item of the output, told apart by `type`. */
export type ModelOutput = OutputMessage | FunctionToolCall | Reasoning | WebSearchCall | XSearchCall | FileSearchCall | CodeInterpreterCall | McpCall | CustomToolCall | ShellCall | ImageGenerationCall | ToolSearchCall | ToolSearchOutput | UnknownVariant;

/** A message of the model. */
export interface OutputMessage {
  /** Kind of this item. */
  type: "message";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** Who speaks. */
  role: "assistant";
  /** How far the item has come. */
  status?: Open<"in_progress" | "completed" | "incomplete"> | null | undefined;
  /** Parts of the message; empty when a stream announces it. */
  content: OutputMessageContent[];
}

/** One part of a message of the model: text or a refusal. */
export type OutputMessageContent = OutputText | OutputRefusal | UnknownVariant;

/** Text of an answer. */
export interface OutputText {
  /** Kind of this part. */
  type: "output_text";
  /** The text. */
  text: string;
  /** Sources that the text cites. */
  annotations?: Annotation[] | null | undefined;
  /** Log probabilities of the text's tokens; empty unless asked for. */
  logprobs?: TokenLogProb[] | null | undefined;
}

/** The model's refusal to answer. */
export interface OutputRefusal {
  /** Kind of this part. */
  type: "refusal";
  /** Why it declined. */
  refusal: string;
}

/** A source cited by a text. */
export interface Annotation {
  /** Kind of the source. */
  type: Open<"url_citation">;
  /** Address of the source. */
  url: string;
  /** Title of the source, often the number of the citation in the text. */
  title?: string | null | undefined;
  /** Where the citation begins in the text, when the API says so. */
  start_index?: number | null | undefined;
  /** Where the citation ends in the text, when the API says so. */
  end_index?: number | null | undefined;
}

/** A call of one of the caller's functions, which the caller answers. */
export interface FunctionToolCall {
  /** Kind of this item. */
  type: "function_call";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** Id of the call, which the result repeats. */
  call_id: string;
  /** Function to run. */
  name: string;
  /** Arguments as JSON text; empty when a stream announces the call. */
  arguments: string;
  /** How far the item has come. */
  status?: Open<"in_progress" | "completed" | "incomplete"> | null | undefined;
}

/** Result of a function that the caller ran. */
export interface FunctionToolCallOutput {
  /** Kind of this item. */
  type: "function_call_output";
  /** `call_id` of the call that this answers. */
  call_id: string;
  /** What the function returned: text, or parts with images and files. */
  output: ModelInputContent;
}

/** What the model thought. Sent back unchanged, it lets the model go on from its own thoughts. */
export interface Reasoning {
  /** Kind of this item. */
  type: "reasoning";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** Summary of the thoughts, empty when they come encrypted. The API wants it back even when empty. */
  summary: SummaryText[];
  /** The thoughts themselves, of models that show them. */
  content?: ReasoningText[] | null | undefined;
  /**
   * The thoughts in encrypted form, when `include` asks for `reasoning.encrypted_content`. Opaque: send it
   * back as it came.
   */
  encrypted_content?: string | null | undefined;
  /** How far the item has come. */
  status?: Open<"in_progress" | "completed" | "incomplete"> | null | undefined;
}

/** A piece of the model's thoughts. */
export interface ReasoningText {
  /** Kind of this part. */
  type: "reasoning_text";
  /** The thoughts. */
  text: string;
}

/** A piece of the summary of the model's thoughts. */
export interface SummaryText {
  /** Kind of this part. */
  type: "summary_text";
  /** The summary. */
  text: string;
}

/** How a reasoning model thinks. */
export interface ReasoningConfiguration {
  /**
   * How much it thinks: `none` not at all, `high` the most, `low` when left out. Only some models take it;
   * a model's capabilities list its values, and for multi-agent models it sets the number of agents.
   */
  effort?: Open<"none" | "low" | "medium" | "high" | "xhigh"> | null | undefined;
  /** Taken for compatibility: summaries are always `detailed`. */
  summary?: Open<"auto" | "concise" | "detailed"> | null | undefined;
  /** Taken for compatibility and without effect. */
  generate_summary?: string | null | undefined;
}

/** A step of web search that xAI ran. */
export interface WebSearchCall {
  /** Kind of this item. */
  type: "web_search_call";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** What was done on the web. */
  action?: WebSearchAction | null | undefined;
  /** Tool that ran. */
  name?: Open<"web_search" | "web_search_with_snippets" | "browse_page"> | null | undefined;
  /** Arguments of the tool as JSON text. */
  arguments?: string | null | undefined;
  /** Id of the call, which may be an empty string. */
  call_id?: string | null | undefined;
  /** How far the call has come. */
  status?: Open<"in_progress" | "searching" | "interpreting" | "generating" | "completed" | "incomplete" | "failed"> | null | undefined;
}

/** What a step of web search did. */
export type WebSearchAction = {
  /** A search. */
  type: "search";
  /** Words that were searched for; may be empty. */
  query: string;
  /** Pages that were found. */
  sources?: WebSearchSource[] | null | undefined;
} | {
  /** A page was opened. */
  type: "open_page";
  /** Address of the page. */
  url: string;
} | {
  /** An open page was searched. */
  type: "find_in_page";
  /** Address of the page. */
  url: string;
  /** Words that were looked for. */
  pattern: string;
} | UnknownVariant;

/** A page that a web search found. */
export interface WebSearchSource {
  /** Kind of the source. */
  type: Open<"url">;
  /** Address of the page. */
  url?: string | null | undefined;
}

/** A step of X search that xAI ran, as some models write it; others write it as `CustomToolCall`. */
export interface XSearchCall {
  /** Kind of this item. */
  type: "x_search_call";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** Tool that ran. */
  name?: Open<"x_keyword_search" | "x_semantic_search" | "x_user_search" | "x_thread_fetch" | "view_x_video"> | null | undefined;
  /** Arguments of the tool as JSON text. */
  arguments?: string | null | undefined;
  /** Id of the call, which may be an empty string. */
  call_id?: string | null | undefined;
  /** How far the call has come. */
  status?: Open<"in_progress" | "searching" | "interpreting" | "generating" | "completed" | "incomplete" | "failed"> | null | undefined;
}

/** A search of collections that xAI ran. */
export interface FileSearchCall {
  /** Kind of this item. */
  type: "file_search_call";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** What was searched for. */
  queries?: string[] | null | undefined;
  /** What was found, when `include` asks for `file_search_call.results`. */
  results?: FileSearchResult[] | null | undefined;
  /** How far the call has come. */
  status?: Open<"in_progress" | "searching" | "interpreting" | "generating" | "completed" | "incomplete" | "failed"> | null | undefined;
}

/** A passage that a search of collections found. */
export interface FileSearchResult {
  /** File that holds the passage. */
  file_id: string;
  /** Name of that file. */
  filename: string;
  /** How well the passage fits; absent means 0. */
  score?: number | null | undefined;
  /** The passage. */
  text: string;
}

/** Code that the model wrote and xAI ran. */
export interface CodeInterpreterCall {
  /** Kind of this item. */
  type: "code_interpreter_call";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** The code. */
  code?: string | null | undefined;
  /** What the code printed or drew. */
  outputs?: CodeInterpreterOutput[] | null | undefined;
  /** Tool that ran. */
  name?: Open<"code_execution"> | null | undefined;
  /** Arguments of the tool, the code among them, as JSON text. */
  arguments?: string | null | undefined;
  /** Id of the call, which may be an empty string. */
  call_id?: string | null | undefined;
  /** How far the call has come. */
  status?: Open<"in_progress" | "searching" | "interpreting" | "generating" | "completed" | "incomplete" | "failed"> | null | undefined;
}

/** One output of code that ran. */
export type CodeInterpreterOutput = {
  /** Printed text. */
  type: "logs";
  /** The text. */
  logs: string;
} | {
  /** A drawn image. */
  type: "image";
  /** Address of the image. */
  url: string;
} | UnknownVariant;

/** A call of a tool on an MCP server, which xAI made. */
export interface McpCall {
  /** Kind of this item. */
  type: "mcp_call";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** `server_label` of the server, as the request gave it. */
  server_label?: string | null | undefined;
  /** Tool that was called. */
  name: string;
  /** Arguments as JSON text. */
  arguments?: string | null | undefined;
  /** What the tool returned. */
  output?: string | null | undefined;
  /** Why the call failed. */
  error?: string | null | undefined;
  /** How far the call has come. */
  status?: Open<"in_progress" | "searching" | "interpreting" | "generating" | "completed" | "incomplete" | "failed"> | null | undefined;
}

/**
 * A call of a tool with free-form input. X search arrives like this, run by xAI, under names such as
 * `x_keyword_search`.
 */
export interface CustomToolCall {
  /** Kind of this item. */
  type: "custom_tool_call";
  /** Id of this item, to which a stream's events refer. */
  id: string;
  /** Id of the call. */
  call_id: string;
  /** Tool that was called. */
  name: Open<"x_keyword_search" | "x_semantic_search" | "x_user_search" | "x_thread_fetch" | "view_x_video">;
  /** Input of the tool, JSON text for X search; empty when a stream announces the call. */
  input?: string | null | undefined;
  /** How far the item has come. */
  status?: Open<"in_progress" | "completed" | "incomplete"> | null | undefined;
}

/** Commands that the model wants the caller to run in its own shell. */
export interface ShellCall {
  /** Kind of this item. */
  type: "shell_call";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** Id of the call, which the result repeats. */
  call_id: string;
  /** The commands and their limits. */
  action: ShellCallAction;
  /** Environment to run them in. */
  environment?: ShellEnvironment | null | undefined;
  /** How far the item has come. */
  status?: Open<"in_progress" | "completed" | "incomplete"> | null | undefined;
}

/** Shell commands and their limits. */
export interface ShellCallAction {
  /** Commands to run. */
  commands: string[];
  /** Time for the commands, in milliseconds. */
  timeout_ms?: number | null | undefined;
  /** Most characters of output to return for each command. */
  max_output_length?: number | null | undefined;
  /** Kind of the action. */
  type?: Open<"exec"> | null | undefined;
}

/** Result of shell commands that the caller ran. */
export interface ShellCallOutput {
  /** Kind of this item. */
  type: "shell_call_output";
  /** `call_id` of the call that this answers. */
  call_id: string;
  /** One result for each command. */
  output: ShellCallOutputResult[];
  /** `max_output_length` of the call, repeated. */
  max_output_length?: number | null | undefined;
}

/** Result of one shell command. */
export interface ShellCallOutputResult {
  /** How the command ended. */
  outcome: ShellCallOutcome;
  /** What it wrote to standard output. */
  stdout?: string | null | undefined;
  /** What it wrote to standard error. */
  stderr?: string | null | undefined;
}

/** How a shell command ended. */
export type ShellCallOutcome = {
  /** The command ended by itself. */
  type: "exit";
  /** Its exit code. */
  exit_code: number;
} | {
  /** The command ran out of time. */
  type: "timeout";
} | UnknownVariant;

/** Where shell commands run. */
export interface ShellEnvironment {
  /** Kind of the environment; the caller's own machine is the only one. */
  type: Open<"local">;
  /** Skills that stand ready there. */
  skills?: LocalShellSkill[] | null | undefined;
}

/** A skill in a local shell environment. */
export interface LocalShellSkill {
  /** Name of the skill. */
  name: string;
  /** What the skill does, for the model to choose by. */
  description: string;
  /** Folder that holds the skill's `SKILL.md`. */
  path: string;
}

/** An image that the model had xAI draw. */
export interface ImageGenerationCall {
  /** Kind of this item. */
  type: "image_generation_call";
  /** Id of this item, to which a stream's events refer. */
  id?: string | null | undefined;
  /** Prompt of the image. */
  prompt?: string | null | undefined;
  /** The image, once it is drawn. */
  result?: string | null | undefined;
  /** How far the call has come. */
  status?: Open<"in_progress" | "searching" | "interpreting" | "generating" | "completed" | "incomplete" | "failed"> | null | undefined;
}

/** A search for tools whose definitions were deferred. */
export interface ToolSearchCall {
  /** Kind of this item. */
  type: "tool_search_call";
  /** Id of this item, to which a stream's events refer. */
  id: string;
  /** Id of the call. */
  call_id?: string | null | undefined;
  /** Which side searches. */
  execution?: Open<"server" | "client"> | null | undefined;
  /** What is searched for. */
  arguments?: unknown;
  /** How far the item has come. */
  status?: Open<"in_progress" | "completed" | "incomplete"> | null | undefined;
}

/** Tools that a search for deferred tools found. */
export interface ToolSearchOutput {
  /** Kind of this item. */
  type: "tool_search_output";
  /** Id of this item, to which a stream's events refer. */
  id: string;
  /** Id of the call. */
  call_id?: string | null | undefined;
  /** Which side searched. */
  execution?: Open<"server" | "client"> | null | undefined;
  /** Definitions of the tools that the model may call from here on. */
  tools?: unknown[] | null | undefined;
  /** How far the item has come. */
  status?: Open<"in_progress" | "completed" | "incomplete"> | null | undefined;
}

/** A conversation that `POST /v1/responses/compact` shortened, for use as input. */
export interface CompactionOutputItem {
  /** Kind of this item. */
  type: "compaction";
  /** Id of the compaction, such as `cmp_…`. */
  id?: string | null | undefined;
  /** The conversation in encrypted form. Opaque: send it back as it came. */
  encrypted_content: string;
}

/** A tool that the model may call, told apart by `type`. */
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
  /** A function that the caller runs. */
  type: "function";
} | {
  /** Search of the web, run by xAI. */
  type: "web_search";
  /** Only these domains are searched. Not together with `excluded_domains`. At most 5 items. */
  allowed_domains?: string[] | null | undefined;
  /** These domains are not searched. Not together with `allowed_domains`. At most 5 items. */
  excluded_domains?: string[] | null | undefined;
  /** Whether the model looks at images it meets. */
  enable_image_understanding?: boolean | null | undefined;
  /** Whether images are searched, too. */
  enable_image_search?: boolean | null | undefined;
  /** Another place for the two lists of domains. */
  filters?: WebSearchFilters | null | undefined;
  /**
   * How much search material the model reads. xAI documents both that it is taken and that it is refused.
   * Default: "medium".
   */
  search_context_size?: Open<"low" | "medium" | "high"> | null | undefined;
  /** Where the end user is. xAI documents both that it is taken and that it is refused. */
  user_location?: WebSearchUserLocation | null | undefined;
  /** Part of OpenAI's form of the tool; xAI refuses requests that set it. */
  external_web_access?: boolean | null | undefined;
} | {
  /** Search of posts, people and threads on X, run by xAI. */
  type: "x_search";
  /** Only posts of these handles, without `@`. Not together with `excluded_x_handles`. At most 10 items. */
  allowed_x_handles?: string[] | null | undefined;
  /** No posts of these handles, without `@`. Not together with `allowed_x_handles`. At most 10 items. */
  excluded_x_handles?: string[] | null | undefined;
  /** First day of the posts. Written as YYYY-MM-DD. */
  from_date?: string | null | undefined;
  /** Last day of the posts. Written as YYYY-MM-DD. */
  to_date?: string | null | undefined;
  /** Whether the model looks at images in posts. */
  enable_image_understanding?: boolean | null | undefined;
  /** Whether the model watches videos in posts. */
  enable_video_understanding?: boolean | null | undefined;
} | {
  /** Drawing of images, run by xAI. */
  type: "image_generation";
  /** What to do with images; `auto` leaves it to the model. */
  action?: Open<"auto"> | null | undefined;
} | {
  /** Search of collections, run by xAI. */
  type: "file_search";
  /** Ids of the collections to search. At most 10 items. */
  vector_store_ids: string[];
  /** Most passages that a search returns. Range: from 1. */
  max_num_results?: number | null | undefined;
  /** Part of OpenAI's form of the tool; xAI refuses requests that set it. */
  filters?: unknown;
  /** Part of OpenAI's form of the tool; xAI refuses requests that set it. */
  ranking_options?: unknown;
} | {
  /** Code that the model writes, run by xAI. */
  type: "code_interpreter";
  /** Part of OpenAI's form of the tool; xAI refuses requests that set it. */
  container?: unknown;
} | {
  /** Tools of an MCP server, called by xAI. */
  type: "mcp";
  /** Address of the server. */
  server_url: string;
  /** Name by which the calls refer to the server. */
  server_label: string;
  /** What the server is for, told to the model. */
  server_description?: string | null | undefined;
  /** Only these tools of the server; all of them when left out. */
  allowed_tools?: string[] | null | undefined;
  /** Token that xAI sends to the server in the `Authorization` header. */
  authorization?: string | null | undefined;
  /** Further headers that xAI sends to the server. */
  headers?: { [key: string]: string } | null | undefined;
  /** Whether the tools stay out of the context until `tool_search` finds them. */
  defer_loading?: boolean | null | undefined;
  /** Part of OpenAI's form of the tool; the API has no way to ask for approval. */
  require_approval?: Open<"never"> | null | undefined;
  /** Part of OpenAI's form of the tool; xAI reaches servers by `server_url`. */
  connector_id?: string | null | undefined;
} | {
  /** Shell commands, run by the caller. */
  type: "shell";
  /** Where the commands run. */
  environment: ShellEnvironment;
} | {
  /** Search for the tools that set `defer_loading`. */
  type: "tool_search";
  /** Which side searches. */
  execution?: Open<"server" | "client"> | null | undefined;
} | UnknownVariant;

/**
 * Which tools the model calls: `auto` as it sees fit, `none`, `required` at least one, or one named
 * function. Tools that xAI runs cannot be forced.
 */
export type ModelToolChoice = Open<"auto" | "none" | "required"> | {
  /** One function is called in any case. */
  type: "function";
  /** Name of that function. */
  name: string;
};

/** Domains of a web search. */
export interface WebSearchFilters {
  /**
   * Only these domains are searched, written as `example.com`. Not together with `excluded_domains`. At
   * most 5 items.
   */
  allowed_domains?: string[] | null | undefined;
  /**
   * These domains are not searched, written as `example.com`. Not together with `allowed_domains`. At most
   * 5 items.
   */
  excluded_domains?: string[] | null | undefined;
}

/** Where the end user of a web search is, roughly. */
export interface WebSearchUserLocation {
  /** Kind of the location. */
  type: Open<"approximate">;
  /** Country as a two-letter ISO 3166-1 code, such as `US`. */
  country?: string | null | undefined;
  /** State or region. */
  region?: string | null | undefined;
  /** City. */
  city?: string | null | undefined;
  /** IANA time zone, such as `Europe/London`. */
  timezone?: string | null | undefined;
}

/** Form of the answer. */
export interface ModelResponseConfiguration {
  /** Plain text, any JSON, or JSON that fits a schema. */
  format?: ModelResponseFormat | null | undefined;
}

/** Whether an answer is text or JSON. */
export type ModelResponseFormat = {
  /** Plain text. */
  type: "text";
} | {
  /** Any JSON; kept for older clients, `json_schema` is the better choice. */
  type: "json_object";
} | {
  /** JSON that fits a schema. */
  type: "json_schema";
  /** JSON Schema of the answer. */
  schema: unknown;
  /** Name of the schema; taken for compatibility and without effect. */
  name?: string | null | undefined;
  /** What the answer is; taken for compatibility and without effect. */
  description?: string | null | undefined;
  /** Taken for compatibility and without effect. */
  strict?: boolean | null | undefined;
} | UnknownVariant;

/** Tokens and cost of a response. */
export interface ModelUsage {
  /** Tokens that the model read, over all rounds of tool use. */
  input_tokens: number;
  /** Tokens that the model wrote, reasoning included. */
  output_tokens: number;
  /** Tokens read and written. */
  total_tokens?: number | null | undefined;
  /** Of which kind the tokens read were. */
  input_tokens_details?: InputTokensDetails | null | undefined;
  /** Of which kind the tokens written were. */
  output_tokens_details?: OutputTokensDetails | null | undefined;
  /** Size of the context in the last round of tool use: for information, not for the bill. */
  context_details?: ContextDetails | null | undefined;
  /** How many calls xAI ran itself. */
  num_server_side_tools_used?: number | null | undefined;
  /** The same by tool. */
  server_side_tool_usage_details?: ServerSideToolUsageDetails | null | undefined;
  /** Sources of Live Search, which is shut down. */
  num_sources_used?: number | null | undefined;
  /** Cost in ticks; 10,000,000,000 ticks are one US dollar. */
  cost_in_usd_ticks?: number | null | undefined;
  /** Cost in nanodollars; 1,000,000,000 are one US dollar. */
  cost_in_nano_usd?: number | null | undefined;
}

/** Kinds of the tokens that a model read. */
export interface InputTokensDetails {
  /** Tokens that came from the cache at a lower price. */
  cached_tokens?: number | null | undefined;
}

/** Kinds of the tokens that a model wrote. */
export interface OutputTokensDetails {
  /** Tokens of thought. */
  reasoning_tokens?: number | null | undefined;
}

/** Size of the context in the last round of tool use, or of the only round. */
export interface ContextDetails {
  /** Tokens that the model read in that round. */
  input_tokens: number;
  /** Tokens that the model wrote in that round, reasoning included. */
  output_tokens: number;
}

/** Why a response stopped early. */
export interface IncompleteDetails {
  /** Limit that was reached: length of the answer, length of the prompt, or time. */
  reason: Open<"max_output_tokens" | "max_prompt_tokens" | "max_time_limit">;
}

/** Answer to `DELETE /v1/responses/{response_id}`. */
export interface DeleteStoredCompletionResponse {
  /** Id of the response. */
  id: string;
  /** Kind of what was deleted. */
  object: Open<"response">;
  /** Whether it is gone. */
  deleted: boolean;
}

/** Answer to `GET /v1/responses/{response_id}/input_items`: one page of items. */
export interface ListInputItemsResponse {
  /** Kind of this object. */
  object: Open<"list">;
  /** Items of this page. */
  data: InputItemEntry[];
  /** Whether there are more items after `last_id`. */
  has_more: boolean;
  /** Id of the first item of this page. */
  first_id?: string | null | undefined;
  /** Id of the last item of this page, which `after` takes for the next one. */
  last_id?: string | null | undefined;
}

/** An item of a stored response's input, with its id. */
export type InputItemEntry = (ModelInputPart) & ({
  /** Id of the item, stable within the response. */
  id: string;
});

/** Body of `POST /v1/responses/compact`. */
export interface CompactRequest {
  /** Model that writes the summary. */
  model: ModelId;
  /** The whole conversation, as it would be sent to `/v1/responses`. */
  input: ModelInput;
}

/** Answer of `POST /v1/responses/compact`: the conversation in one encrypted item. */
export interface CompactResponse {
  /** Id of the compaction, such as `cmp_…`. */
  id: string;
  /** Kind of this object. */
  object: Open<"response.compaction">;
  /** When it was made, in Unix seconds. */
  created_at: number;
  /** Model that wrote the summary. */
  model: string;
  /** One compaction item. The next input starts with it, unchanged, and goes on with the new message. */
  output: ModelInputPart[];
  /** Tokens of the compaction. */
  usage?: CompactUsage | null | undefined;
}

/** Tokens of a compaction. */
export interface CompactUsage {
  /** Tokens of the conversation before. */
  input_tokens: number;
  /** Tokens of the compacted conversation. */
  output_tokens: number;
  /** Tokens read and written, reasoning included. */
  total_tokens: number;
  /** Of which kind the tokens read were. */
  input_tokens_details?: CompactUsageInputTokensDetails | null | undefined;
  /** Of which kind the tokens written were. */
  output_tokens_details?: CompactUsageOutputTokensDetails | null | undefined;
  /** Messages that the summary stands for. */
  dropped_message_count?: number | null | undefined;
}

/** Kinds of the tokens that a compaction read. */
export interface CompactUsageInputTokensDetails {
  /** Tokens that came from the cache. */
  cached_tokens: number;
}

/** Kinds of the tokens that a compaction wrote. */
export interface CompactUsageOutputTokensDetails {
  /** Tokens of thought. */
  reasoning_tokens: number;
}
