import type {
  CompleteRequest,
  CompleteResponse,
  CompleteResponseChunk,
} from "../generated/completions.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import type { XaiStream } from "../http/xai-stream.ts";
import { ask } from "./ask.ts";

/** What {@link createComplete} sends. */
export type CompleteCreateParams = CompleteRequest;
export type CompleteCreateParamsNonStreaming = CompleteRequest & { stream?: false | null | undefined };
export type CompleteCreateParamsStreaming = CompleteRequest & { stream: true };
export type { CompleteResponse as CompleteAnswer, CompleteResponseChunk as CompleteAnswerChunk };

/**
 * Continues a text in the shapes of Anthropic's former API, with models that do not reason: `POST /v1/complete`. With
 * `stream: true`, which xAI lists as unsupported, the continuation comes as its chunks, ended by `[DONE]`.
 *
 * @throws XaiOptionsError for an empty `prompt`, XaiApiError (400 for a reasoning model), XaiConnectionError,
 * XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function createComplete(
  transport: Transport,
  params: CompleteCreateParamsNonStreaming,
  options?: RequestOptions,
): Promise<CompleteResponse>;
export function createComplete(
  transport: Transport,
  params: CompleteCreateParamsStreaming,
  options?: RequestOptions,
): Promise<XaiStream<CompleteResponseChunk>>;
export function createComplete(
  transport: Transport,
  params: CompleteCreateParams,
  options?: RequestOptions,
): Promise<CompleteResponse | XaiStream<CompleteResponseChunk>>;
export function createComplete(
  transport: Transport,
  params: CompleteCreateParams,
  options?: RequestOptions,
): Promise<CompleteResponse | XaiStream<CompleteResponseChunk>> {
  return ask(transport, "/complete", params, "prompt", options);
}
