import { createXai, type Wire } from "@xai-edge/core";
import type { WireCapture } from "@xai-edge/testing";
import { describe, expect, inject, it } from "vitest";
import { createChatFold } from "./chat-fold.ts";
import { cuts } from "./fixtures/cuts.ts";
import { ownCaptures } from "./fixtures/own-captures.ts";
import { foldChat } from "./fold-chat.ts";
import { foldResponse } from "./fold-response.ts";
import { createResponseFold } from "./response-fold.ts";
import type { Fold } from "./fold.ts";
import { fieldsOf } from "./wire-fields.ts";

const captures = [...inject("wireCaptures"), ...ownCaptures].filter(({ name }) =>
  name.endsWith(".stream.jsonl"),
);
const chats = captures.filter(({ name }) => name.startsWith("chat."));
const responses = captures.filter(({ name }) => name.startsWith("responses."));
const others = captures.filter((capture) => !chats.includes(capture) && !responses.includes(capture));
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

/** A client whose every answer is this capture, sent with these line ends in these pieces. */
function clientOf(
  capture: WireCapture,
  eol: string,
  cut: (bytes: Uint8Array) => Uint8Array[],
): ReturnType<typeof createXai> {
  const lines = [...payloadsOf(capture), "[DONE]"].map((payload) => `data: ${payload}${eol}${eol}`);
  const chunks = cut(new TextEncoder().encode(lines.join(""))).values();
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
    expect(textOf(before.snapshot)).toBe(textOf(expected));
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

function textOf({ output }: Wire.ModelResponse): string {
  const parts = output.flatMap((item) => (item.type === "message" ? item.content : []));
  return parts.map((part) => (part.type === "output_text" ? part.text : "")).join("");
}

describe.runIf(others.length > 0)("a capture of another protocol", () => {
  it.for(others)("$name", (_, { skip }) => {
    expect.assertions(0);
    skip("Only chat and Responses streams can be folded so far");
  });
});
