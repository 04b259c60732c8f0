import { createXai, type Wire } from "@xai-edge/core";
import type { WireCapture } from "@xai-edge/testing";
import { describe, expect, inject, it } from "vitest";
import type { AnswerEvent, AnswerStream } from "./answer-event.ts";
import { createChatFold } from "./chat-fold.ts";
import { citationsOf } from "./citations-of.ts";
import { createEndWatch } from "./end-watch.ts";
import { cuts } from "./fixtures/cuts.ts";
import { collect, eventsOf as sourceOf } from "./fixtures/events-of.ts";
import { isBeginning } from "./fixtures/is-beginning.ts";
import { ownCaptures } from "./fixtures/own-captures.ts";
import { foldChat } from "./fold-chat.ts";
import { foldMessage } from "./fold-message.ts";
import { foldResponse } from "./fold-response.ts";
import type { FoldedStream } from "./fold-stream.ts";
import type { Fold } from "./fold.ts";
import { createMessageFold } from "./message-fold.ts";
import { reasoningOf } from "./reasoning-of.ts";
import { refusalOf } from "./refusal-of.ts";
import { createResponseFold } from "./response-fold.ts";
import { serverToolsOf } from "./server-tools-of.ts";
import { textOf } from "./text-of.ts";
import { toolCallDeltasOf } from "./tool-call-deltas-of.ts";
import { toolCallsOf } from "./tool-calls-of.ts";
import { usageOf } from "./usage-of.ts";
import { fieldsOf, textIn } from "./wire-fields.ts";

const captures = [...inject("wireCaptures"), ...ownCaptures].filter(({ name }) =>
  name.endsWith(".stream.jsonl"),
);
const chats = captures.filter(({ name }) => name.startsWith("chat."));
const responses = captures.filter(({ name }) => name.startsWith("responses."));
const messages = captures.filter(({ name }) => name.startsWith("messages."));
const known = [...chats, ...responses, ...messages];
const lineEnds = { LF: "\n", CR: "\r", CRLF: "\r\n" };
const transports = Object.entries(lineEnds).flatMap(([lineEnd, eol]) =>
  cuts.map(({ name, cut }) => ({ lineEnd, eol, name, cut })),
);

function payloadsOf({ text }: WireCapture): string[] {
  return text.split("\n").filter((line) => line !== "" && line !== "[DONE]");
}

/** What core's stream throws instead of passing it on. */
function saysFailure(event: object): boolean {
  const type = "type" in event ? event.type : undefined;
  return type === "error" || type === "response.failed" || (type === undefined && "error" in event);
}

/** The events of a capture as far as a stream passes them on, and whether that is the whole answer. */
function eventsOf<Event extends object>(
  capture: WireCapture,
  fold: Fold<Event, unknown>,
): { events: Event[]; isWhole: boolean } {
  const all: Event[] = payloadsOf(capture).map((payload) => JSON.parse(payload));
  const failure = all.findIndex(saysFailure);
  const events = failure === -1 ? all : all.slice(0, failure);
  for (const event of events) fold.add(event);
  return { events, isWhole: fold.isWhole && failure === -1 };
}

function bytesOf(capture: WireCapture, eol: string): Uint8Array {
  const lines = [...payloadsOf(capture), "[DONE]"].map((payload) => `data: ${payload}${eol}${eol}`);
  return new TextEncoder().encode(lines.join(""));
}

/** A client whose every answer is this capture, sent with these line ends in these pieces, as far as this length. */
function clientOf(
  capture: WireCapture,
  eol: string,
  cut: (bytes: Uint8Array) => Uint8Array[],
  length = Infinity,
): ReturnType<typeof createXai> {
  const chunks = cut(bytesOf(capture, eol).subarray(0, length)).values();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const headers = { "content-type": "text/event-stream" };
  return createXai({ baseURL: "https://api.example/v1", fetch: async () => new Response(body, { headers }) });
}

