import {
  any,
  array,
  boolean,
  fields,
  float,
  int32,
  int64,
  known,
  literal,
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

const needed = "The API answers 422 when it is missing; the reference forgets to mark it required.";
const prose = "The reference states the bound in prose only.";
const partial = "Captures omit it.";

export const chat: Area = {
  ChatRequest: object("Asks a model to continue a conversation.", {
    model: required(ref("ModelId"), "Model to ask.", { differs: needed }),
    messages: required(array(ref("Message")), "The conversation so far, oldest first.", { differs: needed }),
    stream: optional(
      nullable(boolean()),
      "Sends the answer piece by piece as server-sent events, closed by `[DONE]`, instead of as one body.",
      { default: false },
    ),
    stream_options: optional(nullable(ref("StreamOptions")), "Settings for `stream`."),
    max_completion_tokens: optional(
      nullable(int32()),
      "Ceiling on the visible tokens of the answer; reasoning and tool calls do not count. Without it the context window is the limit.",
    ),
    max_tokens: optional(nullable(int32()), "Former name of `max_completion_tokens`.", { deprecated: true }),
    temperature: optional(
      nullable(float({ min: 0, max: 2 })),
      "Randomness: low values keep to the likeliest words, high ones vary. Change this or `top_p`, not both.",
      { default: 1 },
    ),
    top_p: optional(
      nullable(float({ above: 0, max: 1 })),
      "Draws only from the likeliest tokens that together reach this probability.",
      { default: 1 },
    ),
    reasoning_effort: optional(
      nullable(known("none", "low", "medium", "high", "xhigh")),
      "How much the model thinks first. Efforts and default differ by model (see its `capabilities`); a model that takes none answers 400.",
    ),
    tools: optional(
      nullable(array(ref("Tool"), { max: 350 })),
      "Functions that the model may ask for; xAI's own tools are for the Responses API.",
    ),
    tool_choice: optional(nullable(ref("ToolChoice")), "Whether and which tool has to be used."),
    parallel_tool_calls: optional(
      nullable(boolean()),
      "`false` holds the model to one tool call at a time.",
      {
        default: true,
      },
    ),
    response_format: optional(nullable(ref("ResponseFormat")), "Form of the answer: free text or JSON."),
    n: optional(
      nullable(int32({ min: 1 })),
      "Number of alternative answers; the tokens of all of them are billed.",
      { default: 1 },
    ),
    stop: optional(
      nullable(array(string(), { max: 4 })),
      "Texts at which the answer ends; reasoning models refuse the field.",
      { differs: prose },
    ),
    seed: optional(
      nullable(int32()),
      "Makes equal requests give equal answers as far as possible, while `system_fingerprint` stays the same.",
    ),
    frequency_penalty: optional(
      nullable(float({ min: -2, max: 2 })),
      "Above 0, words count against themselves the more often they occurred; reasoning models refuse the field.",
      { default: 0 },
    ),
    presence_penalty: optional(
      nullable(float({ min: -2, max: 2 })),
      "Above 0, words count against themselves once they occurred; `grok-3` and reasoning models refuse the field.",
      { default: 0 },
    ),
    logprobs: optional(
      nullable(boolean()),
      "Adds the likelihood of every token to the answer; `grok-4.20` and newer ignore it.",
      { default: false },
    ),
    top_logprobs: optional(
      nullable(int32({ min: 0, max: 8 })),
      "Number of likeliest tokens to list at each position, with `logprobs` only; `grok-4.20` and newer ignore it.",
    ),
    logit_bias: optional(
      nullable(record(float({ min: -100, max: 100 }))),
      "Weight added to tokens, by token id; the API does not support it yet.",
      { differs: prose },
    ),
    deferred: optional(
      nullable(boolean()),
      "Answers at once with a `request_id` while the model works; the result can be fetched once, within 24 hours.",
      { default: false },
    ),
    service_tier: optional(
      nullable(known("auto", "priority", "fast")),
      "Lane to be served in, which changes waiting time and price.",
      { differs: "Requests take `auto`, which the reference's shared enum lacks; answers say `default`." },
    ),
    prompt_cache_key: optional(
      nullable(string()),
      "Leads requests that begin alike to the same cache; does the same as the header `x-grok-conv-id`.",
    ),
    user: optional(nullable(string()), "Your id for the end user, which helps xAI to spot abuse."),
    safety_identifier: optional(
      nullable(string()),
      "Stable id for the end user by which abuse can be traced.",
    ),
    search_parameters: optional(
      nullable(ref("SearchParameters")),
      "Live Search, which is switched off: with it the API answers 410.",
      { deprecated: true },
    ),
    web_search_options: optional(
      nullable(ref("WebSearchOptions")),
      "OpenAI's way to set up a search, mapped onto Live Search, which is switched off.",
      { deprecated: true },
    ),
  }),
  ChatResponse: object("A model's whole answer.", {
    id: required(string(), "Identifies the answer."),
    object: required(known("chat.completion"), "Tag of the object."),
    created: required(int64(), "Unix seconds at which the answer was made."),
    model: required(string(), "Model that answered."),
    choices: required(array(ref("Choice")), "The answers, as many as `n` asked for."),
    usage: optional(nullable(ref("Usage")), "Tokens used and the bill."),
    citations: optional(nullable(array(string())), "Addresses of the pages that the answer drew on."),
    output_files: optional(
      nullable(array(ref("OutputFile"))),
      "Files that server-side tools made, when `code_execution_files_output` was included.",
    ),
    service_tier: optional(ref("ServiceTier"), "Lane in which it was served.", { differs: partial }),
    system_fingerprint: optional(nullable(string()), "Identifies the configuration that answered."),
  }),
  ChatResponseChunk: object("A piece of a streamed answer; all pieces share one `id`.", {
    id: required(string(), "Identifies the answer."),
    object: required(known("chat.completion.chunk"), "Tag of the object."),
    created: required(int64(), "Unix seconds at which the piece was made."),
    model: required(string(), "Model that answers."),
    choices: required(
      array(ref("ChoiceChunk")),
      "What is new in each answer; empty in the closing chunk that carries `usage`.",
    ),
    usage: optional(
      nullable(ref("Usage")),
      "Tokens used and the bill for the whole answer, in the last chunk when `include_usage` asked for it.",
    ),
    citations: optional(
      nullable(array(string())),
      "Addresses of the pages that the answer drew on, in the last chunk only.",
    ),
    output_files: optional(
      nullable(array(ref("OutputFile"))),
      "Files that server-side tools made, in the last chunk only.",
    ),
    service_tier: optional(ref("ServiceTier"), "Lane in which it is served.", { differs: partial }),
    system_fingerprint: optional(nullable(string()), "Identifies the configuration that answers."),
  }),
  Choice: object("One of the answers to a request.", {
    index: required(int32(), "Position among the answers, from 0."),
    message: required(ref("ChoiceMessage"), "What the model said or wants called."),
    finish_reason: optional(
      nullable(known("stop", "length", "tool_calls", "end_turn")),
      "Why it ended: on its own or at a `stop` text, at the token ceiling, or to have tools called.",
    ),
    logprobs: optional(nullable(ref("LogProbs")), "Likelihood of its tokens, when `logprobs` asked for it."),
  }),
  ChoiceChunk: object("What a piece of a stream adds to one of the answers.", {
    index: required(int32(), "Position of the answer among all, from 0."),
    delta: required(ref("Delta"), "What is new."),
    finish_reason: optional(
      nullable(known("stop", "length", "tool_calls", "end_turn")),
      "Why the answer ended; absent or null until its last piece.",
    ),
    logprobs: optional(
      nullable(ref("LogProbs")),
      "Likelihood of the new tokens, when `logprobs` asked for it.",
    ),
  }),
  ChoiceMessage: object("What the model said.", {
    role: required(literal("assistant"), "Who speaks: always the model."),
    content: optional(
      nullable(string()),
      "The visible answer; empty when the model only wants tools called.",
    ),
    reasoning_content: optional(nullable(string()), "The model's thinking, from models that show it."),
    tool_calls: optional(
      nullable(array(ref("ToolCall"))),
      "Functions to run before the conversation goes on.",
    ),
    refusal: optional(nullable(string()), "Why the model declined; null when it did not."),
  }),
  Delta: object("What is new in an answer: strings are appended to what came before.", {
    role: optional(nullable(known("assistant")), "Who speaks; in the first piece only."),
    content: optional(nullable(string()), "Next part of the visible answer."),
    reasoning_content: optional(
      nullable(string()),
      "Next part of the model's thinking, which precedes the answer.",
    ),
    tool_calls: optional(
      nullable(array(ref("ToolCall"))),
      "Functions to run; each comes whole in a single piece, with complete arguments.",
    ),
    images: optional(nullable(array(string())), "Pictures that the model made, one string each."),
  }),
  Message: named(
    "A turn of the conversation; `role` says whose.",
    union(
      fields({
        role: required(literal("system"), "Instructions that stand above the conversation."),
        content: required(ref("Content"), "The instructions."),
        name: optional(nullable(string()), "Your id for the end user, which helps xAI to spot abuse."),
      }),
      fields({
        role: required(literal("user"), "What the person says."),
        content: required(ref("Content"), "Text, pictures and files."),
        name: optional(nullable(string()), "Your id for the end user, which helps xAI to spot abuse."),
      }),
      fields({
        role: required(literal("assistant"), "What the model said before."),
        content: optional(
          nullable(ref("Content")),
          "Its visible answer; empty content has been refused with 400.",
        ),
        reasoning_content: optional(nullable(string()), "Its thinking, as it came with the answer."),
        refusal: optional(nullable(string()), "Why it declined, as it came with the answer.", {
          differs: "Answers carry it, so that a message put back as it came has it.",
        }),
        tool_calls: optional(
          nullable(array(replayed("ToolCall"))),
          "The calls it made, unchanged; a `tool` message answers each.",
        ),
        name: optional(nullable(string()), "Your id for the end user, which helps xAI to spot abuse."),
      }),
      fields({
        role: required(literal("tool"), "What a function returned."),
        content: required(ref("Content"), "The result, usually as JSON text."),
        tool_call_id: optional(nullable(string()), "The `id` of the call that this answers."),
      }),
      fields({
        role: required(
          literal("function"),
          "What a function returned, in the form that `tool` has replaced.",
        ),
        content: required(ref("Content"), "The result."),
        name: optional(nullable(string()), "Your id for the end user, which helps xAI to spot abuse."),
      }),
    ),
  ),
  Content: named(
    "A plain text, or parts of several kinds in order.",
    union(string(), array(ref("ContentPart"))),
  ),
  ContentPart: object("One part of a message: the field named like its `type` holds the content.", {
    type: required(known("text", "image_url", "file"), "What the part is."),
    text: optional(nullable(string()), "The words of a `text` part."),
    image_url: optional(
      nullable(ref("ImageUrl")),
      "The picture of an `image_url` part, for models that see.",
    ),
    file: optional(nullable(ref("FileRef")), "The attachment of a `file` part."),
  }),
  FileRef: object("An attached file, by id or by address.", {
    file_id: optional(nullable(string()), "A file in the Files API."),
    url: optional(nullable(string()), "Public address of a file, instead of `file_id`."),
  }),
  Tool: named(
    "Something the model may use: a function of yours. Live Search, the other kind, is switched off.",
    union(
      fields({
        type: required(literal("function"), "A function that you run."),
        function: required(ref("FunctionDefinition"), "Its name, purpose and arguments."),
      }),
      fields({
        type: required(literal("live_search"), "Live Search, to which the API now answers 410."),
        sources: required(array(ref("SearchSource")), "Where to look."),
      }),
    ),
  ),
  ToolCall: object("The model's wish to have a function run.", {
    id: required(string(), "Goes into the `tool_call_id` of the message that brings the result."),
    function: required(ref("Function"), "What to run."),
    type: optional(
      nullable(known("function", "web_search_call", "x_search_call", "code_interpreter_call", "mcp_call")),
      "`function` is yours to run; calls of other types have been run by xAI.",
    ),
    index: optional(nullable(int32()), "Position among the calls of the answer."),
  }),
  ToolChoice: named(
    "`none` keeps tools unused, `auto` leaves it to the model, `required` asks for at least one call, an object for that function.",
    union(
      known("none", "auto", "required"),
      fields({
        type: required(literal("function"), "Picks a function by name."),
        function: optional(nullable(ref("FunctionChoice")), "The function to call."),
      }),
    ),
  ),
  Function: object("A function call as the model wrote it.", {
    name: required(string(), "Function to run."),
    arguments: required(string(), "Arguments as JSON text; models err, so check before use."),
  }),
  FunctionCall: object("A function with its arguments; no endpoint uses this shape.", {
    name: required(string(), "Function to run."),
    arguments: required(string(), "Arguments as JSON text."),
  }),
  FunctionChoice: object("The function that has to be called.", {
    name: required(string(), "Name from its definition in `tools`."),
  }),
  ResponseFormat: named(
    "Form of an answer.",
    union(
      fields({ type: required(literal("text"), "Free text.") }),
      fields({
        type: required(literal("json_object"), "JSON of any shape, from the time before `json_schema`."),
      }),
      fields({
        type: required(literal("json_schema"), "JSON that follows a schema."),
        json_schema: required(
          fields({
            name: optional(string(), "What the result is called."),
            schema: required(
              any(),
              "JSON Schema of the result; bounds on lengths and item counts have been rejected or ignored.",
            ),
            description: optional(nullable(string()), "Tells the model what the result is for."),
            strict: optional(nullable(boolean()), "Asks for exact adherence to the schema."),
          }),
          "The schema and what it is called.",
          {
            differs: "The reference leaves the type open and names `schema` in prose; clients send the rest.",
          },
        ),
      }),
    ),
  ),
  StartDeferredChatResponse: object("Receipt for a deferred answer.", {
    request_id: required(string(), "Fetches the answer: once, within 24 hours."),
  }),
};
