/** What belongs to xAI's key and not to a user, unless the proxy keeps account of it. */
export type OwnedKind = "response" | "file" | "batch" | "skill" | "chat" | "image" | "video" | "voice";

/** An id that the upstream handed out. */
export interface OwnedId {
  readonly kind: OwnedKind;
  readonly id: string;
}
