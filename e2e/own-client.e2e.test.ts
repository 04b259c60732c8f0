import { createXai, type Xai } from "@xai-edge/core";
import { serveMockXai, type MockXaiServer } from "@xai-edge/mock/node";
import { foldChat, foldResponse } from "@xai-edge/stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runWorker, type RunningWorker } from "../apps/proxy/testing/running-worker.ts";
import { createCanary } from "./testing/canary.ts";
import { expectSoon } from "./testing/expect-soon.ts";
import { sha256Of } from "../apps/proxy/testing/sha256-of.ts";

// Our own client in Node, as a server of somebody's uses it: through the deployed Worker's bundle, with a client key. What the
// `openai` package gets there, apps/proxy shows.

const canary = createCanary();
const clientKey = "client-key-Jp2nVb6Rc8";
const messages = [{ role: "user" as const, content: "What are tides?" }];

let simulator: MockXaiServer;
let worker: RunningWorker;
let xai: Xai;
/** Heads and bodies of all responses, as `fetch` gave them. */
const received: string[] = [];

beforeAll(async () => {
  simulator = await serveMockXai({ apiKey: canary.key, tokensPerSecond: 500 });
  worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: canary.key,
    XAI_BASE_URL: simulator.url,
    MAX_RETRIES: "0",
    LIMITS: "unlimited",
    DEPLOYMENT_BUDGET: "unlimited",
    CLIENT_KEYS: sha256Of(clientKey),
  });
  xai = createXai({ baseURL: `${worker.url}/v1`, token: clientKey, fetch: recordingFetch });
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await simulator.close();
});

async function recordingFetch(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  received.push(JSON.stringify([...response.headers]));
  const decoder = new TextDecoder();
  const index = received.push("") - 1;
  const body = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received[index] += decoder.decode(chunk, { stream: true });
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(body ?? null, response);
}

it("lists and retrieves models", async () => {
  const { data } = await xai.models.list();
  expect(data.map(({ id }) => id)).toContain("grok-4");
  expect(await xai.models.retrieve("grok-4")).toEqual(data.find(({ id }) => id === "grok-4"));
});

it("streams a chat answer, the same as without streaming", async () => {
  const stream = foldChat(await xai.chat.completions.create({ model: "grok-4", messages, stream: true }));
  const streamed = (await stream.final()).choices[0]?.message;
  const whole = (await xai.chat.completions.create({ model: "grok-4", messages })).choices[0]?.message;
  expect(streamed?.content).toContain("simulated");
  expect(streamed?.reasoning_content).toContain("tides");
  expect(streamed).toMatchObject({ content: whole?.content, reasoning_content: whole?.reasoning_content });
});

it("streams a response, the same as without streaming", async () => {
  const params = { model: "grok-4", input: "What are tides?" };
  const streamed = await foldResponse(await xai.responses.create({ ...params, stream: true })).final();
  const whole = await xai.responses.create(params);
  expect(streamed.status).toBe("completed");
  expect(streamed.usage).toEqual(whole.usage);
  expect(textOf(streamed)).toContain("simulated");
  expect(textOf(streamed)).toEqual(textOf(whole));
});

it("ends a stream at the upstream when it is closed early", async () => {
  const long = [{ role: "user" as const, content: "Write 3000 words about tides" }];
  const stream = await xai.chat.completions.create({ model: "grok-4", messages: long, stream: true });
  for await (const _ of stream) break;
  await expectSoon(() => simulator.mock.requests.at(-1)?.aborted).toBe(true);
  expect(simulator.mock.requests.at(-1)?.finished).toBe(false);
});

it("gets errors that it understands: the upstream's and the proxy's own", async () => {
  await expect(xai.models.retrieve("no-such-model")).rejects.toMatchObject({
    kind: "api",
    status: 404,
    message: expect.stringContaining("no-such-model"),
  });
  const stranger = createXai({ baseURL: `${worker.url}/v1`, token: "wrong", fetch: recordingFetch });
  await expect(stranger.models.list()).rejects.toMatchObject({ status: 401, code: "invalid_client_key" });
  simulator.mock.failNext({ status: 400, body: { error: `Incorrect API key provided: ${canary.key}` } });
  await expect(xai.chat.completions.create({ model: "grok-4", messages })).rejects.toMatchObject({
    status: 502,
    code: "upstream_refused_key",
  });
});

it("is given the proxy's key in no byte", () => {
  expect(received.join("\n")).toContain("data: [DONE]");
  expect(worker.logs.length).toBeGreaterThan(5);
  expect(canary.foundIn([...received, ...worker.logs].join("\n"))).toEqual([]);
});

/** What a response says, without the ids, which are new each time. */
function textOf({ output }: { readonly output?: readonly unknown[] | null }): string {
  return JSON.stringify(output, ["type", "role", "content", "summary", "text"]);
}
