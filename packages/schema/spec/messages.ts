import {
  any,
  array,
  boolean,
  fields,
  float,
  int32,
  known,
  literal,
  named,
  nullable,
  object,
  optional,
  record,
  ref,
  required,
  string,
  union,
  type Area,
} from "./notation.ts";

const notMarked = "The reference's file marks nothing in this body as required; the API needs it.";
const bound = "The reference states the bound in prose only.";
const jsonObject = "The reference's file says any value; only a JSON object works.";
const jsonSchema = "A JSON Schema keyword that the reference's file leaves out.";
const tolerant = "Answers are read tolerantly: only what carries the answer is required.";

const ignoredCacheControl = "Anthropic's caching hint; xAI ignores it and caches prompts by itself.";

export const messages: Area = {
  MessageRequest: object("Body of `POST /v1/messages`, shaped like Anthropic's Messages API.", {
    model: required(ref("ModelId"), "Model that answers.", { differs: notMarked }),
    messages: required(array(ref("MessageBody")), "The conversation so far, oldest turn first.", {
      differs: notMarked,
    }),
    max_tokens: required(
      int32(),
      "Most tokens that the answer may have before it is cut off with `stop_reason` `max_tokens`.",
      { differs: notMarked },
    ),
    system: optional(
      nullable(ref("SystemMessageContent")),
      "Standing instructions that come before all turns.",
    ),
    stream: optional(
      nullable(boolean()),
      "`true` sends the answer as server-sent events, each a `MessageStreamEvent`.",
    ),
    tools: optional(
      nullable(array(ref("MessageTools"))),
      "Functions that the model may ask you to run; the reference names 128 as the most.",
    ),
    tool_choice: optional(
      nullable(ref("MessageToolChoice")),
      "Whether the model must call a tool, and which; absent, it decides by itself as soon as `tools` has any.",
    ),
    stop_sequences: optional(
      nullable(array(string(), { max: 4 })),
      "Strings whose appearance ends the answer; reasoning models refuse them.",
      { differs: bound },
    ),
    temperature: optional(
      nullable(float({ min: 0, max: 2 })),
      "Randomness of the sampling: low values repeat themselves, high values wander; reasoning models may not follow it.",
      { default: 1 },
    ),
    top_p: optional(
      nullable(float({ above: 0, max: 1 })),
      "Share of probability from which tokens are drawn; change this or `temperature`, not both.",
      { default: 1 },
    ),
    top_k: optional(nullable(int32()), "Accepted for compatibility and without effect."),
    metadata: optional(nullable(ref("MessageMetadata")), "Who the request is made for."),
  }),
  MessageBody: object("One turn of the conversation.", {
    role: required(known("user", "assistant", "system"), "Who speaks in this turn."),
    content: required(ref("MessageContent"), "What is said in it."),
  }),
  MessageContent: named(
    "Plain text, or a list of blocks when a turn holds images, tool calls or thinking.",
    union(string(), array(ref("MessageContentPart"))),
  ),
  MessageContentPart: named(
    "One block of a turn; send the blocks of an earlier answer back as they came.",
    union(
      fields({
        type: required(literal("text"), "Marks a block of text."),
        text: required(string(), "The text itself."),
        cache_control: optional(any(), ignoredCacheControl),
      }),
      fields({
        type: required(literal("image"), "Marks an image."),
        source: required(ref("MessageImageContent"), "Where the image is."),
        cache_control: optional(any(), ignoredCacheControl),
      }),
      fields({
        type: required(literal("tool_use"), "Marks a tool call that the model made in an earlier answer."),
        id: required(string(), "Identifies the call; its `tool_result` names it."),
        name: required(string(), "Tool that was called."),
        input: required(record(any()), "Arguments that the model gave.", { differs: jsonObject }),
        cache_control: optional(any(), ignoredCacheControl),
      }),
      fields({
        type: required(literal("tool_result"), "Marks what your code returned for a tool call."),
        tool_use_id: required(string(), "`id` of the `tool_use` block that this answers."),
        content: required(ref("ToolResultContent"), "The result, as the model shall read it."),
        is_error: optional(nullable(boolean()), "`true` tells the model that the tool failed."),
        cache_control: optional(any(), ignoredCacheControl),
      }),
      fields({
        type: required(literal("thinking"), "Marks readable reasoning of an earlier answer."),
        thinking: required(string(), "The reasoning, unchanged."),
        signature: optional(
          nullable(string()),
          "The block's signature, unchanged; Anthropic's own client insists on it.",
        ),
      }),
      fields({
        type: required(literal("redacted_thinking"), "Marks encrypted reasoning of an earlier answer."),
        data: required(string(), "The encrypted reasoning, unchanged."),
      }),
    ),
  ),
  MessageImageContent: named(
    "An image, inline or by address.",
    union(
      fields({
        type: required(literal("base64"), "Marks an image that travels in the request."),
        media_type: required(known("image/jpeg", "image/png", "image/webp"), "Media type of the bytes."),
        data: required(string(), "The bytes in base64, without a `data:` prefix."),
      }),
      fields({
        type: required(literal("url"), "Marks an image that xAI fetches."),
        url: required(string(), "Address from which xAI can fetch it."),
      }),
    ),
  ),
  MessageMetadata: object("Facts about the request that do not reach the model.", {
    user_id: optional(
      nullable(string()),
      "Stable id of your own user, by which xAI traces abuse; send no name or mail address.",
    ),
  }),
  SystemMessageContent: named(
    "Instructions as one text or as a list of text blocks.",
    union(string(), array(ref("SystemMessagePart"))),
  ),
  SystemMessagePart: object("One block of the instructions.", {
    type: required(literal("text"), "Always text."),
    text: required(string(), "The instruction."),
    cache_control: optional(any(), ignoredCacheControl),
  }),
  ToolResultContent: named(
    "What a tool returned: text, or blocks when images belong to it.",
    union(string(), array(ref("ToolResultContentBlock"))),
  ),
  ToolResultContentBlock: named(
    "One block of what a tool returned.",
    union(
      fields({
        type: required(literal("text"), "Marks a block of text."),
        text: required(string(), "The text itself."),
      }),
      fields({
        type: required(literal("image"), "Marks an image."),
        source: required(ref("MessageImageContent"), "Where the image is."),
      }),
    ),
  ),
  MessageTools: object("A function that the model may ask you to run.", {
    name: required(string(), "Name under which the model calls it."),
    description: required(string(), "What it does and when to use it, written for the model."),
    input_schema: required(ref("MessageToolInputSchema"), "The arguments it takes."),
    cache_control: optional(any(), ignoredCacheControl),
  }),
  MessageToolInputSchema: object("JSON Schema of a tool's arguments, which are always one object.", {
    type: required(literal("object"), "Always an object."),
    properties: required(record(any()), "JSON Schema of each argument, by name.", { differs: jsonObject }),
    required: optional(nullable(array(string())), "Names of the arguments that the model must give."),
    additionalProperties: optional(any(), "`false` forbids arguments that `properties` does not name.", {
      differs: jsonSchema,
    }),
    $defs: optional(record(any()), "Schemas that the others refer to with `$ref`.", { differs: jsonSchema }),
  }),
  MessageToolChoice: named(
    "How free the model is to call tools; leave `tools` out to forbid calls.",
    union(
      fields({ type: required(literal("auto"), "The model decides.") }),
      fields({ type: required(literal("any"), "The model must call a tool and picks which.") }),
      fields({
        type: required(literal("tool"), "The model must call the tool that `name` names."),
        name: required(string(), "Tool to call."),
      }),
    ),
  ),
  MessageResponse: object("The whole answer of `POST /v1/messages`.", {
    id: required(string(), "Identifies this answer."),
    type: required(literal("message"), "Always a message."),
    role: required(known("assistant"), "Always the model's side."),
    model: required(string(), "Model that answered."),
    content: required(
      array(ref("MessageResponseContent")),
      "The blocks of the answer in order; empty when a stream opens.",
    ),
    stop_reason: optional(
      nullable(known("end_turn", "max_tokens", "stop_sequence", "tool_use")),
      "Why the answer ended; null while a stream runs.",
    ),
    stop_sequence: optional(
      nullable(string()),
      "Which of your `stop_sequences` ended the answer, if one did.",
    ),
    usage: required(ref("MessageUsage"), "Tokens read and written."),
  }),
  MessageResponseContent: named(
    "One block of an answer.",
    union(
      fields({
        type: required(literal("text"), "Marks a block of text."),
        text: required(string(), "The text itself; empty when a stream opens the block."),
      }),
      fields({
        type: required(literal("thinking"), "Marks readable reasoning."),
        thinking: required(string(), "The reasoning; empty when a stream opens the block."),
        signature: optional(
          string(),
          "Proves that the reasoning is the model's own; send it back with the block.",
          {
            differs: "A stream opens the block without it and sends it as a delta.",
          },
        ),
      }),
      fields({
        type: required(literal("redacted_thinking"), "Marks reasoning that only xAI can read."),
        data: required(string(), "The encrypted reasoning; send it back unchanged."),
      }),
      fields({
        type: required(literal("tool_use"), "Marks a call that your code shall run."),
        id: required(string(), "Identifies the call; name it in the `tool_result`."),
        name: required(string(), "Tool to run."),
        input: required(
          record(any()),
          "Arguments, meant to fit the tool's `input_schema`; empty when a stream opens the block.",
          { differs: jsonObject },
        ),
      }),
    ),
  ),
  MessageUsage: object("Tokens of one answer.", {
    input_tokens: required(int32(), "Tokens read."),
    output_tokens: required(int32(), "Tokens written."),
    cache_read_input_tokens: optional(int32(), "Tokens of the input that came from the cache.", {
      differs: tolerant,
    }),
    cache_creation_input_tokens: optional(
      int32(),
      "Stands here for compatibility; xAI does not count cache writes.",
      { differs: tolerant },
    ),
  }),
};
