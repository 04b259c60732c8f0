import { createSseDecoder, createXai } from "@xai-edge/core";
import { createParser } from "eventsource-parser";
import OpenAI from "openai";
import { type Protocol, streamed } from "./traffic.ts";

/** The floor: reading, decoding UTF-8, and JSON.parse of payloads that were cut out before. */
export async function readAtLimit(
  chunks: readonly Uint8Array[],
  payloads: readonly string[],
): Promise<number> {
  const decoder = new TextDecoder();
  let length = 0;
  await eachChunk(chunks, (chunk) => {
    length += decoder.decode(chunk, { stream: true }).length;
  });
  for (const payload of payloads) JSON.parse(payload);
  return length;
}

/** What somebody writes by hand in ten lines: blank lines in LF only, no errors, no deadlines. */
export async function readByHand(chunks: readonly Uint8Array[]): Promise<number> {
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

export async function readWithOurDecoder(chunks: readonly Uint8Array[]): Promise<number> {
  let events = 0;
  const decoder = createSseDecoder((data) => {
    if (data === "[DONE]") return;
    JSON.parse(data);
    events++;
  });
  await eachChunk(chunks, (chunk) => decoder.push(chunk));
  return events;
}

export async function readWithEventsourceParser(chunks: readonly Uint8Array[]): Promise<number> {
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
export function ourClient(protocol: Protocol, chunks: readonly Uint8Array[]): () => Promise<number> {
  const xai = createXai({ baseURL: "http://stub/v1", fetch: async () => streamed(chunks) });
  return async () => {
    const stream =
      protocol === "chat"
        ? await xai.chat.completions.create({
            model: "grok-4",
            messages: [{ role: "user", content: "" }],
            stream: true,
          })
        : await xai.responses.create({ model: "grok-4", input: "hi", stream: true });
    let events = 0;
    for await (const _ of stream) events++;
    return events;
  };
}

/** The same call of the `openai` package. */
export function openaiClient(protocol: Protocol, chunks: readonly Uint8Array[]): () => Promise<number> {
  const openai = new OpenAI({
    baseURL: "http://stub/v1",
    apiKey: "none",
    fetch: async () => streamed(chunks),
  });
  return async () => {
    const stream =
      protocol === "chat"
        ? await openai.chat.completions.create({
            model: "grok-4",
            messages: [{ role: "user", content: "" }],
            stream: true,
          })
        : await openai.responses.create({ model: "grok-4", input: "hi", stream: true });
    let events = 0;
    for await (const _ of stream) events++;
    return events;
  };
}

async function eachChunk(chunks: readonly Uint8Array[], take: (chunk: Uint8Array) => void): Promise<void> {
  const reader = streamed(chunks).body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value);
  }
}