describe.each(chats)("the chat capture $name", (capture) => {
  const fold = createChatFold();
  const { events, isWhole } = eventsOf(capture, fold);
  const expected = fold.snapshot;

  it("folds into all its choices, with all their text", () => {
    const pieces = events.flatMap(({ choices }) => choices);
    expect(expected.choices.map(({ index }) => index)).toEqual(
      [...new Set(pieces.map(({ index }) => index))].toSorted((a, b) => a - b),
    );
    for (const { index, message, finish_reason: reason } of expected.choices) {
      const own = pieces.filter((piece) => piece.index === index);
      expect(message.content).toBe(own.map(({ delta }) => delta.content ?? "").join(""));
      expect(message.reasoning_content ?? "").toBe(
        own.map(({ delta }) => delta.reasoning_content ?? "").join(""),
      );
      expect(reason ?? undefined).toBe(own.findLast((piece) => piece.finish_reason)?.finish_reason);
    }
    expect(expected.object).toBe("chat.completion");
    expect(expected.usage).toEqual(events.findLast(({ usage }) => usage)?.usage);
  });

  it.each(transports)(
    "folds the same when it arrives $name with $lineEnd",
    { timeout: 60_000 },
    async ({ eol, cut }) => {
      const xai = clientOf(capture, eol, cut);
      const answer = foldChat(
        await xai.chat.completions.create({
          model: "grok-4",
          messages: [{ role: "user", content: "hi" }],
          stream: true,
        }),
      );
      const [{ status }] = await Promise.allSettled([answer.final()]);
      expect(answer.snapshot).toStrictEqual(expected);
      expect(status).toBe(isWhole ? "fulfilled" : "rejected");
    },
  );
});

describe.each(responses)("the Responses capture $name", (capture) => {
  const fold = createResponseFold();
  const { events, isWhole } = eventsOf(capture, fold);
  const expected = fold.snapshot;
  const end = events.findIndex(({ type }) => /^response\.(completed|incomplete|cancelled|done)$/.test(type));
  const growing = end === -1 ? events : events.slice(0, end);
  const whole = fieldsOf(fieldsOf(events[end])["response"]);
  const { output } = whole;

  it.runIf(Array.isArray(output) && output.length > 0)(
    "equals the response that its last event carries",
    () => {
      expect(expected).toStrictEqual(whole);
    },
  );

  it("has every item as it was when it was done, before the last event", () => {
    const before = createResponseFold();
    for (const event of growing) before.add(event);
    const done = growing.filter((event) => event.type === "response.output_item.done");
    const items = done.toSorted((a, b) => a.output_index - b.output_index).map(({ item }) => item);
    const own = before.snapshot.output.filter(({ id }) => items.some((item) => item.id === id));
    expect(own).toStrictEqual(items);
  });

  it("has the same texts without any event that carries them whole", () => {
    const before = createResponseFold();
    for (const event of growing) if (!event.type.endsWith(".done")) before.add(event);
    expect(textsOf(before.snapshot)).toBe(textsOf(expected));
  });

  it.each(transports)(
    "folds the same when it arrives $name with $lineEnd",
    { timeout: 60_000 },
    async ({ eol, cut }) => {
      const xai = clientOf(capture, eol, cut);
      const answer = foldResponse(await xai.responses.create({ model: "grok-4", input: "hi", stream: true }));
      const [{ status }] = await Promise.allSettled([answer.final()]);
      expect(answer.snapshot).toStrictEqual(expected);
      expect(status).toBe(isWhole ? "fulfilled" : "rejected");
    },
  );
});

function textsOf({ output }: Wire.ModelResponse): string {
  const parts = output.flatMap((item) => (item.type === "message" ? item.content : []));
  return parts.map((part) => (part.type === "output_text" ? part.text : "")).join("");
}

