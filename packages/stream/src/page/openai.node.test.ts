import { createServer } from "node:http";
import { once } from "node:events";
import { XaiApiError } from "@xai-edge/core";
import OpenAI, { APIError } from "openai";
import { describe, expect, it, onTestFinished } from "vitest";
import { chatChunk } from "../fixtures/chat-chunks.ts";
import { eventsOf } from "../fixtures/events-of.ts";
import { eventsOfItem, responseOf, streamOf } from "../fixtures/response-events.ts";
import { toResponse } from "./to-response.ts";

const chunks = [
  chatChunk({ role: "assistant", content: "Hi" }, { finish_reason: null }),
  chatChunk({}, { finish_reason: "stop" }),
];
const message = {
  id: "msg_0",
  type: "message" as const,
  role: "assistant" as const,
  content: [{ type: "output_text" as const, text: "Hi there", logprobs: [], annotations: [] }],
  status: "completed" as const,
};
const events = streamOf(
  responseOf([message]),
  eventsOfItem(message, 0, (text) => [text]),
);
const failure = new XaiApiError(
  "429: Slow down",
  { code: "rate_limited", status: 429, headers: new Headers(), type: "requests", param: "model" },
  undefined,
);

/** The openai package before a server that answers everything with this. */
async function clientOf(answer: () => Response): Promise<OpenAI> {
  const server = createServer(async (_request, response) => {
    const { body, headers } = answer();
    response.writeHead(200, Object.fromEntries(headers));
    for await (const piece of body ?? []) response.write(piece);
    response.end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Expected a port");
  return new OpenAI({ apiKey: "none", baseURL: `http://127.0.0.1:${address.port}`, maxRetries: 0 });
}

async function readAll(
  stream: Promise<AsyncIterable<unknown>>,
): Promise<{ read: unknown[]; thrown?: unknown }> {
  const read: unknown[] = [];
  try {
    for await (const event of await stream) read.push(event);
    return { read };
  } catch (thrown) {
    return { read, thrown };
  }
}

const told = { code: "rate_limited", type: "requests", param: "model", message: "Slow down" };

describe("the openai package before a response of ours", () => {
  it("reads a chat stream, and throws its failure in the server's words", async () => {
    const ask = { model: "grok-4", messages: [], stream: true as const };
    const whole = await clientOf(() => toResponse(eventsOf(chunks)));
    expect(await readAll(whole.chat.completions.create(ask))).toEqual({ read: chunks });
    const failing = await clientOf(() => toResponse(eventsOf(chunks, { failure })));
    const { read, thrown } = await readAll(failing.chat.completions.create(ask));
    expect(read).toEqual(chunks);
    expect(thrown).toBeInstanceOf(APIError);
    expect(thrown).toMatchObject(told);
  });

  it("reads a Responses stream, and throws its failure in the server's words", async () => {
    const ask = { model: "grok-4", input: "hi", stream: true } as const;
    const whole = await clientOf(() => toResponse(eventsOf(events)));
    expect(await readAll(whole.responses.create(ask))).toEqual({ read: events });
    const failing = await clientOf(() => toResponse(eventsOf(events.slice(0, 3), { failure })));
    const { read, thrown } = await readAll(failing.responses.create(ask));
    expect(read).toEqual(events.slice(0, 3));
    expect(thrown).toMatchObject(told);
  });
});
