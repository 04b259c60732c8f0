// Written by `pnpm generate` from packages/schema/spec (source d9d38e6aec3c). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { TokenLogProb } from "./common.gen.ts";
import { Annotation, ModelOutput, ModelResponse, OutputRefusal, OutputText, ReasoningText, SummaryText } from "./responses.gen.ts";
import { taggedUnion } from "../tagged-union.ts";
import { unknownVariant } from "../unknown-variant.ts";

/** Opens the stream. */
export const ResponseCreatedEvent: z.ZodMiniType<Wire.ResponseCreatedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.created"),
    "response": ModelResponse,
    "sequence_number": z.nullish(z.int()),
  }))();

/** The response waits for its turn. */
export const ResponseQueuedEvent: z.ZodMiniType<Wire.ResponseQueuedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.queued"),
    "response": ModelResponse,
    "sequence_number": z.nullish(z.int()),
  }))();

/** The model has begun. */
export const ResponseInProgressEvent: z.ZodMiniType<Wire.ResponseInProgressEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.in_progress"),
    "response": ModelResponse,
    "sequence_number": z.nullish(z.int()),
  }))();

/** Ends the stream: the response is finished. */
export const ResponseCompletedEvent: z.ZodMiniType<Wire.ResponseCompletedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.completed"),
    "response": ModelResponse,
    "sequence_number": z.nullish(z.int()),
  }))();

/** Ends the stream: the response reached a limit. */
export const ResponseIncompleteEvent: z.ZodMiniType<Wire.ResponseIncompleteEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.incomplete"),
    "response": ModelResponse,
    "sequence_number": z.nullish(z.int()),
  }))();

/** Ends the stream: the response failed. */
export const ResponseFailedEvent: z.ZodMiniType<Wire.ResponseFailedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.failed"),
    "response": ModelResponse,
    "sequence_number": z.nullish(z.int()),
  }))();

/** Ends the stream: the response was cancelled. */
export const ResponseCancelledEvent: z.ZodMiniType<Wire.ResponseCancelledEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.cancelled"),
    "response": ModelResponse,
    "sequence_number": z.nullish(z.int()),
  }))();

/** Ends the stream, in place of `response.completed`. */
export const ResponseDoneEvent: z.ZodMiniType<Wire.ResponseDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.done"),
    "response": ModelResponse,
    "sequence_number": z.nullish(z.int()),
  }))();

/** An item of the output begins. */
export const ResponseOutputItemAddedEvent: z.ZodMiniType<Wire.ResponseOutputItemAddedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.output_item.added"),
    "item": ModelOutput,
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An item of the output is finished. */
export const ResponseOutputItemDoneEvent: z.ZodMiniType<Wire.ResponseOutputItemDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.output_item.done"),
    "item": ModelOutput,
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A part of a message or of the thoughts, as the events of a stream carry it. */
export const ResponseContentPart: z.ZodMiniType<Wire.ResponseContentPart> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [OutputText, OutputRefusal, ReasoningText]), unknownVariant("type", ["output_text","refusal","reasoning_text"])]))();

/** A part of a message, or of the thoughts, begins. */
export const ResponseContentPartAddedEvent: z.ZodMiniType<Wire.ResponseContentPartAddedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.content_part.added"),
    "part": ResponseContentPart,
    "content_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A part of a message, or of the thoughts, is finished. */
export const ResponseContentPartDoneEvent: z.ZodMiniType<Wire.ResponseContentPartDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.content_part.done"),
    "part": ResponseContentPart,
    "content_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** More text of the answer. */
export const ResponseOutputTextDeltaEvent: z.ZodMiniType<Wire.ResponseOutputTextDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.output_text.delta"),
    "delta": z.string(),
    "logprobs": z.nullish(z.array(TokenLogProb)),
    "content_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A text of the answer is finished. */
export const ResponseOutputTextDoneEvent: z.ZodMiniType<Wire.ResponseOutputTextDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.output_text.done"),
    "text": z.string(),
    "logprobs": z.nullish(z.array(TokenLogProb)),
    "annotations": z.nullish(z.array(Annotation)),
    "content_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** The text cites a source. Citations follow the text, before it is marked as finished. */
