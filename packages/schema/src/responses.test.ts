import { describe, expect, it } from "vitest";
import {
  ChatResponse,
  GetMeResponse,
  ListInputItemsResponse,
  MessageStreamEvent,
  Model,
  ModelOutput,
  ModelResponse,
  ResponseStreamEvent,
} from "./index.ts";

const model = { id: "grok-4", object: "model", created: 1_700_000_000 };
const answer = { id: "r_1", object: "response", model: "grok-4", status: "completed", output: [] };

describe("a response", () => {
  it("keeps fields that this version does not know, at every depth", () => {
    const chat = {
      id: "c_1",
      object: "chat.completion",
      created: 1,
      model: "grok-4",
      choices: [{ index: 0, message: { role: "assistant", content: "Hi", mood: "good" }, new_field: [1] }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, new_tokens: 3 },
      new_field: { nested: true },
    };
    expect(ChatResponse.parse(chat)).toEqual(chat);
  });

  it("may have values that a closed set of the API does not list", () => {
    const me = { user_id: "u", team_id: "t", team_blocked: false, zdr_status: "forgotten" };
    expect(GetMeResponse.parse(me)).toEqual(me);
    expect(ModelResponse.parse({ ...answer, status: "dreaming", service_tier: "slow" }).status).toBe(
      "dreaming",
    );
  });

  it("may lack or have null for what is optional", () => {
    expect(Model.parse(model)).toEqual(model);
    expect(Model.parse({ ...model, owned_by: null, aliases: null })).toEqual({
      ...model,
      owned_by: null,
      aliases: null,
    });
  });

  it("is refused without what carries the answer, or with another type in its place", () => {
    expect(Model.safeParse({ ...model, id: undefined }).success).toBe(false);
    expect(Model.safeParse({ ...model, created: "now" }).success).toBe(false);
    expect(ModelResponse.safeParse({ ...answer, output: null }).success).toBe(false);
  });

  it("may hold output items of a kind that this version does not know", () => {
    const output = [{ type: "time_travel_call", id: "tt_1", to: 1985 }];
    expect(ModelResponse.parse({ ...answer, output }).output).toEqual(output);
  });

  it("is refused with an output item of a known kind that is malformed", () => {
    const call = { type: "function_call", call_id: "c_1", name: "f", arguments: "{}" };
    expect(ModelOutput.safeParse(call).success).toBe(true);
    expect(ModelOutput.safeParse({ ...call, arguments: 1 }).success).toBe(false);
    expect(ModelOutput.safeParse({ ...call, type: undefined }).success).toBe(false);
  });
});

describe("an event of a stream", () => {
  it("may be of a kind that this version does not know", () => {
    const event = { type: "response.time_travel.delta", sequence_number: 7, delta: "…" };
    expect(ResponseStreamEvent.parse(event)).toEqual(event);
    expect(MessageStreamEvent.parse({ type: "time_travel" })).toEqual({ type: "time_travel" });
  });

  it("keeps fields that this version does not know", () => {
    const event = {
      type: "response.output_text.delta",
      sequence_number: 7,
      item_id: "m_1",
      output_index: 0,
      content_index: 0,
      delta: "Hi",
      new_field: 1,
    };
    expect(ResponseStreamEvent.parse(event)).toEqual(event);
  });

  it("is refused when it is of a known kind and malformed", () => {
    const event = { type: "response.output_text.delta", delta: 1 };
    expect(ResponseStreamEvent.safeParse(event).success).toBe(false);
    expect(MessageStreamEvent.safeParse({ type: "content_block_stop", index: "first" }).success).toBe(false);
  });
});

describe("the input items of a stored response", () => {
  it("may be of a kind and have fields that this version does not know", () => {
    const page = {
      object: "list",
      data: [
        { id: "i_1", role: "user", content: "Hi", new_field: 1 },
        { id: "i_2", type: "message", role: "user", content: [{ type: "input_smell", smell: "rose" }] },
        { id: "i_3", type: "function_call_output", call_id: "c_1", output: "20 °C", new_field: 1 },
        { id: "i_4", type: "time_travel_call", to: 1985 },
      ],
      has_more: false,
    };
    expect(ListInputItemsResponse.parse(page)).toEqual(page);
  });

  it("are refused without an id or when malformed", () => {
    const page = (item: unknown): unknown => ({ object: "list", data: [item], has_more: false });
    expect(ListInputItemsResponse.safeParse(page({ role: "user", content: "Hi" })).success).toBe(false);
    const item = { id: "i_1", type: "function_call_output", output: "20 °C" };
    expect(ListInputItemsResponse.safeParse(page(item)).success).toBe(false);
  });
});
