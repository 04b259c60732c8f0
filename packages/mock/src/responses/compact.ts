import type { Wire } from "@xai-edge/core";
import { countTokens } from "../answer/tokens.ts";
import { toOneLine } from "../answer/quote.ts";
import { promptFromResponse } from "../prompt/prompt-from-response.ts";
import { countPromptTokens } from "../prompt/count-prompt-tokens.ts";
import { checkPrompt } from "../prompt/check-prompt.ts";
import type { Simulation } from "../simulation.ts";
import { sealSummary } from "./sealed-summary.ts";

/** Shortens a conversation to a summary: a line for each message, of which no more than the newest ten are quoted. */
export function compact(request: Wire.CompactRequest, simulation: Simulation): Wire.CompactResponse {
  const prompt = promptFromResponse(request, []);
  checkPrompt(prompt);
  const { turns } = prompt;
  const summary = [
    `Summary of ${turns.length} messages.`,
    ...turns.slice(-10).map(({ role, text }) => `${role}: ${toOneLine(text, 200)}`),
  ].join("\n");
  const id = `cmp_${simulation.nextId()}`;
  const read = countPromptTokens(prompt);
  const written = countTokens(summary);
  return {
    id,
    object: "response.compaction",
    created_at: simulation.nowSeconds(),
    model: prompt.model.wire.id,
    output: [{ type: "compaction", id, encrypted_content: sealSummary(summary) }],
    usage: {
      input_tokens: read.total,
      output_tokens: written,
      total_tokens: read.total + written,
      input_tokens_details: { cached_tokens: read.cached },
      output_tokens_details: { reasoning_tokens: 0 },
      dropped_message_count: turns.length,
    },
  };
}