export const ResponseOutputTextAnnotationAddedEvent: z.ZodMiniType<Wire.ResponseOutputTextAnnotationAddedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.output_text.annotation.added"),
    "annotation": Annotation,
    "annotation_index": z.int32(),
    "content_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** More text of a refusal. */
export const ResponseRefusalDeltaEvent: z.ZodMiniType<Wire.ResponseRefusalDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.refusal.delta"),
    "delta": z.string(),
    "content_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A refusal is finished. */
export const ResponseRefusalDoneEvent: z.ZodMiniType<Wire.ResponseRefusalDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.refusal.done"),
    "refusal": z.string(),
    "content_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A part of the summary of the thoughts begins. */
export const ResponseReasoningSummaryPartAddedEvent: z.ZodMiniType<Wire.ResponseReasoningSummaryPartAddedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.reasoning_summary_part.added"),
    "part": SummaryText,
    "summary_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A part of the summary of the thoughts is finished. */
export const ResponseReasoningSummaryPartDoneEvent: z.ZodMiniType<Wire.ResponseReasoningSummaryPartDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.reasoning_summary_part.done"),
    "part": SummaryText,
    "summary_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** More text of the summary of the thoughts. */
export const ResponseReasoningSummaryTextDeltaEvent: z.ZodMiniType<Wire.ResponseReasoningSummaryTextDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.reasoning_summary_text.delta"),
    "delta": z.string(),
    "summary_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A text of the summary of the thoughts is finished. */
export const ResponseReasoningSummaryTextDoneEvent: z.ZodMiniType<Wire.ResponseReasoningSummaryTextDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.reasoning_summary_text.done"),
    "text": z.string(),
    "summary_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** More of the thoughts themselves, of models that show them. */
export const ResponseReasoningTextDeltaEvent: z.ZodMiniType<Wire.ResponseReasoningTextDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.reasoning_text.delta"),
    "delta": z.string(),
    "content_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** The thoughts, or a part of them, are finished. */
export const ResponseReasoningTextDoneEvent: z.ZodMiniType<Wire.ResponseReasoningTextDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.reasoning_text.done"),
    "text": z.string(),
    "content_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** More of the arguments of a function call; often all of them at once. */
