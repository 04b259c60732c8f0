import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { fromResponse, resumable } from "@xai-edge/stream";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openRaw } from "../../testing/raw-request.ts";
import { type RecordingUpstream, startRecordingUpstream } from "../../testing/recording-upstream.ts";
import { type RunningWorker, runWorker } from "../../testing/running-worker.ts";
import { sha256Of } from "../../testing/sha256-of.ts";

const model = "priced";
const keys = { ann: "client-key-ann-Jp2nVb6Rc8", bob: "client-key-bob-Xq5rTw1Zy3" };
const billTicks = 30_000_000;
const worstTicks = 200_000_000;

let upstream: RecordingUpstream;
let worker: RunningWorker;

function settings(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: upstream.url,
    ALLOWED_ORIGINS: "https://app.example.com",
    CLIENT_KEYS: Object.values(keys).map(sha256Of).join(","),
    LIMITS: JSON.stringify({ usdPerDay: 1_000 }),
    DEPLOYMENT_BUDGET: "unlimited",
    // 1,000 tokens of output at 20 dollars a million, input for nothing.
    PRICES: JSON.stringify({
      [model]: { contextTokens: 100_000, usdPerMillionTokens: { input: 0, output: 20 } },
    }),
    POLICY: JSON.stringify({ maxOutputTokens: 1_000, reasoningTokens: 1 }),
    MODELS: model,
    MAX_RETRIES: "0",
    RESUME: "on",
    ...more,
  };
}

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
  upstream.answer = (response) => {
    begin(response);
    response.end(textOf([0, 1, 2]) + end);
  };
});

function begin(response: ServerResponse): void {
  response
    .writeHead(200, { "content-type": "text/event-stream", "x-request-id": "upstream-1" })
    .flushHeaders();
}

/** What the upstream says of events with these numbers. */
function textOf(numbers: readonly number[]): string {
  return numbers.map((number) => `data: {"choices":[{"delta":{"content":"${number} "}}]}\n\n`).join("");
}

const billEvent = `data: {"choices":[],"usage":{"cost_in_usd_ticks":${billTicks}}}\n\n`;
const end = `${billEvent}data: [DONE]\n\n`;

interface Asked {
  readonly key?: string;
  readonly url?: string;
  readonly signal?: AbortSignal;
  readonly body?: object;
}

const bodyOf = (more: object = {}): string =>
  JSON.stringify({
    model,
    messages: [{ role: "user", content: "hi" }],
    max_completion_tokens: 999,
    stream: true,
    ...more,
  });

/** Asks for a stream on a socket of its own, which can be left in more ways than `fetch` can be. */
function openChat({ url }: Pick<RunningWorker, "url">): ReturnType<typeof openRaw> {
  const body = bodyOf();
  return openRaw(
    url,
    `POST /v1/chat/completions HTTP/1.1\r\nHost: proxy.example\r\nAuthorization: Bearer ${keys.ann}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
}

function post({ key = keys.ann, url = worker.url, signal, body = {} }: Asked = {}): Promise<Response> {
  return fetch(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: bodyOf(body),
    ...(signal && { signal }),
  });
}

interface Again extends Asked {
  readonly after?: string | undefined;
  readonly method?: string;
}

function again(
  id: string,
  { key = keys.ann, url = worker.url, after, method = "GET", signal }: Again = {},
): Promise<Response> {
  return fetch(`${url}/streams/${id}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(after && { "last-event-id": after }) },
    ...(signal && { signal }),
  });
}

const idOf = (response: Response): string => response.headers.get("x-stream-id") ?? "";
const idsIn = (text: string): string[] => Array.from(text.matchAll(/^id: (.*)$/gm), ([, id = ""]) => id);
const numbersIn = (text: string): number[] =>
  Array.from(text.matchAll(/"content":"(\d+) "/g), ([, number]) => Number(number));

interface Usage {
  readonly spent_usd: { readonly total: number };
  readonly calls: { readonly now: number; readonly total: number };
}

async function usageOf(key: string = keys.ann, url: string = worker.url): Promise<Usage> {
  const response = await fetch(`${url}/usage`, { headers: { authorization: `Bearer ${key}` } });
  return response.json() as Promise<Usage>;
}

