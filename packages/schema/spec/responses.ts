import {
  any,
  array,
  boolean,
  date,
  double,
  fields,
  float,
  int32,
  int64,
  known,
  literal,
  merge,
  named,
  nullable,
  object,
  optional,
  record,
  ref,
  replayed,
  required,
  string,
  union,
  type Area,
} from "./notation.ts";

const partial = { differs: "Captured responses omit it." };
const early = { differs: "Items that are still being made, and items of some captures, come without it." };
const flatCall = { differs: "Captures carry it where the call is written like a function call." };

const status = optional(known("in_progress", "completed", "incomplete"), "How far the item has come.");
const toolStatus = optional(
  known("in_progress", "searching", "interpreting", "generating", "completed", "incomplete", "failed"),
  "How far the call has come.",
);

const effort = known("none", "low", "medium", "high", "xhigh");

export const responses: Area = {
  ModelRequest: object("Body of `POST /v1/responses`.", {
    model: required(ref("ModelId"), "Model that answers.", {
      differs: "The API needs a model; xAI's file marks only the input as required.",
    }),
    input: required(
      ref("ModelInput"),
      "What the model is to answer: a text, or the items of a conversation.",
    ),
    instructions: optional(
      nullable(string()),
      "System prompt of this request. Not together with `previous_response_id`, whose own system prompt stays in force.",
    ),
    previous_response_id: optional(
      nullable(string()),
      "Stored response that this request continues, so that `input` holds only what is new.",
    ),
    tools: optional(
      nullable(array(ref("ModelTool"), { max: 350 })),
      "Tools that the model may call: functions and shells that the caller runs, and tools that xAI runs.",
    ),
    tool_choice: optional(
      nullable(ref("ModelToolChoice")),
      "Whether the model may, must or must not call a tool; `auto` when there are tools, `none` when there are none.",
    ),
    parallel_tool_calls: optional(nullable(boolean()), "Whether one answer may hold several tool calls.", {
      default: true,
    }),
    max_turns: optional(
      nullable(int32()),
      "Most rounds of tool use that xAI runs by itself; its own cap applies when left out. Ignored when no tool or file of the request runs on xAI's side.",
    ),
    text: optional(nullable(ref("ModelResponseConfiguration")), "Form of the answer: plain text or JSON."),
    reasoning: optional(
      nullable(ref("ReasoningConfiguration")),
      "How much the model thinks before it answers.",
    ),
    reasoning_effort: optional(nullable(effort), "The chat endpoint's spelling of `reasoning.effort`."),
    include: optional(
      nullable(array(known("reasoning.encrypted_content", "file_search_call.results"))),
      "Parts of the output that are left out unless asked for. `reasoning.encrypted_content` is what a conversation without `store` sends back.",
    ),
    store: optional(
      nullable(boolean()),
      "Whether xAI keeps input and answer, for 30 days, so that they can be fetched and continued by id.",
      { default: true },
    ),
    stream: optional(
      nullable(boolean()),
      "Whether the answer comes as server-sent events (see `ResponseStreamEvent`), closed by `data: [DONE]`.",
      { default: false },
    ),
    max_output_tokens: optional(
      nullable(int32()),
      "Most visible tokens of the answer; reasoning tokens do not count. 128,000 when left out.",
    ),
    temperature: optional(
      nullable(float({ min: 0, max: 2 })),
      "Randomness of sampling: towards 0 the likeliest tokens win, higher values vary more.",
      { default: 1 },
    ),
    top_p: optional(
      nullable(float({ above: 0, max: 1 })),
      "Nucleus sampling: only the likeliest tokens that together reach this probability are drawn from. Change this or `temperature`, not both.",
      { default: 1 },
    ),
    top_k: optional(nullable(int32({ min: 1 })), "Only this many of the likeliest tokens are drawn from."),
    min_p: optional(
      nullable(float({ min: 0, max: 1 })),
      "Tokens less probable than this share of the likeliest token's probability are never drawn.",
    ),
    logprobs: optional(
      nullable(boolean()),
      "Whether the text comes with the log probability of each token. `grok-4.20` and newer models ignore it.",
      { default: false },
    ),
    top_logprobs: optional(
      nullable(int32({ min: 0, max: 8 })),
      "How many alternatives to list for each token; needs `logprobs`. `grok-4.20` and newer models ignore it.",
    ),
    service_tier: optional(
      nullable(known("auto", "priority", "fast")),
      "Processing tier that is asked for, which decides scheduling and price.",
      {
        differs: "Requests take auto, priority or fast; xAI's file points to the tiers that responses name.",
      },
    ),
    prompt_cache_key: optional(
      nullable(string()),
      "Requests with the same key go to the same server, where their shared prefix is likely cached: the body's form of the header `x-grok-conv-id`.",
    ),
    context_management: optional(
      nullable(array(any())),
      "Directives for trimming the context, such as compaction: read by the API but not acted on yet.",
    ),
    metadata: optional(record(any()), "Free-form data about the request.", {
      differs: "An object in every capture; xAI's file leaves its type open.",
    }),
    safety_identifier: optional(
      nullable(string()),
      "Stable, anonymous id of the end user, by which xAI can tell abusers apart.",
    ),
    user: optional(nullable(string()), "Id of the end user, by which xAI can tell abusers apart."),
    background: optional(
      nullable(boolean()),
      "Running without an open connection, which the API does not support.",
      {
        default: false,
      },
    ),
    truncation: optional(nullable(string()), "Taken for compatibility and without effect."),
    search_parameters: optional(
      nullable(ref("SearchParameters")),
      "Settings of Live Search, which xAI has shut down (HTTP 410): use the tools `web_search` and `x_search`.",
      { deprecated: true },
    ),
  }),
  ModelResponse: object(
    "An answer of `/v1/responses`, whole or, in the events of a stream, as far as it has come.",
    {
      id: required(string(), "Id by which a stored response is fetched, continued and deleted."),
      object: required(known("response"), "Kind of this object."),
      created_at: optional(int64(), "When the response was created, in Unix seconds.", partial),
      completed_at: optional(nullable(int64()), "When the response was finished, in Unix seconds."),
      model: required(string(), "Model that answered."),
      status: required(
        known("queued", "in_progress", "completed", "incomplete", "failed", "cancelled"),
        "Where the response stands. `incomplete` and `failed` come with `incomplete_details` and `error`.",
      ),
      output: required(
        array(ref("ModelOutput")),
        "What the model produced, in order: reasoning, tool calls and messages.",
      ),
      usage: optional(
        nullable(ref("ModelUsage")),
        "Tokens and cost so far; absent while a stream is under way.",
      ),
      error: optional(nullable(ref("ResponseError")), "Why the response failed.", {
        differs: "xAI's file leaves its type open.",
      }),
      incomplete_details: optional(nullable(ref("IncompleteDetails")), "Why the response stopped early."),
      previous_response_id: optional(nullable(string()), "Response that this one continues."),
      instructions: optional(nullable(string()), "System prompt of the request."),
      reasoning: optional(nullable(ref("ReasoningConfiguration")), "Reasoning settings that were in force."),
      text: optional(ref("ModelResponseConfiguration"), "Form that was asked for.", partial),
      tools: optional(array(ref("ModelTool"), { max: 350 }), "Tools that the model could call.", partial),
      tool_choice: optional(ref("ModelToolChoice"), "Rule for tool calls that was in force.", partial),
      parallel_tool_calls: optional(boolean(), "Whether one answer could hold several tool calls.", partial),
      max_tool_calls: optional(nullable(int32()), "Most tool calls that were allowed."),
      max_output_tokens: optional(
        nullable(int32()),
        "Most visible tokens that were allowed, reasoning not counted.",
      ),
      temperature: optional(nullable(float({ min: 0, max: 2 })), "Temperature that was in force.", {
        default: 1,
      }),
      top_p: optional(nullable(float({ above: 0, max: 1 })), "Nucleus sampling that was in force.", {
        default: 1,
      }),
      top_logprobs: optional(int32(), "How many alternatives each token lists.", partial),
      service_tier: optional(ref("ServiceTier"), "Tier that served the request.", {
        default: "default",
        ...partial,
      }),
      store: optional(boolean(), "Whether xAI keeps the response.", { default: true, ...partial }),
      metadata: optional(
        record(any()),
        "Data about the response. Newer models put their `system_fingerprint` here.",
        { differs: "An object where captures have it, absent in some; xAI's file leaves its type open." },
      ),
      prompt_cache_key: optional(nullable(string()), "Routing key of the request."),
      safety_identifier: optional(nullable(string()), "Safety id of the request."),
      user: optional(nullable(string()), "End user's id of the request."),
      background: optional(boolean(), "Present for compatibility; responses never run in the background.", {
        default: false,
        ...partial,
      }),
      truncation: optional(string(), "Present for compatibility.", { default: "disabled", ...partial }),
      presence_penalty: optional(
        float(),
        "Present for compatibility; this endpoint has no penalties.",
        partial,
      ),
      frequency_penalty: optional(
        float(),
        "Present for compatibility; this endpoint has no penalties.",
        partial,
      ),
    },
  ),
  ResponseError: object(
    "Why a response failed.",
    {
      code: optional(union(string(), int32()), "Machine-readable reason, or an HTTP status."),
      message: required(string(), "Reason in words."),
    },
    { differs: "xAI's file leaves the type of a response's error open." },
  ),

  ModelInput: named(
    "Input of a response: one user message as text, or a list of items.",
    union(string(), array(ref("ModelInputPart"))),
  ),
  ModelInputPart: named(
    "One item of the input: a message, an item of an earlier output, a tool's result or a compacted conversation.",
    union(
      fields({
        role: required(known("user", "assistant", "system", "developer"), "Who speaks."),
        content: required(ref("ModelInputContent"), "What is said."),
        type: optional(nullable(literal("message")), "Kind of this item."),
        name: optional(nullable(string()), "Id of the end user, read on `user` messages only."),
      }),
      replayed("ModelOutput"),
      ref("FunctionToolCallOutput"),
      ref("ShellCallOutput"),
      ref("CompactionOutputItem"),
    ),
  ),
  ModelInputContent: named(
    "Content of a message or of a function's result: a text, or a list of parts.",
    union(string(), array(ref("ModelInputContentItem"))),
  ),
  ModelInputContentItem: named(
    "One part of a message: text, an image or a file.",
    union(
      fields({
        type: required(literal("input_text"), "Text for the model."),
        text: required(string(), "The text."),
      }),
      fields({
        type: required(
          literal("output_text"),
          "Text that the model wrote earlier, as compaction returns it.",
        ),
        text: required(string(), "The text."),
      }),
      fields({
        type: required(literal("input_image"), "An image, for models with vision."),
        image_url: required(string(), "Public URL of the image, or a data URL with JPEG, PNG or WebP."),
        detail: optional(known("auto", "low", "high"), "How closely the model looks.", {
          differs: "Accepted by the API and documented elsewhere; missing in xAI's file.",
        }),
        file_id: optional(nullable(string()), "Taken for compatibility and without effect."),
      }),
      fields({
        type: required(
          literal("input_file"),
          "A file: exactly one of `file_id`, `file_url` and `file_data` is set.",
        ),
        file_id: optional(nullable(string()), "Id of an uploaded file."),
        file_url: optional(nullable(string()), "Public URL from which xAI fetches the file."),
        file_data: optional(nullable(string()), "Bytes of the file in base64; needs `filename`."),
        filename: optional(nullable(string()), "Name of the file that `file_data` holds."),
        mime_type: optional(nullable(string()), "Media type of `file_data`, such as `application/pdf`."),
      }),
    ),
  ),

  ModelOutput: named(
    "One item of the output, told apart by `type`.",
    union(
      ref("OutputMessage"),
      ref("FunctionToolCall"),
      ref("Reasoning"),
      ref("WebSearchCall"),
      ref("XSearchCall"),
      ref("FileSearchCall"),
      ref("CodeInterpreterCall"),
      ref("McpCall"),
      ref("CustomToolCall"),
      ref("ShellCall"),
      ref("ImageGenerationCall"),
      ref("ToolSearchCall"),
      ref("ToolSearchOutput"),
    ),
    { differs: "Captures hold x_search_call items, which xAI's file mentions in prose only." },
  ),
  OutputMessage: object("A message of the model.", {
    type: required(literal("message"), "Kind of this item."),
    id: optional(string(), "Id of this item, to which a stream's events refer."),
    role: required(literal("assistant"), "Who speaks."),
    status,
    content: required(
      array(ref("OutputMessageContent")),
      "Parts of the message; empty when a stream announces it.",
    ),
  }),
  OutputMessageContent: named(
    "One part of a message of the model: text or a refusal.",
    union(ref("OutputText"), ref("OutputRefusal")),
  ),
  OutputText: object(
    "Text of an answer.",
    {
      type: required(literal("output_text"), "Kind of this part."),
      text: required(string(), "The text."),
      annotations: optional(array(ref("Annotation")), "Sources that the text cites."),
      logprobs: optional(
        array(ref("TokenLogProb")),
        "Log probabilities of the text's tokens; empty unless asked for.",
      ),
    },
    { differs: "A nameless member of OutputMessageContent in xAI's file." },
  ),
  OutputRefusal: object(
    "The model's refusal to answer.",
    {
      type: required(literal("refusal"), "Kind of this part."),
      refusal: required(string(), "Why it declined."),
    },
    { differs: "A nameless member of OutputMessageContent in xAI's file." },
  ),
  Annotation: object("A source cited by a text.", {
    type: required(known("url_citation"), "Kind of the source."),
    url: required(string(), "Address of the source."),
    title: optional(nullable(string()), "Title of the source, often the number of the citation in the text."),
    start_index: optional(nullable(int32()), "Where the citation begins in the text, when the API says so."),
    end_index: optional(nullable(int32()), "Where the citation ends in the text, when the API says so."),
  }),
  FunctionToolCall: object("A call of one of the caller's functions, which the caller answers.", {
    type: required(literal("function_call"), "Kind of this item."),
    id: optional(string(), "Id of this item, to which a stream's events refer."),
    call_id: required(string(), "Id of the call, which the result repeats."),
    name: required(string(), "Function to run."),
    arguments: required(string(), "Arguments as JSON text; empty when a stream announces the call."),
    status,
  }),
  FunctionToolCallOutput: object("Result of a function that the caller ran.", {
    type: required(literal("function_call_output"), "Kind of this item."),
    call_id: required(string(), "`call_id` of the call that this answers."),
    output: required(
      ref("ModelInputContent"),
      "What the function returned: text, or parts with images and files.",
    ),
  }),
  Reasoning: object(
    "What the model thought. Sent back unchanged, it lets the model go on from its own thoughts.",
    {
      type: required(literal("reasoning"), "Kind of this item."),
      id: optional(string(), "Id of this item, to which a stream's events refer."),
      summary: required(
        array(ref("SummaryText")),
        "Summary of the thoughts, empty when they come encrypted. The API wants it back even when empty.",
      ),
      content: optional(array(ref("ReasoningText")), "The thoughts themselves, of models that show them."),
      encrypted_content: optional(
        nullable(string()),
        "The thoughts in encrypted form, when `include` asks for `reasoning.encrypted_content`. Opaque: send it back as it came.",
      ),
      status,
    },
  ),
  ReasoningText: object("A piece of the model's thoughts.", {
    type: required(literal("reasoning_text"), "Kind of this part."),
    text: required(string(), "The thoughts."),
  }),
  SummaryText: object("A piece of the summary of the model's thoughts.", {
    type: required(literal("summary_text"), "Kind of this part."),
    text: required(string(), "The summary."),
  }),
  ReasoningConfiguration: object("How a reasoning model thinks.", {
    effort: optional(
      nullable(effort),
      "How much it thinks: `none` not at all, `high` the most, `low` when left out. Only some models take it; a model's capabilities list its values, and for multi-agent models it sets the number of agents.",
    ),
    summary: optional(
      nullable(known("auto", "concise", "detailed")),
      "Taken for compatibility: summaries are always `detailed`.",
    ),
    generate_summary: optional(nullable(string()), "Taken for compatibility and without effect."),
  }),

  WebSearchCall: object("A step of web search that xAI ran.", {
    type: required(literal("web_search_call"), "Kind of this item."),
    id: optional(string(), "Id of this item, to which a stream's events refer."),
    action: optional(ref("WebSearchAction"), "What was done on the web.", early),
    name: optional(
      known("web_search", "web_search_with_snippets", "browse_page"),
      "Tool that ran.",
      flatCall,
    ),
    arguments: optional(string(), "Arguments of the tool as JSON text.", flatCall),
    call_id: optional(string(), "Id of the call, which may be an empty string.", flatCall),
    status: toolStatus,
  }),
  WebSearchAction: named(
    "What a step of web search did.",
    union(
      fields({
        type: required(literal("search"), "A search."),
        query: required(string(), "Words that were searched for; may be empty."),
        sources: optional(array(ref("WebSearchSource")), "Pages that were found."),
      }),
      fields({
        type: required(literal("open_page"), "A page was opened."),
        url: required(string(), "Address of the page."),
      }),
      fields({
        type: required(literal("find_in_page"), "An open page was searched."),
        url: required(string(), "Address of the page."),
        pattern: required(string(), "Words that were looked for."),
      }),
    ),
  ),
  WebSearchSource: object("A page that a web search found.", {
    type: required(known("url"), "Kind of the source."),
    url: optional(string(), "Address of the page."),
  }),
  XSearchCall: object(
    "A step of X search that xAI ran, as some models write it; others write it as `CustomToolCall`.",
    {
      type: required(literal("x_search_call"), "Kind of this item."),
      id: optional(string(), "Id of this item, to which a stream's events refer."),
      name: optional(
        known("x_keyword_search", "x_semantic_search", "x_user_search", "x_thread_fetch", "view_x_video"),
        "Tool that ran.",
      ),
      arguments: optional(string(), "Arguments of the tool as JSON text."),
      call_id: optional(string(), "Id of the call, which may be an empty string."),
      status: toolStatus,
    },
    { differs: "In captures; xAI's file mentions the item's type in prose only." },
  ),
  FileSearchCall: object("A search of collections that xAI ran.", {
    type: required(literal("file_search_call"), "Kind of this item."),
    id: optional(string(), "Id of this item, to which a stream's events refer."),
    queries: optional(array(string()), "What was searched for.", early),
    results: optional(
      array(ref("FileSearchResult")),
      "What was found, when `include` asks for `file_search_call.results`.",
      { differs: "Clients of the API receive it only when `include` asks for it." },
    ),
    status: toolStatus,
  }),
  FileSearchResult: object("A passage that a search of collections found.", {
    file_id: required(string(), "File that holds the passage."),
    filename: required(string(), "Name of that file."),
    score: optional(double(), "How well the passage fits; absent means 0."),
    text: required(string(), "The passage."),
  }),
  CodeInterpreterCall: object("Code that the model wrote and xAI ran.", {
    type: required(literal("code_interpreter_call"), "Kind of this item."),
    id: optional(string(), "Id of this item, to which a stream's events refer."),
    code: optional(string(), "The code."),
    outputs: optional(array(ref("CodeInterpreterOutput")), "What the code printed or drew.", early),
    name: optional(known("code_execution"), "Tool that ran.", flatCall),
    arguments: optional(string(), "Arguments of the tool, the code among them, as JSON text.", flatCall),
    call_id: optional(string(), "Id of the call, which may be an empty string.", flatCall),
    status: toolStatus,
  }),
  CodeInterpreterOutput: named(
    "One output of code that ran.",
    union(
      fields({
        type: required(literal("logs"), "Printed text."),
        logs: required(string(), "The text."),
      }),
      fields({
        type: required(literal("image"), "A drawn image."),
        url: required(string(), "Address of the image."),
      }),
    ),
  ),
  McpCall: object("A call of a tool on an MCP server, which xAI made.", {
    type: required(literal("mcp_call"), "Kind of this item."),
    id: optional(string(), "Id of this item, to which a stream's events refer."),
    server_label: optional(string(), "`server_label` of the server, as the request gave it.", early),
    name: required(string(), "Tool that was called."),
    arguments: optional(string(), "Arguments as JSON text.", early),
    output: optional(string(), "What the tool returned.", early),
    error: optional(string(), "Why the call failed."),
    status: toolStatus,
  }),
  CustomToolCall: object(
    "A call of a tool with free-form input. X search arrives like this, run by xAI, under names such as `x_keyword_search`.",
    {
      type: required(literal("custom_tool_call"), "Kind of this item."),
      id: required(string(), "Id of this item, to which a stream's events refer."),
      call_id: required(string(), "Id of the call."),
      name: required(
        known("x_keyword_search", "x_semantic_search", "x_user_search", "x_thread_fetch", "view_x_video"),
        "Tool that was called.",
      ),
      input: optional(
        string(),
        "Input of the tool, JSON text for X search; empty when a stream announces the call.",
      ),
      status,
    },
  ),
  ShellCall: object("Commands that the model wants the caller to run in its own shell.", {
    type: required(literal("shell_call"), "Kind of this item."),
    id: optional(string(), "Id of this item, to which a stream's events refer."),
    call_id: required(string(), "Id of the call, which the result repeats."),
    action: required(ref("ShellCallAction"), "The commands and their limits."),
    environment: optional(nullable(ref("ShellEnvironment")), "Environment to run them in."),
    status,
  }),
  ShellCallAction: object("Shell commands and their limits.", {
    commands: required(array(string()), "Commands to run."),
    timeout_ms: optional(nullable(int64()), "Time for the commands, in milliseconds."),
    max_output_length: optional(nullable(int32()), "Most characters of output to return for each command."),
    type: optional(nullable(known("exec")), "Kind of the action."),
  }),
  ShellCallOutput: object("Result of shell commands that the caller ran.", {
    type: required(literal("shell_call_output"), "Kind of this item."),
    call_id: required(string(), "`call_id` of the call that this answers."),
    output: required(array(ref("ShellCallOutputResult")), "One result for each command."),
    max_output_length: optional(nullable(int32()), "`max_output_length` of the call, repeated."),
  }),
  ShellCallOutputResult: object("Result of one shell command.", {
    outcome: required(ref("ShellCallOutcome"), "How the command ended."),
    stdout: optional(string(), "What it wrote to standard output."),
    stderr: optional(string(), "What it wrote to standard error."),
  }),
  ShellCallOutcome: named(
    "How a shell command ended.",
    union(
      fields({
        type: required(literal("exit"), "The command ended by itself."),
        exit_code: required(int32(), "Its exit code."),
      }),
      fields({ type: required(literal("timeout"), "The command ran out of time.") }),
    ),
  ),
  ShellEnvironment: object("Where shell commands run.", {
    type: required(known("local"), "Kind of the environment; the caller's own machine is the only one."),
    skills: optional(array(ref("LocalShellSkill")), "Skills that stand ready there."),
  }),
  LocalShellSkill: object("A skill in a local shell environment.", {
    name: required(string(), "Name of the skill."),
    description: required(string(), "What the skill does, for the model to choose by."),
    path: required(string(), "Folder that holds the skill's `SKILL.md`."),
  }),
  ImageGenerationCall: object("An image that the model had xAI draw.", {
    type: required(literal("image_generation_call"), "Kind of this item."),
    id: optional(string(), "Id of this item, to which a stream's events refer."),
    prompt: optional(nullable(string()), "Prompt of the image."),
    result: optional(nullable(string()), "The image, once it is drawn."),
    status: toolStatus,
  }),
  ToolSearchCall: object("A search for tools whose definitions were deferred.", {
    type: required(literal("tool_search_call"), "Kind of this item."),
    id: required(string(), "Id of this item, to which a stream's events refer."),
    call_id: optional(nullable(string()), "Id of the call."),
    execution: optional(known("server", "client"), "Which side searches."),
    arguments: optional(any(), "What is searched for."),
    status,
  }),
  ToolSearchOutput: object("Tools that a search for deferred tools found.", {
    type: required(literal("tool_search_output"), "Kind of this item."),
    id: required(string(), "Id of this item, to which a stream's events refer."),
    call_id: optional(nullable(string()), "Id of the call."),
    execution: optional(known("server", "client"), "Which side searched."),
    tools: optional(array(any()), "Definitions of the tools that the model may call from here on."),
    status,
  }),
  CompactionOutputItem: object(
    "A conversation that `POST /v1/responses/compact` shortened, for use as input.",
    {
      type: required(literal("compaction"), "Kind of this item."),
      id: optional(nullable(string()), "Id of the compaction, such as `cmp_…`."),
      encrypted_content: required(
        string(),
        "The conversation in encrypted form. Opaque: send it back as it came.",
      ),
    },
  ),

  ModelTool: named(
    "A tool that the model may call, told apart by `type`.",
    union(
      merge(
        ref("FunctionDefinition"),
        fields({ type: required(literal("function"), "A function that the caller runs.") }),
      ),
      fields({
        type: required(literal("web_search"), "Search of the web, run by xAI."),
        allowed_domains: optional(
          nullable(array(string(), { max: 5 })),
          "Only these domains are searched. Not together with `excluded_domains`.",
        ),
        excluded_domains: optional(
          nullable(array(string(), { max: 5 })),
          "These domains are not searched. Not together with `allowed_domains`.",
        ),
        enable_image_understanding: optional(
          nullable(boolean()),
          "Whether the model looks at images it meets.",
        ),
        enable_image_search: optional(nullable(boolean()), "Whether images are searched, too."),
        filters: optional(nullable(ref("WebSearchFilters")), "Another place for the two lists of domains."),
        search_context_size: optional(
          nullable(known("low", "medium", "high")),
          "How much search material the model reads. xAI documents both that it is taken and that it is refused.",
          {
            default: "medium",
            differs: "The reference states this field twice, the second time without its default.",
          },
        ),
        user_location: optional(
          nullable(ref("WebSearchUserLocation")),
          "Where the end user is. xAI documents both that it is taken and that it is refused.",
        ),
        external_web_access: optional(
          nullable(boolean()),
          "Part of OpenAI's form of the tool; xAI refuses requests that set it.",
        ),
      }),
      fields({
        type: required(literal("x_search"), "Search of posts, people and threads on X, run by xAI."),
        allowed_x_handles: optional(
          nullable(array(string(), { max: 10 })),
          "Only posts of these handles, without `@`. Not together with `excluded_x_handles`.",
        ),
        excluded_x_handles: optional(
          nullable(array(string(), { max: 10 })),
          "No posts of these handles, without `@`. Not together with `allowed_x_handles`.",
        ),
        from_date: optional(nullable(date()), "First day of the posts."),
        to_date: optional(nullable(date()), "Last day of the posts."),
        enable_image_understanding: optional(
          nullable(boolean()),
          "Whether the model looks at images in posts.",
        ),
        enable_video_understanding: optional(
          nullable(boolean()),
          "Whether the model watches videos in posts.",
        ),
      }),
      fields({
        type: required(literal("image_generation"), "Drawing of images, run by xAI."),
        action: optional(nullable(known("auto")), "What to do with images; `auto` leaves it to the model."),
      }),
      fields({
        type: required(literal("file_search"), "Search of collections, run by xAI."),
        vector_store_ids: required(array(string(), { max: 10 }), "Ids of the collections to search."),
        max_num_results: optional(nullable(int32({ min: 1 })), "Most passages that a search returns."),
        filters: optional(any(), "Part of OpenAI's form of the tool; xAI refuses requests that set it."),
        ranking_options: optional(
          any(),
          "Part of OpenAI's form of the tool; xAI refuses requests that set it.",
        ),
      }),
      fields({
        type: required(literal("code_interpreter"), "Code that the model writes, run by xAI."),
        container: optional(any(), "Part of OpenAI's form of the tool; xAI refuses requests that set it."),
      }),
      fields({
        type: required(literal("mcp"), "Tools of an MCP server, called by xAI."),
        server_url: required(string(), "Address of the server."),
        server_label: required(string(), "Name by which the calls refer to the server."),
        server_description: optional(nullable(string()), "What the server is for, told to the model."),
        allowed_tools: optional(
          nullable(array(string())),
          "Only these tools of the server; all of them when left out.",
        ),
        authorization: optional(
          nullable(string()),
          "Token that xAI sends to the server in the `Authorization` header.",
        ),
        headers: optional(nullable(record(string())), "Further headers that xAI sends to the server."),
        defer_loading: optional(
          nullable(boolean()),
          "Whether the tools stay out of the context until `tool_search` finds them.",
        ),
        require_approval: optional(
          nullable(known("never")),
          "Part of OpenAI's form of the tool; the API has no way to ask for approval.",
        ),
        connector_id: optional(
          nullable(string()),
          "Part of OpenAI's form of the tool; xAI reaches servers by `server_url`.",
        ),
      }),
      fields({
        type: required(literal("shell"), "Shell commands, run by the caller."),
        environment: required(ref("ShellEnvironment"), "Where the commands run."),
      }),
      fields({
        type: required(literal("tool_search"), "Search for the tools that set `defer_loading`."),
        execution: optional(nullable(known("server", "client")), "Which side searches."),
      }),
    ),
  ),
  ModelToolChoice: named(
    "Which tools the model calls: `auto` as it sees fit, `none`, `required` at least one, or one named function. Tools that xAI runs cannot be forced.",
    union(
      known("auto", "none", "required"),
      fields({
        type: required(literal("function"), "One function is called in any case."),
        name: required(string(), "Name of that function."),
      }),
    ),
  ),
  WebSearchFilters: object("Domains of a web search.", {
    allowed_domains: optional(
      nullable(array(string(), { max: 5 })),
      "Only these domains are searched, written as `example.com`. Not together with `excluded_domains`.",
    ),
    excluded_domains: optional(
      nullable(array(string(), { max: 5 })),
      "These domains are not searched, written as `example.com`. Not together with `allowed_domains`.",
    ),
  }),
  WebSearchUserLocation: object("Where the end user of a web search is, roughly.", {
    type: required(known("approximate"), "Kind of the location."),
    country: optional(nullable(string()), "Country as a two-letter ISO 3166-1 code, such as `US`."),
    region: optional(nullable(string()), "State or region."),
    city: optional(nullable(string()), "City."),
    timezone: optional(nullable(string()), "IANA time zone, such as `Europe/London`."),
  }),
  ModelResponseConfiguration: object("Form of the answer.", {
    format: optional(
      nullable(ref("ModelResponseFormat")),
      "Plain text, any JSON, or JSON that fits a schema.",
    ),
  }),
  ModelResponseFormat: named(
    "Whether an answer is text or JSON.",
    union(
      fields({ type: required(literal("text"), "Plain text.") }),
      fields({
        type: required(
          literal("json_object"),
          "Any JSON; kept for older clients, `json_schema` is the better choice.",
        ),
      }),
      fields({
        type: required(literal("json_schema"), "JSON that fits a schema."),
        schema: required(any(), "JSON Schema of the answer."),
        name: optional(nullable(string()), "Name of the schema; taken for compatibility and without effect."),
        description: optional(
          nullable(string()),
          "What the answer is; taken for compatibility and without effect.",
        ),
        strict: optional(nullable(boolean()), "Taken for compatibility and without effect."),
      }),
    ),
  ),

  ModelUsage: object("Tokens and cost of a response.", {
    input_tokens: required(int32(), "Tokens that the model read, over all rounds of tool use."),
    output_tokens: required(int32(), "Tokens that the model wrote, reasoning included."),
    total_tokens: optional(int32(), "Tokens read and written.", partial),
    input_tokens_details: optional(ref("InputTokensDetails"), "Of which kind the tokens read were.", partial),
    output_tokens_details: optional(
      ref("OutputTokensDetails"),
      "Of which kind the tokens written were.",
      partial,
    ),
    context_details: optional(
      nullable(ref("ContextDetails")),
      "Size of the context in the last round of tool use: for information, not for the bill.",
    ),
    num_server_side_tools_used: optional(int32(), "How many calls xAI ran itself.", partial),
    server_side_tool_usage_details: optional(
      nullable(ref("ServerSideToolUsageDetails")),
      "The same by tool.",
    ),
    num_sources_used: optional(int32(), "Sources of Live Search, which is shut down.", partial),
    cost_in_usd_ticks: optional(nullable(int64()), "Cost in ticks; 10,000,000,000 ticks are one US dollar."),
    cost_in_nano_usd: optional(nullable(int64()), "Cost in nanodollars; 1,000,000,000 are one US dollar."),
  }),
  InputTokensDetails: object("Kinds of the tokens that a model read.", {
    cached_tokens: optional(int32(), "Tokens that came from the cache at a lower price.", partial),
  }),
  OutputTokensDetails: object("Kinds of the tokens that a model wrote.", {
    reasoning_tokens: optional(int32(), "Tokens of thought.", partial),
  }),
  ContextDetails: object("Size of the context in the last round of tool use, or of the only round.", {
    input_tokens: required(int32(), "Tokens that the model read in that round."),
    output_tokens: required(int32(), "Tokens that the model wrote in that round, reasoning included."),
  }),
  IncompleteDetails: object(
    "Why a response stopped early.",
    {
      reason: required(
        known("max_output_tokens", "max_prompt_tokens", "max_time_limit"),
        "Limit that was reached: length of the answer, length of the prompt, or time.",
      ),
    },
    {
      differs:
        "One object with an open set of reasons in place of one object for each reason, because sets grow.",
    },
  ),

  DeleteStoredCompletionResponse: object("Answer to `DELETE /v1/responses/{response_id}`.", {
    id: required(string(), "Id of the response."),
    object: required(known("response"), "Kind of what was deleted."),
    deleted: required(boolean(), "Whether it is gone."),
  }),
  ListInputItemsResponse: object(
    "Answer to `GET /v1/responses/{response_id}/input_items`: one page of items.",
    {
      object: required(known("list"), "Kind of this object."),
      data: required(array(ref("InputItemEntry")), "Items of this page."),
      has_more: required(boolean(), "Whether there are more items after `last_id`."),
      first_id: optional(nullable(string()), "Id of the first item of this page."),
      last_id: optional(
        nullable(string()),
        "Id of the last item of this page, which `after` takes for the next one.",
      ),
    },
  ),
  InputItemEntry: named(
    "An item of a stored response's input, with its id.",
    merge(
      ref("ModelInputPart"),
      fields({ id: required(string(), "Id of the item, stable within the response.") }),
    ),
  ),
  CompactRequest: object("Body of `POST /v1/responses/compact`.", {
    model: required(ref("ModelId"), "Model that writes the summary."),
    input: required(ref("ModelInput"), "The whole conversation, as it would be sent to `/v1/responses`."),
  }),
  CompactResponse: object("Answer of `POST /v1/responses/compact`: the conversation in one encrypted item.", {
    id: required(string(), "Id of the compaction, such as `cmp_…`."),
    object: required(known("response.compaction"), "Kind of this object."),
    created_at: required(int64(), "When it was made, in Unix seconds."),
    model: required(string(), "Model that wrote the summary."),
    output: required(
      array(ref("ModelInputPart")),
      "One compaction item. The next input starts with it, unchanged, and goes on with the new message.",
    ),
    usage: optional(nullable(ref("CompactUsage")), "Tokens of the compaction."),
  }),
  CompactUsage: object("Tokens of a compaction.", {
    input_tokens: required(int32(), "Tokens of the conversation before."),
    output_tokens: required(int32(), "Tokens of the compacted conversation."),
    total_tokens: required(int32(), "Tokens read and written, reasoning included."),
    input_tokens_details: optional(
      ref("CompactUsageInputTokensDetails"),
      "Of which kind the tokens read were.",
      {
        differs: "Optional like the other details of usage.",
      },
    ),
    output_tokens_details: optional(
      ref("CompactUsageOutputTokensDetails"),
      "Of which kind the tokens written were.",
      {
        differs: "Optional like the other details of usage.",
      },
    ),
    dropped_message_count: optional(int32(), "Messages that the summary stands for.", {
      differs: "Optional like the other details of usage.",
    }),
  }),
  CompactUsageInputTokensDetails: object("Kinds of the tokens that a compaction read.", {
    cached_tokens: required(int32(), "Tokens that came from the cache."),
  }),
  CompactUsageOutputTokensDetails: object("Kinds of the tokens that a compaction wrote.", {
    reasoning_tokens: required(int32(), "Tokens of thought."),
  }),
};