export const ResponseFunctionCallArgumentsDeltaEvent: z.ZodMiniType<Wire.ResponseFunctionCallArgumentsDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.function_call_arguments.delta"),
    "delta": z.string(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** The arguments of a function call are finished. */
export const ResponseFunctionCallArgumentsDoneEvent: z.ZodMiniType<Wire.ResponseFunctionCallArgumentsDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.function_call_arguments.done"),
    "arguments": z.string(),
    "name": z.nullish(z.string()),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** More of the input of a custom tool, such as X search; often all of it at once. */
export const ResponseCustomToolCallInputDeltaEvent: z.ZodMiniType<Wire.ResponseCustomToolCallInputDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.custom_tool_call_input.delta"),
    "delta": z.string(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** The input of a custom tool is finished. */
export const ResponseCustomToolCallInputDoneEvent: z.ZodMiniType<Wire.ResponseCustomToolCallInputDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.custom_tool_call_input.done"),
    "input": z.string(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A web search begins. */
export const ResponseWebSearchCallInProgressEvent: z.ZodMiniType<Wire.ResponseWebSearchCallInProgressEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.web_search_call.in_progress"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A web search is under way. */
export const ResponseWebSearchCallSearchingEvent: z.ZodMiniType<Wire.ResponseWebSearchCallSearchingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.web_search_call.searching"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A web search is finished. */
export const ResponseWebSearchCallCompletedEvent: z.ZodMiniType<Wire.ResponseWebSearchCallCompletedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.web_search_call.completed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An X search begins. */
export const ResponseXSearchCallInProgressEvent: z.ZodMiniType<Wire.ResponseXSearchCallInProgressEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.x_search_call.in_progress"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An X search is under way. */
export const ResponseXSearchCallSearchingEvent: z.ZodMiniType<Wire.ResponseXSearchCallSearchingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.x_search_call.searching"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An X search is finished. */
export const ResponseXSearchCallCompletedEvent: z.ZodMiniType<Wire.ResponseXSearchCallCompletedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.x_search_call.completed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A search of collections begins. */
export const ResponseFileSearchCallInProgressEvent: z.ZodMiniType<Wire.ResponseFileSearchCallInProgressEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.file_search_call.in_progress"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A search of collections is under way. */
export const ResponseFileSearchCallSearchingEvent: z.ZodMiniType<Wire.ResponseFileSearchCallSearchingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.file_search_call.searching"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A search of collections is finished. */
export const ResponseFileSearchCallCompletedEvent: z.ZodMiniType<Wire.ResponseFileSearchCallCompletedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.file_search_call.completed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Work on code begins. */
export const ResponseCodeInterpreterCallInProgressEvent: z.ZodMiniType<Wire.ResponseCodeInterpreterCallInProgressEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.code_interpreter_call.in_progress"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Code runs. */
export const ResponseCodeInterpreterCallInterpretingEvent: z.ZodMiniType<Wire.ResponseCodeInterpreterCallInterpretingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.code_interpreter_call.interpreting"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Code runs, under another name. */
export const ResponseCodeInterpreterCallExecutingEvent: z.ZodMiniType<Wire.ResponseCodeInterpreterCallExecutingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.code_interpreter_call.executing"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Code has run. */
export const ResponseCodeInterpreterCallCompletedEvent: z.ZodMiniType<Wire.ResponseCodeInterpreterCallCompletedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.code_interpreter_call.completed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** More of the code that the model writes. */
export const ResponseCodeInterpreterCallCodeDeltaEvent: z.ZodMiniType<Wire.ResponseCodeInterpreterCallCodeDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.code_interpreter_call_code.delta"),
    "delta": z.string(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** The code is finished. */
export const ResponseCodeInterpreterCallCodeDoneEvent: z.ZodMiniType<Wire.ResponseCodeInterpreterCallCodeDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.code_interpreter_call_code.done"),
    "code": z.string(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Work on code begins, under another name of the tool. */
export const ResponseCodeExecutionCallInProgressEvent: z.ZodMiniType<Wire.ResponseCodeExecutionCallInProgressEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.code_execution_call.in_progress"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Code runs, under another name of the tool. */
export const ResponseCodeExecutionCallExecutingEvent: z.ZodMiniType<Wire.ResponseCodeExecutionCallExecutingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.code_execution_call.executing"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Code has run, under another name of the tool. */
export const ResponseCodeExecutionCallCompletedEvent: z.ZodMiniType<Wire.ResponseCodeExecutionCallCompletedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.code_execution_call.completed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** xAI asks an MCP server for its tools. */
export const ResponseMcpListToolsInProgressEvent: z.ZodMiniType<Wire.ResponseMcpListToolsInProgressEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_list_tools.in_progress"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An MCP server has listed its tools. */
export const ResponseMcpListToolsCompletedEvent: z.ZodMiniType<Wire.ResponseMcpListToolsCompletedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_list_tools.completed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An MCP server could not list its tools. */
export const ResponseMcpListToolsFailedEvent: z.ZodMiniType<Wire.ResponseMcpListToolsFailedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_list_tools.failed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A call of an MCP tool begins. */
export const ResponseMcpCallInProgressEvent: z.ZodMiniType<Wire.ResponseMcpCallInProgressEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_call.in_progress"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An MCP tool runs. */
export const ResponseMcpCallExecutingEvent: z.ZodMiniType<Wire.ResponseMcpCallExecutingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_call.executing"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An MCP tool has answered. */
export const ResponseMcpCallCompletedEvent: z.ZodMiniType<Wire.ResponseMcpCallCompletedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_call.completed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A call of an MCP tool failed. */
export const ResponseMcpCallFailedEvent: z.ZodMiniType<Wire.ResponseMcpCallFailedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_call.failed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** More of the arguments of an MCP tool. */
export const ResponseMcpCallArgumentsDeltaEvent: z.ZodMiniType<Wire.ResponseMcpCallArgumentsDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_call_arguments.delta"),
    "delta": z.string(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** The arguments of an MCP tool are finished. */
export const ResponseMcpCallArgumentsDoneEvent: z.ZodMiniType<Wire.ResponseMcpCallArgumentsDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_call_arguments.done"),
    "arguments": z.nullish(z.string()),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** More of the answer of an MCP tool. */
export const ResponseMcpCallOutputDeltaEvent: z.ZodMiniType<Wire.ResponseMcpCallOutputDeltaEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_call_output.delta"),
    "delta": z.string(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** The answer of an MCP tool is finished. */
export const ResponseMcpCallOutputDoneEvent: z.ZodMiniType<Wire.ResponseMcpCallOutputDoneEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.mcp_call_output.done"),
    "output": z.nullish(z.string()),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Work on an image begins. */
export const ResponseImageGenerationCallInProgressEvent: z.ZodMiniType<Wire.ResponseImageGenerationCallInProgressEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.image_generation_call.in_progress"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An image is being drawn. */
export const ResponseImageGenerationCallGeneratingEvent: z.ZodMiniType<Wire.ResponseImageGenerationCallGeneratingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.image_generation_call.generating"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** A preview of an image that is being drawn. */
export const ResponseImageGenerationCallPartialImageEvent: z.ZodMiniType<Wire.ResponseImageGenerationCallPartialImageEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.image_generation_call.partial_image"),
    "partial_image_b64": z.string(),
    "partial_image_index": z.int32(),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** An image is drawn; the item holds it. */
export const ResponseImageGenerationCallCompletedEvent: z.ZodMiniType<Wire.ResponseImageGenerationCallCompletedEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("response.image_generation_call.completed"),
    "item_id": z.string(),
    "output_index": z.int32(),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Ends the stream: xAI could not go on. The error stands in the event itself or in `error`. */
export const ResponseErrorEvent: z.ZodMiniType<Wire.ResponseErrorEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("error"),
    "code": z.nullish(z.union([z.string(), z.int32()])),
    "message": z.nullish(z.string()),
    "param": z.nullish(z.string()),
    "status": z.nullish(z.int32()),
    "error": z.nullish(z.looseObject({
      "code": z.nullish(z.union([z.string(), z.int32()])),
      "message": z.nullish(z.string()),
      "type": z.nullish(z.string()),
      "param": z.nullish(z.string()),
    })),
    "sequence_number": z.nullish(z.int()),
  }))();

/** Keeps the connection open and says nothing. */
export const ResponsePingEvent: z.ZodMiniType<Wire.ResponsePingEvent> = /* @__PURE__ */ (() =>
  z.looseObject({
    "type": z.literal("ping"),
    "sequence_number": z.nullish(z.int()),
  }))();

/**
 * One event of a streamed response, told apart by `type`. A stream ends with `response.completed`,
 * `response.incomplete`, `response.failed` or `error`.
 */
export const ResponseStreamEvent: z.ZodMiniType<Wire.ResponseStreamEvent> = /* @__PURE__ */ (() =>
  z.union([taggedUnion("type", [ResponseCreatedEvent, ResponseQueuedEvent, ResponseInProgressEvent, ResponseCompletedEvent, ResponseIncompleteEvent, ResponseFailedEvent, ResponseCancelledEvent, ResponseDoneEvent, ResponseOutputItemAddedEvent, ResponseOutputItemDoneEvent, ResponseContentPartAddedEvent, ResponseContentPartDoneEvent, ResponseOutputTextDeltaEvent, ResponseOutputTextDoneEvent, ResponseOutputTextAnnotationAddedEvent, ResponseRefusalDeltaEvent, ResponseRefusalDoneEvent, ResponseReasoningSummaryPartAddedEvent, ResponseReasoningSummaryPartDoneEvent, ResponseReasoningSummaryTextDeltaEvent, ResponseReasoningSummaryTextDoneEvent, ResponseReasoningTextDeltaEvent, ResponseReasoningTextDoneEvent, ResponseFunctionCallArgumentsDeltaEvent, ResponseFunctionCallArgumentsDoneEvent, ResponseCustomToolCallInputDeltaEvent, ResponseCustomToolCallInputDoneEvent, ResponseWebSearchCallInProgressEvent, ResponseWebSearchCallSearchingEvent, ResponseWebSearchCallCompletedEvent, ResponseXSearchCallInProgressEvent, ResponseXSearchCallSearchingEvent, ResponseXSearchCallCompletedEvent, ResponseFileSearchCallInProgressEvent, ResponseFileSearchCallSearchingEvent, ResponseFileSearchCallCompletedEvent, ResponseCodeInterpreterCallInProgressEvent, ResponseCodeInterpreterCallInterpretingEvent, ResponseCodeInterpreterCallExecutingEvent, ResponseCodeInterpreterCallCompletedEvent, ResponseCodeInterpreterCallCodeDeltaEvent, ResponseCodeInterpreterCallCodeDoneEvent, ResponseCodeExecutionCallInProgressEvent, ResponseCodeExecutionCallExecutingEvent, ResponseCodeExecutionCallCompletedEvent, ResponseMcpListToolsInProgressEvent, ResponseMcpListToolsCompletedEvent, ResponseMcpListToolsFailedEvent, ResponseMcpCallInProgressEvent, ResponseMcpCallExecutingEvent, ResponseMcpCallCompletedEvent, ResponseMcpCallFailedEvent, ResponseMcpCallArgumentsDeltaEvent, ResponseMcpCallArgumentsDoneEvent, ResponseMcpCallOutputDeltaEvent, ResponseMcpCallOutputDoneEvent, ResponseImageGenerationCallInProgressEvent, ResponseImageGenerationCallGeneratingEvent, ResponseImageGenerationCallPartialImageEvent, ResponseImageGenerationCallCompletedEvent, ResponseErrorEvent, ResponsePingEvent]), unknownVariant("type", ["response.created","response.queued","response.in_progress","response.completed","response.incomplete","response.failed","response.cancelled","response.done","response.output_item.added","response.output_item.done","response.content_part.added","response.content_part.done","response.output_text.delta","response.output_text.done","response.output_text.annotation.added","response.refusal.delta","response.refusal.done","response.reasoning_summary_part.added","response.reasoning_summary_part.done","response.reasoning_summary_text.delta","response.reasoning_summary_text.done","response.reasoning_text.delta","response.reasoning_text.done","response.function_call_arguments.delta","response.function_call_arguments.done","response.custom_tool_call_input.delta","response.custom_tool_call_input.done","response.web_search_call.in_progress","response.web_search_call.searching","response.web_search_call.completed","response.x_search_call.in_progress","response.x_search_call.searching","response.x_search_call.completed","response.file_search_call.in_progress","response.file_search_call.searching","response.file_search_call.completed","response.code_interpreter_call.in_progress","response.code_interpreter_call.interpreting","response.code_interpreter_call.executing","response.code_interpreter_call.completed","response.code_interpreter_call_code.delta","response.code_interpreter_call_code.done","response.code_execution_call.in_progress","response.code_execution_call.executing","response.code_execution_call.completed","response.mcp_list_tools.in_progress","response.mcp_list_tools.completed","response.mcp_list_tools.failed","response.mcp_call.in_progress","response.mcp_call.executing","response.mcp_call.completed","response.mcp_call.failed","response.mcp_call_arguments.delta","response.mcp_call_arguments.done","response.mcp_call_output.delta","response.mcp_call_output.done","response.image_generation_call.in_progress","response.image_generation_call.generating","response.image_generation_call.partial_image","response.image_generation_call.completed","error","ping"])]))();
