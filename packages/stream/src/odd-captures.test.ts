import { createXai } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import type { AnswerEvent } from "./answer-event.ts";
import { createChatFold } from "./chat-fold.ts";
import { citationsOf } from "./citations-of.ts";
import { createMeter } from "./create-meter.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { freezeDeep } from "./fixtures/freeze-deep.ts";
import type { OddCapture } from "./fixtures/odd-capture.ts";
import { oddChats } from "./fixtures/odd-chats.ts";
import { oddMessages } from "./fixtures/odd-messages.ts";
import { oddResponses } from "./fixtures/odd-responses.ts";
import type { Fold } from "./fold.ts";
import { createMessageFold } from "./message-fold.ts";
import { fromResponse } from "./page/from-response.ts";
import { toJsonLinesResponse } from "./page/to-json-lines-response.ts";
import { toResponse } from "./page/to-response.ts";
import { reasoningOf } from "./reasoning-of.ts";
import { refusalOf } from "./refusal-of.ts";
import { createResponseFold } from "./response-fold.ts";
import { createMemoryStore } from "./resume/create-memory-store.ts";
import { record } from "./resume/record.ts";
import { resume } from "./resume/resume.ts";
import { serverToolsOf } from "./server-tools-of.ts";
import { textOf } from "./text-of.ts";
import { toolCallDeltasOf } from "./tool-call-deltas-of.ts";
import { toolCallsOf } from "./tool-calls-of.ts";
import { usageOf } from "./usage-of.ts";
import { fieldsOf, textIn } from "./wire-fields.ts";

type ProtocolName = "chat" | "responses" | "messages";

const captures = [
  ...oddChats.map((capture) => ({ protocol: "chat" as const, ...capture })),
  ...oddResponses.map((capture) => ({ protocol: "responses" as const, ...capture })),
  ...oddMessages.map((capture) => ({ protocol: "messages" as const, ...capture })),
];

/** As they are parsed from the wire; no reader may change them. */
function parsed({ events }: OddCapture): AnswerEvent[] {
  return events.map((event) => freezeDeep(JSON.parse(JSON.stringify(event))));
}

function foldOf(protocol: ProtocolName): Fold<AnswerEvent, object> {
  const folds = { chat: createChatFold, responses: createResponseFold, messages: createMessageFold };
  return folds[protocol]() as Fold<AnswerEvent, object>;
}

/** Ways to write the same events, all of them legal. */
const framings: Readonly<Record<string, (payloads: readonly object[]) => string>> = {
  "data alone": (payloads) => payloads.map((payload) => `data: ${JSON.stringify(payload)}\n\n`).join(""),
  "names, ids and comments": (payloads) =>
    `\ufeff: hello\r\nretry: 3000\r\n\r\n${payloads
      .map(
        (payload, at) =>
          `: keep-alive\r\nid: ${at}\r\nevent: ${textIn(fieldsOf(payload), "type") || "message"}\r\ndata:${JSON.stringify(payload)}\r\n\r\n:\r\n\r\n`,
      )
      .join("")}`,
  "many lines to an event": (payloads) =>
    payloads
      .map((payload) => `${JSON.stringify(payload, undefined, 1).replaceAll(/^/gm, "data: ")}\rother: x\r\r`)
      .join(""),
};

async function streamOf(protocol: ProtocolName, text: string): Promise<AsyncIterable<AnswerEvent>> {
  const headers = { "content-type": "text/event-stream" };
  const fetch = async (): Promise<Response> => new Response(text, { headers });
  const xai = createXai({ baseURL: "https://api.example/v1", fetch });
  const params = { model: "grok-4", stream: true as const };
  const messages = [{ role: "user" as const, content: "hi" }];
  if (protocol === "chat") return xai.chat.completions.create({ ...params, messages });
  if (protocol === "messages") return xai.messages.create({ ...params, messages, max_tokens: 9 });
  return xai.responses.create({ ...params, input: "hi" });
}

describe.each(captures)("$protocol: $name", (capture) => {
  const { protocol, says, whole = {}, counts = {} } = capture;
  const events = parsed(capture);
  const source = (): AsyncIterable<AnswerEvent> => eventsOf(events);

  it("folds into the whole answer", () => {
    const fold = foldOf(protocol);
    for (const event of events) fold.add(event);
    expect(fold.snapshot).toMatchObject(whole);
    expect(fold.isWhole).toBe(true);
  });

  it("is shown by every view", async () => {
    expect((await collect(textOf(source()))).join("")).toBe(says.text ?? "");
    expect((await collect(reasoningOf(source()))).join("")).toBe(says.reasoning ?? "");
    expect((await collect(refusalOf(source()))).join("")).toBe(says.refusal ?? "");
    const byPlace = (one: { index: number }, other: { index: number }): number => one.index - other.index;
    const calls = (await collect(toolCallsOf(source()))).toSorted(byPlace);
    expect(calls.map(({ id, name, arguments: json }) => [id, name, json])).toEqual(says.calls ?? []);
    const deltas = await collect(toolCallDeltasOf(source()));
    for (const call of calls) {
      const own = deltas.filter(({ index }) => index === call.index);
      expect(own.map(({ delta }) => delta).join("")).toBe(call.arguments);
      expect(own.at(-1)).toMatchObject(call);
    }
    const tools = await collect(serverToolsOf(source()));
    const done = tools.filter(({ phase }) => phase === "done").toSorted(byPlace);
    expect(done.map(({ type, id }) => [type, id])).toEqual(says.tools ?? []);
    expect(tools.filter(({ phase }) => phase === "started").length).toBe(done.length);
    expect((await collect(citationsOf(source()))).map(({ url }) => url)).toEqual(says.citations ?? []);
    expect((await collect(usageOf(source()))).at(-1)).toEqual(says.usage);
  });

  it("is metered", () => {
    const meter = createMeter();
    for (const event of events) meter.add(event);
    expect(meter.snapshot).toMatchObject(counts);
    expect(meter.isWhole).toBe(true);
  });

  it("is not whole before its end", () => {
    const fold = foldOf(protocol);
    const meter = createMeter();
    for (const event of events) {
      expect(fold.isWhole).toBe(meter.isWhole);
      fold.add(event);
      meter.add(event);
    }
    expect(meter.isWhole).toBe(true);
  });

  it.each(Object.entries(framings))("arrives, and goes on to a page, written with %s", async (_, write) => {
    const text = write(events);
    for (const end of ["data: [DONE]\n\n", ...(protocol === "chat" ? [] : [""])]) {
      expect(await collect(await streamOf(protocol, text + end))).toEqual(events);
    }
    const done = `${text}data: [DONE]\n\n`;
    expect(await collect(fromResponse(toResponse(await streamOf(protocol, done))))).toEqual(events);
    expect(await collect(fromResponse(toJsonLinesResponse(await streamOf(protocol, done))))).toEqual(events);
  });

  it("goes on behind each of its events when it is resumed", async () => {
    const log = await createMemoryStore().create("1");
    if (!log) throw new Error("Expected a log");
    expect(await record(source(), log)).toBeUndefined();
    let lastEventId = "";
    for (let at = 0; at <= events.length; at += 1) {
      const page = fromResponse(toResponse(resume(log, lastEventId)));
      const iterator = page[Symbol.asyncIterator]();
      expect(await iterator.next()).toEqual(
        at < events.length ? { done: false, value: events[at] } : { done: true, value: undefined },
      );
      ({ lastEventId } = page);
      await iterator.return?.();
    }
  });
});
