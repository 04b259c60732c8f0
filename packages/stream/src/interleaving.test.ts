import type { Wire } from "@xai-edge/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChatFold } from "./chat-fold.ts";
import { chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { eventsOf } from "./fixtures/events-of.ts";
import { type Cut, eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import { foldChat } from "./fold-chat.ts";
import { foldResponse } from "./fold-response.ts";
import { createResponseFold } from "./response-fold.ts";

/** Which of the lists that go on gives the next entry, for as long as the lists last; over and over. */
const turns = fc.array(fc.nat(7), { minLength: 1, maxLength: 12 });
/** Text with everything that is more than one code unit or has a meaning in JSON. */
const text = fc.string({ unit: "grapheme", maxLength: 24 });
/** Lengths of the pieces of a text, over and over; a length of 0 is an empty delta. */
const lengths = fc
  .array(fc.nat(5), { minLength: 1, maxLength: 8 })
  .filter((some) => some.some((one) => one > 0));

/** Cuts anywhere, also within surrogate pairs: what arrives in a JSON string of its own may be half of one. */
function cutBy(pieces: readonly number[]): Cut {
  return (whole) => {
    const cuts: string[] = [];
    for (let at = 0, turn = 0; at < whole.length; turn += 1) {
      const length = pieces[turn % pieces.length] ?? 1;
      cuts.push(whole.slice(at, at + length));
      at += length;
    }
    return cuts;
  };
}

/** One list of all entries, in which the entries of each list keep their order. */
function interleave<Entry>(lists: readonly (readonly Entry[])[], order: readonly number[]): Entry[] {
  const left = lists.map((list) => [...list]);
  const merged: Entry[] = [];
  for (let turn = 0; ; turn += 1) {
    const open = left.filter((list) => list.length > 0);
    if (open.length === 0) return merged;
    const next = open[(order[turn % order.length] ?? 0) % open.length]?.shift();
    if (next !== undefined) merged.push(next);
  }
}

const toolCall = fc.record({
  id: fc.uuid(),
  name: fc.string({ minLength: 1, maxLength: 6 }),
  arguments: fc.json({ maxDepth: 2 }),
});

const choice = fc.record({
  content: text,
  reasoning: text,
  calls: fc.array(toolCall, { maxLength: 3 }),
  areCallsWhole: fc.boolean(),
  reason: fc.constantFrom("stop", "length", "tool_calls", "end_turn"),
});
type ChoiceSketch = typeof choice extends fc.Arbitrary<infer Sketch> ? Sketch : never;

function wholeChoice({ content, reasoning, calls, reason }: ChoiceSketch, index: number): object {
  return {
    index,
    message: {
      role: "assistant",
      content,
      ...(reasoning === "" ? {} : { reasoning_content: reasoning }),
      refusal: null,
      ...(calls.length === 0
        ? {}
        : {
            tool_calls: calls.map((call) => ({
              id: call.id,
              type: "function",
              function: { name: call.name, arguments: call.arguments },
            })),
          }),
    },
    finish_reason: reason,
  };
}

function piecesOfChoice(
  sketch: ChoiceSketch,
  index: number,
  cut: Cut,
  order: readonly number[],
): Wire.ChoiceChunk[] {
  const calls = sketch.calls.map((call, at) => {
    const [first = "", ...rest] = sketch.areCallsWhole ? [call.arguments] : cut(call.arguments);
    const begin = {
      index: at,
      id: call.id,
      type: "function",
      function: { name: call.name, arguments: first },
    };
    return [begin, ...rest.map((piece) => ({ index: at, function: { arguments: piece } }))];
  });
  const deltas: Wire.Delta[] = [
    { role: "assistant" },
    ...interleave<Wire.Delta>(
      [
        cut(sketch.reasoning).map((piece) => ({ reasoning_content: piece })),
        cut(sketch.content).map((piece) => ({ content: piece })),
        ...calls.map((pieces) => pieces.map((piece) => ({ tool_calls: [piece as Wire.ToolCall] }))),
      ],
      order,
    ),
  ];
  return [...deltas.map((delta) => ({ index, delta })), { index, delta: {}, finish_reason: sketch.reason }];
}

const chat = fc.record({
  choices: fc.array(choice, { minLength: 1, maxLength: 3 }),
  pieces: lengths,
  order: turns,
  packs: lengths,
  hasUsage: fc.boolean(),
});
type ChatSketch = typeof chat extends fc.Arbitrary<infer Sketch> ? Sketch : never;

/** The chunks of a chat: pieces of all its choices, alternating, one or several to a chunk. */
function chunksOf({ choices, pieces, order, packs, hasUsage }: ChatSketch): Wire.ChatResponseChunk[] {
  const cut = cutBy(pieces);
  const all = interleave(
    choices.map((one, index) => piecesOfChoice(one, index, cut, order)),
    order,
  );
  const chunks: Wire.ChatResponseChunk[] = [];
  for (let at = 0, turn = 0; at < all.length; turn += 1) {
    const length = Math.max(packs[turn % packs.length] ?? 1, 1);
    chunks.push(chunkOf(all.slice(at, at + length)));
    at += length;
  }
  if (hasUsage) chunks.push(chunkOf([], { usage }));
  return chunks;
}

describe("a chat stream", () => {
  it("folds to the same answer however its texts are cut and its choices and calls alternate", () => {
    fc.assert(
      fc.property(chat, (sketch) => {
        const fold = createChatFold();
        for (const chunk of chunksOf(sketch)) fold.add(chunk);
        expect(fold.snapshot.choices).toStrictEqual(sketch.choices.map(wholeChoice));
        expect(fold.snapshot.usage).toStrictEqual(sketch.hasUsage ? usage : undefined);
        expect(fold.isWhole).toBe(true);
      }),
    );
  });

  it("rejects when it is cut before every choice is finished, and keeps the beginning of every text", async () => {
    await fc.assert(
      fc.asyncProperty(chat, fc.double({ min: 0, max: 1, noNaN: true }), async (sketch, share) => {
        const chunks = chunksOf(sketch);
        const length = Math.floor(share * (sketch.hasUsage ? chunks.length - 1 : chunks.length));
        fc.pre(length < chunks.length - (sketch.hasUsage ? 1 : 0));
        const answer = foldChat(eventsOf(chunks.slice(0, length)));
        await expect(answer.final()).rejects.toMatchObject({ code: "truncated_stream" });
        for (const { index, message } of answer.snapshot.choices) {
          const whole = sketch.choices[index];
          expect(whole?.content.startsWith(message.content ?? "")).toBe(true);
          expect(whole?.reasoning.startsWith(message.reasoning_content ?? "")).toBe(true);
          for (const call of message.tool_calls ?? []) {
            const wholeCall = whole?.calls.find(({ id }) => id === call.id);
            expect(wholeCall?.arguments.startsWith(call.function.arguments)).toBe(true);
          }
        }
      }),
    );
  });
});

const item: fc.Arbitrary<Wire.ModelOutput> = fc.oneof(
  fc.record({
    type: fc.constant("message" as const),
    id: fc.uuid(),
    role: fc.constant("assistant" as const),
    content: fc.array(
      fc.oneof(
        fc.record({
          type: fc.constant("output_text" as const),
          text,
          logprobs: fc.constant<Wire.TokenLogProb[]>([]),
          annotations: fc.array(fc.record({ type: fc.constant("url_citation" as const), url: fc.webUrl() }), {
            maxLength: 3,
          }),
        }),
        fc.record({ type: fc.constant("refusal" as const), refusal: text }),
      ),
      { maxLength: 3 },
    ),
    status: fc.constant("completed" as const),
  }),
  fc.record({
    type: fc.constant("reasoning" as const),
    id: fc.uuid(),
    summary: fc.array(fc.record({ type: fc.constant("summary_text" as const), text }), { maxLength: 3 }),
    status: fc.constant("completed" as const),
  }),
  fc.record({
    type: fc.constant("function_call" as const),
    id: fc.uuid(),
    call_id: fc.uuid(),
    name: text,
    arguments: fc.json({ maxDepth: 2 }),
    status: fc.constant("completed" as const),
  }),
);
// Cloned, the objects have the prototype that parsed ones have.
const output = fc.array(item, { maxLength: 5 }).map((items) => structuredClone(items));

describe("a Responses stream", () => {
  it("folds to the same output however its texts are cut and its items alternate, with or without `done` events", () => {
    fc.assert(
      fc.property(output, lengths, turns, fc.boolean(), (items, pieces, order, hasDone) => {
        const lists = items.map((one, index) => eventsOfItem(one, index, cutBy(pieces)));
        const fold = createResponseFold();
        for (const event of interleave(lists, order)) {
          if (hasDone || !event.type.endsWith(".done")) fold.add(event);
        }
        expect(fold.snapshot.output).toStrictEqual(
          items.map((one) => (hasDone ? one : { ...one, status: "in_progress" })),
        );
        const response = responseOf(items);
        fold.add({ type: "response.completed", response });
        expect(fold.snapshot).toStrictEqual(response);
      }),
    );
  });

  it("rejects when it is cut anywhere, and keeps the beginning of every text", async () => {
    await fc.assert(
      fc.asyncProperty(
        output,
        lengths,
        turns,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (items, pieces, order, share) => {
          const lists = items.map((one, index) => eventsOfItem(one, index, cutBy(pieces)));
          const events = streamOf(responseOf(items), interleave(lists, order));
          const answer = foldResponse(eventsOf(events.slice(0, Math.floor(share * (events.length - 1)))));
          await expect(answer.final()).rejects.toMatchObject({ code: "truncated_stream" });
          for (const grown of answer.snapshot.output) {
            const whole = items.find(({ id }) => id === grown.id);
            const [texts, wholeTexts] = [grown, whole].map((one) => textsOf(one));
            texts?.forEach((one, at) => expect(wholeTexts?.[at]?.startsWith(one)).toBe(true));
          }
        },
      ),
    );
  });
});

function textsOf(one: Wire.ModelOutput | undefined): string[] {
  switch (one?.type) {
    case "message":
      return one.content.map((part) => (part.type === "output_text" ? part.text : String(part["refusal"])));
    case "reasoning":
      return one.summary.map((part) => part.text);
    case "function_call":
      return [one.arguments];
    default:
      return [];
  }
}
