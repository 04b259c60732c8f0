import type { SimulatedModel } from "../models/simulated-model.ts";
import type { PromptTokens } from "../prompt/count-prompt-tokens.ts";

/**
 * Returns what a request costs in USD ticks (1e10 per USD). A price in US cents per 100 million tokens is the price of
 * one token in ticks, so that the sum needs no rounding.
 */
export function costInUsdTicks({ wire }: SimulatedModel, prompt: PromptTokens, outputTokens: number): number {
  const threshold = wire.long_context_threshold ?? 0;
  const isLong = threshold > 0 && prompt.total >= threshold;
  const price = (usual: number | null | undefined, long: number | null | undefined): number =>
    isLong && long ? long : (usual ?? 0);
  const input = price(wire.prompt_text_token_price, wire.prompt_text_token_price_long_context);
  const cached = price(wire.cached_prompt_text_token_price, wire.cached_prompt_text_token_price_long_context);
  const output = price(wire.completion_text_token_price, wire.completion_text_token_price_long_context);
  return (
    (prompt.text - prompt.cached) * input +
    prompt.cached * cached +
    prompt.image * (wire.prompt_image_token_price ?? 0) +
    outputTokens * output
  );
}
