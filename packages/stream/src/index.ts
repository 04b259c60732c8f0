export { createChatFold } from "./chat-fold.ts";
export { foldChat } from "./fold-chat.ts";
export { foldResponse } from "./fold-response.ts";
export type { FoldedStream } from "./fold-stream.ts";
export type { Fold } from "./fold.ts";
export { createResponseFold } from "./response-fold.ts";
