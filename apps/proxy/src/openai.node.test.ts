import { createHash } from "node:crypto";
import { serveMockXai, type MockXaiServer } from "@xai-edge/mock/node";
import OpenAI, { AuthenticationError, NotFoundError, PermissionDeniedError } from "openai";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runWorker, type RunningWorker } from "../testing/running-worker.ts";

const clientKey = "client-key-Jp2nVb6Rc8";
const messages = [{ role: "user" as const, content: "Why is the sky blue?" }];

let simulator: MockXaiServer;
let worker: RunningWorker;
let openai: OpenAI;

beforeAll(async () => {
  simulator = await serveMockXai({ apiKey: "xai-canary", tokensPerSecond: 1000 });
  worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: simulator.url,
    CLIENT_KEYS: createHash("sha256").update(clientKey).digest("hex"),
  });
  openai = new OpenAI({ baseURL: `${worker.url}/v1`, apiKey: clientKey, maxRetries: 0 });
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await simulator.close();
});

it("lists and retrieves models", async () => {
  const ids = (await openai.models.list()).data.map(({ id }) => id);
  expect(ids).toContain("grok-4");
  expect(await openai.models.retrieve("grok-4")).toMatchObject({ id: "grok-4", object: "model" });
});

it("streams a chat answer, the same as without streaming", async () => {
  const stream = await openai.chat.completions.create({ model: "grok-4", messages, stream: true });
  let streamed = "";
  for await (const { choices } of stream) streamed += choices[0]?.delta.content ?? "";
  const whole = await openai.chat.completions.create({ model: "grok-4", messages });
  expect(streamed).not.toBe("");
  expect(streamed).toBe(whole.choices[0]?.message.content);
});

it("streams a response to its end", async () => {
  const stream = await openai.responses.create({
    model: "grok-4",
    input: "Why is the sky blue?",
    stream: true,
  });
  const types: string[] = [];
  let text = "";
  let status: string | undefined;
  for await (const event of stream) {
    types.push(event.type);
    if (event.type === "response.output_text.delta") text += event.delta;
    if (event.type === "response.completed") status = event.response.status;
  }
  expect(text).not.toBe("");
  expect(status).toBe("completed");
  expect([types[0], types.at(-1)]).toEqual(["response.created", "response.completed"]);
});

it("stops an answer at the upstream when it aborts", async () => {
  await using slow = await runWorker("testing/observable-simulator.ts", {});
  const client = new OpenAI({ baseURL: `${slow.url}/v1`, apiKey: "any", maxRetries: 0 });
  const stream = await client.chat.completions.create({ model: "grok-4", messages, stream: true });
  for await (const _ of stream) break;
  await vi.waitFor(async () => {
    const observed: unknown = await (await fetch(`${slow.url}/observed`)).json();
    expect(observed).toEqual([expect.objectContaining({ aborted: true, finished: false })]);
  }, 1000);
});

it("gets errors it understands: the upstream's and the proxy's own", async () => {
  await expect(openai.models.retrieve("no-such-model")).rejects.toMatchObject({
    constructor: NotFoundError,
    message: expect.stringContaining("no-such-model"),
  });
  await expect(openai.chat.completions.create({ model: "no-such-model", messages })).rejects.toMatchObject({
    constructor: PermissionDeniedError,
    code: "model_not_allowed",
  });
  await expect(openai.withOptions({ apiKey: "wrong" }).models.list()).rejects.toMatchObject({
    constructor: AuthenticationError,
    code: "invalid_client_key",
    type: "authentication_error",
    requestID: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  await expect(openai.files.list()).rejects.toMatchObject({
    constructor: NotFoundError,
    code: "unknown_route",
  });
});

it("reaches the upstream with no header of its own but accept and the content type", () => {
  const names = new Set(simulator.mock.requests.flatMap(({ headers }) => Object.keys(headers)));
  expect([...names].toSorted()).toEqual([
    "accept",
    "accept-encoding",
    "authorization",
    "cf-worker",
    "content-length",
    "content-type",
    "host",
  ]);
});
