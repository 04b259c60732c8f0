import * as api from "@xai-edge/schema/calls";
import type { Call } from "@xai-edge/schema/calls";
import type { OwnedKind } from "../policy/owned-id.ts";

/** What the route table knows of an operation beyond the ledger of the API. */
export interface OperationRule {
  /** The kind of the ids in the path, which the caller must own: it needs ownership. */
  readonly names?: OwnedKind;
  /** The id in the path is everybody's: a model, of those that may be asked, or a voice, unless it is somebody's own. */
  readonly shows?: "model" | "voice";
  /** The kind of the id that the answer hands out, and the field that carries it. */
  readonly handsOut?: { readonly kind: OwnedKind; readonly field: string };
  /** The field of the answer that tells of files which the call has stored. */
  readonly filesIn?: "output_files" | "data" | "video";
  /** The content types of its success. Default: JSON, and server-sent events. */
  readonly sends?: RegExp;
  /** A success ends the life of the id in the path. */
  readonly deletes?: boolean;
  /** The answer lists what belongs to the key: entries of others are taken out of it. */
  readonly lists?: {
    readonly kind: OwnedKind;
    readonly entries: string;
    readonly id: string;
    /** The field of an answer that tells where its page ends, and the parameter that takes it for the next. */
    readonly cursor: { readonly answer: string; readonly query: string };
  };
  /** Makes no sense, or is another user's, unless the proxy keeps account of who owns what. */
  readonly needsOwnership?: boolean;
}

const sound = /^(?:audio\/|application\/(?:json|octet-stream))/i;
/** What a caller has uploaded may be of any type. */
const anything = /./;
const byToken = { answer: "pagination_token", query: "pagination_token" };

/** Operations that may be switched on. SETTINGS.md says of every other one of the ledger why it may not. */
export const servedOperations: readonly (readonly [Call, OperationRule])[] = [
  [api.chatCompletionsCreate, { handsOut: { kind: "chat", field: "request_id" }, filesIn: "output_files" }],
  [api.chatCompletionsDeferredRetrieve, { names: "chat", filesIn: "output_files" }],
  [api.responsesCreate, { handsOut: { kind: "response", field: "id" } }],
  [api.responsesRetrieve, { names: "response" }],
  [api.responsesDelete, { names: "response", deletes: true }],
  [api.responsesInputItemsList, { names: "response" }],
  [api.responsesCompact, {}],
  [api.messagesCreate, {}],
  [api.completionsCreate, {}],
  [api.completeCreate, {}],
  [api.embeddingsCreate, {}],
  [api.tokenizeCreate, {}],
  [api.imagesGenerate, { handsOut: { kind: "image", field: "request_id" }, filesIn: "data" }],
  [api.imagesEdit, { handsOut: { kind: "image", field: "request_id" }, filesIn: "data" }],
  [api.imagesRetrieve, { names: "image", filesIn: "data" }],
  [api.videosGenerate, { handsOut: { kind: "video", field: "request_id" }, needsOwnership: true }],
  [api.videosEdit, { handsOut: { kind: "video", field: "request_id" }, needsOwnership: true }],
  [api.videosExtend, { handsOut: { kind: "video", field: "request_id" }, needsOwnership: true }],
  [api.videosRetrieve, { names: "video", filesIn: "video" }],
  [api.filesCreate, { handsOut: { kind: "file", field: "id" }, needsOwnership: true }],
  [
    api.filesList,
    { lists: { kind: "file", entries: "data", id: "id", cursor: byToken }, needsOwnership: true },
  ],
  [api.filesRetrieve, { names: "file" }],
  [api.filesDelete, { names: "file", deletes: true }],
  [api.filesContent, { names: "file", sends: anything }],
  [api.skillsCreate, { handsOut: { kind: "skill", field: "id" }, needsOwnership: true }],
  [
    api.skillsList,
    {
      lists: { kind: "skill", entries: "data", id: "id", cursor: { answer: "last_id", query: "after" } },
      needsOwnership: true,
    },
  ],
  [api.skillsRetrieve, { names: "skill" }],
  [api.skillsDelete, { names: "skill", deletes: true }],
  [api.skillsContentRetrieve, { names: "skill", sends: anything }],
  [api.modelsList, {}],
  [api.modelsRetrieve, { shows: "model" }],
  [api.languageModelsList, {}],
  [api.languageModelsRetrieve, { shows: "model" }],
  [api.embeddingModelsList, {}],
  [api.embeddingModelsRetrieve, { shows: "model" }],
  [api.imageGenerationModelsList, {}],
  [api.imageGenerationModelsRetrieve, { shows: "model" }],
  [api.videoGenerationModelsList, {}],
  [api.videoGenerationModelsRetrieve, { shows: "model" }],
  [api.ttsCreate, { sends: sound }],
  [api.ttsVoicesList, {}],
  [api.ttsVoicesRetrieve, { shows: "voice" }],
  [api.sttCreate, {}],
  [api.customVoicesCreate, { handsOut: { kind: "voice", field: "voice_id" }, needsOwnership: true }],
  [
    api.customVoicesList,
    {
      lists: { kind: "voice", entries: "voices", id: "voice_id", cursor: byToken },
      needsOwnership: true,
    },
  ],
  [api.customVoicesRetrieve, { names: "voice" }],
  [api.customVoicesUpdate, { names: "voice" }],
  [api.customVoicesDelete, { names: "voice", deletes: true }],
  [api.customVoicesAudio, { names: "voice", sends: sound }],
];
