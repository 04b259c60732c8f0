// Written by `pnpm generate` from packages/schema/spec (source 5f5b2610eefb). Do not edit.

import type { Call } from "../call.ts";
import {
  AddBatchRequestsRequest,
  ChatRequest,
  CompactRequest,
  CompleteRequest,
  CreateBatchRequest,
  CreateClientSecretRequest,
  CreateCustomVoiceMultipartRequest,
  CreatePublicUrlRequest,
  DownloadFileContentParams,
  EditImageRequest,
  EditVideoRequest,
  EmbeddingRequest,
  ExtendVideoRequest,
  GenerateImageRequest,
  GenerateVideoRequest,
  ListBatchRequestsParams,
  ListBatchResultsParams,
  ListBatchesParams,
  ListCustomVoicesParams,
  ListFilesParams,
  ListInputItemsParams,
  ListSkillsParams,
  MessageRequest,
  ModelRequest,
  SampleRequest,
  SearchRequest,
  SpeechRequest,
  TokenizeRequest,
  TranscriptionMultipartRequest,
  UpdateCustomVoiceRequest,
  UploadFileMultipartRequest,
  UploadSkillMultipartRequest,
} from "./shapes.gen.ts";

/** Answers a conversation of text and images, whole, streamed or deferred. */
export const chatCompletionsCreate: Call = {id:"chat.completions.create",method:"POST",path:"/v1/chat/completions",request:{json:ChatRequest}};
/** Fetches the answer of a deferred chat request, which is handed out once and within 24 hours. */
export const chatCompletionsDeferredRetrieve: Call = {id:"chat.completions.deferred.retrieve",method:"GET",path:"/v1/chat/deferred-completion/{request_id}"};
/**
 * Answers text and images, with server-side tools on request; kept for 30 days unless `store` is `false`.
 */
