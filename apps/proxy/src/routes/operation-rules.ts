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
export const operationRules: Readonly<Record<string, OperationRule>> = {
  "chat.completions.create": { handsOut: { kind: "chat", field: "request_id" } },
  "chat.completions.deferred.retrieve": { names: "chat", needsOwnership: true },
  "responses.create": { handsOut: { kind: "response", field: "id" } },
  "responses.retrieve": { names: "response", needsOwnership: true },
  "responses.delete": { names: "response", deletes: true, needsOwnership: true },
  "responses.inputItems.list": { names: "response", needsOwnership: true },
  "responses.compact": {},
  "messages.create": {},
  "completions.create": {},
  "complete.create": {},
  "embeddings.create": {},
  "tokenize.create": {},
  "images.generate": { handsOut: { kind: "image", field: "request_id" } },
  "images.edit": { handsOut: { kind: "image", field: "request_id" } },
  "images.retrieve": { names: "image", needsOwnership: true },
  "videos.generate": { handsOut: { kind: "video", field: "request_id" }, needsOwnership: true },
  "videos.edit": { handsOut: { kind: "video", field: "request_id" }, needsOwnership: true },
  "videos.extend": { handsOut: { kind: "video", field: "request_id" }, needsOwnership: true },
  "videos.retrieve": { names: "video", needsOwnership: true },
  "files.create": { handsOut: { kind: "file", field: "id" }, needsOwnership: true },
  "files.list": { lists: { kind: "file", entries: "data", id: "id", cursor: byToken }, needsOwnership: true },
  "files.retrieve": { names: "file", needsOwnership: true },
  "files.delete": { names: "file", deletes: true, needsOwnership: true },
  "files.content": { names: "file", needsOwnership: true },
  "skills.create": { handsOut: { kind: "skill", field: "id" }, needsOwnership: true },
  "skills.list": {
    lists: { kind: "skill", entries: "data", id: "id", cursor: { answer: "last_id", query: "after" } },
    needsOwnership: true,
  },
  "skills.retrieve": { names: "skill", needsOwnership: true },
  "skills.delete": { names: "skill", deletes: true, needsOwnership: true },
  "skills.content.retrieve": { names: "skill", needsOwnership: true },
  "models.list": {},
  "models.retrieve": {},
  "languageModels.list": {},
  "languageModels.retrieve": {},
  "embeddingModels.list": {},
  "embeddingModels.retrieve": {},
  "imageGenerationModels.list": {},
  "imageGenerationModels.retrieve": {},
  "videoGenerationModels.list": {},
  "videoGenerationModels.retrieve": {},
  "tts.create": {},
  "tts.voices.list": {},
  "tts.voices.retrieve": {},
  "stt.create": {},
  "customVoices.create": { handsOut: { kind: "voice", field: "voice_id" }, needsOwnership: true },
  "customVoices.list": {
    lists: { kind: "voice", entries: "voices", id: "voice_id", cursor: byToken },
    needsOwnership: true,
  },
  "customVoices.retrieve": { names: "voice", needsOwnership: true },
  "customVoices.update": { names: "voice", needsOwnership: true },
  "customVoices.delete": { names: "voice", deletes: true, needsOwnership: true },
  "customVoices.audio": { names: "voice", needsOwnership: true },
};

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
