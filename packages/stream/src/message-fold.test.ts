import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { freezeDeep } from "./fixtures/freeze-deep.ts";
import { type Block, eventsOfBlock, messageOf, messageStreamOf } from "./fixtures/message-events.ts";
import { createMessageFold } from "./message-fold.ts";

type Event = Wire.MessageStreamEvent;

const cut = (text: string): string[] => text.match(/.{1,3}/gsu) ?? [];

const blocks: Block[] = [
  { type: "thinking", thinking: "They ask for the weather.", signature: "c2ln" },
  { type: "redacted_thinking", data: "b3BhcXVl" },
  { type: "server_tool_use", id: "srvtoolu_1", name: "web_search", input: { query: "oslo weather" } },
  {
    type: "web_search_tool_result",
    tool_use_id: "srvtoolu_1",
    content: [{ type: "web_search_result", url: "https://example.com/oslo", title: "Oslo" }],
  },
  {
    type: "text",
    text: "It is sunny. 🌞",
    citations: [
      { type: "web_search_result_location", url: "https://example.com/oslo", cited_text: "sunny" },
      { type: "web_search_result_location", url: "https://example.com/sun", cited_text: "sun" },
    ],
  },
  { type: "tool_use", id: "toolu_1", name: "umbrella", input: { city: "Oslo", days: [1, 2] } },
  { type: "tool_use", id: "toolu_2", name: "clock", input: {} },
];
const blockEvents = blocks.map((block, index) => eventsOfBlock(block, index, cut));
const eventOf = (event: object): Event => event as Event;

/** Folds events that cannot be changed. */
function foldOf(events: readonly Event[]): ReturnType<typeof createMessageFold> {
  const fold = createMessageFold();
  for (const event of freezeDeep(events)) fold.add(event);
  return fold;
}

const contentOf = (events: readonly Event[]): unknown => foldOf(events).snapshot.content;