export const responsesCreate: Call = {id:"responses.create",method:"POST",path:"/v1/responses",request:{json:ModelRequest}};
/** Fetches a stored response. */
export const responsesRetrieve: Call = {id:"responses.retrieve",method:"GET",path:"/v1/responses/{response_id}"};
/** Deletes a stored response. */
export const responsesDelete: Call = {id:"responses.delete",method:"DELETE",path:"/v1/responses/{response_id}"};
/** Lists what a stored response was given as input, page by page. */
export const responsesInputItemsList: Call = {id:"responses.inputItems.list",method:"GET",path:"/v1/responses/{response_id}/input_items",query:ListInputItemsParams,textFields:{"limit":"number"}};
/** Shortens a long input; what comes back begins the next input, unchanged. */
export const responsesCompact: Call = {id:"responses.compact",method:"POST",path:"/v1/responses/compact",request:{json:CompactRequest}};
/** Answers a conversation in the shapes of Anthropic's Messages API. */
export const messagesCreate: Call = {id:"messages.create",method:"POST",path:"/v1/messages",request:{json:MessageRequest}};
/** Continues a prompt; an older interface, which reasoning models do not serve. */
export const completionsCreate: Call = {id:"completions.create",method:"POST",path:"/v1/completions",request:{json:SampleRequest}};
/** Continues a prompt in the shapes of Anthropic's older API, which reasoning models do not serve. */
export const completeCreate: Call = {id:"complete.create",method:"POST",path:"/v1/complete",request:{json:CompleteRequest}};
/** Turns text into vectors. */
export const embeddingsCreate: Call = {id:"embeddings.create",method:"POST",path:"/v1/embeddings",request:{json:EmbeddingRequest}};
/** Splits text into the tokens of a model. */
export const tokenizeCreate: Call = {id:"tokenize.create",method:"POST",path:"/v1/tokenize-text",request:{json:TokenizeRequest}};
/** Finds the chunks of documents in collections that fit a query. */
export const documentsSearch: Call = {id:"documents.search",method:"POST",path:"/v1/documents/search",request:{json:SearchRequest}};
/** Draws images from a prompt. */
export const imagesGenerate: Call = {id:"images.generate",method:"POST",path:"/v1/images/generations",request:{json:GenerateImageRequest}};
/** Changes images as a prompt says. */
export const imagesEdit: Call = {id:"images.edit",method:"POST",path:"/v1/images/edits",request:{json:EditImageRequest}};
/** Fetches deferred images; other clients found that xAI has not switched this on yet. */
export const imagesRetrieve: Call = {id:"images.retrieve",method:"GET",path:"/v1/images/{request_id}"};
/** Starts a job that makes a video from a prompt, from an image or from both. */
export const videosGenerate: Call = {id:"videos.generate",method:"POST",path:"/v1/videos/generations",request:{json:GenerateVideoRequest}};
/** Starts a job that changes a video as a prompt says. */
export const videosEdit: Call = {id:"videos.edit",method:"POST",path:"/v1/videos/edits",request:{json:EditVideoRequest}};
/** Starts a job that continues a video beyond its end. */
export const videosExtend: Call = {id:"videos.extend",method:"POST",path:"/v1/videos/extensions",request:{json:ExtendVideoRequest}};
/** Fetches the state of a video job; a failed job answers 200 too, with `status` `failed`. */
export const videosRetrieve: Call = {id:"videos.retrieve",method:"GET",path:"/v1/videos/{request_id}"};
/** Uploads a file of at most 50 MB. */
export const filesCreate: Call = {id:"files.create",method:"POST",path:"/v1/files",request:{multipart:UploadFileMultipartRequest,last:"file"},textFields:{"expires_after":"number","file":"file"}};
/** Lists the team's files, page by page. */
export const filesList: Call = {id:"files.list",method:"GET",path:"/v1/files",query:ListFilesParams,textFields:{"limit":"number"}};
/** Fetches what is known about a file, without its bytes. */
export const filesRetrieve: Call = {id:"files.retrieve",method:"GET",path:"/v1/files/{file_id}"};
/** Deletes a file for good. */
export const filesDelete: Call = {id:"files.delete",method:"DELETE",path:"/v1/files/{file_id}"};
/** Downloads the bytes of a file, or its text. */
export const filesContent: Call = {id:"files.content",method:"GET",path:"/v1/files/{file_id}/content",query:DownloadFileContentParams};
/** Gives a file of at most 50 MiB an address that needs no key; a team may have 1000 of them. */
export const filesPublicUrlCreate: Call = {id:"files.publicUrl.create",method:"POST",path:"/v1/files/{file_id}/public-url",request:{json:CreatePublicUrlRequest}};
/** Takes a file's public address back; the file stays. */
export const filesPublicUrlRevoke: Call = {id:"files.publicUrl.revoke",method:"POST",path:"/v1/files/{file_id}/public-url/revoke"};
/** Uploads a skill, as a zip archive or file by file. */
export const skillsCreate: Call = {id:"skills.create",method:"POST",path:"/v1/skills",request:{multipart:UploadSkillMultipartRequest},textFields:{"files":"files"}};
/** Lists the hosted skills, page by page. */
export const skillsList: Call = {id:"skills.list",method:"GET",path:"/v1/skills",query:ListSkillsParams,textFields:{"limit":"number"}};
/** Fetches what is known about a skill, without its files. */
export const skillsRetrieve: Call = {id:"skills.retrieve",method:"GET",path:"/v1/skills/{skill_id}"};
/** Deletes a skill. */
export const skillsDelete: Call = {id:"skills.delete",method:"DELETE",path:"/v1/skills/{skill_id}"};
/** Downloads a skill's files as a zip archive. */
export const skillsContentRetrieve: Call = {id:"skills.content.retrieve",method:"GET",path:"/v1/skills/{skill_id}/content"};
/** Creates a batch, empty or with the requests of an uploaded file. */
export const batchesCreate: Call = {id:"batches.create",method:"POST",path:"/v1/batches",request:{json:CreateBatchRequest}};
/** Lists the team's batches, page by page. */
export const batchesList: Call = {id:"batches.list",method:"GET",path:"/v1/batches",query:ListBatchesParams,textFields:{"limit":"number"}};
/** Fetches a batch, with how many of its requests are done. */
export const batchesRetrieve: Call = {id:"batches.retrieve",method:"GET",path:"/v1/batches/{batch_id}"};
/** Cancels the requests of a batch that have not run yet. */
export const batchesCancel: Call = {id:"batches.cancel",method:"POST",path:"/v1/batches/{batch_id}:cancel"};
/** Adds requests to a batch that was not made from a file. */
export const batchesRequestsCreate: Call = {id:"batches.requests.create",method:"POST",path:"/v1/batches/{batch_id}/requests",request:{json:AddBatchRequestsRequest}};
/** Lists where each request of a batch stands, page by page. */
export const batchesRequestsList: Call = {id:"batches.requests.list",method:"GET",path:"/v1/batches/{batch_id}/requests",query:ListBatchRequestsParams,textFields:{"limit":"number"}};
/** Lists the results that a batch has so far, page by page and in no particular order. */
export const batchesResultsList: Call = {id:"batches.results.list",method:"GET",path:"/v1/batches/{batch_id}/results",query:ListBatchResultsParams,textFields:{"limit":"number"}};
/** Lists the models that the key may use, of every kind. */
export const modelsList: Call = {id:"models.list",method:"GET",path:"/v1/models"};
/** Fetches one model with its prices. */
export const modelsRetrieve: Call = {id:"models.retrieve",method:"GET",path:"/v1/models/{model_id}"};
/** Lists the chat models in full, with prices, modalities and aliases. */
export const languageModelsList: Call = {id:"languageModels.list",method:"GET",path:"/v1/language-models"};
/** Fetches one chat model in full. */
export const languageModelsRetrieve: Call = {id:"languageModels.retrieve",method:"GET",path:"/v1/language-models/{model_id}"};
/** Lists the embedding models in full, with prices, modalities and aliases. */
export const embeddingModelsList: Call = {id:"embeddingModels.list",method:"GET",path:"/v1/embedding-models"};
/** Fetches one embedding model in full. */
export const embeddingModelsRetrieve: Call = {id:"embeddingModels.retrieve",method:"GET",path:"/v1/embedding-models/{model_id}"};
/** Lists the image models in full, with prices, modalities and aliases. */
export const imageGenerationModelsList: Call = {id:"imageGenerationModels.list",method:"GET",path:"/v1/image-generation-models"};
/** Fetches one image model in full. */
export const imageGenerationModelsRetrieve: Call = {id:"imageGenerationModels.retrieve",method:"GET",path:"/v1/image-generation-models/{model_id}"};
/** Lists the video models in full. */
export const videoGenerationModelsList: Call = {id:"videoGenerationModels.list",method:"GET",path:"/v1/video-generation-models"};
/** Fetches one video model in full. */
export const videoGenerationModelsRetrieve: Call = {id:"videoGenerationModels.retrieve",method:"GET",path:"/v1/video-generation-models/{model_id}"};
/** Tells about the key in use: its name, its state and what it may do. */
export const accountApiKey: Call = {id:"account.apiKey",method:"GET",path:"/v1/api-key"};
/** Tells who is calling, by key or by OAuth token, and for which team. */
export const accountMe: Call = {id:"account.me",method:"GET",path:"/v1/me"};
/** Speaks a text, as audio that can be played while it arrives. */
export const ttsCreate: Call = {id:"tts.create",method:"POST",path:"/v1/tts",request:{json:SpeechRequest}};
/** Lists the built-in voices. */
export const ttsVoicesList: Call = {id:"tts.voices.list",method:"GET",path:"/v1/tts/voices"};
/** Fetches one built-in voice. */
export const ttsVoicesRetrieve: Call = {id:"tts.voices.retrieve",method:"GET",path:"/v1/tts/voices/{voice_id}"};
/** Writes down what is said in a recording. */
export const sttCreate: Call = {id:"stt.create",method:"POST",path:"/v1/stt",request:{multipart:TranscriptionMultipartRequest,last:"file"},textFields:{"format":"boolean","diarize":"boolean","keyterm":"strings","filler_words":"boolean","multichannel":"boolean","channels":"number","vad_threshold":"number","sample_rate":"number","file":"file"}};
/** Clones a voice from a recording; for enterprise teams only. */
export const customVoicesCreate: Call = {id:"customVoices.create",method:"POST",path:"/v1/custom-voices",request:{multipart:CreateCustomVoiceMultipartRequest,last:"file"},textFields:{"file":"file"}};
/** Lists the team's own voices, page by page. */
export const customVoicesList: Call = {id:"customVoices.list",method:"GET",path:"/v1/custom-voices",query:ListCustomVoicesParams,textFields:{"limit":"number"}};
/** Fetches one of the team's own voices. */
export const customVoicesRetrieve: Call = {id:"customVoices.retrieve",method:"GET",path:"/v1/custom-voices/{voice_id}"};
/** Changes the labels of one of the team's own voices. */
export const customVoicesUpdate: Call = {id:"customVoices.update",method:"PATCH",path:"/v1/custom-voices/{voice_id}",request:{json:UpdateCustomVoiceRequest}};
/** Deletes one of the team's own voices. */
export const customVoicesDelete: Call = {id:"customVoices.delete",method:"DELETE",path:"/v1/custom-voices/{voice_id}"};
/** Downloads the recording that a voice was cloned from. */
export const customVoicesAudio: Call = {id:"customVoices.audio",method:"GET",path:"/v1/custom-voices/{voice_id}/audio"};
/** Makes a short-lived secret with which a browser opens a realtime session. */
export const realtimeClientSecretsCreate: Call = {id:"realtime.clientSecrets.create",method:"POST",path:"/v1/realtime/client_secrets",request:{json:CreateClientSecretRequest}};
