import type { SampleRequest, SampleResponse, SampleResponseChunk } from "../generated/completions.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import type { XaiStream } from "../http/xai-stream.ts";
import { ask } from "./ask.ts";

/** What {@link createCompletion} sends. */
export type CompletionCreateParams = SampleRequest;
export type CompletionCreateParamsNonStreaming = SampleRequest & { stream?: false | null | undefined };
export type CompletionCreateParamsStreaming = SampleRequest & { stream: true };
export type { SampleResponse as Completion, SampleResponseChunk as CompletionChunk };

/**
 * Continues a text, with models that do not reason: `POST /v1/completions`, an older interface. With `stream: true` the
 * continuation comes as its chunks, ended by `[DONE]`.
 *
 * @throws XaiOptionsError for an empty `prompt`, XaiApiError (400 for a reasoning model), XaiConnectionError,
 * XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function createCompletion(
  transport: Transport,
  params: CompletionCreateParamsNonStreaming,
  options?: RequestOptions,
): Promise<SampleResponse>;
export function createCompletion(
  transport: Transport,
  params: CompletionCreateParamsStreaming,
  options?: RequestOptions,
): Promise<XaiStream<SampleResponseChunk>>;
export function createCompletion(
  transport: Transport,
  params: CompletionCreateParams,
  options?: RequestOptions,
): Promise<SampleResponse | XaiStream<SampleResponseChunk>>;
export function createCompletion(
  transport: Transport,
  params: CompletionCreateParams,
  options?: RequestOptions,
): Promise<SampleResponse | XaiStream<SampleResponseChunk>> {
  return ask(transport, "/completions", params, "prompt", options);
}
