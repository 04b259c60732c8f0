import type { Usage } from "../generated/common.gen.ts";
import type { MessageUsage } from "../generated/messages.gen.ts";
import type { ModelUsage } from "../generated/responses.gen.ts";
import { expect } from "../http/expect.ts";
import { TICKS_PER_USD } from "./cost-of.ts";
import { type ModelPrices, type TokenPrices, toModelPrices, type WirePrices } from "./model-prices.ts";

/** The `usage` of any answer that is billed by the token; fields may still be missing, as in a stream. */
export type TokenUsage = Partial<
  Pick<Usage, "prompt_tokens" | "completion_tokens" | "prompt_tokens_details" | "completion_tokens_details"> &
    Pick<
      ModelUsage,
      | "input_tokens"
      | "output_tokens"
      | "total_tokens"
      | "input_tokens_details"
      | "output_tokens_details"
      | "context_details"
    > &
    Pick<MessageUsage, "cache_read_input_tokens">
>;

/**
 * What the tokens of an answer cost at a model's prices, in USD. It takes a model of the catalog or of a list of the
 * Models API, and the `usage` of a chat completion (whose `completion_tokens` leave reasoning out), of a response (whose
 * `output_tokens` include it), of a message, a compaction or an embedding. Undefined when the model states no price for
 * tokens that were used.
 *
 * Cached tokens are taken for part of the input unless they are more than it. When a response took several rounds, the
 * size of its last one decides on the long-context prices. Tool calls and service tiers are not in the estimate;
 * {@link costOf} reads the exact bill.
 *
 * @throws XaiOptionsError when a count of tokens is not a whole number from 0.
 */
export function estimateCost(model: ModelPrices | WirePrices, usage: TokenUsage): number | undefined {
  const prices = "usdPerMillionTokens" in model ? model : toModelPrices(model);
  const { input, cached, image, output, context } = countsOf(usage);
  const { usdPerMillionTokens, longContext } = prices;
  const rates =
    longContext && context >= longContext.fromTokens ? longContext.usdPerMillionTokens : usdPerMillionTokens;
  const { cachedInput = rates.input, imageInput = rates.input } = rates;
  let ticks = 0n;
  for (const [tokens, usdPerMillion] of [
    [input - image, rates.input],
    [image, imageInput],
    [cached, cachedInput],
    [output, rates.output],
  ] as const) {
    if (tokens === 0) continue;
    if (usdPerMillion === undefined) return undefined;
    ticks += BigInt(tokens) * ticksPerToken(usdPerMillion);
  }
  return Number(ticks) / TICKS_PER_USD;
}

/** A price of a whole number of cents per 100 million tokens is as many ticks per token. */
function ticksPerToken(usdPerMillion: NonNullable<TokenPrices["input"]>): bigint {
  return BigInt(Math.round(usdPerMillion * 10_000));
}

interface Counts {
  /** Read afresh. */
  input: number;
  /** Those of `input` that are pictures. */
  image: number;
  cached: number;
  output: number;
  /** What the model read in one go. */
  context: number;
}

function countsOf(usage: TokenUsage): Counts {
  const { prompt_tokens_details: prompt, completion_tokens_details: completion } = usage;
  const read = count(usage.prompt_tokens ?? usage.input_tokens, "of input");
  const cached = count(
    prompt?.cached_tokens ?? usage.input_tokens_details?.cached_tokens ?? usage.cache_read_input_tokens,
    "from the cache",
  );
  const input = cached > read ? read : read - cached;
  return {
    input,
    image: Math.min(count(prompt?.image_tokens, "of pictures"), input),
    cached,
    output:
      count(usage.completion_tokens ?? usage.output_tokens, "of output") +
      // Only a chat completion has this field; where a response counts reasoning, it has counted it as output before.
      count(completion?.reasoning_tokens, "of reasoning"),
    context: count(usage.context_details?.input_tokens ?? input + cached, "of context"),
  };
}

function count(tokens: number | null | undefined, what: string): number {
  const known = tokens ?? 0;
  expect(Number.isSafeInteger(known) && known >= 0, `a whole number of tokens ${what}, got ${known}`);
  return known;
}