describe("createMessageFold", () => {
  it("folds blocks of every kind and usage into what the plain call returns", () => {
    const message = messageOf(blocks, { stop_reason: "tool_use" });
    const events = messageStreamOf(message, blockEvents.flat());
    const fold = foldOf(events);
    expect(fold.snapshot).toStrictEqual(message);
    expect(fold.isWhole).toBe(true);
    expect(foldOf(events.slice(0, -1)).isWhole).toBe(false);
  });

  it.each([
    ["alternate", false],
    ["come last first", true],
  ])("keeps apart blocks that %s, in the order of their indices", (_, isReversed) => {
    const lists = isReversed ? blockEvents.toReversed() : blockEvents;
    const events: Event[] = [];
    for (let at = 0; lists.some((list) => at < list.length); at += 1)
      events.push(...lists.flatMap((list) => list[at] ?? []));
    expect(contentOf(events)).toStrictEqual(blocks);
  });

  it("shows an answer in one object that grows, from before the first event", () => {
    const { snapshot, add } = createMessageFold();
    expect(snapshot).toStrictEqual({
      id: "",
      type: "message",
      role: "assistant",
      model: "",
      content: [],
      stop_reason: null,
      usage: { input_tokens: 0, output_tokens: 0 },
    });
    for (const event of messageStreamOf(messageOf(blocks), blockEvents.flat()).slice(0, 5)) add(event);
    expect(snapshot).toMatchObject({ id: "msg_4c1e", content: [{ type: "thinking", thinking: "They a" }] });
    expect(snapshot.usage).toMatchObject({ input_tokens: 12, output_tokens: 1 });
  });

  it("parses the arguments of a call once its block stops, or the message", () => {
    const events = eventsOfBlock({ type: "tool_use", id: "t", name: "f", input: { a: 1 } }, 0, cut);
    const open = events.slice(0, -1);
    expect(contentOf(open)).toMatchObject([{ input: {} }]);
    expect(contentOf(events)).toMatchObject([{ input: { a: 1 } }]);
    expect(contentOf([...open, { type: "message_stop" }])).toMatchObject([{ input: { a: 1 } }]);
  });

  it("keeps arguments that came with the start of their block, and those that were cut off as text", () => {
    const start = eventOf({
      type: "content_block_start",
      index: 0,
      content_block: { type: "tool_use", id: "t", name: "f", input: { a: 1 } },
    });
    const piece = eventOf({
      type: "content_block_delta",
      index: 0,
      delta: { type: "input_json_delta", partial_json: '{"a":' },
    });
    const stop: Event = { type: "content_block_stop", index: 0 };
    expect(contentOf([start, stop])).toMatchObject([{ input: { a: 1 } }]);
    expect(contentOf([start, piece, stop])).toMatchObject([{ input: '{"a":' }]);
  });

  it("keeps what deltas of unknown types bring: texts and lists grow, of other values the last counts", () => {
    const deltas = [
      { type: "sketch_delta", strokes: "ab", points: [1], size: 1 },
      { type: "sketch_delta", strokes: "c", points: [2], size: 2 },
    ];
    expect(
      contentOf([
        eventOf({ type: "content_block_start", index: 0, content_block: { type: "sketch", points: [0] } }),
        ...deltas.map((delta) => eventOf({ type: "content_block_delta", index: 0, delta })),
      ]),
    ).toStrictEqual([{ type: "sketch", strokes: "abc", points: [0, 1, 2], size: 2 }]);
  });

  it("keeps what grew when the start of its block comes after it", () => {
    const [start, ...rest] = eventsOfBlock(blocks[4] ?? { type: "" }, 0, cut);
    expect(contentOf([...rest.slice(0, 2), start].filter((event) => event !== undefined))).toStrictEqual([
      { type: "text", text: "It is " },
    ]);
  });

  it("merges usage, in which null and what is absent change nothing", () => {
    const counts = { output_tokens: 7, input_tokens: null, server_tool_use: { web_search_requests: 1 } };
    const { snapshot } = foldOf([
      { type: "message_start", message: messageOf([], { usage: { input_tokens: 5, output_tokens: 0 } }) },
      eventOf({ type: "message_delta", delta: {}, usage: { output_tokens: 3 } }),
      eventOf({ type: "message_delta", delta: { stop_reason: null }, usage: counts, context: { edits: 1 } }),
    ]);
    expect(snapshot).toMatchObject({
      stop_reason: "end_turn",
      usage: { input_tokens: 5, output_tokens: 7, server_tool_use: { web_search_requests: 1 } },
      context: { edits: 1 },
    });
  });

  it.each([
    ["that is a ping", { type: "ping" }],
    ["of an unknown type", { type: "telepathy", index: 0, delta: { text: "?" } }],
    ["that says no more than its type", { type: "message_delta" }],
    ["without its block", { type: "content_block_start", index: 1 }],
    ["about the end of a block that never began", { type: "content_block_stop", index: 9 }],
    ["that is an error", { type: "error", error: { message: "busy" } }],
    ["that is no object", "ping"],
  ])("is not changed by an event %s", (_, event) => {
    const events = messageStreamOf(messageOf(blocks), blockEvents.flat()).slice(0, -1);
    expect(foldOf([...events, eventOf(Object(event))]).snapshot).toStrictEqual(foldOf(events).snapshot);
  });

  it("takes nothing more after message_stop", () => {
    const events = messageStreamOf(messageOf(blocks), blockEvents.flat());
    expect(foldOf([...events, ...blockEvents.flat()]).snapshot).toStrictEqual(messageOf(blocks));
  });

  it("lets no name of the wire reach a prototype", () => {
    const texts = [
      '{"type":"message_start","message":{"__proto__":{"polluted":1},"id":"m"}}',
      '{"type":"content_block_start","index":0,"content_block":{"type":"text","__proto__":{"polluted":1}}}',
      '{"type":"content_block_delta","index":0,"delta":{"type":"x","__proto__":["polluted"]}}',
      '{"type":"content_block_delta","index":"__proto__","delta":{"type":"x","__proto__":"polluted"}}',
      '{"type":"message_delta","__proto__":{"polluted":1},"delta":{"__proto__":{"polluted":1}}}',
    ];
    const { snapshot } = foldOf(texts.map((text) => JSON.parse(text)));
    expect(Object.getPrototypeOf(snapshot)).toBe(Object.prototype);
    for (const block of snapshot.content) expect(Object.getPrototypeOf(block)).toBe(Object.prototype);
    expect(JSON.stringify(snapshot)).not.toContain("polluted");
    expect({}).not.toHaveProperty("polluted");
  });
});
