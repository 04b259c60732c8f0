import { serveMockXai } from "@xai-edge/mock/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningWorker, runWorker } from "../testing/running-worker.ts";
import { apiRoutes } from "./routes/route-table.ts";
import { sha256Of } from "../testing/sha256-of.ts";

const apiKey = "xai-canary";
const clientKey = "client-key-Jp2nVb6Rc8";
const url = "https://example.com/a";
const messages = [{ role: "user", content: "hi" }];

/** A body for every operation that takes JSON, by its id. */
const bodies: Readonly<Record<string, object>> = {
  "chat.completions.create": { model: "grok-4", messages },
  "responses.create": { model: "grok-4", input: "hi" },
  "responses.compact": { model: "grok-4", input: messages },
  "messages.create": { model: "grok-4", messages, max_tokens: 50 },
  "completions.create": { model: "grok-3", prompt: "hi" },
  "complete.create": { model: "grok-3", prompt: "hi", max_tokens_to_sample: 50 },
  "embeddings.create": { model: "v1", input: "hi" },
  "tokenize.create": { model: "grok-4", text: "hi" },
  "images.generate": { model: "grok-imagine-image", prompt: "hi" },
  "images.edit": { model: "grok-imagine-image", prompt: "hi", image: { url: `${url}.png` } },
  "videos.generate": { model: "grok-imagine-video", prompt: "hi" },
  "videos.edit": { model: "grok-imagine-video", prompt: "hi", video: { url: `${url}.mp4` } },
  "videos.extend": { model: "grok-imagine-video", prompt: "hi", video: { url: `${url}.mp4` } },
  "tts.create": { text: "hi", language: "en" },
  "customVoices.update": { name: "hi" },
};
const operations = apiRoutes.filter(({ operation }) => "json" in (operation?.request ?? {}));

let mock: Awaited<ReturnType<typeof serveMockXai>>;
let worker: RunningWorker;

beforeAll(async () => {
  mock = await serveMockXai({ apiKey });
  worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: apiKey,
    XAI_BASE_URL: mock.url,
    CLIENT_KEYS: sha256Of(clientKey),
    ROUTES: apiRoutes.map(({ id }) => id).join(","),
    OWNERSHIP: "on",
    LIMITS: JSON.stringify({ usdPerDay: 1_000 }),
    DEPLOYMENT_BUDGET: "unlimited",
  });
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await mock.close();
});

const ask = (path: string, method: string, body: FormData | string): Promise<Response> =>
  fetch(worker.url + path, {
    method,
    headers: {
      authorization: `Bearer ${clientKey}`,
      ...(typeof body === "string" ? { "content-type": "application/json" } : {}),
    },
    body,
  });

/** The path of an operation; an id in it is that of a voice, of which one is made. */
async function pathOf(path: string): Promise<string> {
  if (!path.includes("{")) return path;
  const form = new FormData();
  form.append("name", "mine");
  form.append("file", new File([new Uint8Array(1_000)], "a.wav", { type: "audio/wav" }));
  const answer = await ask("/v1/custom-voices", "POST", form);
  const { voice_id: id } = (await answer.json()) as { voice_id: string };
  return path.replace(/\{\w+\}/, id);
}

describe("what the policy makes of a plain call", () => {
  it.each(operations)("is still a request that the API takes: $id", async ({ id, method, path }) => {
    for (const more of [{}, { stream: true }]) {
      const body = { ...bodies[id], ...more };
      const isStreamed = "stream" in body;
      const takesStream = /^(chat|responses\.create|messages|completions|complete)/.test(id);
      if (isStreamed && !takesStream) continue;
      const answer = await ask(await pathOf(path), method, JSON.stringify(body));
      expect([answer.status, answer.ok ? "" : await answer.text()]).toEqual([expect.any(Number), ""]);
    }
  });
});
