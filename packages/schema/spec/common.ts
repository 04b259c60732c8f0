import {
  any,
  array,
  boolean,
  country,
  date,
  fields,
  float,
  int32,
  int64,
  known,
  literal,
  named,
  nullable,
  object,
  oneOf,
  optional,
  record,
  ref,
  required,
  string,
  union,
  type Area,
} from "./notation.ts";

const growing = "Accounting detail that varies by model and over time; the answer is whole without it.";
const examplesOmitIt = "Examples in the reference omit it although it is marked required there.";
const prose = "The reference states the bound in prose only.";
const fromClients = "Accepted by the API according to its published clients.";

export const common: Area = {
  ServiceTier: named(
    "The lane that served a request; `priority` and `fast` are billed differently from `default`.",
    oneOf("default", "priority", "fast"),
  ),
  TokenLogProb: object("One generated token with its likelihood and that of its rivals.", {
    token: required(string(), "Text of the token."),
    logprob: required(float(), "Natural logarithm of the probability with which it was chosen."),
    bytes: optional(nullable(array(int32({ min: 0 }))), "The token's text as bytes."),
    top_logprobs: optional(
      array(ref("TopLogProb")),
      "The likeliest tokens for this position, as many as `top_logprobs` asked for.",
      { differs: growing },
    ),
  }),
  TopLogProb: object("A token that could have stood at a position.", {
    token: required(string(), "Text of the candidate."),
    logprob: required(float(), "Natural logarithm of the candidate's probability."),
    bytes: optional(nullable(array(int32({ min: 0 }))), "The candidate's text as bytes."),
  }),
  LogProbs: object("Likelihoods of the tokens of one answer; `grok-4.20` and newer never send them.", {
    content: optional(
      nullable(array(ref("TokenLogProb"))),
      "One entry for each token of the message, in order.",
    ),
  }),
  SearchParameters: object(
    "Settings of Live Search, which is switched off: the API answers such requests with 410.",
    {
      mode: optional(
        nullable(known("off", "on", "auto")),
        "Whether to search never (`off`), always (`on`) or when the model sees a need (`auto`).",
        { default: "auto" },
      ),
      sources: optional(nullable(array(ref("SearchSource"))), "Where to look; without it, the web and X."),
      max_search_results: optional(
        nullable(int32({ min: 1, max: 30 })),
        "Ceiling on the results that are used.",
        {
          default: 15,
        },
      ),
      from_date: optional(nullable(date()), "Earliest day of results."),
      to_date: optional(nullable(date()), "Latest day of results."),
      return_citations: optional(
        nullable(boolean()),
        "Whether the answer lists the pages it drew on in `citations`.",
        {
          default: true,
        },
      ),
    },
  ),
  SearchSource: named(
    "One place for Live Search to look.",
    union(
      fields({
        type: required(literal("x"), "Looks through posts on X."),
        included_x_handles: optional(nullable(array(string())), "Only posts by these accounts count."),
        excluded_x_handles: optional(nullable(array(string())), "Posts by these accounts are left out."),
        post_favorite_count: optional(nullable(int32()), "Fewest likes a post must have."),
        post_view_count: optional(nullable(int32()), "Fewest views a post must have."),
        x_handles: optional(nullable(array(string())), "Former name of `included_x_handles`.", {
          deprecated: true,
        }),
      }),
      fields({
        type: required(literal("web"), "Looks on the web."),
        allowed_websites: optional(
          nullable(array(string(), { max: 5 })),
          "Only these sites are searched; cannot be combined with `excluded_websites`.",
        ),
        excluded_websites: optional(
          nullable(array(string(), { max: 5 })),
          "Sites to leave out, as bare domains without scheme or subdomain; cannot be combined with `allowed_websites`.",
        ),
        country: optional(nullable(country()), "Limits results to this country."),
        safe_search: optional(
          nullable(boolean()),
          "Leaves out mature content, as happens unless this is `false`.",
        ),
      }),
      fields({
        type: required(literal("news"), "Looks through news sites."),
        excluded_websites: optional(
          nullable(array(string(), { max: 5 })),
          "Sites to leave out, as bare domains without scheme or subdomain.",
        ),
        country: optional(nullable(country()), "Limits results to this country."),
        safe_search: optional(
          nullable(boolean()),
          "Leaves out mature content, as happens unless this is `false`.",
        ),
      }),
      fields({
        type: required(literal("rss"), "Reads an RSS feed."),
        links: required(array(string(), { min: 1, max: 1 }), "Address of the feed."),
      }),
    ),
  ),
  FunctionDefinition: object("A function of yours that the model may ask you to call.", {
    name: required(string(), "What the model calls it by; comes back in each tool call."),
    description: optional(nullable(string()), "Tells the model what the function does and when to use it."),
    parameters: required(
      record(any()),
      'JSON Schema of the arguments, as an object; `{ type: "object", properties: {} }` for a function without any.',
      { differs: "The reference leaves the type open; the API takes a JSON Schema object." },
    ),
    strict: optional(nullable(boolean()), "Accepted for compatibility and without effect."),
    defer_loading: optional(
      nullable(boolean()),
      "Keeps the definition out of the model's context until a tool search brings it up.",
    ),
  }),
  StreamOptions: object("Settings for a streamed answer.", {
    include_usage: required(
      boolean(),
      "Whether one more chunk, with empty `choices` and the `usage` of the whole answer, comes just before `[DONE]`.",
    ),
  }),
  OutputFile: object("A file that a server-side tool produced while answering.", {
    file_id: required(string(), "Where the Files API keeps it."),
    name: required(string(), "Name to show to a person."),
  }),
  Usage: object("What a chat or completion request used and cost.", {
    prompt_tokens: required(int32(), "Tokens of the input, cached ones included."),
    completion_tokens: required(
      int32(),
      "Tokens of the visible answer; reasoning is counted in `completion_tokens_details` and not in here.",
    ),
    total_tokens: required(int32(), "Input, visible answer and reasoning together."),
    cost_in_usd_ticks: optional(
      int64(),
      "What the request is billed, in USD ticks: 10,000,000,000 to the dollar.",
      { differs: examplesOmitIt },
    ),
    prompt_tokens_details: optional(ref("PromptUsageDetail"), "The input by kind of token.", {
      differs: growing,
    }),
    completion_tokens_details: optional(ref("CompletionUsageDetail"), "The output by kind of token.", {
      differs: growing,
    }),
    server_side_tool_usage_details: optional(
      nullable(ref("ServerSideToolUsageDetails")),
      "How often each of xAI's own tools ran.",
    ),
    num_sources_used: optional(int32(), "Sources that Live Search drew on; 0 since that service ended.", {
      differs: examplesOmitIt,
    }),
  }),
  CompletionUsageDetail: object("Output tokens by kind.", {
    reasoning_tokens: optional(int32(), "Spent on thinking, billed in addition to `completion_tokens`.", {
      differs: growing,
    }),
    audio_tokens: optional(int32(), "Generated as sound.", { differs: growing }),
    accepted_prediction_tokens: optional(int32(), "Predicted by the request and found in the answer.", {
      differs: growing,
    }),
    rejected_prediction_tokens: optional(int32(), "Predicted by the request and not found in the answer.", {
      differs: growing,
    }),
  }),
  PromptUsageDetail: object("Input tokens by kind.", {
    text_tokens: optional(int32(), "Read as text, from the cache or not.", { differs: growing }),
    image_tokens: optional(int32(), "Read from pictures.", { differs: growing }),
    audio_tokens: optional(int32(), "Read from sound.", { differs: growing }),
    cached_tokens: optional(
      int32(),
      "Reused from earlier requests at the cached price; has been seen to exceed `prompt_tokens`.",
      { differs: growing },
    ),
  }),
  ServerSideToolUsageDetails: object("How often each of xAI's own tools ran for a request.", {
    web_search_calls: optional(int32(), "Searches of the web.", { differs: growing }),
    x_search_calls: optional(int32(), "Searches of X.", { differs: growing }),
    x_posts_fetched: optional(int32(), "Posts read from X.", { differs: growing }),
    x_users_fetched: optional(int32(), "Profiles read from X.", { differs: growing }),
    code_interpreter_calls: optional(int32(), "Runs of code.", { differs: growing }),
    file_search_calls: optional(int32(), "Searches of collections of files.", { differs: growing }),
    document_search_calls: optional(int32(), "Searches of documents.", { differs: growing }),
    mcp_calls: optional(int32(), "Calls to MCP servers.", { differs: growing }),
    image_generation_calls: optional(int32(), "Pictures asked of the image tool.", { differs: growing }),
  }),
  WebSearchOptions: object("OpenAI's search settings, taken for compatibility and mapped onto Live Search.", {
    search_context_size: optional(
      nullable(known("low", "medium", "high")),
      "How much to search: translated into a ceiling on results.",
      { default: "medium" },
    ),
    filters: optional(any(), "Accepted and without effect."),
    user_location: optional(any(), "Accepted and without effect."),
  }),
  SortOrder: named(
    "Direction of a listing: oldest or smallest first (`asc`), or last (`desc`).",
    oneOf("asc", "desc"),
  ),
  StorageOptions: object("Keeps a generated image or video as a file in the Files API.", {
    filename: required(string(), "Name of the file to be made."),
    expires_after: optional(
      nullable(int64({ max: 2_592_000 })),
      "Seconds until the file is deleted; without it the file stays.",
      { differs: prose },
    ),
    public_url: optional(
      nullable(ref("PublicUrlInput")),
      "Also opens the file to anyone who has its address; without it the file is private.",
    ),
  }),
  PublicUrlInput: named(
    "`true` for a public address that lives as long as the file, `false` for none, or an object with its own lifetime.",
    union(boolean(), ref("PublicUrlOptions")),
  ),
  PublicUrlOptions: object("How long a stored file can be reached publicly.", {
    expires_after: optional(
      nullable(int64({ min: 3600, max: 2_592_000 })),
      "Seconds until the address stops working; without it, when the file expires, is deleted or the address is revoked.",
      { differs: prose },
    ),
  }),
  FileOutput: object("Where a generated image or video was stored.", {
    file_id: required(string(), "Handle of the file for the Files API."),
    filename: required(string(), "Name it was stored under."),
    expires_at: optional(nullable(int64()), "Unix seconds of its deletion; absent when it stays."),
    public_url: optional(
      nullable(string()),
      "Address open to anyone; present when one was asked for and made.",
    ),
    public_url_expires_at: optional(
      nullable(int64()),
      "Unix seconds at which the public address stops working; absent when it lasts as long as the file.",
    ),
    public_url_error: optional(
      nullable(string()),
      "Why no public address could be made; the file is stored all the same.",
    ),
  }),
  MediaUsage: object("What generating images or a video used and cost.", {
    cost_in_usd_ticks: optional(
      int64(),
      "What the request is billed, in USD ticks: 10,000,000,000 to the dollar.",
      { differs: growing },
    ),
    input_tokens: optional(nullable(int32()), "Tokens of the prompt and of the pictures with it."),
    input_tokens_details: optional(nullable(ref("MediaInputTokensDetails")), "The input by kind of token."),
    output_tokens: optional(nullable(int32()), "Tokens that were generated."),
    output_tokens_details: optional(
      nullable(ref("MediaOutputTokensDetails")),
      "The output by kind of token.",
    ),
    total_tokens: optional(nullable(int32()), "Input and output together."),
  }),
  MediaInputTokensDetails: object("Input tokens of a media request by kind.", {
    text_tokens: optional(int32(), "Read from the prompt's text.", { differs: growing }),
    image_tokens: optional(int32(), "Read from pictures.", { differs: growing }),
    cached_tokens: optional(int32(), "Reused from earlier requests.", { differs: growing }),
  }),
  MediaOutputTokensDetails: object("Output tokens of a media request by kind.", {
    image_tokens: optional(int32(), "Generated as picture.", { differs: growing }),
    text_tokens: optional(int32(), "Generated as text.", { differs: growing }),
    reasoning_tokens: optional(int32(), "Spent on thinking.", { differs: growing }),
  }),
  StartDeferredResponse: object("Receipt for work that goes on in the background.", {
    request_id: required(string(), "Ask for the result with this."),
  }),
  ImageUrl: object("A JPEG, PNG or WebP image, by address, inline or from the Files API.", {
    url: optional(
      string(),
      "Public address or base64 data URL of the image; needed unless `file_id` is given.",
    ),
    file_id: optional(nullable(string()), "A fully uploaded image in the Files API, instead of `url`."),
    detail: optional(known("auto", "low", "high"), "How finely a chat model looks at the image.", {
      differs: fromClients,
    }),
    type: optional(literal("image_url"), "Tag that some clients send along.", { differs: fromClients }),
  }),
};
