import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RecordingUpstream, startRecordingUpstream } from "../testing/recording-upstream.ts";
import { type RunningWorker, runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

// One dollar holds 50 calls of 2 cents: 1,000 tokens of output at 20 dollars a million, input for nothing.
const model = "priced";
const prices = { [model]: { contextTokens: 100_000, usdPerMillionTokens: { input: 0, output: 20 } } };
const worstTicks = 200_000_000;
const keys = Array.from({ length: 12 }, (_, index) => `client-key-${index}-Jp2nVb6Rc8`);

let upstream: RecordingUpstream;
let worker: RunningWorker;
let used = 0;

function settings(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: upstream.url,
    CLIENT_KEYS: keys.map(sha256Of).join(","),
    LIMITS: JSON.stringify({ usdPerDay: 1 }),
    DEPLOYMENT_BUDGET: "unlimited",
    PRICES: JSON.stringify(prices),
    POLICY: JSON.stringify({ maxOutputTokens: 1_000, reasoningTokens: 1 }),
    MODELS: model,
    MAX_RETRIES: "0",
    ...more,
  };
}

const answer = (ticks: number): string =>
  JSON.stringify({ id: "chat-1", object: "chat.completion", usage: { cost_in_usd_ticks: ticks } });

beforeAll(async () => {
  upstream = await startRecordingUpstream();
  worker = await runWorker("src/worker.ts", settings());
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

beforeEach(() => {
  upstream.requests.length = 0;
  upstream.answer = (response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(answer(worstTicks));
});

/** A key that no test before has spent from. */
function freshKey(): string {
  const key = keys[used++];
  if (key === undefined) throw new Error("Expected enough keys");
  return key;
}

const body = (more: object = {}): string =>
  JSON.stringify({
    model,
    messages: [{ role: "user", content: "hi" }],
    max_completion_tokens: 999,
    ...more,
  });

function ask(key: string, more: object = {}, url: string = worker.url): Promise<Response> {
  return fetch(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: body(more),
  });
}

async function statusesOf(asked: readonly Promise<Response>[]): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const response of await Promise.all(asked)) {
    await response.text();
    counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
  }
  return counts;
}

/** What is left while a call of 40 millionths of a dollar looks, which costs nothing in the end. */
async function leftOf(key: string): Promise<number> {
  upstream.answer = (response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(answer(0));
  const response = await ask(key, { max_completion_tokens: 1 });
  await response.text();
  return Number(/"budget";r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1]);
}

describe("a budget", () => {
  it(
    "worth 50 calls lets 50 of 500 at the same time through, and asks the upstream no more often",
    { timeout: 60_000 },
    async () => {
      const key = freshKey();
      const counts = await statusesOf(Array.from({ length: 500 }, () => ask(key)));
      expect(counts.get(200)).toBe(50);
      // While others may still cost less than they reserve, waiting helps; after that it does not.
      expect((counts.get(402) ?? 0) + (counts.get(429) ?? 0)).toBe(450);
      expect(upstream.requests).toHaveLength(50);
    },
  );

  it("that other calls only hold is answered with 429, one that they have spent with 402", async () => {
    const key = freshKey();
    const answers: (() => void)[] = [];
    upstream.answer = (response) => {
      answers.push(() =>
        response.writeHead(200, { "content-type": "application/json" }).end(answer(worstTicks)),
      );
    };
    const asked = Array.from({ length: 50 }, () => ask(key));
    await expect.poll(() => answers.length, { timeout: 10_000 }).toBe(50);
    const refusal = async (): Promise<unknown> => {
      const response = await ask(key);
      return [response.status, response.headers.get("retry-after"), await response.json()];
    };
    const message = expect.stringMatching(
      /^This call can cost up to 0\.02 USD: 0 of the budget of 1 USD \(LIMITS: day\) are left/,
    );
    expect(await refusal()).toEqual([
      429,
      "10",
      { error: { code: "budget_reserved", type: "rate_limit_error", message, param: null } },
    ]);
    for (const end of answers) end();
    await statusesOf(asked);
    await sleep(50);
    expect(await refusal()).toEqual([
      402,
      expect.stringMatching(/^\d+$/),
      { error: { code: "budget_exceeded", type: "insufficient_quota", message, param: null } },
    ]);
  });

  it("gets back what a call did not use, once its bill is known", async () => {
    const key = freshKey();
    upstream.answer = (response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(answer(worstTicks / 100));
    for (let round = 0; round < 60; round++) {
      const response = await ask(key);
      await response.text();
      expect([round, response.status]).toEqual([round, 200]);
    }
  });

  it("is charged what a stream's last events say", async () => {
    const key = freshKey();
    const before = await leftOf(key);
    upstream.answer = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write('data: {"choices":[{"delta":{"content":"a"}}]}\n\n');
      response.end('data: {"choices":[],"usage":{"cost_in_usd_ticks":30000000}}\n\ndata: [DONE]\n\n');
    };
    await (await ask(key, { stream: true })).text();
    // The settlement comes after the answer's end.
    await sleep(50);
    expect(before - (await leftOf(key))).toBe(3_000);
  });

  it("is charged the whole reservation when the client leaves, and no more calls fit than that leaves", async () => {
    const key = freshKey();
    upstream.answer = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write('data: {"choices":[{"delta":{"content":"a"}}]}\n\n');
    };
    for (let left = 0; left < 50; left++) {
      const sent = httpRequest(`${worker.url}/v1/chat/completions`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      });
      sent.on("error", () => {});
      sent.end(body({ stream: true }));
      const [response] = await once(sent, "response");
      await once(response, "data");
      response.on("error", () => {});
      response.socket.resetAndDestroy();
    }
    await Promise.all(upstream.requests.map(({ closed }) => closed));
    const refused = await ask(key);
    expect(refused.status).toBe(402);
    expect(await refused.json()).toMatchObject({ error: { code: "budget_exceeded" } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it.each([
    [302, 200],
    [400, 200],
    [429, 200],
    [503, 200],
    [500, 402],
  ])("after 50 upstream answers of %i answers the next call with %i", async (status, next) => {
    const key = freshKey();
    upstream.answer = (response) => response.writeHead(status).end('{"error":"no"}');
    await statusesOf(Array.from({ length: 50 }, () => ask(key)));
    upstream.answer = (response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(answer(1));
    await sleep(50);
    expect((await ask(key)).status).toBe(next);
  });

  it("of the whole deployment bounds all subjects together", { timeout: 60_000 }, async () => {
    await using small = await runWorker(
      "src/worker.ts",
      settings({ LIMITS: "unlimited", DEPLOYMENT_BUDGET: JSON.stringify({ usdPerDay: 1 }) }),
    );
    const asked = Array.from({ length: 120 }, (_, index) => ask(keys[index % 6] ?? "", {}, small.url));
    const counts = await statusesOf(asked);
    expect(counts.get(200)).toBeLessThanOrEqual(50);
    expect(counts.get(200)).toBeGreaterThan(40);
    const refused = (counts.get(402) ?? 0) + (counts.get(429) ?? 0);
    expect((counts.get(200) ?? 0) + refused).toBe(120);
  });
});

describe("a Worker whose accounts are missing", () => {
  it("refuses calls instead of letting them through uncounted", async () => {
    await using bare = await runWorker("src/worker.ts", settings(), { durableObjects: false });
    const response = await ask(keys[0] ?? "", {}, bare.url);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { error: { code: "bad_configuration" } },
    ]);
    expect(upstream.requests).toEqual([]);
  });
});
