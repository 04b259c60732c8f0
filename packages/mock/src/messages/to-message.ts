import type { Wire } from "@xai-edge/core";
import type { Generation } from "../answer/generation.ts";
import { tokensOf } from "../answer/generation.ts";
import { readRecord } from "../prompt/read-record.ts";
import { createRandom } from "../random.ts";

/** Makes the whole answer in the shape of Anthropic's API. */
export function toMessage(id: string, model: string, generation: Generation): Wire.MessageResponse {
  const { promptTokens, finish, stoppedAt } = generation;
  const ended = stoppedAt === undefined ? "end_turn" : "stop_sequence";
  return {
    id,
    type: "message",
    role: "assistant",
    content: toBlocks(id, generation),
    model,
    stop_reason: finish === "length" ? "max_tokens" : finish === "tool_calls" ? "tool_use" : ended,
    stop_sequence: stoppedAt ?? null,
    usage: {
      // What came from the cache is counted apart in this shape.
      input_tokens: promptTokens.total - promptTokens.cached,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: promptTokens.cached,
      output_tokens: tokensOf(generation),
    },
  };
}

/** The blocks of an answer: what was thought, said and called. */
export function toBlocks(
  id: string,
  { reasoning, text, toolCalls }: Generation,
): Wire.MessageResponseContent[] {
  return [
    ...(reasoning.length === 0
      ? []
      : [
          {
            type: "thinking" as const,
            thinking: reasoning.join(""),
            signature: createRandom(id, "signature").hex(64),
          },
        ]),
    ...(text.length === 0 && toolCalls.length > 0 ? [] : [{ type: "text" as const, text: text.join("") }]),
    ...toolCalls.map((call) => ({
      type: "tool_use" as const,
      id: call.id,
      name: call.name,
      input: inputOf(call.arguments),
    })),
  ];
}

/** The arguments as an object; a script may have given a text that is none. */
function inputOf(text: string): Record<string, unknown> {
  try {
    return { ...readRecord(JSON.parse(text)) };
  } catch {
    return {};
  }
}
