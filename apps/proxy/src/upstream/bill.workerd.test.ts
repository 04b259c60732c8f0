import { describe, expect, it } from "vitest";
import { billIn, billInEvents } from "./bill.ts";

describe("the bill of an answer", () => {
  it("counts a chat's reasoning beside its answer, a response's as part of it", () => {
    const chat = {
      prompt_tokens: 12,
      completion_tokens: 1,
      total_tokens: 303,
      completion_tokens_details: { reasoning_tokens: 290 },
      cost_in_usd_ticks: 1_466_250,
    };
    expect(billIn({ id: "1", usage: chat })).toEqual({
      ticks: 1_466_250,
      inputTokens: 12,
      outputTokens: 291,
    });
    const response = {
      input_tokens: 216,
      output_tokens: 831,
      output_tokens_details: { reasoning_tokens: 253 },
      num_server_side_tools_used: 2,
    };
    const counted = { inputTokens: 216, outputTokens: 831, toolCalls: 2 };
    expect(billIn({ usage: response })).toEqual(counted);
    expect(billIn({ type: "response.completed", response: { usage: response } })).toEqual(counted);
  });

  it("may be ticks alone, as a picture's", () => {
    expect(billIn({ data: [], usage: { cost_in_usd_ticks: 5 } })).toEqual({ ticks: 5 });
  });

  it.each([
    ["no object", "usage"],
    ["no usage", { id: "1" }],
    ["an empty usage", { usage: {} }],
    ["null", { usage: null, response: null }],
    [
      "numbers that no bill can have",
      { usage: { cost_in_usd_ticks: -1, prompt_tokens: 0.5, output_tokens: "7" } },
    ],
  ])("is not there in %s", (_, answer) => {
    expect(billIn(answer)).toBeUndefined();
  });
});

describe("the bill of a stream", () => {
  const usage = '{"usage":{"cost_in_usd_ticks":7}}';

  it.each(["\n", "\r\n", "\r"])("is in the last event that carries one (lines end with %j)", (eol) => {
    const events = ['{"usage":{"cost_in_usd_ticks":3}}', usage, '{"choices":[]}', "[DONE]"];
    expect(billInEvents(events.map((data) => `data: ${data}${eol}${eol}`).join(""))).toEqual({ ticks: 7 });
  });

  it("is not what a model or a caller wrote", () => {
    const said = { choices: [{ delta: { content: usage } }], tools: [{ parameters: JSON.parse(usage) }] };
    const event = {
      type: "response.completed",
      response: { metadata: JSON.parse(usage), tools: said.tools },
    };
    expect(
      billInEvents(`data: ${JSON.stringify(said)}\n\ndata: ${JSON.stringify(event)}\n\n`),
    ).toBeUndefined();
  });

  it("is not in half an event", () => {
    expect(billInEvents(`data: ${usage.slice(0, -2)}`)).toBeUndefined();
    expect(billInEvents(`data: ${usage}\n\ndata: {"usage":{"cost_in`)).toEqual({ ticks: 7 });
  });
});
