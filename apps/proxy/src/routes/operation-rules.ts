import * as api from "@xai-edge/schema/calls";
import type { Call } from "@xai-edge/schema/calls";
import type { OwnedKind } from "../policy/owned-id.ts";

/** What the route table knows of an operation beyond the ledger of the API. */
export interface OperationRule {
  /** The kind of the ids in the path, which the caller must own. */
  readonly names?: OwnedKind;
  /** The kind of the id that the answer hands out, and the field that carries it. */
  readonly handsOut?: { readonly kind: OwnedKind; readonly field: string };
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

const byToken = { answer: "pagination_token", query: "pagination_token" };

/** Operations that may be switched on. Every other one of the ledger stands in {@link neverServed}. */
export const servedOperations: readonly (readonly [Call, OperationRule])[] = [
  [api.chatCompletionsCreate, { handsOut: { kind: "chat", field: "request_id" } }],
  [api.chatCompletionsDeferredRetrieve, { names: "chat", needsOwnership: true }],
  [api.responsesCreate, { handsOut: { kind: "response", field: "id" } }],
  [api.responsesRetrieve, { names: "response", needsOwnership: true }],
  [api.responsesDelete, { names: "response", deletes: true, needsOwnership: true }],
  [api.responsesInputItemsList, { names: "response", needsOwnership: true }],
  [api.responsesCompact, {}],
  [api.messagesCreate, {}],
  [api.completionsCreate, {}],
  [api.completeCreate, {}],
  [api.embeddingsCreate, {}],
  [api.tokenizeCreate, {}],
  [api.imagesGenerate, { handsOut: { kind: "image", field: "request_id" } }],
  [api.imagesEdit, { handsOut: { kind: "image", field: "request_id" } }],
  [api.imagesRetrieve, { names: "image", needsOwnership: true }],
  [api.videosGenerate, { handsOut: { kind: "video", field: "request_id" }, needsOwnership: true }],
  [api.videosEdit, { handsOut: { kind: "video", field: "request_id" }, needsOwnership: true }],
  [api.videosExtend, { handsOut: { kind: "video", field: "request_id" }, needsOwnership: true }],
  [api.videosRetrieve, { names: "video", needsOwnership: true }],
  [api.filesCreate, { handsOut: { kind: "file", field: "id" }, needsOwnership: true }],
  [
    api.filesList,
    { lists: { kind: "file", entries: "data", id: "id", cursor: byToken }, needsOwnership: true },
  ],
  [api.filesRetrieve, { names: "file", needsOwnership: true }],
  [api.filesDelete, { names: "file", deletes: true, needsOwnership: true }],
  [api.filesContent, { names: "file", needsOwnership: true }],
  [api.skillsCreate, { handsOut: { kind: "skill", field: "id" }, needsOwnership: true }],
  [
    api.skillsList,
    {
      lists: { kind: "skill", entries: "data", id: "id", cursor: { answer: "last_id", query: "after" } },
      needsOwnership: true,
    },
  ],
  [api.skillsRetrieve, { names: "skill", needsOwnership: true }],
  [api.skillsDelete, { names: "skill", deletes: true, needsOwnership: true }],
  [api.skillsContentRetrieve, { names: "skill", needsOwnership: true }],
  [api.modelsList, {}],
  [api.modelsRetrieve, {}],
  [api.languageModelsList, {}],
  [api.languageModelsRetrieve, {}],
  [api.embeddingModelsList, {}],
  [api.embeddingModelsRetrieve, {}],
  [api.imageGenerationModelsList, {}],
  [api.imageGenerationModelsRetrieve, {}],
  [api.videoGenerationModelsList, {}],
  [api.videoGenerationModelsRetrieve, {}],
  [api.ttsCreate, {}],
  [api.ttsVoicesList, {}],
  [api.ttsVoicesRetrieve, {}],
  [api.sttCreate, {}],
  [api.customVoicesCreate, { handsOut: { kind: "voice", field: "voice_id" }, needsOwnership: true }],
  [
    api.customVoicesList,
    {
      lists: { kind: "voice", entries: "voices", id: "voice_id", cursor: byToken },
      needsOwnership: true,
    },
  ],
  [api.customVoicesRetrieve, { names: "voice", needsOwnership: true }],
  [api.customVoicesUpdate, { names: "voice", needsOwnership: true }],
  [api.customVoicesDelete, { names: "voice", deletes: true, needsOwnership: true }],
  [api.customVoicesAudio, { names: "voice", needsOwnership: true }],
];

/** Operations that no setting switches on, with the reason. */
export const neverServed: Readonly<Record<string, string>> = {
  "account.apiKey": "it describes the proxy's own key",
  "account.me": "it describes the owner of the proxy's key",
  "documents.search":
    "collections belong to the key, and no call through the proxy makes one of a user's own",
  "files.publicUrl.create": "who has a public address needs no proxy, and no budget, to read",
  "files.publicUrl.revoke": "there are no public addresses to revoke",
  "batches.create":
    "a batch is billed when nobody waits for it, so that nothing would settle its reservation",
  "batches.list": "there are no batches",
  "batches.retrieve": "there are no batches",
  "batches.cancel": "there are no batches",
  "batches.requests.create": "there are no batches",
  "batches.requests.list": "there are no batches",
  "batches.results.list": "there are no batches",
  "realtime.clientSecrets.create":
    "it is a route of the proxy's own, which holds a reservation for as long as the secret lives",
};
