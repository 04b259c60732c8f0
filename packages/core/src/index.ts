export type * as Wire from "./generated/wire.gen.ts";
export { createXai, type Xai } from "./client.ts";
export {
  type AnyXaiError,
  isXaiError,
  type RequestFacts,
  XaiApiError,
  XaiConnectionError,
  XaiError,
  XaiOptionsError,
  XaiProtocolError,
  XaiTimeoutError,
} from "./errors.ts";
export {
  type CallOptions,
  createTransport,
  type Fetch,
  type RequestOptions,
  type Token,
  type Transport,
  type XaiOptions,
} from "./http/transport.ts";
export type { ResponseFacts, XaiStream } from "./http/xai-stream.ts";
export {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatCompletionCreateParams,
  type ChatCompletionCreateParamsNonStreaming,
  type ChatCompletionCreateParamsStreaming,
  createChatCompletion,
} from "./resources/chat.ts";
export { listModels, type Model, retrieveModel } from "./resources/models.ts";
export {
  createResponse,
  type ModelResponse,
  type ResponseCreateParams,
  type ResponseCreateParamsNonStreaming,
  type ResponseCreateParamsStreaming,
  type ResponseStreamEvent,
} from "./resources/responses.ts";
export {
  createSseDecoder,
  type OnSseEvent,
  type SseDecoder,
  type SseDecoderOptions,
} from "./sse/sse-decoder.ts";
