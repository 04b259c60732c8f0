export { createChatFold } from "./chat-fold.ts";
export { foldChat } from "./fold-chat.ts";
export type { Fold } from "./fold.ts";
export type { FoldedStream } from "./fold-stream.ts";
