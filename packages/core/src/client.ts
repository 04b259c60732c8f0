import { createTransport, type XaiOptions } from "./http/transport.ts";
import { type Bound, bindTree } from "./resources/bind-tree.ts";
import { createChatCompletion } from "./resources/chat.ts";
import { listModels, retrieveModel } from "./resources/models.ts";
import { createResponse } from "./resources/responses.ts";

/** A client of the API, its operations named as users of the `openai` package know them. */
export interface Xai {
  chat: {
    completions: {
      /** {@inheritDoc createChatCompletion} */
      create: Bound<typeof createChatCompletion>;
    };
  };
  responses: {
    /** {@inheritDoc createResponse} */
    create: Bound<typeof createResponse>;
  };
  models: {
    /** {@inheritDoc listModels} */
    list: Bound<typeof listModels>;
    /** {@inheritDoc retrieveModel} */
    retrieve: Bound<typeof retrieveModel>;
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
  return bindTree(createTransport(options), {
    chat: { completions: { create: createChatCompletion } },
    responses: { create: createResponse },
    models: { list: listModels, retrieve: retrieveModel },
  });
}
