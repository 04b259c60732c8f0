import type { ListModelsResponse, Model } from "./generated/models.gen.ts";
import { createTransport, type RequestOptions, type XaiOptions } from "./http/transport.ts";
import type { XaiStream } from "./http/xai-stream.ts";
import {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatCompletionCreateParams,
  type ChatCompletionCreateParamsNonStreaming,
  type ChatCompletionCreateParamsStreaming,
  createChatCompletion,
} from "./resources/chat.ts";
import { listModels, retrieveModel } from "./resources/models.ts";
import {
  createResponse,
  type ModelResponse,
  type ResponseCreateParams,
  type ResponseCreateParamsNonStreaming,
  type ResponseCreateParamsStreaming,
  type ResponseStreamEvent,
} from "./resources/responses.ts";

/** A plain and a streaming way of one operation, told apart by `stream`. */
interface Create<Plain, Streaming, Params, Answer, Event extends object> {
  (params: Plain, options?: RequestOptions): Promise<Answer>;
  (params: Streaming, options?: RequestOptions): Promise<XaiStream<Event>>;
  (params: Params, options?: RequestOptions): Promise<Answer | XaiStream<Event>>;
}

/** A client of the whole API, its operations named as users of the `openai` package know them. */
export interface Xai {
  chat: {
    completions: {
      /** {@inheritDoc createChatCompletion} */
      create: Create<
        ChatCompletionCreateParamsNonStreaming,
        ChatCompletionCreateParamsStreaming,
        ChatCompletionCreateParams,
        ChatCompletion,
        ChatCompletionChunk
      >;
    };
  };
  responses: {
    /** {@inheritDoc createResponse} */
    create: Create<
      ResponseCreateParamsNonStreaming,
      ResponseCreateParamsStreaming,
      ResponseCreateParams,
      ModelResponse,
      ResponseStreamEvent
    >;
  };
  models: {
    /** {@inheritDoc listModels} */
    list(options?: RequestOptions): Promise<ListModelsResponse>;
    /** {@inheritDoc retrieveModel} */
    retrieve(modelId: string, options?: RequestOptions): Promise<Model>;
  };
}

/**
 * A client for the xAI API, or for a proxy in front of it.
 *
 * @example
 * const xai = createXai({ baseURL: "http://localhost:8787/v1" });
 * const stream = await xai.chat.completions.create({
 *   model: "grok-4",
 *   messages: [{ role: "user", content: "Why is the sky blue?" }],
 *   stream: true,
 * });
 * for await (const chunk of stream) console.log(chunk.choices[0]?.delta.content);
 *
 * @throws XaiOptionsError when the options cannot work, or would show an xAI API key to a page.
 */
export function createXai(options?: XaiOptions): Xai {
  const transport = createTransport(options);
  return {
    chat: {
      completions: {
        create: createChatCompletion.bind(null, transport) as Xai["chat"]["completions"]["create"],
      },
    },
    responses: { create: createResponse.bind(null, transport) as Xai["responses"]["create"] },
    models: {
      list: listModels.bind(null, transport),
      retrieve: retrieveModel.bind(null, transport),
    },
  };
}
