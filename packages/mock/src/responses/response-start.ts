import type { Wire } from "@xai-edge/core";
import type { SimulatedModel } from "../models/simulated-model.ts";

/** Makes a response as it stands when it begins: the request's settings, no output. */
export function responseStart(
  request: Wire.ModelRequest,
  model: SimulatedModel,
  id: string,
  createdAt: number,
): Wire.ModelResponse {
  return {
    created_at: createdAt,
    id,
    max_output_tokens: request.max_output_tokens ?? null,
    model: model.wire.id,
    object: "response",
    output: [],
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: request.previous_response_id ?? null,
    reasoning: {
      effort: request.reasoning?.effort ?? request.reasoning_effort ?? null,
      summary: request.reasoning?.summary ?? null,
    },
    temperature: request.temperature ?? null,
    text: { format: request.text?.format ?? { type: "text" } },
    tool_choice: request.tool_choice ?? "auto",
    tools: request.tools ?? [],
    top_p: request.top_p ?? null,
    user: request.user ?? null,
    incomplete_details: null,
    status: "in_progress",
    store: request.store ?? true,
    metadata: request.metadata ?? {},
    service_tier:
      request.service_tier === "priority" || request.service_tier === "fast"
        ? request.service_tier
        : "default",
    background: false,
    truncation: request.truncation ?? "disabled",
    top_logprobs: request.top_logprobs ?? 0,
    presence_penalty: 0,
    frequency_penalty: 0,
  };
}
