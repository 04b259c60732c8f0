import { createTransport, type XaiOptions } from "./http/transport.ts";
import { type Bound, bindTree } from "./resources/bind-tree.ts";
import { retrieveApiKey, retrieveMe } from "./resources/account.ts";
import {
  createChatCompletion,
  createDeferredChatCompletion,
  retrieveDeferredChatCompletion,
  waitForDeferredChatCompletion,
} from "./resources/chat.ts";
import { createComplete } from "./resources/complete.ts";
import { createCompletion } from "./resources/completions.ts";
import { searchDocuments } from "./resources/documents.ts";
import { listEmbeddingModels, retrieveEmbeddingModel } from "./resources/embedding-models.ts";
import { createEmbedding } from "./resources/embeddings.ts";
import {
  listImageGenerationModels,
  retrieveImageGenerationModel,
} from "./resources/image-generation-models.ts";
import { listLanguageModels, retrieveLanguageModel } from "./resources/language-models.ts";
import { createMessage } from "./resources/messages.ts";
import { listModels, retrieveModel } from "./resources/models.ts";
import {
  compactResponse,
  createResponse,
  deleteResponse,
  listInputItems,
  retrieveResponse,
} from "./resources/responses.ts";
import { tokenizeText } from "./resources/tokenize.ts";
import {
  listVideoGenerationModels,
  retrieveVideoGenerationModel,
} from "./resources/video-generation-models.ts";

/** A client of the API, its operations named as users of the `openai` package know them. */
export interface Xai {
  chat: {
    completions: {
      /** {@inheritDoc createChatCompletion} */
      create: Bound<typeof createChatCompletion>;
      deferred: {
        /** {@inheritDoc createDeferredChatCompletion} */
        create: Bound<typeof createDeferredChatCompletion>;
        /** {@inheritDoc retrieveDeferredChatCompletion} */
        retrieve: Bound<typeof retrieveDeferredChatCompletion>;
        /** {@inheritDoc waitForDeferredChatCompletion} */
        wait: Bound<typeof waitForDeferredChatCompletion>;
      };
    };
  };
  responses: {
    /** {@inheritDoc createResponse} */
    create: Bound<typeof createResponse>;
    /** {@inheritDoc retrieveResponse} */
    retrieve: Bound<typeof retrieveResponse>;
    /** {@inheritDoc deleteResponse} */
    delete: Bound<typeof deleteResponse>;
    /** {@inheritDoc compactResponse} */
    compact: Bound<typeof compactResponse>;
    inputItems: {
      /** {@inheritDoc listInputItems} */
      list: Bound<typeof listInputItems>;
    };
  };
  messages: {
    /** {@inheritDoc createMessage} */
    create: Bound<typeof createMessage>;
  };
  completions: {
    /** {@inheritDoc createCompletion} */
    create: Bound<typeof createCompletion>;
  };
  complete: {
    /** {@inheritDoc createComplete} */
    create: Bound<typeof createComplete>;
  };
  embeddings: {
    /** {@inheritDoc createEmbedding} */
    create: Bound<typeof createEmbedding>;
  };
  tokenize: {
    /** {@inheritDoc tokenizeText} */
    create: Bound<typeof tokenizeText>;
  };
  documents: {
    /** {@inheritDoc searchDocuments} */
    search: Bound<typeof searchDocuments>;
  };
  models: {
    /** {@inheritDoc listModels} */
    list: Bound<typeof listModels>;
    /** {@inheritDoc retrieveModel} */
    retrieve: Bound<typeof retrieveModel>;
  };
  languageModels: {
    /** {@inheritDoc listLanguageModels} */
    list: Bound<typeof listLanguageModels>;
    /** {@inheritDoc retrieveLanguageModel} */
    retrieve: Bound<typeof retrieveLanguageModel>;
  };
  embeddingModels: {
    /** {@inheritDoc listEmbeddingModels} */
    list: Bound<typeof listEmbeddingModels>;
    /** {@inheritDoc retrieveEmbeddingModel} */
    retrieve: Bound<typeof retrieveEmbeddingModel>;
  };
  imageGenerationModels: {
    /** {@inheritDoc listImageGenerationModels} */
    list: Bound<typeof listImageGenerationModels>;
    /** {@inheritDoc retrieveImageGenerationModel} */
    retrieve: Bound<typeof retrieveImageGenerationModel>;
  };
  videoGenerationModels: {
    /** {@inheritDoc listVideoGenerationModels} */
    list: Bound<typeof listVideoGenerationModels>;
    /** {@inheritDoc retrieveVideoGenerationModel} */
    retrieve: Bound<typeof retrieveVideoGenerationModel>;
  };
  account: {
    /** {@inheritDoc retrieveApiKey} */
    apiKey: Bound<typeof retrieveApiKey>;
    /** {@inheritDoc retrieveMe} */
    me: Bound<typeof retrieveMe>;
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
    chat: {
      completions: {
        create: createChatCompletion,
        deferred: {
          create: createDeferredChatCompletion,
          retrieve: retrieveDeferredChatCompletion,
          wait: waitForDeferredChatCompletion,
        },
      },
    },
    responses: {
      create: createResponse,
      retrieve: retrieveResponse,
      delete: deleteResponse,
      compact: compactResponse,
      inputItems: { list: listInputItems },
    },
    messages: { create: createMessage },
    completions: { create: createCompletion },
    complete: { create: createComplete },
    embeddings: { create: createEmbedding },
    tokenize: { create: tokenizeText },
    documents: { search: searchDocuments },
    models: { list: listModels, retrieve: retrieveModel },
    languageModels: { list: listLanguageModels, retrieve: retrieveLanguageModel },
    embeddingModels: { list: listEmbeddingModels, retrieve: retrieveEmbeddingModel },
    imageGenerationModels: { list: listImageGenerationModels, retrieve: retrieveImageGenerationModel },
    videoGenerationModels: { list: listVideoGenerationModels, retrieve: retrieveVideoGenerationModel },
    account: { apiKey: retrieveApiKey, me: retrieveMe },
  });
}
