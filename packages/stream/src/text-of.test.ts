import { type Wire, XaiOptionsError, XaiProtocolError } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import type { AnswerEvent } from "./answer-event.ts";
import { chatChunk, chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { eventsOfBlock, messageOf, messageStreamOf } from "./fixtures/message-events.ts";
import { eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import { foldChat } from "./fold-chat.ts";
import { foldResponse } from "./fold-response.ts";
import { reasoningOf } from "./reasoning-of.ts";
import { refusalOf } from "./refusal-of.ts";
import { textOf } from "./text-of.ts";

const chat = [
  chatChunk({ role: "assistant", reasoning_content: "Let me " }),
  chatChunk({ reasoning_content: "think." }),
  chunkOf([
    { index: 1, delta: { content: "other", reasoning_content: "elsewhere" } },
    { index: 0, delta: { content: "It " } },
  ]),
  chatChunk({ content: "" }),
  chatChunk({ content: "is." }),
  chatChunk({}, { finish_reason: "stop" }),
  chatChunk({}, { index: 1, finish_reason: "stop" }),
  chunkOf([], { usage }),
];

const messages = ["One. ", "Two."].map((text, index): Wire.OutputMessage => ({
  id: `msg_${index}`,
  type: "message",
  role: "assistant",
  content: [{ type: "output_text", text, logprobs: [], annotations: [] }],
  status: "completed",
}));
const thoughts: Wire.Reasoning = {
  id: "rs_0",
  type: "reasoning",
  summary: [{ type: "summary_text", text: "In short. " }],
  content: [{ type: "reasoning_text", text: "At length." }],
  status: "completed",
};
const output = [thoughts, ...messages];
const halve = (text: string): string[] => [text.slice(0, 2), text.slice(2)];
const responses = streamOf(
  responseOf(output),
  output.flatMap((item, index) => eventsOfItem(item, index, halve)),
);
const blocks = [
  { type: "thinking", thinking: "Well.", signature: "c2ln" },
  { type: "text", text: "Hello" },
  { type: "text", text: " all" },
];
const message = messageStreamOf(
  messageOf(blocks),
  blocks.flatMap((block, index) => eventsOfBlock(block, index, halve)),
);

describe("textOf", () => {
  it("gives the pieces of the first choice of a chat stream", async () => {
    expect(await collect(textOf(eventsOf(chat)))).toEqual(["It ", "is."]);
  });

  it("gives the pieces of every message of a Responses stream", async () => {
    expect(await collect(textOf(eventsOf(responses)))).toEqual(["On", "e. ", "Tw", "o."]);
  });

  it("gives the pieces of every text block of a messages stream", async () => {
    expect(await collect(textOf(eventsOf(message)))).toEqual(["He", "llo", " a", "ll"]);
    const begun = {
      type: "content_block_start" as const,
      index: 0,
      content_block: { type: "text" as const, text: "A" },
    };
    expect(await collect(textOf(eventsOf([begun, { type: "message_stop" }])))).toEqual(["A"]);
  });

  it("gives the pieces of another choice when told so", async () => {
    expect(await collect(textOf(eventsOf(chat), { choiceIndex: 1 }))).toEqual(["other"]);
    expect(await collect(textOf(eventsOf(chat), { choiceIndex: 2 }))).toEqual([]);
  });

  it("reads through a fold, which then has the final answer", async () => {
    const answer = foldChat(eventsOf(chat));
    expect((await collect(textOf(answer))).join("")).toBe("It is.");
    expect(await answer.final()).toMatchObject({ usage });
    expect((await collect(textOf(foldResponse(eventsOf(responses))))).join("")).toBe("One. Two.");
  });

  it("throws what the source throws, after all that came before", async () => {
    const failure = new Error("the line is dead");
    const pieces: string[] = [];
    const reading = (async () => {
      for await (const piece of textOf(eventsOf(chat.slice(0, 5), { failure }))) pieces.push(piece);
    })();
    await expect(reading).rejects.toBe(failure);
    expect(pieces).toEqual(["It ", "is."]);
  });

  it("throws when the source ends before the answer does", async () => {
    for (let length = 0; length < 7; length += 1) {
      await expect(collect(textOf(eventsOf(chat.slice(0, length))))).rejects.toThrow(XaiProtocolError);
    }
    for (const events of [responses, message] as AnswerEvent[][]) {
      for (let length = 0; length < events.length; length += 1) {
        await expect(collect(textOf(eventsOf(events.slice(0, length))))).rejects.toThrow(XaiProtocolError);
      }
    }
  });

  it("closes the source when its reader leaves", async () => {
    const source = eventsOf(chat);
    for await (const _ of textOf(source)) break;
    expect(source.isClosed()).toBe(true);
  });

  it("closes a silent source at once, and then ends for who waits", async () => {
    const source = eventsOf(chat.slice(0, 2), { isSilent: true });
    const iterator = textOf(foldChat(source))[Symbol.asyncIterator]();
    const waiting = iterator.next();
    await iterator.return?.();
    expect(source.isClosed()).toBe(true);
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it("gives nothing that a source says after its reader left", async () => {
    let say = (_: IteratorResult<Wire.ChatResponseChunk, undefined>): void => {};
    const source: AsyncIterable<Wire.ChatResponseChunk> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise((resolve) => (say = resolve)) }),
    };
    const iterator = textOf(source)[Symbol.asyncIterator]();
    const waiting = iterator.next();
    await Promise.resolve();
    await iterator.return?.();
    say({ done: false, value: chatChunk({ content: "too late" }) });
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it("takes a choice for finished though chunks about it follow", async () => {
    const trailing = [...chat, chunkOf([{ index: 0, delta: {} }], { usage })];
    expect((await collect(textOf(eventsOf(trailing)))).join("")).toBe("It is.");
  });

  it("answers calls that do not wait for each other in their order", async () => {
    const iterator = textOf(eventsOf(responses))[Symbol.asyncIterator]();
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => iterator.next()));
    expect(results.map(({ value }) => value)).toEqual(["On", "e. ", "Tw", "o.", undefined]);
  });

  it("refuses to be iterated twice", async () => {
    const texts = textOf(eventsOf(chat));
    await collect(texts);
    await expect(collect(texts)).rejects.toThrow(XaiOptionsError);
  });
});

describe("reasoningOf", () => {
  it("gives the reasoning of the first choice of a chat stream", async () => {
    expect(await collect(reasoningOf(eventsOf(chat)))).toEqual(["Let me ", "think."]);
  });

  it("gives summaries and thoughts of a Responses stream", async () => {
    expect((await collect(reasoningOf(eventsOf(responses)))).join("")).toBe("In short. At length.");
  });

  it("gives the thinking of a messages stream", async () => {
    expect(await collect(reasoningOf(eventsOf(message)))).toEqual(["We", "ll."]);
  });
});

describe("refusalOf", () => {
  it("gives the words in which a choice or a response declines, and none of its text", async () => {
    const declined = [
      chatChunk({ refusal: "I ", content: "x" }),
      chatChunk({ refusal: "won't" }, { finish_reason: "stop" }),
    ];
    expect(await collect(refusalOf(eventsOf(declined)))).toEqual(["I ", "won't"]);
    const item: Wire.OutputMessage = {
      id: "msg_0",
      type: "message",
      role: "assistant",
      content: [{ type: "refusal", refusal: "No." }],
      status: "completed",
    };
    const events = streamOf(responseOf([item]), eventsOfItem(item, 0, halve));
    expect(await collect(refusalOf(eventsOf(events)))).toEqual(["No", "."]);
    expect(await collect(refusalOf(eventsOf(responses)))).toEqual([]);
  });
});