/** What a subject was charged while this ran, once no call of it is open. */
async function chargeOf(
  run: () => Promise<unknown>,
  url?: string,
): Promise<{ readonly ticks: number; readonly calls: number }> {
  const before = await usageOf(keys.ann, url);
  await run();
  const after = await settled(url);
  return {
    ticks: Math.round((after.spent_usd.total - before.spent_usd.total) * 10_000_000_000),
    calls: after.calls.total - before.calls.total,
  };
}

async function settled(url?: string): Promise<Usage> {
  for (let round = 0; round < 200; round++) {
    const usage = await usageOf(keys.ann, url);
    if (usage.calls.now === 0) return usage;
    await sleep(25);
  }
  throw new Error("Expected every call to be settled");
}

/** The upstream's next response, for the test to write. */
function nextUpstreamResponse(): Promise<ServerResponse> {
  return new Promise((resolve) => {
    upstream.answer = (response) => {
      begin(response);
      resolve(response);
    };
  });
}

/** Reads a body until it has so many events, or to its end. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, events: number): Promise<string> {
  const utf8 = new TextDecoder();
  let text = "";
  while (idsIn(text).length < events) {
    const { done, value } = await reader.read();
    if (done) break;
    text += utf8.decode(value, { stream: true });
  }
  return text;
}

function readerOf({ body }: Response): ReadableStreamDefaultReader<Uint8Array> {
  if (body === null) throw new Error("Expected a body");
  return body.getReader();
}

describe("a stream, with RESUME on,", () => {
  it("carries the id to come back with, numbered events, and the upstream's own end", async () => {
    const response = await post();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("x-request-id")).toBe("upstream-1");
    expect(response.headers.get("ratelimit")).toMatch(/"budget"/);
    expect(idOf(response)).toMatch(/^[\da-f]{64}$/);
    const text = await response.text();
    const ids = idsIn(text);
    expect(ids.map((id) => id.replace(/^[\da-f]{8}-/, ""))).toEqual(["1", "2", "3", "4"]);
    const bare = text.replaceAll(/^id: .*\n/gm, "");
    expect(bare).toBe(textOf([0, 1, 2]) + end);
    expect(upstream.requests).toHaveLength(1);
    expect(upstream.requests[0]?.rawHeaders).toContain("Bearer xai-canary");
  });

  it("comes as the upstream writes it: each of 50 events before the next is written", async () => {
    const responding = nextUpstreamResponse();
    const answer = await post();
    const response = await responding;
    const reader = readerOf(answer);
    for (let number = 0; number < 50; number++) {
      response.write(textOf([number]));
      expect(numbersIn(await readUntil(reader, 1))).toEqual([number]);
    }
    response.end(end);
    expect(await readUntil(reader, Infinity)).toMatch(/data: \[DONE\]\n\n$/);
  });

  it("is charged its bill, once", async () => {
    const charge = await chargeOf(async () => {
      const response = await post();
      await response.text();
      await (await again(idOf(response))).text();
      await (await again(idOf(response))).text();
    });
    expect(charge).toEqual({ ticks: billTicks, calls: 1 });
  });

  it("lets a page of an allowed origin see its id and ask to go on", async () => {
    const origin = "https://app.example.com";
    const preflight = await fetch(`${worker.url}/streams/1`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "GET",
        "access-control-request-headers": "last-event-id",
      },
    });
    expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, DELETE");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("last-event-id");
    const response = await fetch(`${worker.url}/v1/models`, {
      headers: { origin, authorization: `Bearer ${keys.ann}` },
    });
    expect(response.headers.get("access-control-expose-headers")).toContain("x-stream-id");
  });

  it("whose upstream refuses the call passes the error on, keeps nothing and costs nothing", async () => {
    upstream.answer = (response) =>
      response.writeHead(400, { "content-type": "application/json" }).end('{"code":"bad","error":"no"}');
    const charge = await chargeOf(async () => {
      const response = await post();
      expect([response.status, await response.json()]).toEqual([400, { code: "bad", error: "no" }]);
      expect(response.headers.has("x-stream-id")).toBe(false);
    });
    expect(charge.ticks).toBe(0);
  });

  it.each([
    ["fails", 500, worstTicks],
    ["redirects", 302, 0],
  ])("whose upstream %s is charged as other calls are", async (_what, status, ticks) => {
    upstream.answer = (response) =>
      response.writeHead(status, { location: "https://evil.example" }).end("{}");
    const charge = await chargeOf(async () => {
      const response = await post();
      expect(response.status).toBe(status === 302 ? 502 : status);
      await response.text();
    });
    expect(charge.ticks).toBe(ticks);
  });

  it("whose upstream answers with no stream is an error, and charged whole", async () => {
    upstream.answer = (response) => response.writeHead(200, { "content-type": "text/html" }).write("<");
    const charge = await chargeOf(async () => {
      expect((await post()).status).toBe(502);
      expect((await upstream.requests[0]?.closed)?.isWhole).toBe(false);
    });
    expect(charge.ticks).toBe(worstTicks);
  });

  it("that is answered with JSON all the same brings that to the client, and its bill", async () => {
    const late = { code: "The service is currently unavailable", error: "Timed out: xai-canary" };
    for (const [answer, said, ticks] of [
      [late, { ...late, error: "Timed out: [redacted]" }, worstTicks],
      [{ id: "1", usage: { cost_in_usd_ticks: 5 } }, { id: "1", usage: { cost_in_usd_ticks: 5 } }, 5],
    ] as const) {
      upstream.answer = (response) =>
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
      const charge = await chargeOf(async () => {
        const response = await post();
        expect([response.status, await response.json()]).toEqual([200, said]);
        expect(response.headers.get("content-type")).toBe("application/json");
      });
      expect(charge.ticks).toBe(ticks);
    }
  });

  it.each([
    ["tokens", { prompt_tokens: 10, completion_tokens: 1 }],
    ["no ticks yet", { cost_in_usd_ticks: 0 }],
    ["fewer ticks than that", { cost_in_usd_ticks: 3 }],
  ])("that is cut after a chunk with %s is charged whole", async (_what, usage) => {
    upstream.answer = (response) => {
      begin(response);
      response.write(`data: ${JSON.stringify({ choices: [], usage })}\n\n${textOf([0])}`);
      setTimeout(() => response.destroy(), 20);
    };
    const charge = await chargeOf(async () => void (await (await post()).text()));
    expect(charge.ticks).toBe(worstTicks);
  });

  it("leaves answers that are no streams as they are", async () => {
    upstream.answer = (response) =>
      response.writeHead(200, { "content-type": "application/json" }).end('{"id":"1"}');
    const response = await post({ body: { stream: false } });
    expect([await response.text(), response.headers.has("x-stream-id")]).toEqual(['{"id":"1"}', false]);
  });

  it("is told as a failure when the upstream breaks off or ends before its end", async () => {
    for (const breakOff of [
      (response: ServerResponse) => response.destroy(),
      (response: ServerResponse) => response.end(),
    ]) {
      const responding = nextUpstreamResponse();
      const charge = await chargeOf(async () => {
        const answer = await post();
        const response = await responding;
        const reader = readerOf(answer);
        response.write(textOf([0]));
        await readUntil(reader, 1);
        breakOff(response);
        const rest = await readUntil(reader, Infinity);
        expect(rest).toMatch(/^event: error\ndata: .*"code":"upstream_lost"/m);
        expect(rest).not.toContain("[DONE]");
        const replayed = await (await again(idOf(answer))).text();
        expect(replayed).toMatch(/event: error/);
        expect(replayed).not.toContain("[DONE]");
      });
      expect(charge.ticks).toBe(worstTicks);
    }
  });

  it("leaves a second line in the log when it has ended, with the request's id, its end and its bill", async () => {
    const linesOf = async (ask: () => Promise<Response>): Promise<object[]> => {
      const before = worker.logs.length;
      await (await ask()).text();
      await settled();
      const lines = worker.logs.slice(before).filter((line) => /"(chat|stream)/.test(line));
      return lines.map((line): object => JSON.parse(line));
    };
    const line = { id: "upstream-1", route: "chat.completions.create", model, subject: expect.any(String) };
    const request = { event: "request", ...line, status: 200 };
    expect(await linesOf(post)).toMatchObject([
      request,
      { event: "stream", ...line, end: "whole", ticks: billTicks, totalMs: expect.any(Number) },
    ]);
    upstream.answer = (response) => {
      begin(response);
      response.write(textOf([0]));
      setTimeout(() => response.destroy(), 20);
    };
    const [, broken] = await linesOf(post);
    expect(broken).toMatchObject({ event: "stream", ...line, end: "upstream_lost" });
    expect(broken).not.toHaveProperty("ticks");
    const known = [
      "event",
      "id",
      "route",
      "subject",
      "model",
      "end",
      "totalMs",
      "requestBytes",
      "upstreamStatus",
    ];
    expect(known).toEqual(expect.arrayContaining(Object.keys(broken ?? {})));
    upstream.answer = (response) => response.writeHead(400).end("{}");
    expect(await linesOf(post)).toMatchObject([{ event: "request", status: 400 }]);
  });

  it("keeps names, and data of several lines", async () => {
    upstream.answer = (response) => {
      begin(response);
      response.end('event: some\r\ndata: {"a":\r\ndata: 1}\r\nid: own\r\n\r\ndata: [DONE]\r\n\r\n');
    };
    const text = await (await post()).text();
    expect(text.replace(/^id: [\da-f]{8}-1\n/m, "")).toBe(
      'event: some\ndata: {"a":\ndata: 1}\n\ndata: [DONE]\n\n',
    );
  });

  it("breaks off before the key, where the upstream says it", async () => {
    upstream.answer = (response) => {
      begin(response);
      response.write(textOf([0]));
      setTimeout(() => response.end(`data: {"headers":"Bearer xai-canary"}\n\n${end}`), 50);
    };
    const answer = await post();
    const text = (await answer.text()) + (await (await again(idOf(answer))).text());
    expect(text).not.toContain("canary");
    expect(text).not.toContain("[DONE]");
    expect(numbersIn(text)).toEqual([0, 0]);
    expect(text).toMatch(/"code":"upstream_lost"/);
  });

  it.each([
    ["responses", '{"type":"response.completed","response":{"usage":{"cost_in_usd_ticks":7}}}'],
    ["messages", '{"type":"message_stop"}'],
  ])("of %s is whole with the last event of its protocol", async (_protocol, last) => {
    upstream.answer = (response) => {
      begin(response);
      response.end(`event: some\ndata: ${last}\n\n`);
    };
    const text = await (await post()).text();
    expect(text).toMatch(/^event: some\nid: [\da-f]{8}-1\ndata: .*\n\ndata: \[DONE\]\n\n$/);
  });
});

describe("a page that lost its connection", () => {
  it("goes on behind the event it names, or from the first", async () => {
    const responding = nextUpstreamResponse();
    const leave = new AbortController();
    const answer = await post({ signal: leave.signal });
    const response = await responding;
    response.write(textOf([0, 1]));
    const [, second] = idsIn(await readUntil(readerOf(answer), 2));
    leave.abort();
    response.write(textOf([2, 3]));
    const reader = readerOf(await again(idOf(answer), { after: second }));
    expect(numbersIn(await readUntil(reader, 2))).toEqual([2, 3]);
    response.end(textOf([4]) + end);
    const rest = await readUntil(reader, Infinity);
    expect(numbersIn(rest)).toEqual([4]);
    expect(rest).toMatch(/data: \[DONE\]\n\n$/);
    expect(numbersIn(await (await again(idOf(answer))).text())).toEqual([0, 1, 2, 3, 4]);
    expect(upstream.requests).toHaveLength(1);
  });

  it("goes on within what came in one piece", async () => {
    const answer = await post();
    const ids = idsIn(await answer.text());
    for (const [index, after] of ids.entries()) {
      const text = await (await again(idOf(answer), { after })).text();
      expect(idsIn(text)).toEqual(ids.slice(index + 1));
      expect(text).toMatch(/data: \[DONE\]\n\n$/);
    }
  });

  it(
    "gets every event once, wherever and however often it is cut, and its upstream is asked and billed once",
    { timeout: 120_000 },
    async () => {
      const plan = fc.record({
        pieces: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
        // Bytes after which a connection is cut; the last one is not.
        cuts: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 4 }),
      });
      await fc.assert(
        fc.asyncProperty(plan, async ({ pieces, cuts }) => {
          upstream.requests.length = 0;
          upstream.answer = async (response) => {
            begin(response);
            let next = 0;
            for (const count of pieces) {
              response.write(textOf(Array.from({ length: count }, () => next++)));
              await sleep(3);
            }
            response.end(end);
          };
          const total = pieces.reduce((sum, count) => sum + count, 0);
          const charge = await chargeOf(async () => {
            const left = [...cuts];
            let id: string | undefined;
            const answer = resumable<{ choices: readonly { delta: { content: string } }[] }>(
              async (after, signal) => {
                const response =
                  id === undefined ? await post({ signal }) : await again(id, { after, signal });
                expect(response.status).toBe(200);
                id ??= idOf(response);
                return fromResponse(cutAfter(response, left.shift()), { signal });
              },
              { retryMs: 1, maxRetries: 10 },
            );
            const seen: number[] = [];
            for await (const { choices } of answer) {
              for (const { delta } of choices) seen.push(Number(delta.content));
            }
            expect(seen).toEqual(Array.from({ length: total }, (_, index) => index));
          });
          expect(upstream.requests).toHaveLength(1);
          expect(charge).toEqual({ ticks: billTicks, calls: 1 });
        }),
        { numRuns: 60 },
      );
    },
  );

  it("takes the same answer from up to 8 connections at a time", async () => {
    const responding = nextUpstreamResponse();
    const answer = await post();
    const response = await responding;
    const others = await Promise.all(Array.from({ length: 7 }, () => again(idOf(answer))));
    const ninth = await again(idOf(answer));
    expect([ninth.status, await ninth.json()]).toMatchObject([503, { error: { code: "too_many_readers" } }]);
    response.end(textOf([0]) + end);
    for (const one of [answer, ...others]) expect(numbersIn(await one.text())).toEqual([0]);
  });

  it("is told of an event that the stream does not have", async () => {
    const [one, other] = [await post(), await post()];
    const [ids, foreign] = [idsIn(await one.text()), idsIn(await other.text())];
    const key = ids[0]?.slice(0, -2);
    for (const after of [
      foreign[0],
      `${key}-5`,
      `${key}-0`,
      `${key}-01`,
      `${key}-`,
      "1",
      "x",
      `${key}-1 OR 1=1`,
    ]) {
      const response = await again(idOf(one), { after });
      expect([after, response.status, await response.json()]).toMatchObject([
        after,
        400,
        { error: { code: "unknown_event_id" } },
      ]);
    }
  });
});

describe("a stream of another subject", () => {
  it("is as good as none: reading and stopping it are 404, as for an id that was never given out", async () => {
    const responding = nextUpstreamResponse();
    const answer = await post();
    const response = await responding;
    const made = idOf(answer);
    const never = `${made[0] === "0" ? "1" : "0"}${made.slice(1)}`;
    for (const [id, key] of [
      [made, keys.bob],
      [never, keys.ann],
      ["1", keys.ann],
    ] as const) {
      for (const method of ["GET", "DELETE"]) {
        const refused = await again(id, { key, method });
        expect([refused.status, await refused.json()]).toMatchObject([404, { error: { code: "not_found" } }]);
      }
    }
    response.end(textOf([0]) + end);
    expect(numbersIn(await answer.text())).toEqual([0]);
  });

  it("needs a caller who is known", async () => {
    const answer = await post();
    await answer.text();
    for (const method of ["GET", "DELETE"]) {
      expect((await fetch(`${worker.url}/streams/${idOf(answer)}`, { method })).status).toBe(401);
    }
  });
});

describe("an answer that is not read", () => {
  it("goes on for abandonSeconds, then ends, upstream too, and is charged whole", async () => {
    await using short = await runWorker("src/worker.ts", settings({ RESUME: '{"abandonSeconds":1}' }));
    const { url } = short;
    const responding = nextUpstreamResponse();
    let id = "";
    const charge = await chargeOf(async () => {
      const answer = await post({ url });
      id = idOf(answer);
      const response = await responding;
      response.write(textOf([0]));
      const reader = readerOf(answer);
      await readUntil(reader, 1);
      const other = readerOf(await again(id, { url }));
      await readUntil(other, 1);
      await other.cancel();
      // Whether a closed connection still takes bytes is found out by writing.
      const writing = setInterval(() => response.write(textOf([1])), 50);
      response.on("close", () => clearInterval(writing));
      // Read by one still, it goes on for longer than that.
      await sleep(1_500);
      expect(response.destroyed).toBe(false);
      const leftAt = performance.now();
      await reader.cancel();
      const closed = await upstream.requests[0]?.closed;
      expect(closed?.isWhole).toBe(false);
      expect((closed?.at ?? 0) - leftAt).toBeGreaterThan(900);
    }, url);
    expect(charge.ticks).toBe(worstTicks);
    const text = await (await again(id, { url })).text();
    expect(numbersIn(text).slice(0, 2)).toEqual([0, 1]);
    expect(text).toMatch(/"code":"abandoned"/);
    expect(text).not.toContain("[DONE]");
  });

  it("ends so too when its reader keeps its connection and takes nothing", async () => {
    // Else it would end when the recording is full.
    const RESUME = '{"abandonSeconds":1,"maxBytes":1000000000}';
    await using short = await runWorker("src/worker.ts", settings({ RESUME }));
    const responding = nextUpstreamResponse();
    const socket = await openChat(short);
    const response = await responding;
    const data = `data: {"padding":"${"x".repeat(60_000)}"}\n\n`;
    const writing = setInterval(() => response.write(data), 10);
    response.on("close", () => clearInterval(writing));
    const closed = await upstream.requests[0]?.closed;
    expect(closed?.isWhole).toBe(false);
    socket.destroy();
  });

  it("is made to its end, and charged its bill, while nobody looks", async () => {
    const responding = nextUpstreamResponse();
    let id = "";
    const charge = await chargeOf(async () => {
      const answer = await post();
      id = idOf(answer);
      const response = await responding;
      await readerOf(answer).cancel();
      await sleep(100);
      response.write(textOf([0]));
      await sleep(100);
      response.end(textOf([1]) + end);
    });
    expect(charge.ticks).toBe(billTicks);
    expect(numbersIn(await (await again(id)).text())).toEqual([0, 1]);
  });

  it("is still made when its client went away without a word", { timeout: 40_000 }, async () => {
    const responding = nextUpstreamResponse();
    const socket = await openChat(worker);
    const response = await responding;
    response.write(textOf([0]));
    const [head] = await once(socket, "data");
    const [, id = ""] = /x-stream-id: ([\da-f]{64})/i.exec(String(head)) ?? [];
    socket.resetAndDestroy();
    // Longer than workerd keeps an object that nobody asks.
    await sleep(12_000);
    response.end(textOf([1]) + end);
    await settled();
    expect(numbersIn(await (await again(id)).text())).toEqual([0, 1]);
  });

  it("is ended when its client went away before it began", async () => {
    const asked = new Promise<void>((resolve) => {
      upstream.answer = () => resolve();
    });
    const charge = await chargeOf(async () => {
      const socket = await openChat(worker);
      await asked;
      socket.resetAndDestroy();
      expect((await upstream.requests[0]?.closed)?.isWhole).toBe(false);
    });
    expect(charge.ticks).toBe(worstTicks);
  });
});

describe("stopping a stream", () => {
  it("ends it at once, for its readers and upstream, and charges it whole", async () => {
    const responding = nextUpstreamResponse();
    const charge = await chargeOf(async () => {
      const answer = await post();
      const response = await responding;
      response.write(textOf([0]));
      const reader = readerOf(answer);
      await readUntil(reader, 1);
      expect((await again(idOf(answer), { method: "DELETE" })).status).toBe(204);
      expect(await readUntil(reader, Infinity)).toMatch(/"code":"stopped"/);
      expect((await upstream.requests[0]?.closed)?.isWhole).toBe(false);
      expect((await again(idOf(answer), { method: "DELETE" })).status).toBe(204);
    });
    expect(charge).toEqual({ ticks: worstTicks, calls: 1 });
  });

  it("charges the bill where the stream has shown it", async () => {
    const responding = nextUpstreamResponse();
    const charge = await chargeOf(async () => {
      const answer = await post();
      const response = await responding;
      response.write(textOf([0]) + billEvent);
      await readUntil(readerOf(answer), 2);
      await again(idOf(answer), { method: "DELETE" });
    });
    expect(charge.ticks).toBe(billTicks);
  });
});

describe("what is kept of a stream", () => {
  it("is bounded: an answer that outgrows it ends as a failure, upstream too", async () => {
    await using small = await runWorker("src/worker.ts", settings({ RESUME: '{"maxBytes":65536}' }));
    upstream.answer = (response) => {
      begin(response);
      const big = `data: {"content":"${"x".repeat(8_000)}"}\n\n`;
      const writing = setInterval(() => response.write(big), 5);
      response.on("close", () => clearInterval(writing));
    };
    const charge = await chargeOf(async () => {
      const text = await (await post({ url: small.url })).text();
      expect(text).toMatch(/"code":"recording_full"/);
      expect(text.length).toBeLessThan(65_536);
    }, small.url);
    // The end in the same piece makes it no more whole.
    upstream.answer = (response) => {
      begin(response);
      response.end(`data: {"content":"${"x".repeat(60_000)}"}\n\n${end}`);
    };
    const text = await (await post({ url: small.url })).text();
    expect(text).toMatch(/"code":"recording_full"/);
    expect(text).not.toContain("[DONE]");
    expect(charge.ticks).toBe(worstTicks);
  });

  it("is gone after ttlSeconds", async () => {
    await using brief = await runWorker("src/worker.ts", settings({ RESUME: '{"ttlSeconds":1}' }));
    const answer = await post({ url: brief.url });
    await answer.text();
    expect((await again(idOf(answer), { url: brief.url })).status).toBe(200);
    await sleep(1_500);
    expect((await again(idOf(answer), { url: brief.url })).status).toBe(404);
  });
});

describe("with RESUME off", () => {
  it("there is no such route, and streams carry no id", async () => {
    await using plain = await runWorker("src/worker.ts", settings({ RESUME: "off" }));
    const answer = await post({ url: plain.url });
    expect(answer.headers.has("x-stream-id")).toBe(false);
    expect(await answer.text()).toBe(textOf([0, 1, 2]) + end);
    expect(await (await again("1", { url: plain.url })).json()).toMatchObject({
      error: { code: "unknown_route" },
    });
  });
});

describe("a Worker", () => {
  it("without the binding of its streams refuses them, before anything is sent", async () => {
    await using bare = await runWorker("src/worker.ts", settings({ LIMITS: "unlimited" }), {
      durableObjects: false,
    });
    for (const response of [await post({ url: bare.url }), await again("1", { url: bare.url })]) {
      expect([response.status, await response.json()]).toMatchObject([
        503,
        { error: { code: "bad_configuration" } },
      ]);
    }
    expect(upstream.requests).toEqual([]);
  });

  it("for development resumes the simulator's streams", async () => {
    await using simulated = await runWorker("src/dev-worker.ts", { RESUME: "on" });
    const { url } = simulated;
    const answer = await post({ url, body: { model: "grok-4", max_completion_tokens: 20 } });
    const text = await answer.text();
    expect(text).toMatch(/data: \[DONE\]\n\n$/);
    const [first] = idsIn(text);
    const rest = await (await again(idOf(answer), { url, after: first })).text();
    expect(text.endsWith(rest)).toBe(true);
    expect(idsIn(rest)).toEqual(idsIn(text).slice(1));
  });
});

/** The response as it is when its connection is lost after so many bytes. */
function cutAfter(response: Response, bytes: number | undefined): Response {
  if (bytes === undefined) return response;
  let left = bytes;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (chunk.byteLength < left) controller.enqueue(chunk);
      else {
        controller.enqueue(chunk.subarray(0, left));
        controller.error(new TypeError("terminated"));
      }
      left -= chunk.byteLength;
    },
  });
  return new Response(response.body?.pipeThrough(cut) ?? null, response);
}
