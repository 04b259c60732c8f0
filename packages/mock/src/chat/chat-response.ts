import type { Wire } from "@xai-edge/core";
import type { Generation } from "../answer/generation.ts";
import type { ChatAnswer } from "./chat-answer.ts";
import { chatUsage } from "./chat-usage.ts";

/** Makes the whole body of a chat answer. */
export function toChatResponse(answer: ChatAnswer): Wire.ChatResponse {
  return {
    id: answer.id,
    object: "chat.completion",
    created: answer.nowSeconds(),
    model: answer.model.wire.id,
    choices: answer.generations.map((generation, index) => ({
      index,
      message: toMessage(generation),
      finish_reason: generation.finish,
    })),
    usage: chatUsage(answer.model, answer.generations),
    service_tier: answer.serviceTier,
    system_fingerprint: answer.model.fingerprint,
  };
}

function toMessage({ reasoning, text, toolCalls }: Generation): Wire.ChoiceMessage {
  return {
    role: "assistant",
    content: text.join(""),
    ...(reasoning.length === 0 ? {} : { reasoning_content: reasoning.join("") }),
    ...(toolCalls.length === 0
      ? {}
      : {
          tool_calls: toolCalls.map(({ id, name, arguments: json }) => ({
            id,
            function: { name, arguments: json },
            type: "function",
          })),
        }),
    refusal: null,
  };
}
