import { describe, expect, it } from "vitest";
import { billIn } from "./bill.ts";
import { billInEvents } from "./pass-on.ts";

describe("the bill of an answer", () => {
  it.each([
    ["one that is missing", {}],
    ["one in words", { completion_tokens: "100" }],
    ["a part of one", { completion_tokens: 1000.5 }],
    [
      "thoughts that cannot be counted",
      { completion_tokens: 1, completion_tokens_details: { reasoning_tokens: "9" } },
    ],
  ])("has no number of tokens for %s", (_, more) => {
    expect(billIn({ usage: { prompt_tokens: 10, ...more } })).toEqual({ inputTokens: 10 });
  });

  it("takes what a sum leaves for the output where that is not counted", () => {
    expect(billIn({ usage: { prompt_tokens: 12, total_tokens: 12 } })).toEqual({
      inputTokens: 12,
      outputTokens: 0,
    });
    for (const total of [11, "12", null, undefined]) {
      expect(billIn({ usage: { prompt_tokens: 12, total_tokens: total } })).not.toHaveProperty(
        "outputTokens",
      );
    }
    expect(billIn({ usage: { total_tokens: 12 } })).toBeUndefined();
  });

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
    };
    const counted = { inputTokens: 216, outputTokens: 831 };
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

const sse = (...events: readonly (object | string)[]): string =>
  events.map((event) => `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`).join("");

const ticks = { cost_in_usd_ticks: 7 };
const chatTokens = { prompt_tokens: 1, completion_tokens: 2 };
const tokens = { input_tokens: 1, output_tokens: 2 };
const counted = { inputTokens: 1, outputTokens: 2 };
const word = { choices: [{ delta: { content: "a" } }] };
const delta = { type: "content_block_delta", delta: { text: "a" } };
const text = { type: "response.output_text.delta", delta: "a" };
const done = "[DONE]";
const stop = { type: "message_stop" };

describe("the bill of a stream that came to its end", () => {
  const usage = '{"usage":{"cost_in_usd_ticks":7}}';

  it.each(["\n", "\r\n", "\r"])("is in the last event that carries one (lines end with %j)", (eol) => {
    const events = ['{"usage":{"cost_in_usd_ticks":3}}', usage, '{"choices":[]}', done];
    expect(billInEvents(events.map((data) => `data: ${data}${eol}${eol}`).join(""), true)).toEqual({
      ticks: 7,
    });
  });

  it("is not what a model or a caller wrote", () => {
    const said = { choices: [{ delta: { content: usage } }], tools: [{ parameters: JSON.parse(usage) }] };
    const event = {
      type: "response.completed",
      response: { metadata: JSON.parse(usage), tools: said.tools },
    };
    expect(billInEvents(sse(said, event), true)).toBeUndefined();
  });

  it.each([
    ["a chat", [word, { choices: [], usage: chatTokens }, done]],
    ["a response", [text, { type: "response.completed", response: { usage: tokens } }]],
    ["a message", [delta, { type: "message_delta", usage: tokens }, stop]],
  ])("may be the tokens alone in the event that ends %s", (_, events) => {
    expect(billInEvents(sse(...events), true)).toEqual(counted);
  });

  it.each([
    ["a chat", [{ ...word, usage: chatTokens }, word, done]],
    ["a response", [{ type: "response.created", response: { usage: tokens } }, text, done]],
    ["a message", [{ type: "message_start", message: { usage: tokens } }, delta, stop]],
  ])("is not the tokens that %s began with", (_, events) => {
    expect(billInEvents(sse(...events), true)).toBeUndefined();
  });
});

describe("the bill of a stream that was cut", () => {
  it.each([
    ["a chat's last chunk", [word, { choices: [], usage: { ...chatTokens, ...ticks } }]],
    ["a response's end", [{ type: "response.incomplete", response: { usage: { ...tokens, ...ticks } } }]],
    ["a message's last delta", [delta, { type: "message_delta", usage: { ...tokens, ...ticks } }]],
  ])("is that of %s", (_, events) => {
    expect(billInEvents(sse(...events), false)).toEqual({ ...counted, ticks: 7 });
  });

  it.each([
    ["a chunk of a chat", [{ ...word, usage: { ...chatTokens, ...ticks } }]],
    ["a chat's first chunk", [{ choices: [], usage: ticks }, word]],
    ["a chunk that another was to follow", [{ choices: [], usage: ticks }, '{"choices":[{"del']],
    ["a response's beginning", [{ type: "response.created", response: { usage: ticks } }, text]],
    ["a message's beginning", [{ type: "message_start", message: { usage: ticks } }, delta]],
  ])("is at least that of %s", (_, events) => {
    expect(billInEvents(sse(...events), false)).toEqual({ ticks: 7, isAtLeast: true });
  });

  it.each([
    ["tokens of a chunk", [{ ...word, usage: chatTokens }]],
    ["tokens of a last chunk", [{ choices: [], usage: chatTokens }]],
    ["tokens of a message's beginning", [{ type: "message_start", message: { usage: tokens } }, delta]],
    ["no ticks yet", [{ choices: [], usage: { ...chatTokens, cost_in_usd_ticks: 0 } }]],
    ["half an event", ['{"usage":{"cost_in_usd_ticks":7']],
  ])("is unknown from %s", (_, events) => {
    expect(billInEvents(sse(...events), false)).toBeUndefined();
  });
});
