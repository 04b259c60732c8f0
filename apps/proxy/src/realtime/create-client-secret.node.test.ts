import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RecordingUpstream, startRecordingUpstream } from "../../testing/recording-upstream.ts";
import { type RunningWorker, runWorker } from "../../testing/running-worker.ts";
import { sha256Of } from "../../testing/sha256-of.ts";

const canary = "xai-canary-7Qw3vZ1sLk9TtB4mXy";
const keys = Array.from({ length: 60 }, (_, index) => `client-key-${index}-Jp2nVb6Rc8`);
// A cent a second for one model, two for the other; conversations last 100 seconds at most.
const prices = {
  "grok-voice-latest": { usdPerAudioMinute: 0.6 },
  "grok-voice-think-fast-2.0": { usdPerAudioMinute: 1.2 },
};

let upstream: RecordingUpstream;
let worker: RunningWorker;
let usedKeys = 0;

const settings = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  XAI_API_KEY: canary,
  XAI_BASE_URL: upstream.url,
  CLIENT_KEYS: keys.map(sha256Of).join(","),
  ROUTES: "realtime.clientSecrets.create",
  LIMITS: JSON.stringify({ usdPerDay: 10 }),
  DEPLOYMENT_BUDGET: "unlimited",
  PRICES: JSON.stringify(prices),
  REALTIME: JSON.stringify({ maxSeconds: 60, maxSecretSessionSeconds: 100 }),
  MAX_RETRIES: "0",
  ...more,
});

