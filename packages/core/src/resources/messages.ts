import type { MessageRequest, MessageResponse } from "../generated/messages.gen.ts";
import type { MessageStreamEvent } from "../generated/messages-events.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import type { XaiStream } from "../http/xai-stream.ts";
import { ask } from "./ask.ts";

/** What {@link createMessage} sends. */
export type MessageCreateParams = MessageRequest;
export type MessageCreateParamsNonStreaming = MessageRequest & { stream?: false | null | undefined };
export type MessageCreateParamsStreaming = MessageRequest & { stream: true };
export type { MessageResponse, MessageStreamEvent };

/**
 * Asks a model in the shapes of Anthropic's Messages API: `POST /v1/messages`. With `stream: true` the answer comes as
 * its events, ended by `message_stop`.
 *
 * @throws XaiOptionsError for empty `messages`, XaiApiError (also for an `error` event), XaiConnectionError,
 * XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function createMessage(
  transport: Transport,
  params: MessageCreateParamsNonStreaming,
  options?: RequestOptions,
): Promise<MessageResponse>;
export function createMessage(
  transport: Transport,
  params: MessageCreateParamsStreaming,
  options?: RequestOptions,
): Promise<XaiStream<MessageStreamEvent>>;
export function createMessage(
  transport: Transport,
  params: MessageCreateParams,
  options?: RequestOptions,
): Promise<MessageResponse | XaiStream<MessageStreamEvent>>;
export function createMessage(
  transport: Transport,
  params: MessageCreateParams,
  options?: RequestOptions,
): Promise<MessageResponse | XaiStream<MessageStreamEvent>> {
  return ask<MessageResponse, MessageStreamEvent, MessageCreateParams>(
    transport,
    "/messages",
    params,
    "messages",
    options,
    ({ type }) => type === "message_stop",
  );
}
