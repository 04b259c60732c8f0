import { createXai, type Wire, type XaiStream } from "@xai-edge/core";
import { misbehave, type Misbehaviour } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { citationsOf } from "./citations-of.ts";
import { chatChunk, chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { foldChat } from "./fold-chat.ts";
import { fork } from "./fork.ts";
import { jsonOf } from "./json-of.ts";
import { meter } from "./meter.ts";
import { reasoningOf } from "./reasoning-of.ts";
import { refusalOf } from "./refusal-of.ts";
import { serverToolsOf } from "./server-tools-of.ts";
import { textOf } from "./text-of.ts";
import { toolCallDeltasOf } from "./tool-call-deltas-of.ts";
import { toolCallsOf } from "./tool-calls-of.ts";
import { usageOf } from "./usage-of.ts";

type Chunk = Wire.ChatResponseChunk;

/** What stands between the reader and the stream, by name. */
const between: Readonly<Record<string, (stream: XaiStream<Chunk>) => AsyncIterable<unknown>>> = {
  "the stream itself": (stream) => stream,
  textOf: (stream) => textOf(stream),
  reasoningOf: (stream) => reasoningOf(stream),
  refusalOf: (stream) => refusalOf(stream),
  citationsOf: (stream) => citationsOf(stream),
  toolCallsOf: (stream) => toolCallsOf(stream),
  toolCallDeltasOf: (stream) => toolCallDeltasOf(stream),
  serverToolsOf: (stream) => serverToolsOf(stream),
  usageOf: (stream) => usageOf(stream),
  jsonOf: (stream) => jsonOf(textOf(stream)),
  foldChat: (stream) => foldChat(stream),
  meter: (stream) => meter(stream),
  "the last reader of a fork": (stream) => {
    const [reader, other] = fork(stream, 2);
    other.close();
    return reader;
  },
  "a view of a fork of a metered fold": (stream) => textOf(fork(meter(foldChat(stream)), 1)[0]),
};

const call = { id: "call_0", index: 0, type: "function", function: { name: "f", arguments: "{}" } };
const begun = [
  chatChunk({ role: "assistant", reasoning_content: "Hm." }),
  chatChunk({ content: '["It is' }),
  chatChunk({ tool_calls: [call, { ...call, id: "call_1", index: 1 }] }),
  chatChunk({ refusal: "No", tool_calls: [{ ...call, id: "ws_2", index: 2, type: "web_search_call" }] }),
  chunkOf([], { usage, citations: ["https://example.com"] }),
];

/** A server that begins an answer, then sends nothing more and keeps the connection open. */
function stallingServer(): Promise<Misbehaviour> {
  const text = begun.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("");
  return misbehave([{ headers: { "content-type": "text/event-stream" }, chunks: [{ text }], then: "stall" }]);
}

function streamFrom({ url }: Misbehaviour, signal?: AbortSignal): Promise<XaiStream<Chunk>> {
  return createXai({ baseURL: url, maxRetries: 0 }).chat.completions.create(
    { model: "grok-4", messages: [{ role: "user", content: "hi" }], stream: true },
    signal ? { signal } : {},
  );
}

/**
 * Reads on until nothing more comes, then does this. Gives what the read that waited said, and how many milliseconds
 * later the server saw the connection close.
 */
async function whileSilent(
  server: Misbehaviour,
  source: AsyncIterable<unknown>,
  leave: (iterator: AsyncIterator<unknown>) => unknown,
): Promise<{ last: unknown; ms: number }> {
  const iterator = source[Symbol.asyncIterator]();
  await iterator.next();
  let isWaiting = false;
  let waiting: Promise<unknown> = Promise.resolve();
  while (!isWaiting) {
    isWaiting = true;
    waiting = iterator.next().then(
      (result) => {
        isWaiting = false;
        return result;
      },
      (reason: unknown) => reason,
    );
    // A clock that stands still between I/O is right after it.
    await server.requests();
  }
  const leftAt = Date.now();
  await leave(iterator);
  const { closedByClientAt = Number.NaN } = await server.waitClosed();
  return { last: await waiting, ms: closedByClientAt - leftAt };
}

describe.each(Object.entries(between))("a server that went silent, behind %s", (_, viewOf) => {
  it("sees its reader leave", async ({ annotate }) => {
    const server = await stallingServer();
    const view = viewOf(await streamFrom(server));
    const { last, ms } = await whileSilent(server, view, (iterator) => iterator.return?.());
    expect(last).toEqual({ done: true, value: undefined });
    await annotate(`seen ${ms} ms later`);
  });

  it("sees the caller abort, whose reason the reader gets", async ({ annotate }) => {
    const server = await stallingServer();
    const controller = new AbortController();
    const reason = new Error("changed my mind");
    const view = viewOf(await streamFrom(server, controller.signal));
    const { last, ms } = await whileSilent(server, view, () => controller.abort(reason));
    expect(last).toBe(reason);
    await annotate(`seen ${ms} ms later`);
  });

  it("sees the stream closed, which ends what is read through it", async ({ annotate }) => {
    const server = await stallingServer();
    const stream = await streamFrom(server);
    const { ms } = await whileSilent(server, viewOf(stream), () => stream.abort());
    await annotate(`seen ${ms} ms later`);
    expect(await server.requests()).toHaveLength(1);
  });
});

describe("a server that goes on sending", () => {
  it("is kept while one reader of a fork stays, and sees the last one leave", async () => {
    const server = await stallingServer();
    const [one, two] = fork(await streamFrom(server), 2);
    for await (const _ of one) break;
    expect((await server.requests())[0]?.closedByClientAt).toBeUndefined();
    for await (const _ of two) break;
    expect(await server.waitClosed()).toMatchObject({ finished: false });
  });
});
