/** `pnpm metering`: what it takes to meter a stream, in microseconds an event. */
import process from "node:process";
import type { Wire } from "@xai-edge/core";
import { type AnswerEvent, createMeter, meter } from "@xai-edge/stream";
import { compare } from "./compare.ts";
import { payloadsOf } from "./traffic.ts";

const ROUNDS = Number(process.argv[2] ?? 300);

/** As many deltas as the other answers have, as the API writes them for the messages protocol. */
const messages: Wire.MessageStreamEvent[] = [
  {
    type: "message_start",
    message: {
      id: "msg_1",
      type: "message",
      role: "assistant",
      model: "grok-4",
      content: [],
      usage: { input_tokens: 7, output_tokens: 0 },
    },
  },
  ...Array.from({ length: 680 }, () => ({
    type: "content_block_delta" as const,
    index: 0,
    delta: { type: "text_delta" as const, text: " fox" },
  })),
  { type: "message_delta", delta: { stop_reason: "end_turn" }, usage: { output_tokens: 680 } },
  { type: "message_stop" },
];

const streams: Readonly<Record<string, readonly AnswerEvent[]>> = {
  chat: (await payloadsOf("chat")).map((payload) => JSON.parse(payload)),
  responses: (await payloadsOf("responses")).map((payload) => JSON.parse(payload)),
  messages,
};

/** The events with as little between them as an iterator allows. */
function sourceOf(events: readonly AnswerEvent[]): AsyncIterable<AnswerEvent> {
  return {
    [Symbol.asyncIterator]: () => {
      let at = 0;
      return {
        next: () => {
          const value = events[at++];
          return Promise.resolve(value ? { done: false, value } : { done: true, value: undefined });
        },
      };
    },
  };
}

async function read(source: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of source);
}

for (const [protocol, events] of Object.entries(streams)) {
  const medians = await compare(
    {
      "createMeter().add, as a tap": () => {
        const tap = createMeter();
        for (const event of events) tap.add(event);
      },
      "the same, its clock left out": () => {
        const tap = createMeter({ now: () => 0 });
        for (const event of events) tap.add(event);
      },
      "a bare source, for await": () => read(sourceOf(events)),
      "meter of it, for await": () => read(meter(sourceOf(events))),
    },
    ROUNDS,
  );
  console.log(`\n${protocol}, ${events.length} events`);
  for (const [name, us] of medians)
    console.log(`  ${name.padEnd(30)} ${(us / events.length).toFixed(3).padStart(6)} µs an event`);
}
