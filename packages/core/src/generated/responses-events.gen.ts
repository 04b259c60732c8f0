// Written by `pnpm generate` from packages/schema/spec (source 2620447d3da5). Do not edit.

import type { TokenLogProb } from "./common.gen.ts";
import type { UnknownVariant } from "./open.gen.ts";
import type { Annotation, ModelOutput, ModelResponse, OutputRefusal, OutputText, ReasoningText, SummaryText } from "./responses.gen.ts";

/**
 * One event of a streamed response, told apart by `type`. A stream ends with `response.completed`,
 * `response.incomplete`, `response.failed` or `error`.
 */
export type ResponseStreamEvent = ResponseCreatedEvent | ResponseQueuedEvent | ResponseInProgressEvent | ResponseCompletedEvent | ResponseIncompleteEvent | ResponseFailedEvent | ResponseCancelledEvent | ResponseDoneEvent | ResponseOutputItemAddedEvent | ResponseOutputItemDoneEvent | ResponseContentPartAddedEvent | ResponseContentPartDoneEvent | ResponseOutputTextDeltaEvent | ResponseOutputTextDoneEvent | ResponseOutputTextAnnotationAddedEvent | ResponseRefusalDeltaEvent | ResponseRefusalDoneEvent | ResponseReasoningSummaryPartAddedEvent | ResponseReasoningSummaryPartDoneEvent | ResponseReasoningSummaryTextDeltaEvent | ResponseReasoningSummaryTextDoneEvent | ResponseReasoningTextDeltaEvent | ResponseReasoningTextDoneEvent | ResponseFunctionCallArgumentsDeltaEvent | ResponseFunctionCallArgumentsDoneEvent | ResponseCustomToolCallInputDeltaEvent | ResponseCustomToolCallInputDoneEvent | ResponseWebSearchCallInProgressEvent | ResponseWebSearchCallSearchingEvent | ResponseWebSearchCallCompletedEvent | ResponseXSearchCallInProgressEvent | ResponseXSearchCallSearchingEvent | ResponseXSearchCallCompletedEvent | ResponseFileSearchCallInProgressEvent | ResponseFileSearchCallSearchingEvent | ResponseFileSearchCallCompletedEvent | ResponseCodeInterpreterCallInProgressEvent | ResponseCodeInterpreterCallInterpretingEvent | ResponseCodeInterpreterCallExecutingEvent | ResponseCodeInterpreterCallCompletedEvent | ResponseCodeInterpreterCallCodeDeltaEvent | ResponseCodeInterpreterCallCodeDoneEvent | ResponseCodeExecutionCallInProgressEvent | ResponseCodeExecutionCallExecutingEvent | ResponseCodeExecutionCallCompletedEvent | ResponseMcpListToolsInProgressEvent | ResponseMcpListToolsCompletedEvent | ResponseMcpListToolsFailedEvent | ResponseMcpCallInProgressEvent | ResponseMcpCallExecutingEvent | ResponseMcpCallCompletedEvent | ResponseMcpCallFailedEvent | ResponseMcpCallArgumentsDeltaEvent | ResponseMcpCallArgumentsDoneEvent | ResponseMcpCallOutputDeltaEvent | ResponseMcpCallOutputDoneEvent | ResponseImageGenerationCallInProgressEvent | ResponseImageGenerationCallGeneratingEvent | ResponseImageGenerationCallPartialImageEvent | ResponseImageGenerationCallCompletedEvent | ResponseErrorEvent | ResponsePingEvent | UnknownVariant;

/** A part of a message or of the thoughts, as the events of a stream carry it. */
export type ResponseContentPart = OutputText | OutputRefusal | ReasoningText | UnknownVariant;