beforeAll(async () => {
  upstream = await startRecordingUpstream();
  worker = await runWorker("src/worker.ts", settings());
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

const secret = '{"value":"secret-1","expires_at":2000000000}';
beforeEach(() => {
  upstream.requests.length = 0;
  upstream.answer = (response) => response.writeHead(200, { "content-type": "application/json" }).end(secret);
});

function freshKey(): string {
  const key = keys[usedKeys++];
  if (key === undefined) throw new Error("Expected enough keys");
  return key;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly code: unknown;
  /** Of the budget, in cents. */
  readonly left: number;
}

async function ask(body: unknown, { key = freshKey(), at = worker, query = "" } = {}): Promise<Answer> {
  const response = await fetch(`${at.url}/v1/realtime/client_secrets${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  expect(text + JSON.stringify([...response.headers])).not.toContain(canary);
  const left = Number(/"budget";r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1]) / 10_000;
  const { error } = JSON.parse(text);
  return { status: response.status, text, code: error?.code, left };
}

const sent = (): unknown => JSON.parse(upstream.requests[0]?.body ?? "null");

describe("a client secret", () => {
  it("is made by the upstream, and handed on", async () => {
    const { status, text } = await ask({ expires_after: { seconds: 30 } });
    expect([status, text]).toEqual([200, secret]);
    expect(upstream.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST /v1/realtime/client_secrets",
    ]);
    expect(upstream.requests[0]?.rawHeaders).toContain(`Bearer ${canary}`);
  });

  it.each([
    [{}, { expires_after: { seconds: 60 } }],
    [{ expires_after: {} }, { expires_after: { seconds: 60 } }],
    [{ expires_after: { seconds: 3600 } }, { expires_after: { seconds: 60 } }],
    [
      { expires_after: { seconds: 20 }, session: null },
      { expires_after: { seconds: 20 }, session: null },
    ],
    [
      { expires_after: { seconds: 20 }, session: { voice: "eve" } },
      { expires_after: { seconds: 20 }, session: { voice: "eve", model: "grok-voice-latest" } },
    ],
    [
      '{"session":{"model":"grok-4"},"session":{"model":"grok-voice-think-fast-2.0"}}',
      { session: { model: "grok-voice-think-fast-2.0" }, expires_after: { seconds: 60 } },
    ],
  ])("asked for with %j is asked for with %j upstream", async (body, expected) => {
    expect((await ask(body)).status).toBe(200);
    expect(sent()).toEqual(expected);
  });

  it.each([
    [{ expires_after: { seconds: 3601 } }, 400, "invalid_request"],
    [{ expires_after: { seconds: 0 } }, 400, "invalid_request"],
    [{ anchor: "created_at" }, 400, "unknown_field"],
    [{ session: { temperature: 1 } }, 400, "unknown_field"],
    [{ session: { model: "grok-4" } }, 403, "model_not_allowed"],
    [{ session: { model: "stt" } }, 403, "model_not_allowed"],
    [{ session: { tools: [{ type: "web_search" }] } }, 403, "not_allowed"],
    [{ session: { resumption: { enabled: true } } }, 403, "not_allowed"],
    [{ session: { voice: "voice_1" } }, 400, "needs_ownership"],
    ["{", 400, "invalid_json"],
  ])("asked for with %j is refused, and nobody is asked", async (body, status, code) => {
    expect(await ask(body)).toMatchObject({ status, code });
    expect(upstream.requests).toEqual([]);
  });

  it("takes no query", async () => {
    expect(await ask({}, { query: "?model=x" })).toMatchObject({ status: 400, code: "unexpected_query" });
    expect(upstream.requests).toEqual([]);
  });

  it("is charged whole: at the dearest price, for its time and that of a conversation which its end opens", async () => {
    const key = freshKey();
    // Two cents for each of 30 + 100 seconds, and then of 10 + 100.
    expect((await ask({ expires_after: { seconds: 30 } }, { key })).left).toBe(1_000 - 260);
    await sleep(50);
    expect((await ask({ expires_after: { seconds: 10 } }, { key })).left).toBe(1_000 - 260 - 220);
    await sleep(50);
    await ask({ expires_after: { seconds: 60 } }, { key });
    expect(upstream.requests).toHaveLength(3);
    expect(await ask({ expires_after: { seconds: 60 } }, { key })).toMatchObject({
      status: 402,
      code: "budget_exceeded",
    });
    expect(upstream.requests).toHaveLength(3);
  });

  it.each([
    [400, 400, 780],
    [401, 502, 780],
    [307, 502, 780],
    [503, 503, 780],
    [500, 500, 560],
  ])(
    "that the upstream answers with %i is a %i, and leaves %i cents with the next",
    async (status, seen, left) => {
      const key = freshKey();
      upstream.answer = (response) => response.writeHead(status).end(`{"error":"no ${canary}"}`);
      const body = { expires_after: { seconds: 10 } };
      expect((await ask(body, { key })).status).toBe(seen);
      await sleep(50);
      upstream.answer = (response) =>
        response.writeHead(200, { "content-type": "application/json" }).end(secret);
      expect((await ask(body, { key })).left).toBe(left);
    },
  );

  it("is charged for as many conversations as the settings expect one secret to open, and lives as long as they say", async () => {
    const more = { maxSecretSessionSeconds: 100, maxSecretSessions: 3, maxSecretSeconds: 25 };
    await using at = await runWorker("src/worker.ts", settings({ REALTIME: JSON.stringify(more) }));
    expect((await ask({}, { at })).left).toBe(1_000 - 3 * 250);
    expect(sent()).toEqual({ expires_after: { seconds: 25 } });
  });

  it("is not made while a voice that it could use has no price, unless nothing has to be kept to", async () => {
    const unpriced = { PRICES: JSON.stringify({ "grok-voice-think-fast-2.0": { usdPerImage: 1 } }) };
    await using bounded = await runWorker("src/worker.ts", settings(unpriced));
    expect(await ask({}, { at: bounded })).toMatchObject({ status: 503, code: "no_price" });
    expect(upstream.requests).toEqual([]);
    await using free = await runWorker("src/worker.ts", settings({ ...unpriced, LIMITS: "unlimited" }));
    expect((await ask({}, { at: free })).status).toBe(200);
  });

  it("is nobody's where the route is off", async () => {
    await using off = await runWorker("src/worker.ts", settings({ ROUTES: "realtime.connect" }));
    expect(await ask({}, { at: off })).toMatchObject({ status: 404, code: "unknown_route" });
    expect(upstream.requests).toEqual([]);
  });
});
