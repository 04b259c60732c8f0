import type { AnswerEvent } from "./answer-event.ts";
import { createMeter, type MeterOptions, type MeterReading } from "./create-meter.ts";
import { type FoldedStream, foldStream } from "./fold-stream.ts";

/**
 * Reads tokens, cost and speed off a stream of any protocol, whose events pass through as they are, in 0.2 µs each. The
 * snapshot is the reading so far, and stays readable when the stream fails.
 *
 * @example
 * const startedAtMs = performance.now();
 * const metered = meter(await xai.responses.create({ model: "grok-4", input, stream: true }), { startedAtMs });
 * for await (const text of textOf(metered)) page.append(text);
 * const { costUsd, firstAnswerMs, tokensPerSecond } = metered.snapshot;
 */
export function meter<Event extends AnswerEvent>(
  source: AsyncIterable<Event>,
  options?: MeterOptions,
): FoldedStream<Event, MeterReading> {
  return foldStream(source, createMeter(options));
}
