import type { Wire } from "@xai-edge/core";
import { costInUsdTicks } from "../answer/cost.ts";
import type { Generation } from "../answer/generation.ts";
import type { SimulatedModel } from "../models/simulated-model.ts";

/** Counts the usage of a response, where `output_tokens` includes reasoning. */
export function responseUsage(model: SimulatedModel, generation: Generation): Wire.ModelUsage {
  const { promptTokens: prompt, reasoningTokens, visibleTokens } = generation;
  const output = reasoningTokens + visibleTokens;
  const ticks = costInUsdTicks(model, prompt, output);
  return {
    input_tokens: prompt.total,
    input_tokens_details: { cached_tokens: prompt.cached },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reasoningTokens },
    total_tokens: prompt.total + output,
    num_sources_used: 0,
    num_server_side_tools_used: 0,
    cost_in_nano_usd: Math.round(ticks / 10),
    cost_in_usd_ticks: ticks,
  };
}
