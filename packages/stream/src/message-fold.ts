import type { Wire } from "@xai-edge/core";
import type { Fold } from "./fold.ts";
import { childOf, type GrowingNode, takeOver } from "./growing-node.ts";
import { parseInput } from "./parse-input.ts";
import { addText, addToField, type Fields, fieldsOf, isFields, keepField } from "./wire-fields.ts";

/**
 * Folds the events of a streamed message into what the same request returns without `stream`, with no waiting: for
 * loops that look at each event anyway. It is whole at `message_stop`; events after that, and events of unknown types,
 * change nothing.
 *
 * The arguments of a call come as JSON in pieces, so `input` stays as it began until its block stops. Arguments that
 * the end of an answer cut off become their text, so that nobody takes them for whole.
 */
export function createMessageFold(): Fold<Wire.MessageStreamEvent, Wire.MessageResponse> {
  const snapshot: Wire.MessageResponse = {
    id: "",
    type: "message",
    role: "assistant",
    model: "",
    content: [],
    stop_reason: null,
    usage: { input_tokens: 0, output_tokens: 0 },
  };
  const message = fieldsOf(snapshot);
  const root: GrowingNode = { index: 0, value: message, lists: {} };
  /** The JSON so far of the calls whose blocks are open, by the index of the block. */
  const inputs = new Map<unknown, string>();
  let isWhole = false;
  let block: GrowingNode | undefined;

  /** The block at this index. Most events are about the same one as the event before. */
  function blockAt(index: unknown, begin: Fields = {}): GrowingNode {
    if (block === undefined || block.index !== index) block = childOf(root, "content", index, begin);
    return block;
  }

  function addDelta(index: unknown, delta: Fields): void {
    const { value } = blockAt(index);
    for (const field in delta) {
      const piece = delta[field];
      switch (field) {
        case "type":
          break;
        case "partial_json":
          inputs.set(index, (inputs.get(index) ?? "") + String(piece));
          break;
        case "citation":
          addToField(value, "citations", [piece]);
          break;
        case "signature":
          keepField(value, field, piece);
          break;
        default:
          if (typeof piece === "string") addText(value, field, piece);
          else addToField(value, field, piece);
      }
    }
  }

  function stop(index: unknown): void {
    const json = inputs.get(index);
    if (!json) return;
    const { value } = blockAt(index);
    inputs.delete(index);
    value["input"] = parseInput(json);
  }

  function addToMessage({ type: _type, delta, usage, ...rest }: Fields): void {
    const own = fieldsOf(message["usage"]);
    for (const fields of [fieldsOf(delta), rest])
      for (const field in fields) keepField(message, field, fields[field]);
    for (const field in fieldsOf(usage)) keepField(own, field, fieldsOf(usage)[field]);
  }

  return {
    snapshot,
    get isWhole() {
      return isWhole;
    },
    add(next) {
      if (isWhole) return;
      const event = fieldsOf(next);
      const { index, delta, content_block: begin, message: begun } = event;
      switch (event["type"]) {
        case "content_block_delta":
          addDelta(index, fieldsOf(delta));
          break;
        case "content_block_start":
          if (isFields(begin)) takeOver(blockAt(index, begin), begin, false);
          break;
        case "content_block_stop":
          stop(index);
          break;
        case "message_start":
          // Its own usage, which grows.
          if (isFields(begun)) takeOver(root, { ...begun, usage: { ...fieldsOf(begun["usage"]) } }, false);
          break;
        case "message_delta":
          addToMessage(event);
          break;
        case "message_stop":
          for (const open of inputs.keys()) stop(open);
          isWhole = true;
      }
    },
  };
}
