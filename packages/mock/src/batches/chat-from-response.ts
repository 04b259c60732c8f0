import type { Wire } from "@xai-edge/core";

/** A response in the shape of a chat answer, as batches hand it out. */
export function chatFromResponse(response: Wire.ModelResponse): Wire.ChatResponse {
  const { output, usage } = response;
  const texts = output.flatMap((item) => (item.type === "message" ? item.content : []));
  const thoughts = output.flatMap((item) => (item.type === "reasoning" ? item.summary : []));
  const calls = output.flatMap((item): Wire.ToolCall[] =>
    item.type === "function_call"
      ? [{ id: item.call_id, type: "function", function: { name: item.name, arguments: item.arguments } }]
      : [],
  );
  const reasoning = usage?.output_tokens_details?.reasoning_tokens ?? 0;
  const finish = response.status === "incomplete" ? "length" : calls.length > 0 ? "tool_calls" : "stop";
  return {
    id: response.id,
    object: "chat.completion",
    created: response.created_at ?? 0,
    model: response.model,
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: texts.map((part) => (part.type === "output_text" ? part.text : "")).join(""),
          ...(thoughts.length === 0 ? {} : { reasoning_content: thoughts.map(({ text }) => text).join("") }),
          ...(calls.length === 0 ? {} : { tool_calls: calls }),
          refusal: null,
        },
        finish_reason: finish,
      },
    ],
    ...(usage
      ? {
          usage: {
            prompt_tokens: usage.input_tokens,
            completion_tokens: usage.output_tokens - reasoning,
            total_tokens: usage.total_tokens ?? usage.input_tokens + usage.output_tokens,
            prompt_tokens_details: { cached_tokens: usage.input_tokens_details?.cached_tokens ?? 0 },
            completion_tokens_details: { reasoning_tokens: reasoning },
            cost_in_usd_ticks: usage.cost_in_usd_ticks,
          },
        }
      : {}),
  };
}