describe.each(messages)("the messages capture $name", (capture) => {
  const fold = createMessageFold();
  const { events, isWhole } = eventsOf(capture, fold);
  const expected = fold.snapshot;

  it("folds into all its blocks, with all their text", () => {
    const starts = events.flatMap((event) => (event.type === "content_block_start" ? [event] : []));
    expect(expected.content.length).toBe(new Set(starts.map(({ index }) => index)).size);
    const deltas = events.flatMap((event) =>
      event.type === "content_block_delta" ? [fieldsOf(event.delta)] : [],
    );
    const begun = starts.map(({ content_block: block }) => fieldsOf(block));
    for (const field of ["text", "thinking"]) {
      const texts = (from: readonly object[]): string =>
        from.map((one) => textIn(fieldsOf(one), field)).join("");
      expect(texts(expected.content).length).toBe(texts([...begun, ...deltas]).length);
    }
    const ends = events.flatMap((event) => (event.type === "message_delta" ? [event] : []));
    expect(expected.stop_reason ?? null).toBe(
      ends.findLast(({ delta }) => delta.stop_reason)?.delta.stop_reason ?? null,
    );
    for (const { usage } of ends.slice(-1)) expect(expected.usage).toMatchObject(usage ?? {});
  });

  it.each(transports)(
    "folds the same when it arrives $name with $lineEnd",
    { timeout: 60_000 },
    async ({ eol, cut }) => {
      const answer = await ask(capture, clientOf(capture, eol, cut));
      const [{ status }] = await Promise.allSettled([answer.final()]);
      expect(answer.snapshot).toStrictEqual(expected);
      expect(status).toBe(isWhole ? "fulfilled" : "rejected");
    },
  );
});

/** The answer of a client, folded as its protocol is. */
async function ask(
  { name }: WireCapture,
  xai: ReturnType<typeof createXai>,
): Promise<FoldedStream<AnswerEvent, object>> {
  const turns = [{ role: "user" as const, content: "hi" }];
  const params = { model: "grok-4", stream: true as const };
  if (name.startsWith("chat."))
    return foldChat(await xai.chat.completions.create({ ...params, messages: turns }));
  if (name.startsWith("messages.")) {
    return foldMessage(await xai.messages.create({ ...params, messages: turns, max_tokens: 9 }));
  }
  return foldResponse(await xai.responses.create({ ...params, input: "hi" }));
}

/** All lengths of a short text, and of a long one some that a seed decides. */
function lengthsTo(length: number): number[] {
  if (length <= 4000) return [...Array.from({ length }).keys()];
  let state = 7;
  return Array.from({ length: 60 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % length;
  });
}

describe.each(known)("the capture $name", (capture) => {
  it(
    "throws wherever its bytes are cut off, and keeps a beginning of the answer",
    { timeout: 60_000 },
    async () => {
      const whole = await ask(
        capture,
        clientOf(capture, "\n", (bytes) => [bytes]),
      );
      await Promise.allSettled([whole.final()]);
      const done = capture.name.startsWith("chat.") ? 0 : "data: [DONE]\n\n".length;
      for (const length of lengthsTo(bytesOf(capture, "\n").length - done)) {
        const answer = await ask(
          capture,
          clientOf(capture, "\n", (bytes) => [bytes], length),
        );
        await expect(answer.final()).rejects.toBeInstanceOf(Error);
        expect(isBeginning(answer.snapshot, whole.snapshot)).toBe(true);
      }
    },
  );
});

