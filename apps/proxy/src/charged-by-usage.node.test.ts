import { afterAll, expect, it } from "vitest";
import { startRecordingUpstream } from "../testing/recording-upstream.ts";
import { runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

// Answers that carry no `cost_in_usd_ticks`, but what they are billed by.

const key = "client-key-Jp2nVb6Rc8";
const upstream = await startRecordingUpstream();
const worker = await runWorker("src/worker.ts", {
  XAI_API_KEY: "xai-canary",
  XAI_BASE_URL: upstream.url,
  CLIENT_KEYS: sha256Of(key),
  ROUTES: "embeddings.create,tts.create,stt.create",
  DEPLOYMENT_BUDGET: "unlimited",
  PRICES: JSON.stringify({
    v1: { usdPerMillionTokens: { input: 100, output: 0 } },
    tts: { usdPerMillionCharacters: 100 },
    stt: { usdPerAudioMinute: 0.06 },
  }),
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

async function ask(path: string, body?: object): Promise<Response> {
  const isForm = body instanceof FormData;
  return fetch(worker.url + path, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${key}`, ...(!isForm && { "content-type": "application/json" }) },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
}

interface Usage {
  readonly spent_usd: { readonly total: number };
  readonly reserved_usd: number;
}

/** What a call costs in millionths of a dollar, once it is settled. */
async function costOf(path: string, body: object): Promise<number> {
  const usage = async (): Promise<Usage> => (await ask("/usage")).json() as Promise<Usage>;
  const before = await usage();
  const response = await ask(path, body);
  expect(response.status).toBe(200);
  await response.arrayBuffer();
  await expect.poll(async () => (await usage()).reserved_usd).toBe(0);
  return Math.round(((await usage()).spent_usd.total - before.spent_usd.total) * 1_000_000);
}

it("an embedding is charged for the tokens that it counts, and whole where it counts none", async () => {
  const body = { model: "v1", input: "Twelve words of a passage, as many as it takes to embed" };
  const answerWith = (usage: unknown): void => {
    upstream.answer = (response) =>
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ object: "list", model: "v1", data: [], usage }));
  };
  answerWith({ prompt_tokens: 12, total_tokens: 12 });
  expect(await costOf("/v1/embeddings", body)).toBe(1_200);
  answerWith(null);
  // No text has more tokens than its request has bytes.
  expect(await costOf("/v1/embeddings", body)).toBe(100 * JSON.stringify(body).length);
});

it("speech is charged for its characters, which are what was reserved", async () => {
  upstream.answer = (response) =>
    response.writeHead(200, { "content-type": "audio/mpeg" }).end(Buffer.alloc(1000));
  expect(await costOf("/v1/tts", { text: "Seventeen letters", language: "en" })).toBe(1_700);
});

it("a transcript is charged for the seconds that it says, and whole where it says none", async () => {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(1_000)], "a.webm"));
  const answerWith = (duration: unknown): void => {
    upstream.answer = (response) =>
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ text: "hi", language: "en", duration }));
  };
  answerWith(2.5);
  expect(await costOf("/v1/stt", form)).toBe(3_000);
  for (const duration of [null, "2", -1]) {
    answerWith(duration);
    expect(await costOf("/v1/stt", form)).toBe(10_000);
  }
});
