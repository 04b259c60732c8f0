import type { ChatRequest, ChatResponse, ChatResponseChunk } from "../generated/chat.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { type ReadStream, readStream, type XaiStream } from "../http/xai-stream.ts";

/** What {@link createChatCompletion} sends: a `ChatRequest` whose answer comes at once. */
export type ChatCompletionCreateParams = Omit<ChatRequest, "deferred"> & {
  deferred?: false | null | undefined;
};
export type ChatCompletionCreateParamsNonStreaming = ChatCompletionCreateParams & {
  stream?: false | null | undefined;
};
export type ChatCompletionCreateParamsStreaming = ChatCompletionCreateParams & { stream: true };
export type { ChatResponse as ChatCompletion, ChatResponseChunk as ChatCompletionChunk };

/**
 * Asks a chat model: `POST /v1/chat/completions`. With `stream: true` the answer comes as its chunks, ended by `[DONE]`;
 * the last chunk before it carries the usage when `stream_options.include_usage` is set.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function createChatCompletion(
  transport: Transport,
  params: ChatCompletionCreateParamsNonStreaming,
  options?: RequestOptions,
): Promise<ChatResponse>;
export function createChatCompletion(
  transport: Transport,
  params: ChatCompletionCreateParamsStreaming,
  options?: RequestOptions,
): Promise<XaiStream<ChatResponseChunk>>;
export function createChatCompletion(
  transport: Transport,
  params: ChatCompletionCreateParams,
  options?: RequestOptions,
): Promise<ChatResponse | XaiStream<ChatResponseChunk>>;
export function createChatCompletion(
  transport: Transport,
  params: ChatCompletionCreateParams,
  options?: RequestOptions,
): Promise<ChatResponse | XaiStream<ChatResponseChunk>> {
  const call = { method: "POST", path: "/chat/completions", body: params } as const;
  if (!params.stream) return transport<ChatResponse>(call, options);
  return transport({ ...call, accept: "text/event-stream", read: readChunks }, options);
}

const readChunks: ReadStream<ChatResponseChunk> = /* @__PURE__ */ readStream<ChatResponseChunk>(() => false);
