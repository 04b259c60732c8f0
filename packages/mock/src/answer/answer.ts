import type { Wire } from "@xai-edge/core";

/** What the simulator says to a request, before limits and `stop` texts are applied. */
export interface Answer {
  /** The thinking that comes before the answer. A list goes out piece by piece as it is. */
  readonly reasoning?: string | readonly string[];
  /** The visible answer. A list goes out piece by piece as it is. */
  readonly text?: string | readonly string[];
  /** Functions to call, in this order, after the text. */
  readonly toolCalls?: readonly AnswerToolCall[];
}

/** A call of one of the request's functions. */
export interface AnswerToolCall {
  readonly name: string;
  /** The arguments, as JSON text or as an object that becomes it. */
  readonly arguments: string | Readonly<Record<string, unknown>>;
  /** The id of the call; one in xAI's form when left out. */
  readonly id?: string;
}

/** The request that a scripted answer is for. */
export type AnswerRequest = {
  /** Id of the model, aliases resolved. */
  readonly model: string;
  /** Text of the last message of the user. */
  readonly text: string;
  /** Which of the request's `n` answers it is, from 0. */
  readonly index: number;
} & (
  | { readonly operation: "chat.completions.create"; readonly body: Wire.ChatRequest }
  | { readonly operation: "responses.create"; readonly body: Wire.ModelRequest }
  | { readonly operation: "messages.create"; readonly body: Wire.MessageRequest }
  | { readonly operation: "completions.create"; readonly body: Wire.SampleRequest }
  | { readonly operation: "complete.create"; readonly body: Wire.CompleteRequest }
  /** A response in a realtime conversation; the body is the `response` of the event that asks for it. */
  | { readonly operation: "realtime.connect"; readonly body: Readonly<Record<string, unknown>> }
);

/** Says what the simulator answers; with `undefined` it answers by itself. */
export type AnswerScript = (
  request: AnswerRequest,
) => string | Answer | undefined | Promise<string | Answer | undefined>;
