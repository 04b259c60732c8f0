// Written by `pnpm generate` from packages/schema/spec (source 85c0421be478). Do not edit.

import type { Operation } from "../operation.ts";

/** Every operation of the API that this project describes. */
export const operations: readonly Operation[] = [
  /** Answers a conversation of text and images, whole, streamed or deferred. */
  {"id":"chat.completions.create","method":"POST","path":"/v1/chat/completions","request":{"json":"ChatRequest"},"response":{"json":"ChatResponse"},"stream":"ChatResponseChunk","deferred":"StartDeferredChatResponse","errors":[400,422]},
  /** Fetches the answer of a deferred chat request, which is handed out once and within 24 hours. */
  {"id":"chat.completions.deferred.retrieve","method":"GET","path":"/v1/chat/deferred-completion/{request_id}","response":{"json":"ChatResponse"},"pending":202,"errors":[400,404]},
  /**
   * Answers text and images, with server-side tools on request; kept for 30 days unless `store` is `false`.
   */
  {"id":"responses.create","method":"POST","path":"/v1/responses","request":{"json":"ModelRequest"},"response":{"json":"ModelResponse"},"stream":"ResponseStreamEvent","errors":[400,422]},
  /** Fetches a stored response. */
  {"id":"responses.retrieve","method":"GET","path":"/v1/responses/{response_id}","response":{"json":"ModelResponse"},"errors":[400,404]},
  /** Deletes a stored response. */
  {"id":"responses.delete","method":"DELETE","path":"/v1/responses/{response_id}","response":{"json":"DeleteStoredCompletionResponse"},"errors":[400,404]},
  /** Lists what a stored response was given as input, page by page. */
  {"id":"responses.inputItems.list","method":"GET","path":"/v1/responses/{response_id}/input_items","query":"ListInputItemsParams","response":{"json":"ListInputItemsResponse"},"errors":[400,404],"textFields":{"limit":"number"}},
  /** Shortens a long input; what comes back begins the next input, unchanged. */
  {"id":"responses.compact","method":"POST","path":"/v1/responses/compact","request":{"json":"CompactRequest"},"response":{"json":"CompactResponse"},"errors":[400]},
  /** Answers a conversation in the shapes of Anthropic's Messages API. */
  {"id":"messages.create","method":"POST","path":"/v1/messages","request":{"json":"MessageRequest"},"response":{"json":"MessageResponse"},"stream":"MessageStreamEvent","errors":[400,422]},
  /** Continues a prompt; an older interface, which reasoning models do not serve. */
  {"id":"completions.create","method":"POST","path":"/v1/completions","request":{"json":"SampleRequest"},"response":{"json":"SampleResponse"},"stream":"SampleResponseChunk","errors":[400,422]},
  /** Continues a prompt in the shapes of Anthropic's older API, which reasoning models do not serve. */
  {"id":"complete.create","method":"POST","path":"/v1/complete","request":{"json":"CompleteRequest"},"response":{"json":"CompleteResponse"},"stream":"CompleteResponseChunk","errors":[400,422]},
  /** Turns text into vectors. */
  {"id":"embeddings.create","method":"POST","path":"/v1/embeddings","request":{"json":"EmbeddingRequest"},"response":{"json":"EmbeddingResponse"},"errors":[400,422]},
  /** Splits text into the tokens of a model. */
  {"id":"tokenize.create","method":"POST","path":"/v1/tokenize-text","request":{"json":"TokenizeRequest"},"response":{"json":"TokenizeResponse"},"errors":[400]},
  /** Finds the chunks of documents in collections that fit a query. */
  {"id":"documents.search","method":"POST","path":"/v1/documents/search","request":{"json":"SearchRequest"},"response":{"json":"SearchResponse"},"errors":[400]},
  /** Draws images from a prompt. */
  {"id":"images.generate","method":"POST","path":"/v1/images/generations","request":{"json":"GenerateImageRequest"},"response":{"json":"GeneratedImageResponse"},"deferred":"StartDeferredResponse","errors":[400,422]},
  /** Changes images as a prompt says. */
  {"id":"images.edit","method":"POST","path":"/v1/images/edits","request":{"json":"EditImageRequest"},"response":{"json":"GeneratedImageResponse"},"deferred":"StartDeferredResponse","errors":[400,422]},
  /** Fetches deferred images; other clients found that xAI has not switched this on yet. */
  {"id":"images.retrieve","method":"GET","path":"/v1/images/{request_id}","response":{"json":"GetDeferredImageResponse"},"pending":202,"errors":[404]},
  /** Starts a job that makes a video from a prompt, from an image or from both. */
  {"id":"videos.generate","method":"POST","path":"/v1/videos/generations","request":{"json":"GenerateVideoRequest"},"response":{"json":"StartDeferredResponse"},"errors":[400,422]},
  /** Starts a job that changes a video as a prompt says. */
  {"id":"videos.edit","method":"POST","path":"/v1/videos/edits","request":{"json":"EditVideoRequest"},"response":{"json":"StartDeferredResponse"},"errors":[400,422]},
  /** Starts a job that continues a video beyond its end. */
  {"id":"videos.extend","method":"POST","path":"/v1/videos/extensions","request":{"json":"ExtendVideoRequest"},"response":{"json":"StartDeferredResponse"},"errors":[400,422]},
  /** Fetches the state of a video job; a failed job answers 200 too, with `status` `failed`. */
  {"id":"videos.retrieve","method":"GET","path":"/v1/videos/{request_id}","response":{"json":"VideoResponse"},"pending":202,"errors":[400,404]},
  /** Uploads a file of at most 50 MB. */
  {"id":"files.create","method":"POST","path":"/v1/files","request":{"multipart":"UploadFileMultipartRequest","last":"file"},"response":{"json":"File"},"errors":[400,413],"textFields":{"expires_after":"number","file":"file"}},
  /** Lists the team's files, page by page. */
  {"id":"files.list","method":"GET","path":"/v1/files","query":"ListFilesParams","response":{"json":"ListFilesResponse"},"errors":[],"textFields":{"limit":"number"}},
  /** Fetches what is known about a file, without its bytes. */
  {"id":"files.retrieve","method":"GET","path":"/v1/files/{file_id}","response":{"json":"File"},"errors":[404]},
  /** Deletes a file for good. */
  {"id":"files.delete","method":"DELETE","path":"/v1/files/{file_id}","response":{"json":"DeleteFileResponse"},"errors":[404]},
  /** Downloads the bytes of a file, or its text. */
  {"id":"files.content","method":"GET","path":"/v1/files/{file_id}/content","query":"DownloadFileContentParams","response":{"bytes":true},"errors":[404]},
  /** Gives a file of at most 50 MiB an address that needs no key; a team may have 1000 of them. */
  {"id":"files.publicUrl.create","method":"POST","path":"/v1/files/{file_id}/public-url","request":{"json":"CreatePublicUrlRequest"},"response":{"json":"CreatePublicUrlResponse"},"errors":[400,404,429]},
  /** Takes a file's public address back; the file stays. */
  {"id":"files.publicUrl.revoke","method":"POST","path":"/v1/files/{file_id}/public-url/revoke","response":{"json":"RevokePublicUrlResponse"},"errors":[]},
  /** Uploads a skill, as a zip archive or file by file. */
  {"id":"skills.create","method":"POST","path":"/v1/skills","request":{"multipart":"UploadSkillMultipartRequest"},"response":{"json":"Skill"},"errors":[400,413],"textFields":{"files":"files"}},
  /** Lists the hosted skills, page by page. */
  {"id":"skills.list","method":"GET","path":"/v1/skills","query":"ListSkillsParams","response":{"json":"SkillList"},"errors":[],"textFields":{"limit":"number"}},
  /** Fetches what is known about a skill, without its files. */
  {"id":"skills.retrieve","method":"GET","path":"/v1/skills/{skill_id}","response":{"json":"Skill"},"errors":[404]},
  /** Deletes a skill. */
  {"id":"skills.delete","method":"DELETE","path":"/v1/skills/{skill_id}","response":{"json":"DeletedSkill"},"errors":[404]},
  /** Downloads a skill's files as a zip archive. */
  {"id":"skills.content.retrieve","method":"GET","path":"/v1/skills/{skill_id}/content","response":{"bytes":true},"errors":[404]},
  /** Creates a batch, empty or with the requests of an uploaded file. */
  {"id":"batches.create","method":"POST","path":"/v1/batches","request":{"json":"CreateBatchRequest"},"response":{"json":"Batch"},"errors":[]},
  /** Lists the team's batches, page by page. */
  {"id":"batches.list","method":"GET","path":"/v1/batches","query":"ListBatchesParams","response":{"json":"ListBatchesResponse"},"errors":[],"textFields":{"limit":"number"}},
  /** Fetches a batch, with how many of its requests are done. */
  {"id":"batches.retrieve","method":"GET","path":"/v1/batches/{batch_id}","response":{"json":"Batch"},"errors":[]},
  /** Cancels the requests of a batch that have not run yet. */
  {"id":"batches.cancel","method":"POST","path":"/v1/batches/{batch_id}:cancel","response":{"json":"Batch"},"errors":[]},
  /** Adds requests to a batch that was not made from a file. */
  {"id":"batches.requests.create","method":"POST","path":"/v1/batches/{batch_id}/requests","request":{"json":"AddBatchRequestsRequest"},"response":{"empty":true},"errors":[]},
  /** Lists where each request of a batch stands, page by page. */
  {"id":"batches.requests.list","method":"GET","path":"/v1/batches/{batch_id}/requests","query":"ListBatchRequestsParams","response":{"json":"ListBatchRequestsResponse"},"errors":[],"textFields":{"limit":"number"}},
  /** Lists the results that a batch has so far, page by page and in no particular order. */
  {"id":"batches.results.list","method":"GET","path":"/v1/batches/{batch_id}/results","query":"ListBatchResultsParams","response":{"json":"ListBatchResultsResponse"},"errors":[],"textFields":{"limit":"number"}},
  /** Lists the models that the key may use, of every kind. */
  {"id":"models.list","method":"GET","path":"/v1/models","response":{"json":"ListModelsResponse"},"errors":[400]},
  /** Fetches one model with its prices. */
  {"id":"models.retrieve","method":"GET","path":"/v1/models/{model_id}","response":{"json":"Model"},"errors":[400,404]},
  /** Lists the chat models in full, with prices, modalities and aliases. */
  {"id":"languageModels.list","method":"GET","path":"/v1/language-models","response":{"json":"ListLanguageModelsResponse"},"errors":[400]},
  /** Fetches one chat model in full. */
  {"id":"languageModels.retrieve","method":"GET","path":"/v1/language-models/{model_id}","response":{"json":"LanguageModel"},"errors":[400,404]},
  /** Lists the embedding models in full, with prices, modalities and aliases. */
  {"id":"embeddingModels.list","method":"GET","path":"/v1/embedding-models","response":{"json":"ListEmbeddingModelsResponse"},"errors":[400]},
  /** Fetches one embedding model in full. */
  {"id":"embeddingModels.retrieve","method":"GET","path":"/v1/embedding-models/{model_id}","response":{"json":"EmbeddingModel"},"errors":[400,404]},
  /** Lists the image models in full, with prices, modalities and aliases. */
  {"id":"imageGenerationModels.list","method":"GET","path":"/v1/image-generation-models","response":{"json":"ListImageGenerationModelsResponse"},"errors":[400]},
  /** Fetches one image model in full. */
  {"id":"imageGenerationModels.retrieve","method":"GET","path":"/v1/image-generation-models/{model_id}","response":{"json":"ImageGenerationModel"},"errors":[400,404]},
  /** Lists the video models in full. */
  {"id":"videoGenerationModels.list","method":"GET","path":"/v1/video-generation-models","response":{"json":"ListVideoGenerationModelsResponse"},"errors":[400]},
  /** Fetches one video model in full. */
  {"id":"videoGenerationModels.retrieve","method":"GET","path":"/v1/video-generation-models/{model_id}","response":{"json":"VideoGenerationModel"},"errors":[400,404]},
  /** Tells about the key in use: its name, its state and what it may do. */
  {"id":"account.apiKey","method":"GET","path":"/v1/api-key","response":{"json":"ApiKey"},"errors":[400]},
  /** Tells who is calling, by key or by OAuth token, and for which team. */
  {"id":"account.me","method":"GET","path":"/v1/me","response":{"json":"GetMeResponse"},"errors":[400]},
  /** Speaks a text, as audio that can be played while it arrives. */
  {"id":"tts.create","method":"POST","path":"/v1/tts","request":{"json":"SpeechRequest"},"response":{"bytes":true},"timestamps":"SpeechWithTimestamps","errors":[]},
  /** Lists the built-in voices. */
  {"id":"tts.voices.list","method":"GET","path":"/v1/tts/voices","response":{"json":"ListVoicesResponse"},"errors":[]},
  /** Fetches one built-in voice. */
  {"id":"tts.voices.retrieve","method":"GET","path":"/v1/tts/voices/{voice_id}","response":{"json":"Voice"},"errors":[]},
  /** Writes down what is said in a recording. */
  {"id":"stt.create","method":"POST","path":"/v1/stt","request":{"multipart":"TranscriptionMultipartRequest","last":"file"},"response":{"json":"Transcription"},"errors":[],"textFields":{"format":"boolean","diarize":"boolean","keyterm":"strings","filler_words":"boolean","multichannel":"boolean","channels":"number","vad_threshold":"number","sample_rate":"number","file":"file"}},
  /** Clones a voice from a recording; for enterprise teams only. */
  {"id":"customVoices.create","method":"POST","path":"/v1/custom-voices","request":{"multipart":"CreateCustomVoiceMultipartRequest","last":"file"},"response":{"json":"CustomVoice"},"errors":[],"textFields":{"file":"file"}},
  /** Lists the team's own voices, page by page. */
  {"id":"customVoices.list","method":"GET","path":"/v1/custom-voices","query":"ListCustomVoicesParams","response":{"json":"ListCustomVoicesResponse"},"errors":[],"textFields":{"limit":"number"}},
  /** Fetches one of the team's own voices. */
  {"id":"customVoices.retrieve","method":"GET","path":"/v1/custom-voices/{voice_id}","response":{"json":"CustomVoice"},"errors":[]},
  /** Changes the labels of one of the team's own voices. */
  {"id":"customVoices.update","method":"PATCH","path":"/v1/custom-voices/{voice_id}","request":{"json":"UpdateCustomVoiceRequest"},"response":{"json":"CustomVoice"},"errors":[]},
  /** Deletes one of the team's own voices. */
  {"id":"customVoices.delete","method":"DELETE","path":"/v1/custom-voices/{voice_id}","response":{"json":"DeletedCustomVoice"},"errors":[]},
  /** Downloads the recording that a voice was cloned from. */
  {"id":"customVoices.audio","method":"GET","path":"/v1/custom-voices/{voice_id}/audio","response":{"bytes":true},"errors":[]},
  /** Makes a short-lived secret with which a browser opens a realtime session. */
  {"id":"realtime.clientSecrets.create","method":"POST","path":"/v1/realtime/client_secrets","request":{"json":"CreateClientSecretRequest"},"response":{"json":"ClientSecret"},"errors":[]},
];
