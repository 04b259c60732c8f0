import type { Wire } from "@xai-edge/core";
import { type FoldedStream, foldStream } from "./fold-stream.ts";
import { createResponseFold } from "./response-fold.ts";

/**
 * Folds a streamed response into what the same request returns without `stream`, while its events pass.
 *
 * @example
 * const answer = foldResponse(await xai.responses.create({ model: "grok-4", input, stream: true }));
 * for await (const event of answer) show(answer.snapshot.output);
 * const { usage } = await answer.final();
 */
export function foldResponse(
  source: AsyncIterable<Wire.ResponseStreamEvent>,
): FoldedStream<Wire.ResponseStreamEvent, Wire.ModelResponse> {
  return foldStream(source, createResponseFold());
}
