import {
  fields,
  int32,
  known,
  literal,
  named,
  object,
  optional,
  nullable,
  ref,
  required,
  string,
  union,
  type Area,
} from "./notation.ts";

const unlisted = "xAI's OpenAPI file describes no stream events.";

export const messagesEvents: Area = {
  MessageStreamEvent: named(
    "One event of a streamed message; `message_stop` ends it, after which xAI also sends `[DONE]`.",
    union(
      ref("MessageStartEvent"),
      ref("MessageContentBlockStartEvent"),
      ref("MessageContentBlockDeltaEvent"),
      ref("MessageContentBlockStopEvent"),
      ref("MessageDeltaEvent"),
      ref("MessageStopEvent"),
      ref("MessagePingEvent"),
      ref("MessageErrorEvent"),
    ),
    { differs: unlisted },
  ),
  MessageStartEvent: object(
    "Opens the stream.",
    {
      type: required(literal("message_start"), "Tells this event from the others."),
      message: required(
        ref("MessageResponse"),
        "The answer as it begins: no content and no `stop_reason` yet.",
      ),
    },
    { differs: unlisted },
  ),
  MessageContentBlockStartEvent: object(
    "Opens one block of the answer.",
    {
      type: required(literal("content_block_start"), "Tells this event from the others."),
      index: required(int32(), "Place of the block in the answer's `content`, from 0."),
      content_block: required(ref("MessageResponseContent"), "The block, still empty."),
    },
    { differs: unlisted },
  ),
  MessageContentBlockDeltaEvent: object(
    "Adds to a block that is open.",
    {
      type: required(literal("content_block_delta"), "Tells this event from the others."),
      index: required(int32(), "Place of the block in the answer's `content`, from 0."),
      delta: required(ref("MessageContentDelta"), "The piece to append."),
    },
    { differs: unlisted },
  ),
  MessageContentDelta: named(
    "A piece of a block.",
    union(
      fields({
        type: required(literal("text_delta"), "Adds to a text block."),
        text: required(string(), "Text to append."),
      }),
      fields({
        type: required(literal("thinking_delta"), "Adds to a thinking block."),
        thinking: required(string(), "Reasoning to append."),
      }),
      fields({
        type: required(literal("signature_delta"), "Completes a thinking block."),
        signature: required(string(), "The block's signature."),
      }),
      fields({
        type: required(literal("input_json_delta"), "Adds to the arguments of a tool call."),
        partial_json: required(string(), "JSON text to append; parse it only once the block has stopped."),
      }),
    ),
    { differs: unlisted },
  ),
  MessageContentBlockStopEvent: object(
    "Closes a block: nothing more is added to it.",
    {
      type: required(literal("content_block_stop"), "Tells this event from the others."),
      index: required(int32(), "Place of the block in the answer's `content`, from 0."),
    },
    { differs: unlisted },
  ),
  MessageDeltaEvent: object(
    "Changes the answer itself, near the end of the stream.",
    {
      type: required(literal("message_delta"), "Tells this event from the others."),
      delta: required(
        fields({
          stop_reason: optional(
            nullable(known("end_turn", "max_tokens", "stop_sequence", "tool_use")),
            "Why the answer ended.",
          ),
          stop_sequence: optional(
            nullable(string()),
            "Which of your `stop_sequences` ended the answer, if one did.",
          ),
        }),
        "Fields of the answer to overwrite.",
      ),
      usage: optional(ref("MessageDeltaUsage"), "Token counts up to here, which replace the earlier ones."),
    },
    { differs: unlisted },
  ),
  MessageDeltaUsage: object(
    "Running totals of a streamed message; a count that is absent has not changed.",
    {
      output_tokens: required(int32(), "Tokens written so far."),
      input_tokens: optional(int32(), "Tokens read."),
      cache_read_input_tokens: optional(int32(), "Tokens of the input that came from the cache."),
      cache_creation_input_tokens: optional(
        int32(),
        "Stands here for compatibility; xAI does not count cache writes.",
      ),
    },
    { differs: unlisted },
  ),
  MessageStopEvent: object(
    "Ends the message: only after it is a streamed answer complete.",
    { type: required(literal("message_stop"), "Tells this event from the others.") },
    { differs: unlisted },
  ),
  MessagePingEvent: object(
    "Keeps the connection alive and carries nothing.",
    { type: required(literal("ping"), "Tells this event from the others.") },
    { differs: unlisted },
  ),
  MessageErrorEvent: object(
    "Ends the stream with a failure, either nested as Anthropic writes it or flat as xAI's other streams do.",
    {
      type: required(literal("error"), "Tells this event from the others."),
      error: optional(
        fields({
          message: optional(string(), "What went wrong, in the server's words."),
          type: optional(
            known(
              "invalid_request_error",
              "authentication_error",
              "permission_error",
              "not_found_error",
              "request_too_large",
              "rate_limit_error",
              "api_error",
              "overloaded_error",
            ),
            "Kind of failure.",
          ),
          code: optional(union(string(), int32()), "Error code, sometimes a status as a number."),
          param: optional(string(), "Request field at fault."),
        }),
        "The failure in the nested form.",
      ),
      message: optional(string(), "What went wrong, in the flat form."),
      code: optional(
        union(string(), int32()),
        "Error code in the flat form, sometimes a status as a number.",
      ),
      param: optional(string(), "Request field at fault, in the flat form."),
      status: optional(int32(), "HTTP status that the failure would have had."),
    },
    { differs: unlisted },
  ),
};