describe.each(known)("every view of the capture $name", (capture) => {
  const all: AnswerEvent[] = payloadsOf(capture).map((payload) => JSON.parse(payload));
  const end = createEndWatch();
  for (const event of all) end.see(fieldsOf(event));
  const isFailed = all.some(saysFailure);
  const source = (): AnswerStream => sourceOf(all);

  it.runIf(!isFailed && !end.isWhole())("throws where it ends too early", async () => {
    const views: readonly ((from: AnswerStream) => AsyncIterable<unknown>)[] = [
      textOf,
      reasoningOf,
      refusalOf,
      citationsOf,
      toolCallsOf,
      toolCallDeltasOf,
      serverToolsOf,
      usageOf,
    ];
    for (const view of views) {
      await expect(collect(view(source()))).rejects.toMatchObject({ code: "truncated_stream" });
    }
  });

  it.runIf(!isFailed && end.isWhole())("says the same as the fold", async () => {
    const answer = await ask(
      capture,
      clientOf(capture, "\n", (bytes) => [bytes]),
    );
    await answer.final();
    const said = saidBy(answer.snapshot);
    expect((await collect(textOf(source()))).join("").length).toBe(said.text.length);
    expect((await collect(reasoningOf(source()))).join("").length).toBe(said.reasoning.length);
    const calls = await collect(toolCallsOf(source()));
    expect(calls.map(({ id }) => id).toSorted()).toEqual(said.calls.toSorted());
    const deltas = await collect(toolCallDeltasOf(source()));
    for (const { id, index, arguments: json } of calls) {
      const own = deltas.filter((one) => one.id === id && one.index === index);
      expect(own.map(({ delta }) => delta).join("")).toBe(json);
    }
    expect((await collect(citationsOf(source()))).map(({ url }) => url)).toEqual(said.citations);
    const tools = await collect(serverToolsOf(source()));
    expect(
      tools
        .filter(({ phase }) => phase === "done")
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(said.tools.toSorted());
    expect((await collect(usageOf(source()))).at(-1)).toEqual(
      fieldsOf(answer.snapshot)["usage"] ?? undefined,
    );
  });
});

/** What an answer says, in the order in which it says it. */
function saidBy(
  answer: object,
): Record<"text" | "reasoning", string> & Record<"calls" | "citations" | "tools", string[]> {
  const { choices, citations, output, content } = fieldsOf(answer);
  const lists = [choices, output, content].map((list) => (Array.isArray(list) ? list : []).map(fieldsOf));
  const [ofChat = [], ofResponse = [], ofMessage = []] = lists;
  const { message } = ofChat.find(({ index }) => index === 0) ?? {};
  const partsOf = (item: object, field: string): ReturnType<typeof fieldsOf>[] => {
    const list = fieldsOf(item)[field];
    return Array.isArray(list) ? list.map(fieldsOf) : [];
  };
  const parts = ofResponse
    .filter(({ type }) => type === "message")
    .flatMap((item) => partsOf(item, "content"));
  const thoughts = ofResponse
    .filter(({ type }) => type === "reasoning")
    .flatMap((item) => [...partsOf(item, "summary"), ...partsOf(item, "content")]);
  const join = (from: readonly object[], field: string): string =>
    from.map((one) => textIn(fieldsOf(one), field)).join("");
  const ofType = (
    from: readonly ReturnType<typeof fieldsOf>[],
    type: RegExp,
  ): ReturnType<typeof fieldsOf>[] => from.filter((one) => type.test(textIn(one, "type")));
  const chatCalls = partsOf(fieldsOf(message), "tool_calls");
  const cited = [
    ...parts.flatMap((part) => partsOf(part, "annotations")),
    ...ofMessage.flatMap((block) => partsOf(block, "citations")),
  ];
  const unique = [...new Map(cited.map((one) => [JSON.stringify(one), textIn(one, "url")])).values()];
  const ids = (from: readonly object[]): string[] =>
    from.map((one) => textIn(fieldsOf(one), "call_id") || textIn(fieldsOf(one), "id"));
  return {
    text: join([fieldsOf(message)], "content") + join(parts, "text") + join(ofMessage, "text"),
    reasoning:
      join([fieldsOf(message)], "reasoning_content") + join(thoughts, "text") + join(ofMessage, "thinking"),
    calls: ids([
      ...ofType(chatCalls, /^function$/),
      ...ofType(ofResponse, /^function_call$/),
      ...ofType(ofMessage, /^tool_use$/),
    ]),
    citations: [...new Set(Array.isArray(citations) ? citations.map(String) : []), ...unique],
    tools: [
      ...ofType(chatCalls, /_call$/),
      ...ofType(ofResponse, /(?<!function|shell)_call$|^mcp_list_tools$/),
      ...ofType(ofMessage, /^(server|mcp)_tool_use$/),
    ].map((one) => textIn(one, "id")),
  };
}
