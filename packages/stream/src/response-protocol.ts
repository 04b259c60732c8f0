import type { Wire } from "@xai-edge/core";
import type { Protocol } from "./protocol.ts";
import { itemsOfTurns } from "./to-turn.ts";

/** What {@link responseProtocol} puts into a request. */
export interface ResponseNext {
  input: Wire.ModelInputPart[];
  store: false;
  include: "reasoning.encrypted_content"[];
  stream: true;
}

/** What is the same whether the server keeps the answers or not. */
export const responseItems: Omit<
  Protocol<Wire.ModelInputPart, never, Wire.ModelTool, Wire.ModelResponse>,
  "next"
> = {
  name: "responses",
  itemsOf: ({ output }) =>
    // The API wants the summary back even when there is none.
    output.map((item) => (item.type === "reasoning" ? { ...item, summary: item.summary ?? [] } : item)),
  isCutOff: ({ status }) => /^(incomplete|cancelled|failed)$/.test(status),
  callsIn: (item) =>
    item.type === "function_call" ? [{ id: item.call_id, name: item.name, arguments: item.arguments }] : [],
  toResults: (results) =>
    results.map(({ call, output }) => ({ type: "function_call_output", call_id: call.id, output })),
  toTool: ({ name, description, parameters }) => ({ type: "function", name, description, parameters }),
};

/**
 * Conversations over `xai.responses.create` of which the server keeps nothing: every request repeats all items, the
 * model's encrypted reasoning and the calls of server-side tools as they came.
 */
export const responseProtocol: Protocol<
  Wire.ModelInputPart,
  ResponseNext,
  Wire.ModelTool,
  Wire.ModelResponse
> = {
  ...responseItems,
  next: (turns) => ({
    input: itemsOfTurns(turns),
    store: false,
    include: ["reasoning.encrypted_content"],
    stream: true,
  }),
};
