import { createXai } from "@xai-edge/core";
import { createMockXai } from "@xai-edge/mock";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { chatProtocol } from "./chat-protocol.ts";
import { createTool } from "./create-tool.ts";
import { createToolbox } from "./create-toolbox.ts";
import { chatChunk } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { foldChat } from "./fold-chat.ts";
import { runTools, type ToolRunEvent } from "./run-tools.ts";
import { textOf } from "./text-of.ts";
import { wireEventsOf } from "./wire-events-of.ts";

type Event = ReturnType<typeof chatChunk>;

const told: ToolRunEvent<Event, object>[] = [
  { step: 1, type: "step_started" },
  { step: 1, type: "wire_event", event: chatChunk({ content: "a" }) },
  { step: 1, type: "wire_event", event: chatChunk({}, { finish_reason: "tool_calls" }) },
  { step: 1, type: "step_finished", answer: {}, results: [] },
  { step: 2, type: "step_started" },
  { step: 2, type: "wire_event", event: chatChunk({ content: "b" }, { finish_reason: "stop" }) },
];

describe("wireEventsOf", () => {
  it("shows the words of every step of a run", async () => {
    const mock = createMockXai({
      answer: ({ body }) =>
        JSON.stringify(body).includes("tool_call_id")
          ? "It is noon."
          : { text: "Let me look. ", toolCalls: [{ name: "clock", arguments: "{}", id: "call_c" }] },
    });
    const xai = createXai({ baseURL: "http://localhost/v1", fetch: mock.fetch });
    const run = runTools(chatProtocol, {
      ask: async (next, options) =>
        foldChat(await xai.chat.completions.create({ model: "grok-4", ...next }, options)),
      toolbox: createToolbox([createTool(z.object({}), { name: "clock", run: () => "12:00" })]),
      input: "What time is it?",
    });
    expect((await collect(textOf(wireEventsOf(run)))).join("")).toBe("Let me look. It is noon.");
    expect((await run.final()).steps).toBe(2);
  });

  it("answers calls of next in their order", async () => {
    const iterator = wireEventsOf(eventsOf(told))[Symbol.asyncIterator]();
    const results = await Promise.all([0, 1, 2, 3].map(() => iterator.next()));
    const [a, end, b] = told.flatMap((one) => (one.type === "wire_event" ? [one.event] : []));
    expect(results.map(({ value }) => value)).toEqual([a, end, b, undefined]);
  });

  it("throws what the run throws, after what came before", async () => {
    const failure = new Error("lost");
    const iterator = wireEventsOf(eventsOf(told.slice(0, 2), { failure }))[Symbol.asyncIterator]();
    expect(await iterator.next()).toMatchObject({ done: false });
    await expect(iterator.next()).rejects.toBe(failure);
  });

  it("ends the run when it is left, also while the run is silent", async () => {
    const run = eventsOf(told.slice(0, 2), { isSilent: true });
    const iterator = wireEventsOf(run)[Symbol.asyncIterator]();
    await iterator.next();
    const waiting = iterator.next();
    await iterator.return?.();
    expect(run.isClosed()).toBe(true);
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});
