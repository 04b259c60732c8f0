import { type Wire, XaiOptionsError, XaiProtocolError } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { chatChunk, chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import { foldChat } from "./fold-chat.ts";
import { foldResponse } from "./fold-response.ts";

const chunks = [
  chatChunk({ role: "assistant", reasoning_content: "hm" }),
  chatChunk({ content: "Hel" }),
  chatChunk({ content: "lo" }),
  chatChunk({}, { finish_reason: "stop" }),
  chunkOf([], { usage }),
];
const message: Wire.OutputMessage = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  content: [{ type: "output_text", text: "Hello", logprobs: [], annotations: [] }],
  status: "completed",
};
const response = responseOf([message]);
const events = streamOf(
  response,
  eventsOfItem(message, 0, (text) => text.split("")),
);

describe("foldChat", () => {
  it("passes the very chunks on and has folded each of them by then", async () => {
    const answer = foldChat(eventsOf(chunks));
    const passed: Wire.ChatResponseChunk[] = [];
    const texts: unknown[] = [];
    for await (const chunk of answer) {
      passed.push(chunk);
      texts.push(answer.snapshot.choices[0]?.message.content);
    }
    expect(passed.length).toBe(chunks.length);
    expect(passed.every((chunk, at) => chunk === chunks[at])).toBe(true);
    expect(texts).toEqual(["", "Hel", "Hello", "Hello", "Hello"]);
    const final = await answer.final();
    expect(final).toBe(answer.snapshot);
    expect(final).toMatchObject({
      usage,
      choices: [{ message: { content: "Hello" }, finish_reason: "stop" }],
    });
  });

  it("reads the stream itself when only the final answer is wanted, once for all who ask", async () => {
    const { final, snapshot } = foldChat(eventsOf(chunks));
    const [one, two] = await Promise.all([final(), final()]);
    expect(one).toBe(snapshot);
    expect(two).toBe(snapshot);
    expect(await final()).toBe(snapshot);
    expect(snapshot).toMatchObject({ usage });
  });

  it("gives the final answer to who asks while another iterates", async () => {
    const answer = foldChat(eventsOf(chunks));
    const reading = collect(answer);
    const final = answer.final();
    expect((await reading).length).toBe(chunks.length);
    expect(await final).toBe(answer.snapshot);
  });

  it("refuses to be iterated twice, or after final() began to read", async () => {
    const twice = foldChat(eventsOf(chunks));
    await collect(twice);
    await expect(collect(twice)).rejects.toThrow(XaiOptionsError);
    const drained = foldChat(eventsOf(chunks));
    const final = drained.final();
    await expect(collect(drained)).rejects.toMatchObject({ code: "stream_already_read" });
    expect(await final).toBe(drained.snapshot);
  });

  it("throws what the source throws, from iterating and from final(), and keeps what arrived", async () => {
    const failure = new Error("the line is dead");
    const answer = foldChat(eventsOf(chunks.slice(0, 2), { failure }));
    await expect(collect(answer)).rejects.toBe(failure);
    await expect(answer.final()).rejects.toBe(failure);
    expect(answer.snapshot.choices).toMatchObject([{ message: { content: "Hel" }, finish_reason: null }]);
    await expect(foldChat(eventsOf(chunks.slice(0, 2), { failure })).final()).rejects.toBe(failure);
  });

  it("fails when the source fails after the last choice was finished", async () => {
    const failure = new Error("before the usage");
    await expect(foldChat(eventsOf(chunks.slice(0, 4), { failure })).final()).rejects.toBe(failure);
  });

  it.each([0, 1, 2, 3])("takes a source that just stops after %i chunks for truncated", async (length) => {
    const answer = foldChat(eventsOf(chunks.slice(0, length)));
    await expect(collect(answer)).rejects.toThrow("The stream ended before the answer was whole");
    const failure = answer.final();
    await expect(failure).rejects.toBeInstanceOf(XaiProtocolError);
    await expect(failure).rejects.toMatchObject({ code: "truncated_stream", kind: "protocol" });
    await expect(foldChat(eventsOf(chunks.slice(0, length))).final()).rejects.toThrow(XaiProtocolError);
  });

  it("takes a stream without usage for whole", async () => {
    expect(await foldChat(eventsOf(chunks.slice(0, 4))).final()).not.toHaveProperty("usage");
  });

  it("closes the source when its reader leaves, and final() says so", async () => {
    const source = eventsOf(chunks);
    const answer = foldChat(source);
    for await (const _ of answer) break;
    expect(source.isClosed()).toBe(true);
    await expect(answer.final()).rejects.toMatchObject({ name: "AbortError" });
  });

  it("has the final answer when its reader leaves after the last choice was finished", async () => {
    const answer = foldChat(eventsOf(chunks));
    for await (const _ of answer) if (answer.snapshot.choices[0]?.finish_reason) break;
    expect(await answer.final()).not.toHaveProperty("usage");
  });

  it("closes a silent source at once, and then ends for who waits", async () => {
    const source = eventsOf(chunks.slice(0, 1), { isSilent: true });
    const iterator = foldChat(source)[Symbol.asyncIterator]();
    await iterator.next();
    const waiting = iterator.next();
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(source.isClosed()).toBe(true);
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it("ends for good after it threw", async () => {
    const iterator = foldChat(eventsOf(chunks.slice(0, 1)))[Symbol.asyncIterator]();
    await iterator.next();
    await expect(iterator.next()).rejects.toThrow(XaiProtocolError);
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it("rejects final() with the reason for which a source cannot be iterated", async () => {
    const source = foldChat(eventsOf(chunks));
    await source.final();
    const answer = foldChat(source);
    await expect(collect(answer)).rejects.toMatchObject({ code: "stream_already_read" });
    await expect(answer.final()).rejects.toMatchObject({ code: "stream_already_read" });
  });

  it("reads no more of a source than its reader asks for", async () => {
    let read = 0;
    async function* source(): AsyncGenerator<Wire.ChatResponseChunk> {
      for (const chunk of chunks) {
        read += 1;
        yield chunk;
      }
    }
    const iterator = foldChat(source())[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(read).toBe(2);
  });
});

describe("foldResponse", () => {
  it("has the final answer of the last event, read or iterated", async () => {
    expect(await foldResponse(eventsOf(events)).final()).toStrictEqual(response);
    const answer = foldResponse(eventsOf(events));
    expect((await collect(answer)).length).toBe(events.length);
    expect(await answer.final()).toStrictEqual(response);
  });

  it("takes every source that stops before the last event for truncated, and keeps what arrived", async () => {
    const texts: unknown[] = [];
    for (let length = 0; length < events.length; length += 1) {
      const answer = foldResponse(eventsOf(events.slice(0, length)));
      await expect(answer.final()).rejects.toMatchObject({ code: "truncated_stream" });
      const [item] = answer.snapshot.output;
      const part = item?.type === "message" ? item.content[0] : undefined;
      texts.push(part?.type === "output_text" ? part.text : undefined);
    }
    const before = Array.from({ length: 4 }, () => undefined);
    expect(texts).toEqual([...before, "", "H", "He", "Hel", "Hell", "Hello", "Hello", "Hello", "Hello"]);
  });

  it("never takes a failed response for an answer", async () => {
    const failed: Wire.ResponseStreamEvent = {
      type: "response.failed",
      response: { ...response, status: "failed", error: { code: "server_error", message: "Overloaded" } },
    };
    const answer = foldResponse(eventsOf([...events.slice(0, -1), failed]));
    await expect(answer.final()).rejects.toThrow(XaiProtocolError);
    expect(answer.snapshot).toMatchObject({ status: "failed", error: { message: "Overloaded" } });
  });
});
