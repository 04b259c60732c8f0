import type { Wire } from "@xai-edge/core";
import * as fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import type { AnswerEvent } from "./answer-event.ts";
import { createMeter, type MeterReading } from "./create-meter.ts";
import { chatChunk, chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { freezeDeep } from "./fixtures/freeze-deep.ts";
import { ownCaptures } from "./fixtures/own-captures.ts";
import { eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import { type Fields, fieldsOf } from "./wire-fields.ts";

/** What is read off events that come at these milliseconds after the request. */
function readingOf(events: readonly (readonly [atMs: number, event: AnswerEvent])[]): MeterReading {
  let nowMs = 5_000;
  const meterAt = createMeter({ now: () => nowMs });
  for (const [atMs, event] of events) {
    nowMs = 5_000 + atMs;
    meterAt.add(event);
  }
  return meterAt.snapshot;
}

const chat = [
  [300, chatChunk({ role: "assistant", content: "" })],
  [400, chatChunk({ reasoning_content: "Hm." })],
  [900, chatChunk({ content: "It " })],
  [1_400, chatChunk({ content: "is." })],
  [1_450, chatChunk({}, { finish_reason: "stop" })],
  [1_500, chunkOf([], { usage })],
] as const;

const halve = (text: string): string[] => [text.slice(0, 2), text.slice(2)];
const output: Wire.ModelOutput[] = [
  {
    id: "rs_0",
    type: "reasoning",
    summary: [{ type: "summary_text", text: "In short." }],
    status: "completed",
  },
  { id: "ws_0", type: "web_search_call", action: { type: "search", query: "" }, status: "completed" },
  {
    id: "xs_0",
    type: "custom_tool_call",
    call_id: "",
    name: "x_keyword_search",
    input: "{}",
    status: "completed",
  },
  { id: "ct_0", type: "custom_tool_call", call_id: "call_1", name: "mine", input: "{}", status: "completed" },
  {
    id: "fc_0",
    type: "function_call",
    call_id: "call_0",
    name: "note",
    arguments: "{}",
    status: "completed",
  },
  {
    id: "msg_0",
    type: "message",
    role: "assistant",
    content: [{ type: "output_text", text: "One.", logprobs: [], annotations: [] }],
    status: "completed",
  },
];
const outputEvents = output.flatMap((item, index) => eventsOfItem(item, index, halve));

const message: Wire.MessageResponse = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  model: "grok-4",
  content: [],
  stop_reason: null,
  usage: { input_tokens: 30, output_tokens: 0, cache_read_input_tokens: 8 },
};
const messages: readonly (readonly [number, Wire.MessageStreamEvent])[] = [
  [10, { type: "message_start", message }],
  [20, { type: "ping" }],
  [100, { type: "content_block_delta", index: 0, delta: { type: "thinking_delta", thinking: "Hm." } }],
  [150, { type: "content_block_delta", index: 0, delta: { type: "signature_delta", signature: "c2ln" } }],
  [200, { type: "content_block_delta", index: 1, delta: { type: "text_delta", text: "It is." } }],
  [600, { type: "content_block_delta", index: 2, delta: { type: "input_json_delta", partial_json: "{}" } }],
  [610, { type: "message_delta", delta: { stop_reason: "tool_use" }, usage: { output_tokens: 50 } }],
  [620, { type: "message_stop" }],
];

describe("createMeter", () => {
  it("reads tokens, cost and times off a chat stream", () => {
    expect(readingOf(chat)).toEqual({
      inputTokens: 14,
      cachedTokens: 4,
      outputTokens: 9 + 38,
      reasoningTokens: 38,
      costUsd: 0.00009125,
      serverToolCalls: 0,
      isFinal: true,
      firstEventMs: 300,
      firstReasoningMs: 400,
      firstAnswerMs: 900,
      durationMs: 1_500,
      tokensPerSecond: 9 / 0.5,
    });
  });

  it("reads them off a Responses stream, whose calls to xAI's own tools it counts", () => {
    const whole = responseOf(output, {
      usage: { ...responseOf([]).usage, input_tokens: 20, output_tokens: 40, num_server_side_tools_used: 5 },
    });
    const events = streamOf(whole, outputEvents).map((event, at) => [at * 10, event] as const);
    const at = (type: Wire.ResponseStreamEvent["type"]): number =>
      10 * events.findIndex(([, event]) => event.type === type);
    const lastMs = 10 * events.findLastIndex(([, event]) => event.type === "response.output_text.delta");
    const firstAnswerMs = at("response.function_call_arguments.delta");
    expect(readingOf(events)).toEqual({
      inputTokens: 20,
      cachedTokens: 3,
      outputTokens: 40,
      reasoningTokens: 25,
      costUsd: undefined,
      serverToolCalls: 5,
      isFinal: true,
      firstEventMs: 0,
      firstReasoningMs: at("response.reasoning_summary_text.delta"),
      firstAnswerMs,
      durationMs: events.length * 10 - 10,
      tokensPerSecond: expect.closeTo(15_000 / (lastMs - firstAnswerMs)),
    });
    expect(readingOf(events.slice(0, -1))).toMatchObject({
      inputTokens: undefined,
      serverToolCalls: 2,
      isFinal: false,
      tokensPerSecond: undefined,
    });
  });

  it("reads them off a messages stream, whose counts grow", () => {
    expect(readingOf(messages)).toEqual({
      inputTokens: 30,
      cachedTokens: 8,
      outputTokens: 50,
      reasoningTokens: undefined,
      costUsd: undefined,
      serverToolCalls: 0,
      isFinal: true,
      firstEventMs: 10,
      firstReasoningMs: 100,
      firstAnswerMs: 200,
      durationMs: 620,
      // Reasoning is among the tokens, so its time is too.
      tokensPerSecond: 100,
    });
    expect(readingOf(messages.slice(0, 1))).toMatchObject({
      inputTokens: 30,
      outputTokens: 0,
      isFinal: false,
    });
  });

  it("begins at the moment it is told", () => {
    const late = createMeter({ startedAtMs: 1_000, now: () => 1_250 });
    late.add(chatChunk({ content: "It" }));
    expect(late.snapshot).toMatchObject({ firstEventMs: 250, firstAnswerMs: 250, durationMs: 250 });
  });

  it("tells the time by itself", () => {
    const own = createMeter();
    own.add(chatChunk({ content: "It" }));
    expect(own.snapshot.firstEventMs).toBeGreaterThanOrEqual(0);
    expect(own.snapshot.durationMs).toBeLessThan(60_000);
  });

  it("does not take counts for final that come before the end", () => {
    const counting = [
      [1, chunkOf([{ index: 0, delta: { content: "It " } }], { usage: { ...usage, completion_tokens: 1 } })],
      [2, chunkOf([{ index: 0, delta: { content: "is." } }], { usage })],
      [3, chunkOf([{ index: 0, delta: {}, finish_reason: "stop" }], { usage })],
    ] as const;
    expect(readingOf(counting.slice(0, 1))).toMatchObject({ outputTokens: 39, isFinal: false });
    expect(readingOf(counting.slice(0, 2))).toMatchObject({ outputTokens: 47, isFinal: false });
    expect(readingOf(counting)).toMatchObject({ outputTokens: 47, isFinal: true });
    expect(readingOf([...counting, [4, chatChunk({ content: "More" })]]).isFinal).toBe(false);
  });

  it("takes a call of your own function for an answer, and a call that xAI runs for none", () => {
    const call = { id: "call_0", index: 0, function: { name: "f", arguments: "{}" } };
    const serverCall = { ...call, type: "web_search_call" };
    expect(readingOf([[1, chatChunk({ tool_calls: [serverCall] })]]).firstAnswerMs).toBeUndefined();
    expect(readingOf([[1, chatChunk({ tool_calls: [{ ...call, type: "function" }] })]]).firstAnswerMs).toBe(
      1,
    );
    expect(
      readingOf([
        [2, chatChunk({ tool_calls: [{ id: "", index: 0, function: { name: "", arguments: "," } }] })],
      ]).firstAnswerMs,
    ).toBe(2);
    expect(readingOf([[3, chatChunk({ refusal: "No." })]]).firstAnswerMs).toBe(3);
  });

  it("adds up the calls that the usage of a chat lists by tool", () => {
    const server_side_tool_usage_details = {
      web_search_calls: 2,
      x_search_calls: 1,
      x_posts_fetched: 40,
      mcp_calls: null,
    };
    const listed = chunkOf([], { usage: { ...usage, server_side_tool_usage_details } });
    expect(readingOf([[1, listed]]).serverToolCalls).toBe(3);
  });

  it("knows no speed of an answer that came in one piece", () => {
    expect(readingOf(chat.filter(([atMs]) => atMs !== 1_400)).tokensPerSecond).toBeUndefined();
    expect(readingOf(chat.slice(-2)).tokensPerSecond).toBeUndefined();
  });

  it("reads nothing into events of other kinds, fields of other types and null", () => {
    const odd: unknown[] = [
      { type: "response.unheard_of.delta", delta: "x", usage: null },
      { choices: [null, { delta: null }, { delta: { content: null, tool_calls: "f" } }], usage: 7 },
      { type: "response.in_progress", response: { usage: { input_tokens: "7", output_tokens_details: [] } } },
      { type: "content_block_delta", delta: null },
      null,
    ];
    const {
      durationMs: _,
      firstEventMs: _first,
      ...reading
    } = readingOf(odd.map((event) => [1, event as AnswerEvent]));
    expect(Object.values(reading).filter(Boolean)).toEqual([]);
  });

  it("tells of any stream when its first pieces came", () => {
    const pieces = fc.array(
      fc.record({ kind: fc.constantFrom("reasoning_content", "content", "role"), waitMs: fc.nat(1_000) }),
    );
    fc.assert(
      fc.property(pieces, (all) => {
        let atMs = 0;
        const events = all.map(({ kind, waitMs }) => [(atMs += waitMs), chatChunk({ [kind]: "a" })] as const);
        const whenFirst = (wanted: string): number | undefined =>
          events[all.findIndex(({ kind }) => kind === wanted)]?.[0];
        const answers = events.filter((_, at) => all[at]?.kind === "content");
        const spanMs = (answers.at(-1)?.[0] ?? 0) - (answers[0]?.[0] ?? 0);
        expect(readingOf([...events, [atMs, chunkOf([], { usage })]])).toMatchObject({
          firstEventMs: events[0]?.[0] ?? 0,
          firstReasoningMs: whenFirst("reasoning_content"),
          firstAnswerMs: whenFirst("content"),
          durationMs: atMs,
          tokensPerSecond: spanMs > 0 ? (9 / spanMs) * 1_000 : undefined,
        });
      }),
    );
  });

  const captures = [...inject("wireCaptures"), ...ownCaptures].filter(({ name }) =>
    name.endsWith(".stream.jsonl"),
  );
  it.each(captures)("agrees with what $name states", ({ text }) => {
    const events: AnswerEvent[] = text
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => freezeDeep(JSON.parse(line)));
    const { snapshot } = meterOf(events);
    const stated = events
      .map((event) => fieldsOf(fieldsOf(fieldsOf(event)["response"] ?? event)["usage"]))
      .findLast(isStated);
    // A message tells what it read when it begins, and no total.
    const begun = fieldsOf(fieldsOf(fieldsOf(events[0])["message"])["usage"]);
    const { total_tokens: total = sumOf({ ...begun, ...stated }), cost_in_usd_ticks: ticks } = stated ?? {};
    expect(snapshot.isFinal).toBe(stated !== undefined);
    expect((snapshot.inputTokens ?? 0) + (snapshot.outputTokens ?? 0)).toBe(total);
    expect(snapshot.costUsd).toBe(ticks === undefined ? undefined : Number(ticks) / 1e10);
  });
});

function meterOf(events: readonly AnswerEvent[]): ReturnType<typeof createMeter> {
  const all = createMeter();
  for (const event of events) all.add(event);
  return all;
}

function sumOf({ input_tokens: read = 0, output_tokens: written = 0 }: Fields): number {
  return Number(read) + Number(written);
}

function isStated(counts: Fields): boolean {
  return Object.keys(counts).length > 0;
}
