export { createChatFold } from "./chat-fold.ts";
export { citationsOf, type StreamedCitation } from "./citations-of.ts";
export { createMeter, type MeterOptions, type MeterReading } from "./create-meter.ts";
export { foldChat } from "./fold-chat.ts";
export { foldMessage } from "./fold-message.ts";
export { foldResponse } from "./fold-response.ts";
export type { FoldedStream } from "./fold-stream.ts";
export type { Fold } from "./fold.ts";
export { fork, type ForkedStream, type ForkOptions, type Forks } from "./fork.ts";
export type { Growing } from "./growing.ts";
export { XaiJsonError } from "./json-error.ts";
export { jsonOf, type JsonOptions, type JsonStream } from "./json-of.ts";
export { createJsonParser, type JsonParser, type JsonParserOptions, type JsonPart } from "./json-parser.ts";
export { meter } from "./meter.ts";
export { createMessageFold } from "./message-fold.ts";
export { pace, type PaceOptions } from "./pace.ts";
export { reasoningOf } from "./reasoning-of.ts";
export { refusalOf } from "./refusal-of.ts";
export { createResponseFold } from "./response-fold.ts";
export { type ServerToolActivity, serverToolsOf } from "./server-tools-of.ts";
export { textOf } from "./text-of.ts";
export { toReadableStream } from "./to-readable-stream.ts";
export { type ToolCallDelta, toolCallDeltasOf } from "./tool-call-deltas-of.ts";
export type { StreamedToolCall } from "./tool-call-reader.ts";
export { toolCallsOf } from "./tool-calls-of.ts";
export { type StreamedUsage, usageOf } from "./usage-of.ts";
export type { ViewOptions } from "./view-options.ts";
export { wireEventsOf } from "./wire-events-of.ts";
export type { AnswerEvent, AnswerStream } from "./answer-event.ts";
export type { Asked } from "./ask-model.ts";
export { type ChatNext, chatProtocol } from "./chat-protocol.ts";
export { compactTurns } from "./compact-turns.ts";
export { conversationFromJson } from "./conversation-from-json.ts";
export {
  type Conversation,
  type ConversationJson,
  type ConversationOptions,
  createConversation,
  type SendOptions,
} from "./create-conversation.ts";
export {
  type CallContext,
  createTool,
  type PreparedCall,
  type RunnableTool,
  type ToolOptions,
} from "./create-tool.ts";
export { createToolbox, type Toolbox, type ToolboxOptions } from "./create-toolbox.ts";
export { type MessageNext, messageProtocol } from "./message-protocol.ts";
export type {
  AnyAnswer,
  Protocol,
  ToolCall,
  ToolDeclaration,
  ToolResult,
  Turn,
  TurnInput,
  UsageOf,
} from "./protocol.ts";
export { type ResponseNext, responseProtocol } from "./response-protocol.ts";
export type { ApprovableCall, Approval, CallEvent, CallFailure, ToolCallOptions } from "./run-call.ts";
export {
  runTools,
  type RunToolsOptions,
  type ToolRun,
  type ToolRunEvent,
  type ToolRunProgress,
  type ToolRunResult,
} from "./run-tools.ts";
export { type StoredResponseNext, storedResponseProtocol } from "./stored-response-protocol.ts";
export type { StreamedRun } from "./streamed-run.ts";
export { trimTurns, type TrimOptions } from "./trim-turns.ts";
export { fromResponse, type FromResponseOptions, type ReceivedStream } from "./page/from-response.ts";
export type { SseSource } from "./page/sse-events-of.ts";
export type { StreamFailure } from "./page/stream-failure.ts";
export { type ToEventStreamOptions, toEventStream } from "./page/to-event-stream.ts";
export { type ToJsonLinesResponseOptions, toJsonLinesResponse } from "./page/to-json-lines-response.ts";
export { type ToJsonLinesOptions, toJsonLines } from "./page/to-json-lines.ts";
export { type ToResponseOptions, toResponse } from "./page/to-response.ts";
export { type ToTextResponseOptions, toTextResponse } from "./page/to-text-response.ts";
export { type ToTextStreamOptions, toTextStream } from "./page/to-text-stream.ts";
export { createMemoryStore, type MemoryStoreOptions } from "./resume/create-memory-store.ts";
export type { EventLog, EventStore, LogEnd, LogPart, StoredEvent } from "./resume/event-store.ts";
export { record } from "./resume/record.ts";
export { type Connect, resumable, type ResumableOptions } from "./resume/resumable.ts";
export { resume, type ResumedStream } from "./resume/resume.ts";
