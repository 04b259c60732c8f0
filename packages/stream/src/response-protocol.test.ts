import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { responseProtocol } from "./response-protocol.ts";

const response = { id: "resp_1", object: "response", model: "grok-4", status: "completed" } as const;

describe("what goes back of a response", () => {
  it("is each item as it came, of kinds that nobody knows too", () => {
    const output = [
      {
        type: "reasoning",
        id: "rs_1",
        summary: [{ type: "summary_text", text: "Hm." }],
        encrypted_content: "eA==",
      },
      { type: "future_call", id: "fu_1", anything: [1] },
      {
        type: "message",
        role: "assistant",
        content: [{ type: "output_text", text: "Yes", annotations: [] }],
      },
    ] as unknown as Wire.ModelOutput[];
    expect(responseProtocol.itemsOf({ ...response, output })).toEqual(output);
  });

  it("has a summary with all reasoning, which the API wants even when it is empty", () => {
    const output = [
      { type: "reasoning", id: "rs_1", encrypted_content: "eA==" },
    ] as unknown as Wire.ModelOutput[];
    expect(responseProtocol.itemsOf({ ...response, output })).toEqual([
      { type: "reasoning", id: "rs_1", encrypted_content: "eA==", summary: [] },
    ]);
  });
});
