import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createMockXai } from "@xai-edge/mock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RecordingUpstream, startRecordingUpstream } from "../testing/recording-upstream.ts";
import { type RunningWorker, runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

// 500 calls at the same time against a budget that holds 50 of them at their worst, while clients leave, the upstream fails and the
// proxy sends again. What the upstream is asked to do is answered by the simulator, so that the bills are the simulator's own.

const ticksPerUsd = 10_000_000_000;
const key = "client-key-Jp2nVb6Rc8";
const adminKey = "admin-key-Zt5mKd9Wx1";
const subject = sha256Of(key).slice(0, 12);

// The simulator's grok-3-mini: 0.3 dollars for a million tokens of input, 0.5 for output.
const model = "grok-3-mini";
const prices = { [model]: { contextTokens: 10_000, usdPerMillionTokens: { input: 0.3, output: 0.5 } } };
const maxOutputTokens = 1_000;
const reasoningTokens = 1_000;
const chat = { model, messages: [{ role: "user", content: "What are tides?" }] };
const body = JSON.stringify({ ...chat, stream: true, stream_options: { include_usage: true } });
// As many bytes are as many tokens at most.
const plainBody = JSON.stringify(chat).padEnd(body.length);
// 2,000 tokens of output, and of input as many as the body has bytes and 2,000 around it.
const worstUsd = (2_000 * 0.5 + (body.length + 2_000) * 0.3) / 1_000_000;
const worstTicks = Math.ceil(worstUsd * ticksPerUsd);

let upstream: RecordingUpstream;
let worker: RunningWorker;

/** What the simulator has charged, by what it has said to whoever stayed to hear. */
interface Outcome {
  /** Ticks of the bills in answers that the upstream gave to their end. */
  billed: number;
  /** Ticks that all calls cost which were begun, as if each had come to its end. */
  begun: number;
  /** Calls that were begun and broke off: nobody was told what they cost. */
  lost: number;
  /** Calls that the upstream refused. */
  refused: number;
}

/**
 * How a call goes; what breaks off has been begun. Clients leave in the middle of a stream, before the upstream has answered
 * (`early`), and in the middle of a JSON answer (`plain`).
 */
type Fate = "whole" | "leave" | "early" | "plain" | "lose" | "500" | "503";

/** Six calls in ten break off or fail, each in another way. */
function fateOf(index: number): Fate {
  const fates = { 0: "early", 1: "leave", 3: "lose", 5: "500", 7: "503", 8: "plain" } as const;
  return fates[(index % 10) as keyof typeof fates] ?? "whole";
}

/** Clients that leave as soon as the upstream has their call. */
const leaving = new Map<string, () => void>();

/** Lets the upstream answer as the simulator does, in the way that the call's conversation id says. */
function simulate(outcome: Outcome, keepsRefusing: boolean): void {
  const mock = createMockXai();
  const begun = new Set<string>();
  upstream.answer = (response: ServerResponse, asked: IncomingMessage): void => {
    const conversation = String(asked.headers["x-grok-conv-id"]);
    const fate = conversation.split("-")[0];
    if (fate === "503" && (keepsRefusing || !begun.has(conversation))) {
      begun.add(conversation);
      outcome.refused += 1;
      response.writeHead(503, { "content-type": "application/json" }).end('{"error":"no"}');
    } else if (fate === "500") {
      outcome.lost += 1;
      response.writeHead(500, { "content-type": "application/json" }).end('{"error":"no"}');
    } else if (fate === "early" || fate === "plain") {
      outcome.lost += 1;
      const leave = leaving.get(conversation) ?? (() => {});
      if (fate === "early") return leave();
      response.writeHead(200, { "content-type": "application/json", "content-length": "999" });
      response.write('{"usage":{"cost_in_usd_ticks":1}');
      setTimeout(leave, 5);
    } else {
      void answer(response, fate);
    }
  };

  async function answer(response: ServerResponse, fate: string | undefined): Promise<void> {
    const answered = await mock.fetch("http://mock/v1/chat/completions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const text = await answered.text();
    const bills = [...text.matchAll(/"cost_in_usd_ticks":(\d+)/g)];
    const bill = Number(bills.at(-1)?.[1]);
    outcome.begun += bill;
    const half = text.indexOf("\n\n", text.length / 2) + 2;
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(text.slice(0, half));
    if (fate === "leave" || fate === "lose") {
      outcome.lost += 1;
      // Its client leaves; or the upstream does.
      if (fate === "lose") setTimeout(() => response.destroy(), 5);
      return;
    }
    await sleep(20);
    response.end(text.slice(half));
    outcome.billed += bill;
  }
}

beforeEach(async () => {
  upstream = await startRecordingUpstream();
});

afterEach(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

async function start(calls: number, maxRetries: number, storage?: string): Promise<void> {
  const settings = {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: upstream.url,
    CLIENT_KEYS: sha256Of(key),
    ADMIN_KEY_HASHES: sha256Of(adminKey),
    LIMITS: JSON.stringify({ usdTotal: (calls * worstTicks) / ticksPerUsd }),
    DEPLOYMENT_BUDGET: "unlimited",
    PRICES: JSON.stringify(prices),
    POLICY: JSON.stringify({ maxOutputTokens, reasoningTokens }),
    MODELS: model,
    MAX_RETRIES: String(maxRetries),
    // What makes a lease as short as it can be: a minute more.
    ...(storage !== undefined && { HEADERS_TIMEOUT_MS: "1000", TOTAL_TIMEOUT_MS: "1000" }),
  };
  worker = await runWorker("src/worker.ts", settings, { ...(storage !== undefined && { storage }) });
}

/** The status of a call that is read to its end, or left after its first bytes; 0 when its connection ends before the answer. */
async function callOnce(fate: Fate, index: number): Promise<number> {
  const conversation = `${fate}-${index}`;
  const sent = request(`${worker.url}/v1/chat/completions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "x-grok-conv-id": conversation,
    },
    agent: false,
  });
  leaving.set(conversation, () => sent.socket?.resetAndDestroy());
  sent.end(fate === "plain" ? plainBody : body);
  const [answer]: IncomingMessage[] = await once(sent, "response").catch(() => []);
  if (answer === undefined) return 0;
  const closed = new Promise((resolve) => answer.once("close", resolve));
  for (const one of [sent, answer]) one.on("error", () => {});
  answer.on("data", () => {
    if (fate === "leave" && answer.statusCode === 200) sent.socket?.resetAndDestroy();
  });
  await closed;
  return answer.statusCode ?? 0;
}

interface Usage {
  readonly spent_usd: { readonly total: number };
  readonly reserved_usd: number;
  readonly calls: { readonly now: number; readonly total: number };
}

async function usage(): Promise<Usage> {
  const response = await fetch(`${worker.url}/admin/subjects/${subject}`, {
    headers: { authorization: `Bearer ${adminKey}` },
  });
  return response.json();
}

const reservedTicks = ({ reserved_usd }: Usage): number => Math.round(reserved_usd * ticksPerUsd);
const spentTicks = ({ spent_usd }: Usage): number => Math.round(spent_usd.total * ticksPerUsd);

describe("500 calls at a time against a budget worth 50", () => {
  it.each<readonly [string, number, (index: number) => Fate]>([
    ["that all end well", 0, () => "whole"],
    ["with clients that leave and an upstream that fails", 0, fateOf],
    ["with clients that leave and an upstream that fails, sent again up to twice", 2, fateOf],
    ["of an upstream that begins none of them, sent again up to twice", 2, () => "503"],
  ])(
    "%s: never a tick over, settled once, and the ledger is the simulator's bill",
    { timeout: 120_000 },
    async (_, maxRetries, fate) => {
      await start(50, maxRetries);
      const outcome: Outcome = { billed: 0, begun: 0, lost: 0, refused: 0 };
      simulate(outcome, fate(0) === "503");
      const watch = watchLedger();
      const statuses = await Promise.all(
        Array.from({ length: 500 }, (_call, index) => callOnce(fate(index), index)),
      );
      await expect.poll(usage, { timeout: 15_000 }).toMatchObject({ reserved_usd: 0, calls: { now: 0 } });
      const settled = await usage();

      const budget = 50 * worstTicks;
      expect(await watch()).toBeLessThanOrEqual(budget);
      expect(spentTicks(settled)).toBeLessThanOrEqual(budget);
      expect(spentTicks(settled)).toBe(outcome.billed + outcome.lost * worstTicks);
      const isExpected = (status: number, index: number): boolean =>
        [200, 402, 429, 500, 503].includes(status) ||
        (status === 0 && ["early", "plain", "lose"].includes(fate(index)));
      expect(statuses.filter((status, index) => !isExpected(status, index))).toEqual([]);
      const admitted = statuses.filter((status) => status !== 402 && status !== 429).length;
      expect(settled.calls.total).toBe(admitted);
      expect(admitted).toBeGreaterThanOrEqual(50);
      expect(admitted).toBeLessThan(500);
      // Each attempt stands within the one reservation of its call.
      expect(upstream.requests.length).toBeLessThanOrEqual(admitted * (maxRetries + 1));
      expect(upstream.requests.length > admitted).toBe(maxRetries > 0);
    },
  );
});

describe("500 calls at a time whose machine goes down in the middle", () => {
  it(
    "hold their reservations on the next one, and are charged whole when their leases are over: no less than the simulator's bill, and no more than the budget",
    { timeout: 150_000 },
    async () => {
      const storage = await mkdtemp(join(tmpdir(), "xai-edge-"));
      const before: Outcome = { billed: 0, begun: 0, lost: 0, refused: 0 };
      const after = { ...before };
      const budget = 50 * worstTicks;
      const ask = (count: number, from: number): Promise<unknown> =>
        Promise.all(Array.from({ length: count }, (_call, index) => callOnce(fateOf(index), from + index)));
      try {
        await start(50, 0, storage);
        simulate(before, false);
        const asked = ask(500, 0);
        await expect
          .poll(() => upstream.requests.length, { interval: 1, timeout: 15_000 })
          .toBeGreaterThan(25);
        await worker[Symbol.asyncDispose]();
        await asked;
        const begun = upstream.requests.length;
        simulate(after, false);
        await start(50, 0, storage);
        const found = await usage();
        expect(found.calls.now).toBeGreaterThan(0);
        expect(found.calls.total).toBeGreaterThanOrEqual(begun);
        expect(reservedTicks(found)).toBe(found.calls.now * worstTicks);
        const watch = watchLedger();
        await ask(200, 500);
        await expect
          .poll(usage, { timeout: 100_000, interval: 500 })
          .toMatchObject({ reserved_usd: 0, calls: { now: 0 } });
        expect(await watch()).toBeLessThanOrEqual(budget);
        const spent = spentTicks(await usage());
        expect(spent).toBe(spentTicks(found) + reservedTicks(found) + after.billed + after.lost * worstTicks);
        expect(spent).toBeLessThanOrEqual(budget);
        expect(spent).toBeGreaterThanOrEqual(before.begun + after.begun);
      } finally {
        await rm(storage, { recursive: true, force: true });
      }
    },
  );
});

/** Looks at what is spent and reserved until told to stop, and then tells the most that it saw. */
function watchLedger(): () => Promise<number> {
  let most = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const now = await usage();
      most = Math.max(most, spentTicks(now) + reservedTicks(now));
      await sleep(20);
    }
    return most;
  })();
  return () => {
    isOver = true;
    return watching;
  };
}
