import type { Wire } from "@xai-edge/core";
import type { Generation } from "../answer/generation.ts";
import { countTokens } from "../answer/tokens.ts";
import type { ServerEvent } from "../areas/area.ts";
import { toBlocks, toMessage } from "./to-message.ts";

/** Makes the events of a streamed message one after the other. */
export function* messageEvents(
  id: string,
  model: string,
  generation: Generation,
): Iterator<ServerEvent, void, undefined> {
  const whole = toMessage(id, model, generation);
  const { input_tokens, cache_read_input_tokens } = whole.usage;
  yield event({
    type: "message_start",
    message: {
      ...whole,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { ...whole.usage, output_tokens: 0 },
    },
  });
  yield event({ type: "ping" });
  for (const [index, block] of toBlocks(id, generation).entries()) {
    yield event({ type: "content_block_start", index, content_block: emptied(block) });
    if (block.type === "thinking") {
      for (const thinking of generation.reasoning) {
        yield event({ type: "content_block_delta", index, delta: { type: "thinking_delta", thinking } }, 1);
      }
      const signature = block.signature ?? "";
      yield event({ type: "content_block_delta", index, delta: { type: "signature_delta", signature } });
    }
    if (block.type === "text") {
      for (const text of generation.text) {
        yield event({ type: "content_block_delta", index, delta: { type: "text_delta", text } }, 1);
      }
    }
    if (block.type === "tool_use") {
      const partial_json = JSON.stringify(block.input);
      const tokens = countTokens(block.name + partial_json);
      yield event(
        { type: "content_block_delta", index, delta: { type: "input_json_delta", partial_json } },
        tokens,
      );
    }
    yield event({ type: "content_block_stop", index });
  }
  yield event({
    type: "message_delta",
    delta: { stop_reason: whole.stop_reason, stop_sequence: whole.stop_sequence },
    usage: { output_tokens: whole.usage.output_tokens, input_tokens, cache_read_input_tokens },
  });
  yield event({ type: "message_stop" });
}

function event(json: Wire.MessageStreamEvent, tokens = 0): ServerEvent {
  return { json, tokens };
}

function emptied(block: Wire.MessageResponseContent): Wire.MessageResponseContent {
  if (block.type === "text") return { type: "text", text: "" };
  if (block.type === "thinking") return { type: "thinking", thinking: "" };
  return block.type === "tool_use" ? { ...block, input: {} } : block;
}
