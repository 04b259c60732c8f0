import { createTransport, type XaiOptions } from "./http/transport.ts";
import { retrieveApiKey, retrieveMe } from "./resources/account.ts";
import {
  cancelBatch,
  createBatch,
  createBatchRequests,
  listBatches,
  listBatchRequests,
  listBatchResults,
  retrieveBatch,
  waitForBatch,
} from "./resources/batches.ts";
import { type Bound, bindTree } from "./resources/bind-tree.ts";
import {
  createChatCompletion,
  createDeferredChatCompletion,
  retrieveDeferredChatCompletion,
  waitForDeferredChatCompletion,
} from "./resources/chat.ts";
import { createComplete } from "./resources/complete.ts";
import { createCompletion } from "./resources/completions.ts";
import {
  createCustomVoice,
  deleteCustomVoice,
  listCustomVoices,
  retrieveCustomVoice,
  retrieveCustomVoiceAudio,
  updateCustomVoice,
} from "./resources/custom-voices.ts";
import { searchDocuments } from "./resources/documents.ts";
import { listEmbeddingModels, retrieveEmbeddingModel } from "./resources/embedding-models.ts";
import { createEmbedding } from "./resources/embeddings.ts";
import {
  createFile,
  createPublicUrl,
  deleteFile,
  listFiles,
  retrieveFile,
  retrieveFileContent,
  revokePublicUrl,
} from "./resources/files.ts";
import {
  listImageGenerationModels,
  retrieveImageGenerationModel,
} from "./resources/image-generation-models.ts";
import { editImage, generateImage, retrieveImages, waitForImages } from "./resources/images.ts";
import { listLanguageModels, retrieveLanguageModel } from "./resources/language-models.ts";
import { createMessage } from "./resources/messages.ts";
import { listModels, retrieveModel } from "./resources/models.ts";
import { listCatalog } from "./resources/models-catalog.ts";
import { createClientSecret } from "./resources/realtime.ts";
import {
  compactResponse,
  createResponse,
  deleteResponse,
  listInputItems,
  retrieveResponse,
} from "./resources/responses.ts";
import {
  createSkill,
  deleteSkill,
  listSkills,
  retrieveSkill,
  retrieveSkillContent,
} from "./resources/skills.ts";
import { createSpeech, listVoices, retrieveVoice } from "./resources/speech.ts";
import { tokenizeText } from "./resources/tokenize.ts";
import { createTranscription } from "./resources/transcriptions.ts";
import {
  listVideoGenerationModels,
  retrieveVideoGenerationModel,
} from "./resources/video-generation-models.ts";
import { editVideo, extendVideo, generateVideo, retrieveVideo, waitForVideo } from "./resources/videos.ts";

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
  images: {
    /** {@inheritDoc generateImage} */
    generate: Bound<typeof generateImage>;
    /** {@inheritDoc editImage} */
    edit: Bound<typeof editImage>;
    /** {@inheritDoc retrieveImages} */
    retrieve: Bound<typeof retrieveImages>;
    /** {@inheritDoc waitForImages} */
    wait: Bound<typeof waitForImages>;
  };
  videos: {
    /** {@inheritDoc generateVideo} */
    generate: Bound<typeof generateVideo>;
    /** {@inheritDoc editVideo} */
    edit: Bound<typeof editVideo>;
    /** {@inheritDoc extendVideo} */
    extend: Bound<typeof extendVideo>;
    /** {@inheritDoc retrieveVideo} */
    retrieve: Bound<typeof retrieveVideo>;
    /** {@inheritDoc waitForVideo} */
    wait: Bound<typeof waitForVideo>;
  };
  files: {
    /** {@inheritDoc createFile} */
    create: Bound<typeof createFile>;
    /** {@inheritDoc listFiles} */
    list: Bound<typeof listFiles>;
    /** {@inheritDoc retrieveFile} */
    retrieve: Bound<typeof retrieveFile>;
    /** {@inheritDoc deleteFile} */
    delete: Bound<typeof deleteFile>;
    /** {@inheritDoc retrieveFileContent} */
    content: Bound<typeof retrieveFileContent>;
    publicUrl: {
      /** {@inheritDoc createPublicUrl} */
      create: Bound<typeof createPublicUrl>;
      /** {@inheritDoc revokePublicUrl} */
      revoke: Bound<typeof revokePublicUrl>;
    };
  };
  skills: {
    /** {@inheritDoc createSkill} */
    create: Bound<typeof createSkill>;
    /** {@inheritDoc listSkills} */
    list: Bound<typeof listSkills>;
    /** {@inheritDoc retrieveSkill} */
    retrieve: Bound<typeof retrieveSkill>;
    /** {@inheritDoc deleteSkill} */
    delete: Bound<typeof deleteSkill>;
    content: {
      /** {@inheritDoc retrieveSkillContent} */
      retrieve: Bound<typeof retrieveSkillContent>;
    };
  };
  batches: {
    /** {@inheritDoc createBatch} */
    create: Bound<typeof createBatch>;
    /** {@inheritDoc listBatches} */
    list: Bound<typeof listBatches>;
    /** {@inheritDoc retrieveBatch} */
    retrieve: Bound<typeof retrieveBatch>;
    /** {@inheritDoc cancelBatch} */
    cancel: Bound<typeof cancelBatch>;
    /** {@inheritDoc waitForBatch} */
    wait: Bound<typeof waitForBatch>;
    requests: {
      /** {@inheritDoc createBatchRequests} */
      create: Bound<typeof createBatchRequests>;
      /** {@inheritDoc listBatchRequests} */
      list: Bound<typeof listBatchRequests>;
    };
    results: {
      /** {@inheritDoc listBatchResults} */
      list: Bound<typeof listBatchResults>;
    };
  };
  tts: {
    /** {@inheritDoc createSpeech} */
    create: Bound<typeof createSpeech>;
    voices: {
      /** {@inheritDoc listVoices} */
      list: Bound<typeof listVoices>;
      /** {@inheritDoc retrieveVoice} */
      retrieve: Bound<typeof retrieveVoice>;
    };
  };
  stt: {
    /** {@inheritDoc createTranscription} */
    create: Bound<typeof createTranscription>;
  };
  customVoices: {
    /** {@inheritDoc createCustomVoice} */
    create: Bound<typeof createCustomVoice>;
    /** {@inheritDoc listCustomVoices} */
    list: Bound<typeof listCustomVoices>;
    /** {@inheritDoc retrieveCustomVoice} */
    retrieve: Bound<typeof retrieveCustomVoice>;
    /** {@inheritDoc updateCustomVoice} */
    update: Bound<typeof updateCustomVoice>;
    /** {@inheritDoc deleteCustomVoice} */
    delete: Bound<typeof deleteCustomVoice>;
    /** {@inheritDoc retrieveCustomVoiceAudio} */
    audio: Bound<typeof retrieveCustomVoiceAudio>;
  };
  realtime: {
    clientSecrets: {
      /** {@inheritDoc createClientSecret} */
      create: Bound<typeof createClientSecret>;
    };
  };
  models: {
    /** {@inheritDoc listModels} */
    list: Bound<typeof listModels>;
    /** {@inheritDoc retrieveModel} */
    retrieve: Bound<typeof retrieveModel>;
    /** {@inheritDoc listCatalog} */
    catalog: Bound<typeof listCatalog>;
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
    images: { generate: generateImage, edit: editImage, retrieve: retrieveImages, wait: waitForImages },
    videos: {
      generate: generateVideo,
      edit: editVideo,
      extend: extendVideo,
      retrieve: retrieveVideo,
      wait: waitForVideo,
    },
    files: {
      create: createFile,
      list: listFiles,
      retrieve: retrieveFile,
      delete: deleteFile,
      content: retrieveFileContent,
      publicUrl: { create: createPublicUrl, revoke: revokePublicUrl },
    },
    skills: {
      create: createSkill,
      list: listSkills,
      retrieve: retrieveSkill,
      delete: deleteSkill,
      content: { retrieve: retrieveSkillContent },
    },
    batches: {
      create: createBatch,
      list: listBatches,
      retrieve: retrieveBatch,
      cancel: cancelBatch,
      wait: waitForBatch,
      requests: { create: createBatchRequests, list: listBatchRequests },
      results: { list: listBatchResults },
    },
    tts: { create: createSpeech, voices: { list: listVoices, retrieve: retrieveVoice } },
    stt: { create: createTranscription },
    customVoices: {
      create: createCustomVoice,
      list: listCustomVoices,
      retrieve: retrieveCustomVoice,
      update: updateCustomVoice,
      delete: deleteCustomVoice,
      audio: retrieveCustomVoiceAudio,
    },
    realtime: { clientSecrets: { create: createClientSecret } },
    models: { list: listModels, retrieve: retrieveModel, catalog: listCatalog },
    languageModels: { list: listLanguageModels, retrieve: retrieveLanguageModel },
    embeddingModels: { list: listEmbeddingModels, retrieve: retrieveEmbeddingModel },
    imageGenerationModels: { list: listImageGenerationModels, retrieve: retrieveImageGenerationModel },
    videoGenerationModels: { list: listVideoGenerationModels, retrieve: retrieveVideoGenerationModel },
    account: { apiKey: retrieveApiKey, me: retrieveMe },
  });
}
