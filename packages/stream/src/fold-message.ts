import type { Wire } from "@xai-edge/core";
import { type FoldedStream, foldStream } from "./fold-stream.ts";
import { createMessageFold } from "./message-fold.ts";

/**
 * Folds a streamed message into what the same request returns without `stream`, while its events pass.
 *
 * @example
 * const answer = foldMessage(await xai.messages.create({ model: "grok-4", messages, max_tokens: 900, stream: true }));
 * for await (const event of answer) show(answer.snapshot.content);
 * const { usage } = await answer.final();
 */
export function foldMessage(
  source: AsyncIterable<Wire.MessageStreamEvent>,
): FoldedStream<Wire.MessageStreamEvent, Wire.MessageResponse> {
  return foldStream(source, createMessageFold());
}
