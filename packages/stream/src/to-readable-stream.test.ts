import { XaiOptionsError } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { chatChunk } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { foldChat } from "./fold-chat.ts";
import { textOf } from "./text-of.ts";
import { toReadableStream } from "./to-readable-stream.ts";

const chunks = [
  chatChunk({ content: "a" }),
  chatChunk({ content: "b" }),
  chatChunk({}, { finish_reason: "stop" }),
];

async function readAll<Value>(stream: ReadableStream<Value>): Promise<Value[]> {
  const reader = stream.getReader();
  const values: Value[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return values;
    values.push(value);
  }
}

describe("toReadableStream", () => {
  it("gives what a view, a fold or a stream gives, and ends where it ends", async () => {
    expect(await readAll(toReadableStream(textOf(eventsOf(chunks))))).toEqual(["a", "b"]);
    expect(await readAll(toReadableStream(foldChat(eventsOf(chunks))))).toEqual(chunks);
    expect(await readAll(toReadableStream(eventsOf(chunks)))).toEqual(chunks);
  });

  it("reads no more than its reader asks for", async () => {
    let read = 0;
    async function* source(): AsyncGenerator<number> {
      for (;;) yield (read += 1);
    }
    const reader = toReadableStream(source()).getReader();
    await Promise.resolve();
    expect(read).toBe(0);
    await reader.read();
    await reader.read();
    expect(read).toBe(2);
    await reader.cancel();
  });

  it("closes the source when it is cancelled, also while it is silent", async () => {
    const source = eventsOf(chunks.slice(0, 1), { isSilent: true });
    const reader = toReadableStream(textOf(source)).getReader();
    expect((await reader.read()).value).toBe("a");
    const waiting = reader.read();
    await reader.cancel("enough");
    expect(source.isClosed()).toBe(true);
    expect((await waiting).done).toBe(true);
  });

  it("fails with what the source throws, after what came before", async () => {
    const failure = new Error("the line is dead");
    const reader = toReadableStream(textOf(eventsOf(chunks.slice(0, 1), { failure }))).getReader();
    expect((await reader.read()).value).toBe("a");
    await expect(reader.read()).rejects.toBe(failure);
  });

  it("refuses at once a source that was iterated before", async () => {
    const texts = textOf(eventsOf(chunks));
    await collect(texts);
    expect(() => toReadableStream(texts)).toThrow(XaiOptionsError);
  });
});
