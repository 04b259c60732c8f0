import { createXai, type Wire } from "@xai-edge/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerEvent, AnswerStream } from "./answer-event.ts";
import { createChatFold } from "./chat-fold.ts";
import { citationsOf } from "./citations-of.ts";
import { chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { isBeginning } from "./fixtures/is-beginning.ts";
import { eventsOfBlock, messageOf, messageStreamOf } from "./fixtures/message-events.ts";
import { type Cut, eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import { foldChat } from "./fold-chat.ts";
import { foldMessage } from "./fold-message.ts";
import { foldResponse } from "./fold-response.ts";
import type { FoldedStream } from "./fold-stream.ts";
import { createMessageFold } from "./message-fold.ts";
import { reasoningOf } from "./reasoning-of.ts";
import { refusalOf } from "./refusal-of.ts";
import { createResponseFold } from "./response-fold.ts";
import { serverToolsOf } from "./server-tools-of.ts";
import { textOf } from "./text-of.ts";
import { toReadableStream } from "./to-readable-stream.ts";
import { toolCallDeltasOf } from "./tool-call-deltas-of.ts";
import { toolCallsOf } from "./tool-calls-of.ts";
import { usageOf } from "./usage-of.ts";

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

/** Whether the end of these chunks shows that something is missing: a choice that began and did not finish. */
function isOpen(chunks: readonly AnswerEvent[]): boolean {
  const pieces = chunks.flatMap((chunk): readonly Wire.ChoiceChunk[] =>
    "choices" in chunk && Array.isArray(chunk.choices) ? chunk.choices : [],
  );
  const finished = new Set(pieces.flatMap((one) => (one.finish_reason ? [one.index] : [])));
  return pieces.length === 0 || pieces.some(({ index }) => !finished.has(index));
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

  it("rejects when it is cut before every choice that began is finished, and keeps the beginning of every text", async () => {
    await fc.assert(
      fc.asyncProperty(chat, fc.double({ min: 0, max: 1, noNaN: true }), async (sketch, share) => {
        const chunks = chunksOf(sketch);
        const beginning = chunks.slice(0, Math.floor(share * chunks.length));
        fc.pre(isOpen(beginning));
        const answer = foldChat(eventsOf(beginning));
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

const block = fc.oneof(
  fc.record({ type: fc.constant("text"), text }),
  fc.record({
    type: fc.constant("text"),
    text,
    citations: fc.array(fc.record({ type: fc.constant("web_search_result_location"), url: fc.webUrl() }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ type: fc.constant("thinking"), thinking: text, signature: fc.base64String() }),
  fc.record({ type: fc.constant("redacted_thinking"), data: fc.base64String() }),
  fc.record({
    type: fc.constantFrom("tool_use", "server_tool_use", "mcp_tool_use"),
    id: fc.uuid(),
    name: fc.string({ minLength: 1, maxLength: 6 }),
    input: fc.dictionary(fc.string({ unit: "grapheme", maxLength: 4 }), fc.jsonValue({ maxDepth: 1 }), {
      maxKeys: 3,
    }),
  }),
);
/** Parsed, so that the objects are as the wire's: no -0, no prototype of their own. */
const blocks = fc
  .array(block, { maxLength: 5 })
  .map((all): typeof all => JSON.parse(JSON.stringify(all)))
  .filter((all) => !JSON.stringify(all).includes("__proto__"));

const message = fc.record({ blocks, pieces: lengths, order: turns });
type MessageSketch = typeof message extends fc.Arbitrary<infer Sketch> ? Sketch : never;

function messageEventsOf({ blocks: all, pieces, order }: MessageSketch): Wire.MessageStreamEvent[] {
  const lists = all.map((one, index) => eventsOfBlock(one, index, cutBy(pieces)));
  return messageStreamOf(messageOf(all, { stop_reason: "tool_use" }), interleave(lists, order));
}

describe("a messages stream", () => {
  it("folds to the same message however its texts are cut and its blocks alternate", () => {
    fc.assert(
      fc.property(message, (sketch) => {
        const fold = createMessageFold();
        for (const event of messageEventsOf(sketch)) fold.add(event);
        expect(fold.snapshot).toStrictEqual(messageOf(sketch.blocks, { stop_reason: "tool_use" }));
        expect(fold.isWhole).toBe(true);
      }),
    );
  });
});

const response = fc.record({ items: output, pieces: lengths, order: turns });

/** A stream of any protocol. */
const stream: fc.Arbitrary<{ protocol: "chat" | "responses" | "messages"; events: AnswerEvent[] }> = fc.oneof(
  chat.map((sketch) => ({ protocol: "chat" as const, events: chunksOf(sketch) })),
  response.map(({ items, pieces, order }) => ({
    protocol: "responses" as const,
    events: streamOf(
      responseOf(items),
      interleave(
        items.map((one, index) => eventsOfItem(one, index, cutBy(pieces))),
        order,
      ),
    ),
  })),
  message.map((sketch) => ({ protocol: "messages" as const, events: messageEventsOf(sketch) })),
);

/** The folded answer of a client that gets these bytes in chunks of these lengths, over and over. */
async function answerOf(
  protocol: "chat" | "responses" | "messages",
  bytes: Uint8Array,
  chunks: readonly number[],
): Promise<FoldedStream<AnswerEvent, object>> {
  let at = 0;
  let turn = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      const from = at;
      at += chunks[turn++ % chunks.length] ?? 1;
      controller.enqueue(bytes.slice(from, at));
    },
  });
  const headers = { "content-type": "text/event-stream" };
  const xai = createXai({
    baseURL: "https://api.example/v1",
    fetch: async () => new Response(body, { headers }),
  });
  const params = { model: "grok-4", stream: true as const };
  const messages = [{ role: "user" as const, content: "hi" }];
  if (protocol === "chat") return foldChat(await xai.chat.completions.create({ ...params, messages }));
  if (protocol === "messages")
    return foldMessage(await xai.messages.create({ ...params, messages, max_tokens: 9 }));
  return foldResponse(await xai.responses.create({ ...params, input: "hi" }));
}

const chunkLengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 });
const lineEnd = fc.constantFrom("\n", "\r", "\r\n");

function bytesOf(events: readonly AnswerEvent[], eol: string): Uint8Array {
  const payloads = [...events.map((event) => JSON.stringify(event)), "[DONE]"];
  return new TextEncoder().encode(payloads.map((payload) => `data: ${payload}${eol}${eol}`).join(""));
}

describe("a stream of any protocol", () => {
  it("folds to the same answer however its bytes are cut and its lines end", async () => {
    await fc.assert(
      fc.asyncProperty(stream, chunkLengths, lineEnd, async ({ protocol, events }, chunks, eol) => {
        const whole = await answerOf(protocol, bytesOf(events, "\n"), [Number.MAX_SAFE_INTEGER]);
        const answer = await answerOf(protocol, bytesOf(events, eol), chunks);
        expect(await answer.final()).toStrictEqual(await whole.final());
      }),
    );
  });

  it("throws when its bytes are cut off anywhere, and keeps a beginning of the answer", async () => {
    await fc.assert(
      fc.asyncProperty(
        stream,
        chunkLengths,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (one, chunks, share) => {
          const { protocol, events } = one;
          const bytes = bytesOf(events, "\n");
          const whole = await (await answerOf(protocol, bytes, chunks)).final();
          const needed = bytes.length - (protocol === "chat" ? 0 : "data: [DONE]\n\n".length);
          const length = Math.min(Math.floor(share * needed), needed - 1);
          const answer = await answerOf(protocol, bytes.subarray(0, length), chunks);
          await expect(answer.final()).rejects.toMatchObject({ code: "truncated_stream" });
          expect(isBeginning(answer.snapshot, whole)).toBe(true);
        },
      ),
    );
  });
});

const views: Readonly<Record<string, (source: AnswerStream) => AsyncIterable<unknown>>> = {
  textOf,
  reasoningOf,
  refusalOf,
  citationsOf,
  toolCallsOf,
  toolCallDeltasOf,
  serverToolsOf,
  usageOf,
};

describe.each(Object.entries(views))("%s", (_, view) => {
  it("throws where a stream of any protocol is cut off, after the beginning of what it would have said", async () => {
    await fc.assert(
      fc.asyncProperty(
        stream,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async ({ protocol, events }, share) => {
          const whole = await collect(view(eventsOf(events)));
          const beginning = events.slice(0, Math.floor(share * events.length));
          fc.pre(beginning.length < events.length && (protocol !== "chat" || isOpen(beginning)));
          const said: unknown[] = [];
          const reading = toReadableStream(view(eventsOf(beginning))).pipeTo(
            new WritableStream({ write: (value) => void said.push(value) }),
          );
          await expect(reading).rejects.toMatchObject({ code: "truncated_stream" });
          expect(said).toEqual(whole.slice(0, said.length));
        },
      ),
    );
  });
});

describe("the views of a chat", () => {
  it("say the same of each choice as the fold, however the stream is cut and alternates", async () => {
    await fc.assert(
      fc.asyncProperty(chat, async (sketch) => {
        const events = chunksOf(sketch);
        for (const [choiceIndex, one] of sketch.choices.entries()) {
          const options = { choiceIndex };
          expect((await collect(textOf(eventsOf(events), options))).join("")).toBe(one.content);
          expect((await collect(reasoningOf(eventsOf(events), options))).join("")).toBe(one.reasoning);
          const deltas = await collect(toolCallDeltasOf(eventsOf(events), options));
          const calls = one.calls.map((call, index) => ({ ...call, index }));
          for (const call of calls) {
            const own = deltas.filter(({ index }) => index === call.index);
            expect(own.map(({ delta }) => delta).join("")).toBe(call.arguments);
          }
          if (one.reason === "length") continue;
          const complete = await collect(toolCallsOf(eventsOf(events), options));
          expect(complete.toSorted((a, b) => a.index - b.index)).toEqual(calls);
        }
        expect(await collect(usageOf(eventsOf(events)))).toEqual(sketch.hasUsage ? [usage] : []);
      }),
    );
  });
});

describe("the views of a response or a message", () => {
  it("say the same as the fold, however the stream is cut and alternates", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(response, message), async (sketch) => {
        const isResponse = "items" in sketch;
        const items: readonly Readonly<Record<string, unknown>>[] = isResponse
          ? sketch.items.map((one) => ({ ...one }))
          : sketch.blocks;
        const events: AnswerEvent[] = isResponse
          ? streamOf(
              responseOf(sketch.items),
              interleave(
                sketch.items.map((one, index) => eventsOfItem(one, index, cutBy(sketch.pieces))),
                sketch.order,
              ),
            )
          : messageEventsOf(sketch);
        const calls = items.flatMap(({ type, id, call_id = id, name, arguments: json, input }, index) =>
          type === "function_call" || type === "tool_use"
            ? [{ id: call_id, name, arguments: json ?? JSON.stringify(input), index }]
            : [],
        );
        const complete = await collect(toolCallsOf(eventsOf(events)));
        expect(complete.toSorted((a, b) => a.index - b.index)).toEqual(calls);
        const deltas = await collect(toolCallDeltasOf(eventsOf(events)));
        for (const call of calls) {
          const own = deltas.filter(({ index }) => index === call.index);
          expect(own.map(({ delta }) => delta).join("")).toBe(call.arguments);
          expect(own.at(-1)?.arguments).toBe(call.arguments);
        }
        const tools = await collect(serverToolsOf(eventsOf(events)));
        const done = tools.filter(({ phase }) => phase === "done").toSorted((a, b) => a.index - b.index);
        expect(done.map(({ item: tool }) => tool)).toEqual(
          items.filter(({ type }) => type === "server_tool_use" || type === "mcp_tool_use"),
        );
        const cited = (JSON.stringify(items).match(/"(url_citation|web_search_result_location)"/g) ?? [])
          .length;
        const citations = await collect(citationsOf(eventsOf(events)));
        expect(citations.length).toBeLessThanOrEqual(cited);
        expect(citations.length > 0).toBe(cited > 0);
        expect((await collect(usageOf(eventsOf(events)))).at(-1)).toEqual(
          isResponse ? responseOf([]).usage : messageOf([]).usage,
        );
      }),
    );
  });
});