/** Opens the stream. */
export interface ResponseCreatedEvent {
  /** Kind of this event. */
  type: "response.created";
  /** The response at its start, without output. */
  response: ModelResponse;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** The response waits for its turn. */
export interface ResponseQueuedEvent {
  /** Kind of this event. */
  type: "response.queued";
  /** The response as it waits. */
  response: ModelResponse;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** The model has begun. */
export interface ResponseInProgressEvent {
  /** Kind of this event. */
  type: "response.in_progress";
  /** The response as far as it has come. */
  response: ModelResponse;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Ends the stream: the response is finished. */
export interface ResponseCompletedEvent {
  /** Kind of this event. */
  type: "response.completed";
  /** The whole response, with its usage. */
  response: ModelResponse;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Ends the stream: the response reached a limit. */
export interface ResponseIncompleteEvent {
  /** Kind of this event. */
  type: "response.incomplete";
  /** The response as far as it came, with `incomplete_details`. */
  response: ModelResponse;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Ends the stream: the response failed. */
export interface ResponseFailedEvent {
  /** Kind of this event. */
  type: "response.failed";
  /** The response as far as it came, with its `error`. */
  response: ModelResponse;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Ends the stream: the response was cancelled. */
export interface ResponseCancelledEvent {
  /** Kind of this event. */
  type: "response.cancelled";
  /** The response as far as it came. */
  response: ModelResponse;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Ends the stream, in place of `response.completed`. */
export interface ResponseDoneEvent {
  /** Kind of this event. */
  type: "response.done";
  /** The whole response. */
  response: ModelResponse;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An item of the output begins. */
export interface ResponseOutputItemAddedEvent {
  /** Kind of this event. */
  type: "response.output_item.added";
  /** The item at its start, mostly still empty. */
  item: ModelOutput;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An item of the output is finished. */
export interface ResponseOutputItemDoneEvent {
  /** Kind of this event. */
  type: "response.output_item.done";
  /** The whole item. */
  item: ModelOutput;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A part of a message, or of the thoughts, begins. */
export interface ResponseContentPartAddedEvent {
  /** Kind of this event. */
  type: "response.content_part.added";
  /** The part, still empty. */
  part: ResponseContentPart;
  /** Place of the part in the item's `content`, from 0. */
  content_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A part of a message, or of the thoughts, is finished. */
export interface ResponseContentPartDoneEvent {
  /** Kind of this event. */
  type: "response.content_part.done";
  /** The whole part. */
  part: ResponseContentPart;
  /** Place of the part in the item's `content`, from 0. */
  content_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** More text of the answer. */
export interface ResponseOutputTextDeltaEvent {
  /** Kind of this event. */
  type: "response.output_text.delta";
  /** Text to append. */
  delta: string;
  /** Log probabilities of the tokens; empty unless asked for. */
  logprobs?: TokenLogProb[] | null | undefined;
  /** Place of the part in the item's `content`, from 0. */
  content_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A text of the answer is finished. */
export interface ResponseOutputTextDoneEvent {
  /** Kind of this event. */
  type: "response.output_text.done";
  /** The whole text. */
  text: string;
  /** Log probabilities of the tokens; empty unless asked for. */
  logprobs?: TokenLogProb[] | null | undefined;
  /** Sources that the text cites; captures have them only in the part itself. */
  annotations?: Annotation[] | null | undefined;
  /** Place of the part in the item's `content`, from 0. */
  content_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** The text cites a source. Citations follow the text, before it is marked as finished. */
export interface ResponseOutputTextAnnotationAddedEvent {
  /** Kind of this event. */
  type: "response.output_text.annotation.added";
  /** The source. */
  annotation: Annotation;
  /** Place of the source in the part's `annotations`, from 0. */
  annotation_index: number;
  /** Place of the part in the item's `content`, from 0. */
  content_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** More text of a refusal. */
export interface ResponseRefusalDeltaEvent {
  /** Kind of this event. */
  type: "response.refusal.delta";
  /** Text to append. */
  delta: string;
  /** Place of the part in the item's `content`, from 0. */
  content_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A refusal is finished. */
export interface ResponseRefusalDoneEvent {
  /** Kind of this event. */
  type: "response.refusal.done";
  /** The whole refusal. */
  refusal: string;
  /** Place of the part in the item's `content`, from 0. */
  content_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A part of the summary of the thoughts begins. */
export interface ResponseReasoningSummaryPartAddedEvent {
  /** Kind of this event. */
  type: "response.reasoning_summary_part.added";
  /** The part, still empty. */
  part: SummaryText;
  /** Place of the part in the item's `summary`, from 0. */
  summary_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A part of the summary of the thoughts is finished. */
export interface ResponseReasoningSummaryPartDoneEvent {
  /** Kind of this event. */
  type: "response.reasoning_summary_part.done";
  /** The whole part. */
  part: SummaryText;
  /** Place of the part in the item's `summary`, from 0. */
  summary_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** More text of the summary of the thoughts. */
export interface ResponseReasoningSummaryTextDeltaEvent {
  /** Kind of this event. */
  type: "response.reasoning_summary_text.delta";
  /** Text to append. */
  delta: string;
  /** Place of the part in the item's `summary`, from 0. */
  summary_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A text of the summary of the thoughts is finished. */
export interface ResponseReasoningSummaryTextDoneEvent {
  /** Kind of this event. */
  type: "response.reasoning_summary_text.done";
  /** The whole text. */
  text: string;
  /** Place of the part in the item's `summary`, from 0. */
  summary_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** More of the thoughts themselves, of models that show them. */
export interface ResponseReasoningTextDeltaEvent {
  /** Kind of this event. */
  type: "response.reasoning_text.delta";
  /** Text to append. */
  delta: string;
  /** Place of the part in the item's `content`, from 0. */
  content_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** The thoughts, or a part of them, are finished. */
export interface ResponseReasoningTextDoneEvent {
  /** Kind of this event. */
  type: "response.reasoning_text.done";
  /** The whole text. */
  text: string;
  /** Place of the part in the item's `content`, from 0. */
  content_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** More of the arguments of a function call; often all of them at once. */
export interface ResponseFunctionCallArgumentsDeltaEvent {
  /** Kind of this event. */
  type: "response.function_call_arguments.delta";
  /** JSON text to append. */
  delta: string;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** The arguments of a function call are finished. */
export interface ResponseFunctionCallArgumentsDoneEvent {
  /** Kind of this event. */
  type: "response.function_call_arguments.done";
  /** All arguments, as JSON text. */
  arguments: string;
  /** Function to run. */
  name?: string | null | undefined;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** More of the input of a custom tool, such as X search; often all of it at once. */
export interface ResponseCustomToolCallInputDeltaEvent {
  /** Kind of this event. */
  type: "response.custom_tool_call_input.delta";
  /** Text to append. */
  delta: string;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** The input of a custom tool is finished. */
export interface ResponseCustomToolCallInputDoneEvent {
  /** Kind of this event. */
  type: "response.custom_tool_call_input.done";
  /** The whole input. */
  input: string;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A web search begins. */
export interface ResponseWebSearchCallInProgressEvent {
  /** Kind of this event. */
  type: "response.web_search_call.in_progress";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A web search is under way. */
export interface ResponseWebSearchCallSearchingEvent {
  /** Kind of this event. */
  type: "response.web_search_call.searching";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A web search is finished. */
export interface ResponseWebSearchCallCompletedEvent {
  /** Kind of this event. */
  type: "response.web_search_call.completed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An X search begins. */
export interface ResponseXSearchCallInProgressEvent {
  /** Kind of this event. */
  type: "response.x_search_call.in_progress";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An X search is under way. */
export interface ResponseXSearchCallSearchingEvent {
  /** Kind of this event. */
  type: "response.x_search_call.searching";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An X search is finished. */
export interface ResponseXSearchCallCompletedEvent {
  /** Kind of this event. */
  type: "response.x_search_call.completed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A search of collections begins. */
export interface ResponseFileSearchCallInProgressEvent {
  /** Kind of this event. */
  type: "response.file_search_call.in_progress";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A search of collections is under way. */
export interface ResponseFileSearchCallSearchingEvent {
  /** Kind of this event. */
  type: "response.file_search_call.searching";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A search of collections is finished. */
export interface ResponseFileSearchCallCompletedEvent {
  /** Kind of this event. */
  type: "response.file_search_call.completed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Work on code begins. */
export interface ResponseCodeInterpreterCallInProgressEvent {
  /** Kind of this event. */
  type: "response.code_interpreter_call.in_progress";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Code runs. */
export interface ResponseCodeInterpreterCallInterpretingEvent {
  /** Kind of this event. */
  type: "response.code_interpreter_call.interpreting";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Code runs, under another name. */
export interface ResponseCodeInterpreterCallExecutingEvent {
  /** Kind of this event. */
  type: "response.code_interpreter_call.executing";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Code has run. */
export interface ResponseCodeInterpreterCallCompletedEvent {
  /** Kind of this event. */
  type: "response.code_interpreter_call.completed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** More of the code that the model writes. */
export interface ResponseCodeInterpreterCallCodeDeltaEvent {
  /** Kind of this event. */
  type: "response.code_interpreter_call_code.delta";
  /** Code to append. */
  delta: string;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** The code is finished. */
export interface ResponseCodeInterpreterCallCodeDoneEvent {
  /** Kind of this event. */
  type: "response.code_interpreter_call_code.done";
  /** The whole code. */
  code: string;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Work on code begins, under another name of the tool. */
export interface ResponseCodeExecutionCallInProgressEvent {
  /** Kind of this event. */
  type: "response.code_execution_call.in_progress";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Code runs, under another name of the tool. */
export interface ResponseCodeExecutionCallExecutingEvent {
  /** Kind of this event. */
  type: "response.code_execution_call.executing";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Code has run, under another name of the tool. */
export interface ResponseCodeExecutionCallCompletedEvent {
  /** Kind of this event. */
  type: "response.code_execution_call.completed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** xAI asks an MCP server for its tools. */
export interface ResponseMcpListToolsInProgressEvent {
  /** Kind of this event. */
  type: "response.mcp_list_tools.in_progress";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An MCP server has listed its tools. */
export interface ResponseMcpListToolsCompletedEvent {
  /** Kind of this event. */
  type: "response.mcp_list_tools.completed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An MCP server could not list its tools. */
export interface ResponseMcpListToolsFailedEvent {
  /** Kind of this event. */
  type: "response.mcp_list_tools.failed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A call of an MCP tool begins. */
export interface ResponseMcpCallInProgressEvent {
  /** Kind of this event. */
  type: "response.mcp_call.in_progress";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An MCP tool runs. */
export interface ResponseMcpCallExecutingEvent {
  /** Kind of this event. */
  type: "response.mcp_call.executing";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An MCP tool has answered. */
export interface ResponseMcpCallCompletedEvent {
  /** Kind of this event. */
  type: "response.mcp_call.completed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A call of an MCP tool failed. */
export interface ResponseMcpCallFailedEvent {
  /** Kind of this event. */
  type: "response.mcp_call.failed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** More of the arguments of an MCP tool. */
export interface ResponseMcpCallArgumentsDeltaEvent {
  /** Kind of this event. */
  type: "response.mcp_call_arguments.delta";
  /** JSON text to append. */
  delta: string;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** The arguments of an MCP tool are finished. */
export interface ResponseMcpCallArgumentsDoneEvent {
  /** Kind of this event. */
  type: "response.mcp_call_arguments.done";
  /** All arguments, as JSON text. */
  arguments?: string | null | undefined;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** More of the answer of an MCP tool. */
export interface ResponseMcpCallOutputDeltaEvent {
  /** Kind of this event. */
  type: "response.mcp_call_output.delta";
  /** Text to append. */
  delta: string;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** The answer of an MCP tool is finished. */
export interface ResponseMcpCallOutputDoneEvent {
  /** Kind of this event. */
  type: "response.mcp_call_output.done";
  /** The whole answer. */
  output?: string | null | undefined;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Work on an image begins. */
export interface ResponseImageGenerationCallInProgressEvent {
  /** Kind of this event. */
  type: "response.image_generation_call.in_progress";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An image is being drawn. */
export interface ResponseImageGenerationCallGeneratingEvent {
  /** Kind of this event. */
  type: "response.image_generation_call.generating";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** A preview of an image that is being drawn. */
export interface ResponseImageGenerationCallPartialImageEvent {
  /** Kind of this event. */
  type: "response.image_generation_call.partial_image";
  /** The preview, in base64. */
  partial_image_b64: string;
  /** Number of the preview, from 0. */
  partial_image_index: number;
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** An image is drawn; the item holds it. */
export interface ResponseImageGenerationCallCompletedEvent {
  /** Kind of this event. */
  type: "response.image_generation_call.completed";
  /** Id of the output item. */
  item_id: string;
  /** Place of the item in `output`, from 0. Items may finish in another order. */
  output_index: number;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Ends the stream: xAI could not go on. The error stands in the event itself or in `error`. */
export interface ResponseErrorEvent {
  /** Kind of this event. */
  type: "error";
  /** Machine-readable reason, or an HTTP status such as 503 as a number. */
  code?: string | number | null | undefined;
  /** Reason in words. */
  message?: string | null | undefined;
  /** Field of the request that is to blame. */
  param?: string | null | undefined;
  /** HTTP status that the failure stands for. */
  status?: number | null | undefined;
  /** The error, where it is nested. */
  error?: {
    /** Machine-readable reason, or an HTTP status as a number. */
    code?: string | number | null | undefined;
    /** Reason in words. */
    message?: string | null | undefined;
    /** Family of the error. */
    type?: string | null | undefined;
    /** Field of the request that is to blame. */
    param?: string | null | undefined;
  } | null | undefined;
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}

/** Keeps the connection open and says nothing. */
export interface ResponsePingEvent {
  /** Kind of this event. */
  type: "ping";
  /** Place of the event in its stream, from 0. */
  sequence_number?: number | null | undefined;
}
