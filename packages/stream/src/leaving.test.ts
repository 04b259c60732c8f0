import { createXai, type Wire, XaiConnectionError } from "@xai-edge/core";
import { misbehave, type Misbehaviour } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { chatChunk } from "./fixtures/chat-chunks.ts";
import { foldChat } from "./fold-chat.ts";
import { textOf } from "./text-of.ts";

/** A server that begins an answer and then sends nothing more, or cuts the connection. */
async function serverOf(then: "stall" | "cut"): Promise<Misbehaviour> {
  const body = ["Hel", "lo"].map((content) => `data: ${JSON.stringify(chatChunk({ content }))}\n\n`).join("");
  const headers = { "content-type": "text/event-stream" };
  return misbehave([{ headers, chunks: [{ text: body }, { delayMs: 20 }], then }]);
}

async function streamFrom(
  { url }: Misbehaviour,
  signal?: AbortSignal,
): Promise<AsyncIterable<Wire.ChatResponseChunk>> {
  const xai = createXai({ baseURL: url, maxRetries: 0 });
  return xai.chat.completions.create(
    { model: "grok-4", messages: [{ role: "user", content: "hi" }], stream: true },
    signal ? { signal } : {},
  );
}

describe("a request to a real server", () => {
  it.each(["a fold", "a view", "a view of a fold"])("is ended when the reader of %s leaves", async (what) => {
    const server = await serverOf("stall");
    const stream = await streamFrom(server);
    const source = what === "a view" ? stream : foldChat(stream);
    const events: AsyncIterable<unknown> = what === "a fold" ? source : textOf(source);
    for await (const _ of events) break;
    expect(await server.waitClosed()).toMatchObject({ finished: false });
  });

  it("is ended when the reader leaves while the server is silent", async () => {
    const server = await serverOf("stall");
    const iterator = textOf(foldChat(await streamFrom(server)))[Symbol.asyncIterator]();
    expect([(await iterator.next()).value, (await iterator.next()).value]).toEqual(["Hel", "lo"]);
    const waiting = iterator.next();
    await iterator.return?.();
    expect(await waiting).toMatchObject({ done: true });
    expect(await server.waitClosed()).toMatchObject({ finished: false });
  });

  it("comes out of a fold and its view as the reason of the caller's own abort", async () => {
    const server = await serverOf("stall");
    const controller = new AbortController();
    const answer = foldChat(await streamFrom(server, controller.signal));
    const reason = new Error("changed my mind");
    const reading = (async () => {
      for await (const piece of textOf(answer)) if (piece === "lo") controller.abort(reason);
    })();
    await expect(reading).rejects.toBe(reason);
    await expect(answer.final()).rejects.toBe(reason);
    expect(answer.snapshot.choices[0]?.message.content).toBe("Hello");
    expect(await server.waitClosed()).toMatchObject({ finished: false });
  });

  it("that loses its connection throws from a fold, which keeps what arrived", async () => {
    const answer = foldChat(await streamFrom(await serverOf("cut")));
    await expect(answer.final()).rejects.toBeInstanceOf(XaiConnectionError);
    expect(answer.snapshot.choices[0]?.message.content).toBe("Hello");
  });
});
