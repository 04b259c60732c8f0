import type { Wire } from "@xai-edge/core";
import { costInUsdTicks } from "../answer/cost.ts";
import type { Generation } from "../answer/generation.ts";
import type { SimulatedModel } from "../models/simulated-model.ts";

/** Adds up the usage of all answers to a prompt, where `completion_tokens` leaves reasoning out. */
export function chatUsage(model: SimulatedModel, generations: readonly Generation[]): Wire.Usage {
  const prompt = generations[0]?.promptTokens ?? { total: 0, text: 0, image: 0, cached: 0 };
  const visible = generations.reduce((sum, { visibleTokens }) => sum + visibleTokens, 0);
  const reasoning = generations.reduce((sum, { reasoningTokens }) => sum + reasoningTokens, 0);
  return {
    prompt_tokens: prompt.total,
    completion_tokens: visible,
    total_tokens: prompt.total + visible + reasoning,
    prompt_tokens_details: {
      text_tokens: prompt.text,
      audio_tokens: 0,
      image_tokens: prompt.image,
      cached_tokens: prompt.cached,
    },
    completion_tokens_details: {
      reasoning_tokens: reasoning,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
    num_sources_used: 0,
    cost_in_usd_ticks: costInUsdTicks(model, prompt, visible + reasoning),
  };
}

/** Adds up the usage of several prompts. */
export function addUsages(usages: readonly Wire.Usage[]): Wire.Usage {
  const sum = (read: (usage: Wire.Usage) => number | null | undefined): number =>
    usages.reduce((total, usage) => total + (read(usage) ?? 0), 0);
  return {
    prompt_tokens: sum((usage) => usage.prompt_tokens),
    completion_tokens: sum((usage) => usage.completion_tokens),
    total_tokens: sum((usage) => usage.total_tokens),
    prompt_tokens_details: {
      text_tokens: sum((usage) => usage.prompt_tokens_details?.text_tokens),
      audio_tokens: 0,
      image_tokens: 0,
      cached_tokens: 0,
    },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
    num_sources_used: 0,
    cost_in_usd_ticks: sum((usage) => usage.cost_in_usd_ticks),
  };
}
