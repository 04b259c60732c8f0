import type { Answer } from "./conversation.ts";
import { formatSeconds } from "./format-seconds.ts";
import { formatUsd } from "./format-usd.ts";

/** One number under an answer. */
export interface UsageFigure {
  readonly label: string;
  readonly value: string;
}

/** Returns the numbers to show under an answer, as far as they are known: tokens, cost, and how fast it came. */
export function usageFigures({ usage, timing }: Answer): UsageFigure[] {
  const figures: UsageFigure[] = [];
  const add = (label: string, value: string): unknown => figures.push({ label, value });
  const count = (label: string, tokens: number | null | undefined): unknown =>
    typeof tokens === "number" && add(label, tokens.toLocaleString("en-US"));

  // Responses are partial on the wire now and then, whatever the types promise.
  count("prompt", usage?.prompt_tokens);
  count("cached", usage?.prompt_tokens_details?.cached_tokens);
  count("reasoning", usage?.completion_tokens_details?.reasoning_tokens);
  count("completion", usage?.completion_tokens);
  if (typeof usage?.cost_in_usd_ticks === "number") add("cost", formatUsd(usage.cost_in_usd_ticks));

  if (timing.firstTokenAt !== undefined)
    add("first token", formatSeconds(timing.firstTokenAt - timing.askedAt));
  const speed = tokensPerSecond({ usage, timing });
  if (speed !== undefined)
    add("speed", `${speed < 10 ? speed.toFixed(1) : Math.round(speed).toLocaleString("en-US")} tokens/s`);
  return figures;
}

function tokensPerSecond({ usage, timing }: Pick<Answer, "usage" | "timing">): number | undefined {
  if (usage === undefined || timing.firstTokenAt === undefined || timing.endedAt === undefined)
    return undefined;
  // In chat completions the reasoning tokens are not part of the completion tokens.
  const tokens = (usage.completion_tokens ?? 0) + (usage.completion_tokens_details?.reasoning_tokens ?? 0);
  const ms = timing.endedAt - timing.firstTokenAt;
  return tokens > 1 && ms > 0 ? (tokens * 1000) / ms : undefined;
}
