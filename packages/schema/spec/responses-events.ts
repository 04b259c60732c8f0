import {
  array,
  fields,
  int32,
  int64,
  literal,
  named,
  object,
  optional,
  ref,
  required,
  string,
  union,
  type Area,
  type Field,
} from "./notation.ts";

const unlisted = { differs: "xAI's OpenAPI file describes no stream events." };
const hearsay = {
  differs:
    "xAI's OpenAPI file describes no stream events; public clients of the API expect this one, no capture here holds it.",
};

const type = (name: string): Field => required(literal(name), "Kind of this event.");

const inStream = {
  sequence_number: optional(int64(), "Place of the event in its stream, from 0."),
};
const inItem = {
  item_id: required(string(), "Id of the output item."),
  output_index: required(
    int32(),
    "Place of the item in `output`, from 0. Items may finish in another order.",
  ),
  ...inStream,
};
const inContent = {
  content_index: required(int32(), "Place of the part in the item's `content`, from 0."),
  ...inItem,
};
const inSummary = {
  summary_index: required(int32(), "Place of the part in the item's `summary`, from 0."),
  ...inItem,
};

export const responsesEvents: Area = {
  ResponseStreamEvent: named(
    "One event of a streamed response, told apart by `type`. A stream ends with `response.completed`, `response.incomplete`, `response.failed` or `error`.",
    union(
      ref("ResponseCreatedEvent"),
      ref("ResponseQueuedEvent"),
      ref("ResponseInProgressEvent"),
      ref("ResponseCompletedEvent"),
      ref("ResponseIncompleteEvent"),
      ref("ResponseFailedEvent"),
      ref("ResponseCancelledEvent"),
      ref("ResponseDoneEvent"),
      ref("ResponseOutputItemAddedEvent"),
      ref("ResponseOutputItemDoneEvent"),
      ref("ResponseContentPartAddedEvent"),
      ref("ResponseContentPartDoneEvent"),
      ref("ResponseOutputTextDeltaEvent"),
      ref("ResponseOutputTextDoneEvent"),
      ref("ResponseOutputTextAnnotationAddedEvent"),
      ref("ResponseRefusalDeltaEvent"),
      ref("ResponseRefusalDoneEvent"),
      ref("ResponseReasoningSummaryPartAddedEvent"),
      ref("ResponseReasoningSummaryPartDoneEvent"),
      ref("ResponseReasoningSummaryTextDeltaEvent"),
      ref("ResponseReasoningSummaryTextDoneEvent"),
      ref("ResponseReasoningTextDeltaEvent"),
      ref("ResponseReasoningTextDoneEvent"),
      ref("ResponseFunctionCallArgumentsDeltaEvent"),
      ref("ResponseFunctionCallArgumentsDoneEvent"),
      ref("ResponseCustomToolCallInputDeltaEvent"),
      ref("ResponseCustomToolCallInputDoneEvent"),
      ref("ResponseWebSearchCallInProgressEvent"),
      ref("ResponseWebSearchCallSearchingEvent"),
      ref("ResponseWebSearchCallCompletedEvent"),
      ref("ResponseXSearchCallInProgressEvent"),
      ref("ResponseXSearchCallSearchingEvent"),
      ref("ResponseXSearchCallCompletedEvent"),
      ref("ResponseFileSearchCallInProgressEvent"),
      ref("ResponseFileSearchCallSearchingEvent"),
      ref("ResponseFileSearchCallCompletedEvent"),
      ref("ResponseCodeInterpreterCallInProgressEvent"),
      ref("ResponseCodeInterpreterCallInterpretingEvent"),
      ref("ResponseCodeInterpreterCallExecutingEvent"),
      ref("ResponseCodeInterpreterCallCompletedEvent"),
      ref("ResponseCodeInterpreterCallCodeDeltaEvent"),
      ref("ResponseCodeInterpreterCallCodeDoneEvent"),
      ref("ResponseCodeExecutionCallInProgressEvent"),
      ref("ResponseCodeExecutionCallExecutingEvent"),
      ref("ResponseCodeExecutionCallCompletedEvent"),
      ref("ResponseMcpListToolsInProgressEvent"),
      ref("ResponseMcpListToolsCompletedEvent"),
      ref("ResponseMcpListToolsFailedEvent"),
      ref("ResponseMcpCallInProgressEvent"),
      ref("ResponseMcpCallExecutingEvent"),
      ref("ResponseMcpCallCompletedEvent"),
      ref("ResponseMcpCallFailedEvent"),
      ref("ResponseMcpCallArgumentsDeltaEvent"),
      ref("ResponseMcpCallArgumentsDoneEvent"),
      ref("ResponseMcpCallOutputDeltaEvent"),
      ref("ResponseMcpCallOutputDoneEvent"),
      ref("ResponseImageGenerationCallInProgressEvent"),
      ref("ResponseImageGenerationCallGeneratingEvent"),
      ref("ResponseImageGenerationCallPartialImageEvent"),
      ref("ResponseImageGenerationCallCompletedEvent"),
      ref("ResponseErrorEvent"),
      ref("ResponsePingEvent"),
    ),
    unlisted,
  ),
  ResponseContentPart: named(
    "A part of a message or of the thoughts, as the events of a stream carry it.",
    union(ref("OutputText"), ref("OutputRefusal"), ref("ReasoningText")),
    unlisted,
  ),
  ResponseCreatedEvent: object(
    "Opens the stream.",
    {
      type: type("response.created"),
      response: required(ref("ModelResponse"), "The response at its start, without output."),
      ...inStream,
    },
    unlisted,
  ),
  ResponseQueuedEvent: object(
    "The response waits for its turn.",
    {
      type: type("response.queued"),
      response: required(ref("ModelResponse"), "The response as it waits."),
      ...inStream,
    },
    unlisted,
  ),
  ResponseInProgressEvent: object(
    "The model has begun.",
    {
      type: type("response.in_progress"),
      response: required(ref("ModelResponse"), "The response as far as it has come."),
      ...inStream,
    },
    unlisted,
  ),
  ResponseCompletedEvent: object(
    "Ends the stream: the response is finished.",
    {
      type: type("response.completed"),
      response: required(ref("ModelResponse"), "The whole response, with its usage."),
      ...inStream,
    },
    unlisted,
  ),
  ResponseIncompleteEvent: object(
    "Ends the stream: the response reached a limit.",
    {
      type: type("response.incomplete"),
      response: required(ref("ModelResponse"), "The response as far as it came, with `incomplete_details`."),
      ...inStream,
    },
    unlisted,
  ),
  ResponseFailedEvent: object(
    "Ends the stream: the response failed.",
    {
      type: type("response.failed"),
      response: required(ref("ModelResponse"), "The response as far as it came, with its `error`."),
      ...inStream,
    },
    unlisted,
  ),
  ResponseCancelledEvent: object(
    "Ends the stream: the response was cancelled.",
    {
      type: type("response.cancelled"),
      response: required(ref("ModelResponse"), "The response as far as it came."),
      ...inStream,
    },
    unlisted,
  ),
  ResponseDoneEvent: object(
    "Ends the stream, in place of `response.completed`.",
    {
      type: type("response.done"),
      response: required(ref("ModelResponse"), "The whole response."),
      ...inStream,
    },
    hearsay,
  ),
  ResponseOutputItemAddedEvent: object(
    "An item of the output begins.",
    {
      type: type("response.output_item.added"),
      item: required(ref("ModelOutput"), "The item at its start, mostly still empty."),
      output_index: required(
        int32(),
        "Place of the item in `output`, from 0. Items may finish in another order.",
      ),
      ...inStream,
    },
    unlisted,
  ),
  ResponseOutputItemDoneEvent: object(
    "An item of the output is finished.",
    {
      type: type("response.output_item.done"),
      item: required(ref("ModelOutput"), "The whole item."),
      output_index: required(
        int32(),
        "Place of the item in `output`, from 0. Items may finish in another order.",
      ),
      ...inStream,
    },
    unlisted,
  ),
  ResponseContentPartAddedEvent: object(
    "A part of a message, or of the thoughts, begins.",
    {
      type: type("response.content_part.added"),
      part: required(ref("ResponseContentPart"), "The part, still empty."),
      ...inContent,
    },
    unlisted,
  ),
  ResponseContentPartDoneEvent: object(
    "A part of a message, or of the thoughts, is finished.",
    {
      type: type("response.content_part.done"),
      part: required(ref("ResponseContentPart"), "The whole part."),
      ...inContent,
    },
    unlisted,
  ),
  ResponseOutputTextDeltaEvent: object(
    "More text of the answer.",
    {
      type: type("response.output_text.delta"),
      delta: required(string(), "Text to append."),
      logprobs: optional(
        array(ref("TokenLogProb")),
        "Log probabilities of the tokens; empty unless asked for.",
      ),
      ...inContent,
    },
    unlisted,
  ),
  ResponseOutputTextDoneEvent: object(
    "A text of the answer is finished.",
    {
      type: type("response.output_text.done"),
      text: required(string(), "The whole text."),
      logprobs: optional(
        array(ref("TokenLogProb")),
        "Log probabilities of the tokens; empty unless asked for.",
      ),
      annotations: optional(
        array(ref("Annotation")),
        "Sources that the text cites; captures have them only in the part itself.",
      ),
      ...inContent,
    },
    unlisted,
  ),
  ResponseOutputTextAnnotationAddedEvent: object(
    "The text cites a source. Citations follow the text, before it is marked as finished.",
    {
      type: type("response.output_text.annotation.added"),
      annotation: required(ref("Annotation"), "The source."),
      annotation_index: required(int32(), "Place of the source in the part's `annotations`, from 0."),
      ...inContent,
    },
    unlisted,
  ),
  ResponseRefusalDeltaEvent: object(
    "More text of a refusal.",
    {
      type: type("response.refusal.delta"),
      delta: required(string(), "Text to append."),
      ...inContent,
    },
    unlisted,
  ),
  ResponseRefusalDoneEvent: object(
    "A refusal is finished.",
    {
      type: type("response.refusal.done"),
      refusal: required(string(), "The whole refusal."),
      ...inContent,
    },
    unlisted,
  ),
  ResponseReasoningSummaryPartAddedEvent: object(
    "A part of the summary of the thoughts begins.",
    {
      type: type("response.reasoning_summary_part.added"),
      part: required(ref("SummaryText"), "The part, still empty."),
      ...inSummary,
    },
    unlisted,
  ),
  ResponseReasoningSummaryPartDoneEvent: object(
    "A part of the summary of the thoughts is finished.",
    {
      type: type("response.reasoning_summary_part.done"),
      part: required(ref("SummaryText"), "The whole part."),
      ...inSummary,
    },
    unlisted,
  ),
  ResponseReasoningSummaryTextDeltaEvent: object(
    "More text of the summary of the thoughts.",
    {
      type: type("response.reasoning_summary_text.delta"),
      delta: required(string(), "Text to append."),
      ...inSummary,
    },
    unlisted,
  ),
  ResponseReasoningSummaryTextDoneEvent: object(
    "A text of the summary of the thoughts is finished.",
    {
      type: type("response.reasoning_summary_text.done"),
      text: required(string(), "The whole text."),
      ...inSummary,
    },
    unlisted,
  ),
  ResponseReasoningTextDeltaEvent: object(
    "More of the thoughts themselves, of models that show them.",
    {
      type: type("response.reasoning_text.delta"),
      delta: required(string(), "Text to append."),
      ...inContent,
    },
    unlisted,
  ),
  ResponseReasoningTextDoneEvent: object(
    "The thoughts, or a part of them, are finished.",
    {
      type: type("response.reasoning_text.done"),
      text: required(string(), "The whole text."),
      ...inContent,
    },
    unlisted,
  ),
  ResponseFunctionCallArgumentsDeltaEvent: object(
    "More of the arguments of a function call; often all of them at once.",
    {
      type: type("response.function_call_arguments.delta"),
      delta: required(string(), "JSON text to append."),
      ...inItem,
    },
    unlisted,
  ),
  ResponseFunctionCallArgumentsDoneEvent: object(
    "The arguments of a function call are finished.",
    {
      type: type("response.function_call_arguments.done"),
      arguments: required(string(), "All arguments, as JSON text."),
      name: optional(string(), "Function to run."),
      ...inItem,
    },
    unlisted,
  ),
  ResponseCustomToolCallInputDeltaEvent: object(
    "More of the input of a custom tool, such as X search; often all of it at once.",
    {
      type: type("response.custom_tool_call_input.delta"),
      delta: required(string(), "Text to append."),
      ...inItem,
    },
    unlisted,
  ),
  ResponseCustomToolCallInputDoneEvent: object(
    "The input of a custom tool is finished.",
    {
      type: type("response.custom_tool_call_input.done"),
      input: required(string(), "The whole input."),
      ...inItem,
    },
    unlisted,
  ),
  ResponseWebSearchCallInProgressEvent: object(
    "A web search begins.",
    {
      type: type("response.web_search_call.in_progress"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseWebSearchCallSearchingEvent: object(
    "A web search is under way.",
    {
      type: type("response.web_search_call.searching"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseWebSearchCallCompletedEvent: object(
    "A web search is finished.",
    {
      type: type("response.web_search_call.completed"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseXSearchCallInProgressEvent: object(
    "An X search begins.",
    {
      type: type("response.x_search_call.in_progress"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseXSearchCallSearchingEvent: object(
    "An X search is under way.",
    {
      type: type("response.x_search_call.searching"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseXSearchCallCompletedEvent: object(
    "An X search is finished.",
    {
      type: type("response.x_search_call.completed"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseFileSearchCallInProgressEvent: object(
    "A search of collections begins.",
    {
      type: type("response.file_search_call.in_progress"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseFileSearchCallSearchingEvent: object(
    "A search of collections is under way.",
    {
      type: type("response.file_search_call.searching"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseFileSearchCallCompletedEvent: object(
    "A search of collections is finished.",
    {
      type: type("response.file_search_call.completed"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseCodeInterpreterCallInProgressEvent: object(
    "Work on code begins.",
    {
      type: type("response.code_interpreter_call.in_progress"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseCodeInterpreterCallInterpretingEvent: object(
    "Code runs.",
    {
      type: type("response.code_interpreter_call.interpreting"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseCodeInterpreterCallExecutingEvent: object(
    "Code runs, under another name.",
    {
      type: type("response.code_interpreter_call.executing"),
      ...inItem,
    },
    hearsay,
  ),
  ResponseCodeInterpreterCallCompletedEvent: object(
    "Code has run.",
    {
      type: type("response.code_interpreter_call.completed"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseCodeInterpreterCallCodeDeltaEvent: object(
    "More of the code that the model writes.",
    {
      type: type("response.code_interpreter_call_code.delta"),
      delta: required(string(), "Code to append."),
      ...inItem,
    },
    unlisted,
  ),
  ResponseCodeInterpreterCallCodeDoneEvent: object(
    "The code is finished.",
    {
      type: type("response.code_interpreter_call_code.done"),
      code: required(string(), "The whole code."),
      ...inItem,
    },
    unlisted,
  ),
  ResponseCodeExecutionCallInProgressEvent: object(
    "Work on code begins, under another name of the tool.",
    {
      type: type("response.code_execution_call.in_progress"),
      ...inItem,
    },
    hearsay,
  ),
  ResponseCodeExecutionCallExecutingEvent: object(
    "Code runs, under another name of the tool.",
    {
      type: type("response.code_execution_call.executing"),
      ...inItem,
    },
    hearsay,
  ),
  ResponseCodeExecutionCallCompletedEvent: object(
    "Code has run, under another name of the tool.",
    {
      type: type("response.code_execution_call.completed"),
      ...inItem,
    },
    hearsay,
  ),
  ResponseMcpListToolsInProgressEvent: object(
    "xAI asks an MCP server for its tools.",
    {
      type: type("response.mcp_list_tools.in_progress"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseMcpListToolsCompletedEvent: object(
    "An MCP server has listed its tools.",
    {
      type: type("response.mcp_list_tools.completed"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseMcpListToolsFailedEvent: object(
    "An MCP server could not list its tools.",
    {
      type: type("response.mcp_list_tools.failed"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseMcpCallInProgressEvent: object(
    "A call of an MCP tool begins.",
    {
      type: type("response.mcp_call.in_progress"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseMcpCallExecutingEvent: object(
    "An MCP tool runs.",
    {
      type: type("response.mcp_call.executing"),
      ...inItem,
    },
    hearsay,
  ),
  ResponseMcpCallCompletedEvent: object(
    "An MCP tool has answered.",
    {
      type: type("response.mcp_call.completed"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseMcpCallFailedEvent: object(
    "A call of an MCP tool failed.",
    {
      type: type("response.mcp_call.failed"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseMcpCallArgumentsDeltaEvent: object(
    "More of the arguments of an MCP tool.",
    {
      type: type("response.mcp_call_arguments.delta"),
      delta: required(string(), "JSON text to append."),
      ...inItem,
    },
    unlisted,
  ),
  ResponseMcpCallArgumentsDoneEvent: object(
    "The arguments of an MCP tool are finished.",
    {
      type: type("response.mcp_call_arguments.done"),
      arguments: optional(string(), "All arguments, as JSON text."),
      ...inItem,
    },
    unlisted,
  ),
  ResponseMcpCallOutputDeltaEvent: object(
    "More of the answer of an MCP tool.",
    {
      type: type("response.mcp_call_output.delta"),
      delta: required(string(), "Text to append."),
      ...inItem,
    },
    hearsay,
  ),
  ResponseMcpCallOutputDoneEvent: object(
    "The answer of an MCP tool is finished.",
    {
      type: type("response.mcp_call_output.done"),
      output: optional(string(), "The whole answer."),
      ...inItem,
    },
    hearsay,
  ),
  ResponseImageGenerationCallInProgressEvent: object(
    "Work on an image begins.",
    {
      type: type("response.image_generation_call.in_progress"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseImageGenerationCallGeneratingEvent: object(
    "An image is being drawn.",
    {
      type: type("response.image_generation_call.generating"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseImageGenerationCallPartialImageEvent: object(
    "A preview of an image that is being drawn.",
    {
      type: type("response.image_generation_call.partial_image"),
      partial_image_b64: required(string(), "The preview, in base64."),
      partial_image_index: required(int32(), "Number of the preview, from 0."),
      ...inItem,
    },
    unlisted,
  ),
  ResponseImageGenerationCallCompletedEvent: object(
    "An image is drawn; the item holds it.",
    {
      type: type("response.image_generation_call.completed"),
      ...inItem,
    },
    unlisted,
  ),
  ResponseErrorEvent: object(
    "Ends the stream: xAI could not go on. The error stands in the event itself or in `error`.",
    {
      type: type("error"),
      code: optional(
        union(string(), int32()),
        "Machine-readable reason, or an HTTP status such as 503 as a number.",
      ),
      message: optional(string(), "Reason in words."),
      param: optional(string(), "Field of the request that is to blame."),
      status: optional(int32(), "HTTP status that the failure stands for."),
      error: optional(
        fields({
          code: optional(union(string(), int32()), "Machine-readable reason, or an HTTP status as a number."),
          message: optional(string(), "Reason in words."),
          type: optional(string(), "Family of the error."),
          param: optional(string(), "Field of the request that is to blame."),
        }),
        "The error, where it is nested.",
      ),
      ...inStream,
    },
    unlisted,
  ),
  ResponsePingEvent: object(
    "Keeps the connection open and says nothing.",
    {
      type: type("ping"),
      ...inStream,
    },
    unlisted,
  ),
};
