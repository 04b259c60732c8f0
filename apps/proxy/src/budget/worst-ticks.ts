import type { WorstCase } from "../policy/checked-request.ts";
import type { PricedModel } from "./model-price.ts";
import { dearestSourceUsd, dearestToolCallUsd } from "./price-table.ts";
import { type Ticks, ticksPerUsd } from "./ticks.ts";

/**
 * What a call can cost at most, rounded up; undefined when the model has no price for what the call can use, or the sum is beyond
 * what ticks can count: then nobody can keep to a budget. Nothing is taken to come from a cache, and all tokens cost what those of
 * a long context do when there can be as many.
 */
export function worstTicks(model: PricedModel | undefined, worst: WorstCase): Ticks | undefined {
  const { usdPerMillionTokens, longContext } = model ?? {};
  const isLong = longContext && worst.inputTokens >= longContext.fromTokens;
  const tokens = isLong ? longContext.usdPerMillionTokens : usdPerMillionTokens;
  // The price of a picture or a second holds what is read for it, unless tokens have a price of their own.
  const isByPiece = worst.images > 0 || worst.videoSeconds > 0;
  let sum = 0;
  for (const [amount, usd, each] of [
    [worst.inputTokens, tokens?.input ?? (isByPiece ? 0 : undefined), 1_000_000],
    [worst.outputTokens, tokens?.output, 1_000_000],
    [worst.toolCalls, model && (model.usdPerToolCall ?? dearestToolCallUsd), 1],
    [worst.images, model?.usdPerImage, 1],
    [worst.videoSeconds, model?.usdPerVideoSecond, 1],
    [worst.sources, model && (model.usdPerSource ?? dearestSourceUsd), 1],
    [worst.speechCharacters, model?.usdPerMillionCharacters, 1_000_000],
    [worst.audioSeconds, model?.usdPerAudioMinute, 60],
  ] as const) {
    if (amount === 0) continue;
    if (usd === undefined) return undefined;
    // A piece costs whole ticks, as xAI's prices do. Less than a millionth is what the arithmetic of fractions adds.
    sum += Math.ceil(amount) * Math.ceil((usd * ticksPerUsd) / each - 1e-6);
  }
  return Number.isSafeInteger(sum) && sum >= 0 ? sum : undefined;
}
