import type { Wire } from "@xai-edge/core";
import type { Protocol } from "./protocol.ts";
import { itemsOfTurns } from "./to-turn.ts";
import { type Fields, fieldsOf, isFields, textIn } from "./wire-fields.ts";

/** What {@link messageProtocol} puts into a request. */
export interface MessageNext {
  messages: Wire.MessageBody[];
  stream: true;
}

/** Conversations over `xai.messages.create`. */
export const messageProtocol: Protocol<
  Wire.MessageBody,
  MessageNext,
  Wire.MessageTools,
  Wire.MessageResponse
> = {
  name: "messages",
  next: (turns) => ({ messages: itemsOfTurns(turns), stream: true }),
  itemsOf: ({ content }) => (content.length > 0 ? [{ role: "assistant", content: content.map(toPart) }] : []),
  isCutOff: ({ stop_reason: reason }) => reason === "max_tokens",
  callsIn: (message) =>
    blocksOf(message, "tool_use").map((block) => ({
      id: textIn(block, "id"),
      name: textIn(block, "name"),
      arguments: JSON.stringify(block["input"]),
    })),
  toResults: (results) => [
    {
      role: "user",
      content: results.map(({ call, output, isError }) => ({
        type: "tool_result",
        tool_use_id: call.id,
        content: output,
        ...(isError && { is_error: true }),
      })),
    },
  ],
  // The API refuses other keywords here, such as `$schema`.
  toTool: ({ name, description = "", parameters: { properties, required, $defs } }) => ({
    name,
    description,
    input_schema: {
      type: "object",
      properties: fieldsOf(properties),
      ...(Array.isArray(required) && { required }),
      ...(isFields($defs) && { $defs }),
    },
  }),
};

/** A block as it goes back; those of kinds that are not known yet as they came. */
function toPart(block: object): Wire.MessageContentPart {
  // Arguments that were cut off are a text, which the API would refuse.
  const part = typeof fieldsOf(block)["input"] === "string" ? { ...block, input: {} } : block;
  return part as Wire.MessageContentPart;
}

function blocksOf({ content }: Wire.MessageBody, type: string): Fields[] {
  return typeof content === "string" ? [] : content.map(fieldsOf).filter((block) => block["type"] === type);
}
