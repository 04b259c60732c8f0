import type { Wire } from "@xai-edge/core";
import type { Protocol } from "./protocol.ts";
import { itemsOfTurns } from "./to-turn.ts";

/** What {@link chatProtocol} puts into a request. */
export interface ChatNext {
  messages: Wire.Message[];
  stream: true;
  stream_options: { include_usage: true };
}

/** Conversations over `xai.chat.completions.create`. Of several choices the first is taken. */
export const chatProtocol: Protocol<Wire.Message, ChatNext, Wire.Tool, Wire.ChatResponse> = {
  name: "chat",
  next: (turns) => ({
    messages: itemsOfTurns(turns),
    stream: true,
    stream_options: { include_usage: true },
  }),
  itemsOf({ choices: [choice] }) {
    const { refusal, content, tool_calls: calls, ...message } = choice?.message ?? { role: "assistant" };
    const said = content || refusal;
    const called = calls?.length ? { tool_calls: calls } : undefined;
    // The API has refused content that is empty.
    return said || called ? [{ ...message, ...(said && { content: said }), ...called }] : [];
  },
  isCutOff: ({ choices: [choice] }) => /length|filter/.test(choice?.finish_reason ?? ""),
  callsIn: (message) =>
    ((message.role === "assistant" && message.tool_calls) || [])
      // Calls of other types have been run by the server.
      .filter(({ type }) => !type || type === "function")
      .map(({ id, function: { name, arguments: json } }) => ({ id, name, arguments: json })),
  toResults: (results) =>
    results.map(({ call, output }) => ({ role: "tool", tool_call_id: call.id, content: output })),
  toTool: ({ name, description, parameters }) => ({
    type: "function",
    function: { name, description, parameters },
  }),
};
