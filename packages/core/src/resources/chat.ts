import type {
  ChatRequest,
  ChatResponse,
  ChatResponseChunk,
  StartDeferredChatResponse,
} from "../generated/chat.gen.ts";
import { readJson } from "../http/read-json.ts";
import { readText } from "../http/read-text.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import type { XaiStream } from "../http/xai-stream.ts";
import { ask } from "./ask.ts";
import { checkShown } from "./check-shown.ts";
import { expectSome } from "./expect-some.ts";
import { path } from "./path.ts";
import { poll, type WaitOptions } from "./poll.ts";

/** What {@link createChatCompletion} sends: a `ChatRequest` whose answer comes at once. */
export type ChatCompletionCreateParams = Omit<ChatRequest, "deferred"> & {
  deferred?: false | null | undefined;
};
export type ChatCompletionCreateParamsNonStreaming = ChatCompletionCreateParams & {
  stream?: false | null | undefined;
};
export type ChatCompletionCreateParamsStreaming = ChatCompletionCreateParams & { stream: true };
/** What {@link createDeferredChatCompletion} sends; `deferred: true` is added. */
export type DeferredChatCompletionCreateParams = Omit<ChatRequest, "deferred" | "stream" | "stream_options">;
export type {
  ChatResponse as ChatCompletion,
  ChatResponseChunk as ChatCompletionChunk,
  StartDeferredChatResponse as DeferredChatCompletion,
};

const PATH = "/chat/completions";

/**
 * Asks a chat model: `POST /v1/chat/completions`. With `stream: true` the answer comes as its chunks, ended by `[DONE]`;
 * the last chunk before it carries the usage when `stream_options.include_usage` is set.
 *
 * @throws XaiOptionsError for empty `messages` or a picture as a data URL that is no JPEG, PNG or WebP; XaiApiError,
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
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
  return ask(transport, PATH, params, "messages", options);
}

/**
 * Asks a chat model for an answer that is fetched later, by the `request_id` that comes back at once:
 * `POST /v1/chat/completions` with `deferred: true`.
 *
 * @throws XaiOptionsError for empty `messages` or a picture as a data URL that is no JPEG, PNG or WebP; XaiApiError,
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function createDeferredChatCompletion(
  transport: Transport,
  params: DeferredChatCompletionCreateParams,
  options?: RequestOptions,
): Promise<StartDeferredChatResponse> {
  expectSome(params, "messages");
  checkShown(params.messages);
  return transport({ method: "POST", path: PATH, body: { ...params, deferred: true } }, options);
}

/**
 * The answer of a deferred request, undefined while the model works: `GET /v1/chat/deferred-completion/{request_id}`.
 * It is handed out once, within 24 hours.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is none, or not any more),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveDeferredChatCompletion(
  transport: Transport,
  requestId: string,
  options?: RequestOptions,
): Promise<ChatResponse | undefined> {
  return transport(
    {
      method: "GET",
      path: path`/chat/deferred-completion/${requestId}`,
      read: async (exchange) => {
        if (exchange.response.status !== 202) return readJson<ChatResponse>(exchange);
        // Read to its end, the connection can be used for the next look.
        await readText(exchange);
        return undefined;
      },
    },
    options,
  );
}

/**
 * Waits for the answer of a deferred request, at most 10 minutes unless `maxWaitMs` says otherwise:
 * `GET /v1/chat/deferred-completion/{request_id}`, again and again.
 *
 * @throws XaiTimeoutError (`wait`) when the model still works then: the answer can be waited for again. Else what
 * {@link retrieveDeferredChatCompletion} throws.
 */
export function waitForDeferredChatCompletion(
  transport: Transport,
  requestId: string,
  options?: WaitOptions<undefined>,
): Promise<ChatResponse> {
  return poll<undefined, ChatResponse>(
    (each) => retrieveDeferredChatCompletion(transport, requestId, each),
    (answer) => answer !== undefined,
    options,
  );
}
