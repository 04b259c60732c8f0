import type { WireCapture } from "@xai-edge/testing";
import { describe, expect, inject, it } from "vitest";
import { ask, askEvents } from "../testing/ask.ts";
import { createMockXai, type Answer } from "./index.ts";

const captures: readonly WireCapture[] = inject("wireCaptures");
const mock = createMockXai({ answer: (): Answer => ({ reasoning: "First, think", text: "Hello there" }) });
const messages = [{ role: "user", content: "Hello" }];

/** Fields that xAI's reference promises and that the captures, which are older, do not have. */
const newer: ReadonlySet<string> = new Set([
  "service_tier",
  "background",
  "truncation",
  "top_logprobs",
  "presence_penalty",
  "frequency_penalty",
  "cost_in_usd_ticks",
  "cost_in_nano_usd",
]);

/** A value with its texts, numbers and lists' lengths taken out: what is left is the shape. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== "object" || value === null) return value === null ? null : typeof value;
  const fields = Object.entries(value).filter(([name]) => !newer.has(name));
  return Object.fromEntries(
    fields.map(([name, field]) => [name, name === "type" || name === "status" ? field : shapeOf(field)]),
  );
}

/** The shapes of events in their order, where a run of the same shape counts once. */
function shapesOf(events: readonly unknown[]): unknown[] {
  const shapes = events.map((event) => shapeOf(event));
  return shapes.filter((shape, index) => JSON.stringify(shape) !== JSON.stringify(shapes[index - 1]));
}

function capture(name: string): WireCapture[] {
  return captures.filter((one) => one.name === name);
}

function eventsOf({ text }: WireCapture): unknown[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}

it("tells shapes apart by fields, kinds of values and tags, and counts a repeated shape once", () => {
  expect(
    shapesOf([{ type: "a", x: 1 }, { type: "a", x: 2 }, { type: "b", x: [null, 1] }, { type: "b" }]),
  ).toEqual([{ type: "a", x: "number" }, { type: "b", x: [null] }, { type: "b" }]);
});

// Without recorded answers on the machine there is nothing to compare with.
describe.runIf(captures.length > 0)("what the simulator answers has the shape of a recorded answer", () => {
  it.for(capture("chat.text.stream.jsonl"))("streaming a chat: $name", async (recorded) => {
    const events = await askEvents(mock, "/v1/chat/completions", {
      model: "grok-3-mini",
      messages,
      stream_options: { include_usage: true },
    });
    const { cost_in_usd_ticks: cost } = (events.at(-1) as { usage: { cost_in_usd_ticks: number } }).usage;
    expect(cost).toBeTypeOf("number");
    expect(shapesOf(events)).toEqual(shapesOf(eventsOf(recorded)));
  });

  it.for(capture("chat.text.json"))("in a chat: $name", async ({ text }) => {
    const answer = await ask(mock, "/v1/chat/completions", { model: "grok-3-mini", messages });
    expect(shapeOf(answer)).toEqual(shapeOf(JSON.parse(text)));
  });

  it.for(capture("chat.tool-call.json"))("in a chat with a tool call: $name", async ({ text }) => {
    const calling = createMockXai({
      answer: () => ({ reasoning: "Call it", toolCalls: [{ name: "weather", arguments: {} }] }),
    });
    const answer = await ask(calling, "/v1/chat/completions", { model: "grok-3-mini", messages });
    expect(shapeOf(answer)).toEqual(shapeOf(JSON.parse(text)));
  });

  it.for([...capture("responses.text.stream.jsonl"), ...capture("responses.reasoning.stream.jsonl")])(
    "streaming a response: $name",
    async (recorded) => {
      const events = await askEvents(mock, "/v1/responses", { model: "grok-code-fast-1", input: "Hello" });
      expect(shapesOf(events)).toEqual(shapesOf(eventsOf(recorded)));
    },
  );
});
