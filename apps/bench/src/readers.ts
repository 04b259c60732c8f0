import { createSseDecoder, createXai } from "@xai-edge/core";
import { createParser } from "eventsource-parser";
import OpenAI from "openai";
import { type Protocol, streamBytes, streamed } from "./traffic.ts";

type Chunks = readonly Uint8Array[];
type Payloads = readonly string[];

/** The limit: reading, decoding UTF-8, and then JSON.parse of payloads that were cut out before. */
export async function readAtLimit(chunks: Chunks, payloads: Payloads): Promise<number> {
  const decoder = new TextDecoder();
  let length = 0;
  await eachChunk(chunks, (chunk) => {
    length += decoder.decode(chunk, { stream: true }).length;
  });
  for (const payload of payloads) JSON.parse(payload);
  return length;
}

/**
 * The same work in the order that any reader of a stream has to do it in: payloads are parsed as their chunk comes. At
 * one event a chunk this alone is 1.2 to 1.3 times the limit.
 */
export async function readInStep(chunks: Chunks, payloads: Payloads): Promise<number> {
  const decoder = new TextDecoder();
  const parseNext = parserInStep(chunks, payloads);
  let events = 0;
  await eachChunk(chunks, (chunk) => {
    decoder.decode(chunk, { stream: true });
    events += parseNext().length;
  });
  return events;
}

/** What `for await` costs at least: the same work behind an iterator that makes one promise an event. */
export async function iterateInStep(chunks: Chunks, payloads: Payloads): Promise<number> {
  const decoder = new TextDecoder();
  const parseNext = parserInStep(chunks, payloads);
  const reader = readerOf(chunks);
  let queue: unknown[] = [];
  let at = 0;
  type Result = IteratorResult<unknown, undefined>;
  const onChunk = ({ value }: { value?: Uint8Array | undefined }): Result | Promise<Result> => {
    if (!value) return { done: true, value: undefined };
    decoder.decode(value, { stream: true });
    queue = parseNext();
    at = 0;
    return queue.length > 0 ? { done: false, value: queue[at++] } : reader.read().then(onChunk);
  };
  const iterable = {
    [Symbol.asyncIterator]: () => ({
      next: (): Promise<Result> =>
        at < queue.length
          ? Promise.resolve({ done: false, value: queue[at++] })
          : reader.read().then(onChunk),
    }),
  };
  let events = 0;
  for await (const _ of iterable) events++;
  return events;
}

/** What somebody writes by hand in ten lines: blank lines in LF only, no errors, no deadlines. */
export async function readByHand(chunks: Chunks): Promise<number> {
  const decoder = new TextDecoder();
  let buffer = "";
  let events = 0;
  await eachChunk(chunks, (chunk) => {
    buffer += decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = buffer.indexOf("\n\n"); end !== -1; end = buffer.indexOf("\n\n", from)) {
      const data = buffer.slice(from + "data: ".length, end);
      from = end + 2;
      if (data === "[DONE]") continue;
      JSON.parse(data);
      events++;
    }
    buffer = buffer.slice(from);
  });
  return events;
}

/**
 * A whole call by hand, as a careful person writes it: asks, looks at the status, splits on blank lines, takes the data
 * lines of each block, and does not take a stream for whole that lacks its `[DONE]`.
 */
export function fetchByHand(protocol: Protocol, chunks: Chunks): () => Promise<number> {
  const fetch = stubbed(chunks);
  const [path, body] =
    protocol === "chat" ? ["/chat/completions", chatParams] : ["/responses", responseParams];
  return async () => {
    const response = await fetch(`http://stub/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify(body),
    });
    const reader = response.body?.getReader();
    if (!response.ok || !reader) throw new Error(`Status ${response.status}`);
    const decoder = new TextDecoder();
    let buffer = "";
    let events = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw new Error("The stream ended early");
      buffer += decoder.decode(value, { stream: true });
      const blocks = buffer.split("\n\n");
      buffer = blocks.pop() ?? "";
      for (const block of blocks) {
        for (const line of block.split("\n")) {
          if (!line.startsWith("data:")) continue;
          const data = line.slice("data:".length).trim();
          if (data === "[DONE]") return events;
          JSON.parse(data);
          events++;
        }
      }
    }
  };
}

export async function readWithOurDecoder(chunks: Chunks): Promise<number> {
  let events = 0;
  const decoder = createSseDecoder((data) => {
    if (data === "[DONE]") return;
    JSON.parse(data);
    events++;
  });
  await eachChunk(chunks, (chunk) => decoder.push(chunk));
  return events;
}

export async function readWithEventsourceParser(chunks: Chunks): Promise<number> {
  let events = 0;
  const parser = createParser({
    onEvent: ({ data }) => {
      if (data === "[DONE]") return;
      JSON.parse(data);
      events++;
    },
  });
  const decoder = new TextDecoder();
  await eachChunk(chunks, (chunk) => parser.feed(decoder.decode(chunk, { stream: true })));
  return events;
}

/** One call of our client, its answer iterated to the end. */
export function ourClient(protocol: Protocol, chunks: Chunks): () => Promise<number> {
  const xai = createXai({ baseURL: "http://stub/v1", fetch: stubbed(chunks) });
  return async () => {
    const stream =
      protocol === "chat"
        ? await xai.chat.completions.create(chatParams)
        : await xai.responses.create(responseParams);
    let events = 0;
    for await (const _ of stream) events++;
    return events;
  };
}

/** The same call of the `openai` package. */
export function openaiClient(protocol: Protocol, chunks: Chunks): () => Promise<number> {
  const openai = new OpenAI({ baseURL: "http://stub/v1", apiKey: "none", fetch: stubbed(chunks) });
  return async () => {
    const stream =
      protocol === "chat"
        ? await openai.chat.completions.create(chatParams)
        : await openai.responses.create(responseParams);
    let events = 0;
    for await (const _ of stream) events++;
    return events;
  };
}

const chatParams = {
  model: "grok-4",
  messages: [{ role: "user" as const, content: "Go on." }],
  stream: true as const,
};
const responseParams = { model: "grok-4", input: "Go on.", stream: true as const };

function stubbed(chunks: Chunks): (url: unknown, init?: unknown) => Promise<Response> {
  return async () => streamed(chunks);
}

/** Parses the share of the payloads that a chunk carries, each time that it is called. */
function parserInStep(chunks: Chunks, payloads: Payloads): () => unknown[] {
  let at = 0;
  let due = 0;
  return () => {
    due += payloads.length / chunks.length;
    const events: unknown[] = [];
    while (at < Math.round(due)) events.push(JSON.parse(payloads[at++] ?? "null"));
    return events;
  };
}

async function eachChunk(chunks: Chunks, take: (chunk: Uint8Array) => void): Promise<void> {
  const reader = readerOf(chunks);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value);
  }
}

function readerOf(chunks: Chunks): ReadableStreamDefaultReader<Uint8Array> {
  return streamBytes(chunks).getReader();
}
