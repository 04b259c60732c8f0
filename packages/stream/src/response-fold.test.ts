import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { freezeDeep } from "./fixtures/freeze-deep.ts";
import { eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import { createResponseFold } from "./response-fold.ts";

type Event = Wire.ResponseStreamEvent;

const cut = (text: string): string[] => text.match(/.{1,3}/gsu) ?? [];

const reasoning: Wire.Reasoning = {
  id: "rs_71d0",
  type: "reasoning",
  summary: [
    { type: "summary_text", text: "They ask for the weather." },
    { type: "summary_text", text: "So I look." },
  ],
  encrypted_content: "b3BhcXVl",
  status: "completed",
};
const thoughts: Wire.Reasoning = {
  id: "rs_71d1",
  type: "reasoning",
  summary: [],
  content: [{ type: "reasoning_text", text: "Once more, aloud." }],
  status: "completed",
};
const search: Wire.ModelOutput = {
  id: "ws_71d0",
  type: "web_search_call",
  action: { type: "search", query: "weather in Oslo" },
  status: "completed",
};
const post: Wire.CustomToolCall = {
  id: "ctc_71d0",
  type: "custom_tool_call",
  call_id: "call_x",
  name: "x_keyword_search",
  input: '{"query":"oslo weather"}',
  status: "completed",
};
const message: Wire.OutputMessage = {
  id: "msg_71d0",
  type: "message",
  role: "assistant",
  content: [
    {
      type: "output_text",
      text: "It is sunny in Oslo. 🌞",
      logprobs: [],
      annotations: [
        { type: "url_citation", url: "https://example.com/oslo" },
        { type: "url_citation", url: "https://example.com/sun", title: "Sun", start_index: 0, end_index: 5 },
      ],
    },
    { type: "refusal", refusal: "But I cannot say for how long." },
  ],
  status: "completed",
};
const call: Wire.FunctionToolCall = {
  id: "fc_71d0",
  type: "function_call",
  call_id: "call_1",
  name: "umbrella",
  arguments: '{"city":"Oslo"}',
  status: "completed",
};
const output: Wire.ModelOutput[] = [reasoning, search, thoughts, post, message, call];

/** Folds events that cannot be changed. */
function foldOf(events: readonly Event[]): ReturnType<typeof createResponseFold> {
  const fold = createResponseFold();
  for (const event of freezeDeep(events)) fold.add(event);
  return fold;
}

const outputOf = (events: readonly Event[]): unknown => foldOf(events).snapshot.output;
const itemEvents = output.map((item, index) => eventsOfItem(item, index, cut));

describe("createResponseFold", () => {
  it("has the whole output before the last event, and equals the response of the last event after it", () => {
    const response = responseOf(output);
    const events = streamOf(response, itemEvents.flat());
    const fold = foldOf(events.slice(0, -1));
    const { usage: _usage, ...begun } = responseOf(output, { status: "in_progress" });
    expect(fold.snapshot).toStrictEqual(begun);
    expect(fold.isWhole).toBe(false);
    for (const event of events.slice(-1)) fold.add(event);
    expect(fold.snapshot).toStrictEqual(response);
    expect(fold.isWhole).toBe(true);
  });

  it("needs no `done` events to have the whole texts and annotations", () => {
    const growing = itemEvents.flat().filter(({ type }) => !type.endsWith(".done"));
    const { encrypted_content: _encrypted, ...begun } = reasoning;
    expect(outputOf(growing)).toStrictEqual(
      [begun, search, thoughts, post, message, call].map((item) =>
        item === search ? item : { ...item, status: "in_progress" },
      ),
    );
  });

  it.each([
    ["all together", 0],
    ["with the last one first", 1],
  ])("keeps apart items that come %s, in the order of their indices", (_, isReversed) => {
    const lists = isReversed ? itemEvents.toReversed() : itemEvents;
    const events: Event[] = [];
    for (let at = 0; lists.some((list) => at < list.length); at += 1)
      events.push(...lists.flatMap((list) => list[at] ?? []));
    expect(outputOf(events)).toStrictEqual(output);
  });

  it("shows an answer in one object that grows, from before the first event", () => {
    const { snapshot, add } = createResponseFold();
    expect(snapshot).toStrictEqual({
      id: "",
      object: "response",
      model: "",
      status: "in_progress",
      output: [],
    });
    for (const event of streamOf(responseOf([message]), eventsOfItem(message, 0, cut)).slice(0, 6))
      add(event);
    expect(snapshot.id).toBe("resp_71d0");
    expect(snapshot.output).toMatchObject([{ type: "message", content: [{ text: "It is " }] }]);
  });

  it("takes what `done` events carry instead of what the deltas added up to", () => {
    const place = { item_id: "fc_1", output_index: 0 };
    const begun: Event[] = [
      { type: "response.output_item.added", item: { ...call, id: "fc_1", arguments: "" }, output_index: 0 },
      { type: "response.function_call_arguments.delta", delta: '{"a', ...place },
    ];
    const text: Event = { type: "response.function_call_arguments.done", arguments: '{"b":1}', ...place };
    const item: Event = {
      type: "response.output_item.done",
      item: { ...call, id: "fc_1", arguments: "{}" },
      output_index: 0,
    };
    expect(outputOf([...begun, text])).toMatchObject([{ arguments: '{"b":1}' }]);
    expect(outputOf([...begun, text, item])).toMatchObject([{ arguments: "{}" }]);
  });

  it("adds annotations that come after the end of their item", () => {
    const annotation: Wire.Annotation = { type: "url_citation", url: "https://x.ai" };
    const late: Event = {
      type: "response.output_text.annotation.added",
      annotation,
      annotation_index: 2,
      content_index: 0,
      item_id: "msg_71d0",
      output_index: 0,
    };
    const added = outputOf([...eventsOfItem(message, 0, cut), late, late]);
    expect(added).toMatchObject([{ content: [{ annotations: [{}, {}, annotation] }, {}] }]);
  });

  it("joins the logprobs of the deltas", () => {
    const place = { item_id: "m", output_index: 0, content_index: 0 };
    const token = { token: "a", logprob: -1 };
    const delta: Event = { type: "response.output_text.delta", delta: "a", logprobs: [token], ...place };
    expect(outputOf([delta, delta])).toMatchObject([{ content: [{ text: "aa", logprobs: [token, token] }] }]);
  });

  it("begins items and parts that were never announced", () => {
    const place = { output_index: 1, item_id: "b" };
    expect(
      outputOf([
        { type: "response.output_text.delta", delta: "late", content_index: 2, ...place },
        { type: "response.output_text.delta", delta: "early", content_index: 0, ...place },
        {
          type: "response.reasoning_summary_text.delta",
          delta: "why",
          summary_index: 0,
          output_index: 0,
          item_id: "a",
        },
        { type: "response.function_call_arguments.delta", delta: "{", output_index: 2, item_id: "c" },
        {
          type: "response.some_new_call_query.delta",
          delta: "what",
          output_index: 3,
          item_id: "d",
        } as unknown as Event,
        { type: "response.web_search_call.searching", output_index: 4, item_id: "e" },
        {
          type: "response.reasoning_text.delta",
          delta: "aloud",
          content_index: 0,
          output_index: 5,
          item_id: "f",
        },
        { type: "response.refusal.delta", delta: "no", content_index: 0, output_index: 6, item_id: "g" },
      ]),
    ).toStrictEqual([
      { id: "a", type: "reasoning", status: "in_progress", summary: [{ type: "summary_text", text: "why" }] },
      {
        id: "b",
        type: "message",
        status: "in_progress",
        role: "assistant",
        content: [
          { type: "output_text", text: "early" },
          { type: "output_text", text: "late" },
        ],
      },
      { id: "c", type: "function_call", status: "in_progress", arguments: "{" },
      { id: "d", type: "some_new_call", status: "in_progress", query: "what" },
      { id: "e", type: "web_search_call", status: "searching" },
      {
        id: "f",
        type: "reasoning",
        status: "in_progress",
        summary: [],
        content: [{ type: "reasoning_text", text: "aloud" }],
      },
      {
        id: "g",
        type: "message",
        status: "in_progress",
        role: "assistant",
        content: [{ type: "refusal", refusal: "no" }],
      },
    ]);
  });

  it("keeps what grew when its announcement comes after it", () => {
    const [added, partAdded, ...rest] = eventsOfItem(message, 0, cut);
    const grown = [...rest.slice(0, 2), partAdded, added].filter((event) => event !== undefined);
    expect(outputOf(grown)).toStrictEqual([
      {
        id: "msg_71d0",
        type: "message",
        role: "assistant",
        content: [{ type: "output_text", text: "It is ", logprobs: [], annotations: [] }],
        status: "in_progress",
      },
    ]);
  });

  it("forgets the parts of an item that is done without them", () => {
    const { content: _content, ...empty } = message;
    const late = {
      type: "response.refusal.delta",
      delta: "late",
      content_index: 0,
      item_id: "msg_71d0",
      output_index: 0,
    };
    const done = { type: "response.output_item.done", item: empty, output_index: 0 };
    const events = [...eventsOfItem(message, 0, cut).slice(0, -1), done, late] as unknown as Event[];
    expect(outputOf(events)).toStrictEqual([{ ...message, content: [{ type: "refusal", refusal: "late" }] }]);
  });

  it("keeps apart items that share an index but not the id, or the id but not the index", () => {
    const [one, two] = ["one", "two"].map((id) => ({ ...call, id, arguments: `"${id}"` }));
    const shared = [one, two].flatMap((item) => (item ? [eventsOfItem(item, 0, cut)] : []));
    const [first = [], second = []] = shared;
    expect(outputOf(first.flatMap((event, at) => [event, ...second.slice(at, at + 1)]))).toStrictEqual([
      one,
      two,
    ]);
    expect(outputOf([0, 1].flatMap((index) => eventsOfItem(call, index, cut)))).toStrictEqual([call, call]);
  });

  it("finds an item by its id alone, and takes what names neither id nor index for the last item", () => {
    const anonymous = (event: object): Event => ({ ...event }) as Event;
    expect(
      outputOf([
        anonymous({ type: "response.output_item.added", item: { ...call, id: "a", arguments: "" } }),
        anonymous({ type: "response.output_item.added", item: { ...call, id: "b", arguments: "" } }),
        anonymous({ type: "response.function_call_arguments.delta", item_id: "a", delta: "1" }),
        anonymous({ type: "response.function_call_arguments.delta", delta: "2" }),
      ]),
    ).toMatchObject([
      { id: "a", arguments: "1" },
      { id: "b", arguments: "2" },
    ]);
  });

  it("follows the state of server-side tools until their item is done", () => {
    const place = { item_id: "ws_71d0", output_index: 0 };
    const added: Event = {
      type: "response.output_item.added",
      item: { ...search, status: "in_progress" },
      output_index: 0,
    };
    const searching: Event = { type: "response.web_search_call.searching", ...place };
    const image: Event = {
      type: "response.image_generation_call.partial_image",
      partial_image_b64: "aGk=",
      partial_image_index: 0,
      ...place,
    };
    expect(outputOf([added, searching, image])).toMatchObject([{ status: "searching" }]);
    expect(outputOf([added, { type: "response.web_search_call.completed", ...place }])).toStrictEqual([
      search,
    ]);
  });

  it("takes usage and other fields of the response whenever they come", () => {
    const { usage } = responseOf([]);
    const response = responseOf([], { status: "in_progress" });
    const { snapshot } = foldOf([
      { type: "response.created", response: { ...response, usage: null } },
      { type: "response.in_progress", response: { ...response, usage } },
      { type: "response.in_progress", response: { ...response, usage: null, user: "u" } },
    ]);
    expect(snapshot).toMatchObject({ usage, user: "u", status: "in_progress" });
  });

  it.each(["completed", "incomplete", "failed", "cancelled", "done"])(
    "ends with response.%s and equals what it carries",
    (outcome) => {
      const response = responseOf([message], { status: outcome, usage: null });
      const fold = foldOf([
        { type: "response.created", response: { ...response, output: [], instructions: "Be brief" } },
        ...streamOf(response, itemEvents.flat()).slice(0, -1),
        { type: `response.${outcome}`, response } as unknown as Event,
        ...eventsOfItem(call, 7, cut),
      ]);
      expect(fold.snapshot).toStrictEqual(response);
      expect(fold.isWhole).toBe(outcome !== "failed");
    },
  );

  it("keeps the items that arrived when the last event carries an empty output", () => {
    const response = responseOf([]);
    const fold = foldOf([...itemEvents.flat(), { type: "response.completed", response }]);
    expect(fold.snapshot).toStrictEqual({ ...response, output });
  });

  it.each([
    ["of an unknown type", { type: "response.telepathy.delta", delta: "?", output_index: 0, item_id: "t" }],
    [
      "of an unknown kind of text",
      {
        type: "response.telepathy_text.delta",
        delta: "?",
        output_index: 0,
        content_index: 0,
        item_id: "msg_71d0",
      },
    ],
    ["that is a ping", { type: "ping" }],
    ["that says no more than its type", { type: "response.completed" }],
    ["without its item", { type: "response.output_item.done", output_index: 0 }],
    ["without its part", { type: "response.content_part.done", output_index: 0, content_index: 0 }],
    [
      "with an unknown outcome of a text",
      { type: "response.output_text.praised", text: "!", output_index: 0, content_index: 0 },
    ],
    ["that is no object", "ping"],
  ])("is not changed by an event %s", (_, event) => {
    const events = eventsOfItem(message, 0, cut);
    expect(outputOf([...events, event as Event])).toStrictEqual([message]);
  });

  it("lets no name of the wire reach a prototype", () => {
    const texts = [
      '{"type":"response.created","response":{"__proto__":{"polluted":1},"id":"r"}}',
      '{"type":"response.output_item.added","output_index":"__proto__","item":{"type":"message","id":"__proto__"}}',
      '{"type":"response.output_text.delta","item_id":"__proto__","content_index":"__proto__","delta":"a"}',
      '{"type":"response.x_call___proto__.delta","item_id":"x","output_index":1,"delta":"polluted"}',
      '{"type":"response.content_part.added","item_id":"__proto__","content_index":1,"part":{"__proto__":["polluted"]}}',
      '{"type":"response.completed","response":{"__proto__":{"polluted":1},"id":"r"}}',
    ];
    const { snapshot } = foldOf(texts.map((text) => JSON.parse(text)));
    expect(Object.getPrototypeOf(snapshot)).toBe(Object.prototype);
    for (const item of snapshot.output) expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
    expect(JSON.stringify(snapshot)).not.toContain("polluted");
    expect({}).not.toHaveProperty("polluted");
    expect([]).not.toHaveProperty("polluted");
  });
});
