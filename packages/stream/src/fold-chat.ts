import type { Wire } from "@xai-edge/core";
import { createChatFold } from "./chat-fold.ts";
import { type FoldedStream, foldStream } from "./fold-stream.ts";

/**
 * Folds a chat completion stream into what the same request returns without `stream`, while its chunks pass.
 *
 * @example
 * const answer = foldChat(await xai.chat.completions.create({ model: "grok-4", messages, stream: true }));
 * for await (const chunk of answer) show(answer.snapshot);
 * const { usage } = await answer.final();
 */
export function foldChat(
  source: AsyncIterable<Wire.ChatResponseChunk>,
): FoldedStream<Wire.ChatResponseChunk, Wire.ChatResponse> {
  return foldStream(source, createChatFold());
}
