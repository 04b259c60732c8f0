export type * as Wire from "./generated/wire.gen.ts";
export { createXai, type Xai } from "./client.ts";
export {
  type AnyXaiError,
  isXaiError,
  type RequestFacts,
  XaiApiError,
  XaiConnectionError,
  XaiError,
  XaiOptionsError,
  XaiProtocolError,
  XaiTimeoutError,
} from "./errors.ts";
export { type EventStreamOptions, readEventStream } from "./http/read-event-stream.ts";
export {
  type CallOptions,
  createTransport,
  type Fetch,
  type RequestOptions,
  type Token,
  type Transport,
  type XaiOptions,
} from "./http/transport.ts";
export type { EndsStream, ResponseFacts, SseEvent, XaiStream } from "./http/xai-stream.ts";
export { type ApiKey, type Me, retrieveApiKey, retrieveMe } from "./resources/account.ts";
export {
  type Batch,
  type BatchCreateParams,
  type BatchRequestMetadata,
  type BatchRequestsCreateParams,
  type BatchResult,
  cancelBatch,
  createBatch,
  createBatchRequests,
  listBatches,
  listBatchRequests,
  listBatchResults,
  retrieveBatch,
  waitForBatch,
} from "./resources/batches.ts";
export {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatCompletionCreateParams,
  type ChatCompletionCreateParamsNonStreaming,
  type ChatCompletionCreateParamsStreaming,
  createChatCompletion,
  createDeferredChatCompletion,
  type DeferredChatCompletion,
  type DeferredChatCompletionCreateParams,
  retrieveDeferredChatCompletion,
  waitForDeferredChatCompletion,
} from "./resources/chat.ts";
export {
  type CompleteAnswer,
  type CompleteAnswerChunk,
  type CompleteCreateParams,
  type CompleteCreateParamsNonStreaming,
  type CompleteCreateParamsStreaming,
  createComplete,
} from "./resources/complete.ts";
export {
  type Completion,
  type CompletionChunk,
  type CompletionCreateParams,
  type CompletionCreateParamsNonStreaming,
  type CompletionCreateParamsStreaming,
  createCompletion,
} from "./resources/completions.ts";
export { type BilledUsage, costOf } from "./resources/cost-of.ts";
export {
  createCustomVoice,
  type CustomVoice,
  type CustomVoiceCreateParams,
  deleteCustomVoice,
  listCustomVoices,
  retrieveCustomVoice,
  retrieveCustomVoiceAudio,
  updateCustomVoice,
} from "./resources/custom-voices.ts";
export { toDataUrl } from "./resources/data-url.ts";
export {
  type DocumentSearchParams,
  type DocumentSearchResponse,
  searchDocuments,
} from "./resources/documents.ts";
export type { Download } from "./resources/download.ts";
export {
  type EmbeddingModel,
  listEmbeddingModels,
  retrieveEmbeddingModel,
} from "./resources/embedding-models.ts";
export {
  createEmbedding,
  type EmbeddingCreateParams,
  type EmbeddingResponse,
} from "./resources/embeddings.ts";
export { estimateCost, type TokenUsage } from "./resources/estimate-cost.ts";
export {
  createFile,
  createPublicUrl,
  deleteFile,
  type FileCreateParams,
  listFiles,
  retrieveFile,
  retrieveFileContent,
  revokePublicUrl,
  type StoredFile,
} from "./resources/files.ts";
export {
  type ImageGenerationModel,
  listImageGenerationModels,
  retrieveImageGenerationModel,
} from "./resources/image-generation-models.ts";
export type { ImageInput } from "./resources/image-url.ts";
export {
  type DeferredImages,
  editImage,
  type GeneratedImageResponse,
  generateImage,
  type ImageEditParams,
  type ImageGenerateParams,
  retrieveImages,
  type StartedJob,
  waitForImages,
} from "./resources/images.ts";
export {
  type LanguageModel,
  listLanguageModels,
  retrieveLanguageModel,
} from "./resources/language-models.ts";
export {
  createMessage,
  type MessageCreateParams,
  type MessageCreateParamsNonStreaming,
  type MessageCreateParamsStreaming,
  type MessageResponse,
  type MessageStreamEvent,
} from "./resources/messages.ts";
export type { ModelPrices, TokenPrices, WirePrices } from "./resources/model-prices.ts";
export { listModels, type Model, retrieveModel } from "./resources/models.ts";
export {
  type CatalogModel,
  createCatalog,
  listCatalog,
  type ModelCatalog,
  type ModelKind,
  type ModelLists,
} from "./resources/models-catalog.ts";
export type { Uploadable } from "./resources/multipart.ts";
export type { Paged } from "./resources/paged.ts";
export type { WaitOptions } from "./resources/poll.ts";
export {
  type ClientSecret,
  type ClientSecretCreateParams,
  createClientSecret,
} from "./resources/realtime.ts";
export {
  type CompactedResponse,
  compactResponse,
  createResponse,
  deleteResponse,
  type InputItemListParams,
  listInputItems,
  type ModelResponse,
  type ResponseCompactParams,
  type ResponseCreateParams,
  type ResponseCreateParamsNonStreaming,
  type ResponseCreateParamsStreaming,
  type ResponseDeleted,
  type ResponseInputItem,
  type ResponseInputItemPage,
  type ResponseStreamEvent,
  retrieveResponse,
} from "./resources/responses.ts";
export {
  createSkill,
  type DeletedSkill,
  deleteSkill,
  listSkills,
  retrieveSkill,
  retrieveSkillContent,
  type Skill,
  type SkillCreateParams,
  type SkillList,
} from "./resources/skills.ts";
export {
  createSpeech,
  listVoices,
  retrieveVoice,
  type SpeechCreateParams,
  type SpeechWithTimestamps,
  type Voice,
} from "./resources/speech.ts";
export { type TokenizeParams, type TokenizeResponse, tokenizeText } from "./resources/tokenize.ts";
export {
  createTranscription,
  type Transcription,
  type TranscriptionCreateParams,
} from "./resources/transcriptions.ts";
export {
  listVideoGenerationModels,
  retrieveVideoGenerationModel,
  type VideoGenerationModel,
} from "./resources/video-generation-models.ts";
export {
  editVideo,
  extendVideo,
  generateVideo,
  retrieveVideo,
  type VideoEditParams,
  type VideoExtendParams,
  type VideoGenerateParams,
  type VideoResponse,
  waitForVideo,
} from "./resources/videos.ts";
export {
  createSseDecoder,
  type OnSseEvent,
  type SseDecoder,
  type SseDecoderOptions,
} from "./sse/sse-decoder.ts";
export {
  checkStructured,
  parseStructured,
  type StructuredAnswer,
  type StructuredIssue,
  XaiStructuredOutputError,
} from "./structured/parse-structured.ts";
export type {
  SchemaIssue,
  SchemaOutput,
  SchemaResult,
  StandardSchema,
} from "./structured/standard-schema.ts";
export {
  type FunctionToolOptions,
  toFunctionTool,
  toResponseFunctionTool,
} from "./structured/to-function-tool.ts";
export { type FormatOptions, toResponseFormat, toTextFormat } from "./structured/to-response-format.ts";
export { toXaiJsonSchema, type XaiJsonSchema } from "./structured/to-xai-json-schema.ts";
export type { WithRemoved } from "./structured/with-removed.ts";
