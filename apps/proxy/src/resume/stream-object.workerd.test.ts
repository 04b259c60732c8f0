/// <reference types="@cloudflare/vitest-plugin/types" />
import {
  abortAllDurableObjects,
  evictDurableObject,
  reset,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SubjectLedger, SubjectUsage } from "../budget/admission.ts";
import type { Env } from "../env.ts";
import type { StreamKeeper, StreamOrder } from "./stream-keeper.ts";

const { STREAMS, SUBJECTS } = env as Required<Pick<Env, "STREAMS" | "SUBJECTS">>;
const limits = { spending: { total: 1_000_000 } };
const worstTicks = 1_000;

let asked = 0;
/** How the upstream answers: the first text at once, the second when it is let go on. */
let texts: readonly [first: string, second: string];
let goOn: () => void;

const event = (number: number): string => `data: {"n":${number}}\n\n`;
const end = 'data: {"usage":{"cost_in_usd_ticks":300}}\n\ndata: [DONE]\n\n';

const lines: object[] = [];

beforeEach(() => {
  asked = 0;
  lines.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(JSON.parse(line)));
  texts = [event(1), event(2) + end];
  let isOn = false;
  goOn = () => (isOn = true);
  vi.stubGlobal("fetch", async () => {
    asked += 1;
    const utf8 = new TextEncoder();
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(utf8.encode(texts[0]));
        while (!isOn) await new Promise((resolve) => setTimeout(resolve, 5));
        controller.enqueue(utf8.encode(texts[1]));
        controller.close();
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
});

afterEach(async () => {
  goOn();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await reset();
});

function ledger(): SubjectLedger {
  return SUBJECTS.getByName("ann");
}

async function orderOf(more: Partial<StreamOrder> = {}): Promise<StreamOrder> {
  const lease = crypto.randomUUID();
  const leaseMs = 60_000;
  await ledger().admit({ lease, worstTicks, worstTokens: 10, leaseMs, limits, deployment: {}, names: [] });
  return {
    subject: "ann",
    url: "https://upstream.example/v1/chat/completions",
    headers: new Headers(),
    body: "{}",
    terms: { lease, worstTicks },
    headersTimeoutMs: 5_000,
    idleTimeoutMs: 5_000,
    totalTimeoutMs: 10_000,
    maxRetries: 0,
    facts: { route: "chat.completions.create", model: "grok-4" },
    resume: { maxBytes: 1_000_000, ttlSeconds: 600, abandonSeconds: 60 },
    ...more,
  };
}

interface Started {
  readonly keeper: () => StreamKeeper;
  readonly stub: () => DurableObjectStub;
}

/** Starts a stream in an object of its own. */
async function start(more: Partial<StreamOrder> = {}): Promise<Started> {
  const id = STREAMS.newUniqueId();
  const keeper = (): StreamKeeper => STREAMS.get(id);
  const stub = (): DurableObjectStub => keeper() as unknown as DurableObjectStub;
  await giveKey(stub());
  expect(await keeper().start(await orderOf(more))).toMatchObject({
    status: 200,
    facts: { upstreamStatus: 200 },
  });
  return { keeper, stub };
}

/** The settings of an object, which has none in this suite, until it is evicted. */
function giveKey(
  stub: DurableObjectStub,
  settings: object = { ...env, XAI_API_KEY: "xai-canary" },
): Promise<void> {
  return runInDurableObject(stub, (object) => {
    Object.defineProperty(object, "env", { value: settings, configurable: true });
  });
}

function read(keeper: StreamKeeper, query = "subject=ann"): Promise<Response> {
  return keeper.fetch(new Request(`https://stream/?${query}`));
}

async function settled(): Promise<SubjectUsage> {
  return vi.waitUntil(
    async () => {
      const usage = await ledger().usage(limits);
      return usage.callsNow === 0 && usage;
    },
    { timeout: 5_000 },
  );
}

const dataIn = (text: string): string[] =>
  Array.from(text.matchAll(/^data: (.*)$/gm), ([, data = ""]) => data);

describe("a stream's object", { timeout: 30_000 }, () => {
  it("asks the upstream once and settles its bill once, however it is read", async () => {
    const { keeper } = await start();
    const first = await read(keeper());
    goOn();
    const text = await first.text();
    expect(dataIn(text)).toEqual(['{"n":1}', '{"n":2}', '{"usage":{"cost_in_usd_ticks":300}}', "[DONE]"]);
    expect(await (await read(keeper())).text()).toBe(text);
    expect(await settled()).toMatchObject({ spent: { total: 300 }, reserved: 0 });
    expect(asked).toBe(1);
  });

  it("that is evicted when the answer is whole gives it back from the disk", async () => {
    const { keeper, stub } = await start();
    goOn();
    const text = await (await read(keeper())).text();
    await settled();
    await evictDurableObject(stub());
    expect(await (await read(keeper())).text()).toBe(text);
    expect((await read(keeper(), "subject=bob")).status).toBe(404);
  });

  /** Starts a stream, and takes its object down once a reader has its first event. */
  async function crash(): Promise<Started> {
    const started = await start();
    const reader = (await read(started.keeper())).body?.getReader();
    await reader?.read();
    await abortAllDurableObjects();
    const rest = (async () => {
      while (!(await reader?.read())?.done);
    })();
    await expect(rest).rejects.toBeInstanceOf(Error);
    return started;
  }

  // Sooner than its alarm rings.
  it(
    "that crashed while the answer came says so to a reader who comes back, and charges it whole",
    { timeout: 10_000 },
    async () => {
      const { keeper } = await crash();
      const text = await (await read(keeper())).text();
      expect(text).toContain('"code":"interrupted"');
      expect(text).not.toContain("[DONE]");
      expect(dataIn(text)[0]).toBe('{"n":1}');
      expect(await settled()).toMatchObject({ spent: { total: worstTicks }, reserved: 0 });
      expect(asked).toBe(1);
      const line = { event: "stream", route: "chat.completions.create", model: "grok-4", subject: "ann" };
      expect(lines).toEqual([
        { ...line, id: expect.any(String), end: "interrupted", totalMs: expect.any(Number) },
      ]);
    },
  );

  it("that crashed while the answer came charges it whole when its alarm rings, once", async () => {
    const { keeper, stub } = await crash();
    expect(await runDurableObjectAlarm(stub())).toBe(true);
    expect(await settled()).toMatchObject({ spent: { total: worstTicks }, reserved: 0 });
    expect(await (await read(keeper())).text()).toContain('"code":"interrupted"');
    expect(await ledger().usage(limits)).toMatchObject({ spent: { total: worstTicks }, calls: { total: 1 } });
  });

  it("settles later what it could not settle at the end, once", async () => {
    const { keeper, stub } = await start();
    const reading = await read(keeper());
    await giveKey(stub(), {});
    goOn();
    await reading.text();
    expect(await ledger().usage(limits)).toMatchObject({ callsNow: 1, spent: { total: 0 } });
    await evictDurableObject(stub());
    const ringsAt = await runInDurableObject(stub(), (_object, { storage }) => storage.getAlarm());
    expect(ringsAt).toBeLessThan(Date.now() + 30_000);
    expect(await runDurableObjectAlarm(stub())).toBe(true);
    expect(await settled()).toMatchObject({ spent: { total: 300 } });
    await runDurableObjectAlarm(stub());
    expect(await ledger().usage(limits)).toMatchObject({ spent: { total: 300 }, calls: { total: 1 } });
  });

  it("rings its alarm while the answer comes, and drops everything once its time is over", async () => {
    const { keeper, stub } = await start({
      resume: { maxBytes: 1_000_000, ttlSeconds: 1, abandonSeconds: 60 },
    });
    expect(await runDurableObjectAlarm(stub())).toBe(true);
    const reading = await read(keeper());
    goOn();
    expect(await reading.text()).toContain("[DONE]");
    await settled();
    const late = Date.now() + 1_000;
    vi.spyOn(Date, "now").mockReturnValue(late);
    expect(await runDurableObjectAlarm(stub())).toBe(true);
    expect((await read(keeper())).status).toBe(404);
    const left = await runInDurableObject(stub(), async (_object, { storage }) => [
      [...storage.kv.list()],
      await storage.getAlarm(),
    ]);
    expect(left).toEqual([[], null]);
  });

  it("ends a silent answer after the idle deadline, and a long one after the total deadline", async () => {
    for (const [deadline, code] of [
      ["idleTimeoutMs", "idle_timeout"],
      ["totalTimeoutMs", "total_timeout"],
    ] as const) {
      const { keeper } = await start({ [deadline]: 100 });
      const text = await (await read(keeper())).text();
      expect(text).toContain(`"code":"${code}"`);
      expect(dataIn(text)[0]).toBe('{"n":1}');
    }
    expect(await settled()).toMatchObject({ spent: { total: 2 * worstTicks } });
  });

  it("gives the subject what the first event hands out before anybody sees the end", async () => {
    texts = ['data: {"response":{"id":"resp_1"}}\n\n', end];
    const { keeper } = await start({ handsOut: { kind: "response", field: "id" } });
    const reading = await read(keeper());
    goOn();
    await reading.text();
    expect(await ledger().owned("response")).toEqual(["resp_1"]);
  });

  it("gives the subject a file that a late event tells of", async () => {
    const late = 'data: {"choices":[],"output_files":[{"file_id":"file_1"}]}\n\n';
    texts = [event(1), [2, 3, 4, 5].map(event).join("") + late + end];
    const { keeper } = await start({ filesIn: "output_files" });
    const reading = await read(keeper());
    goOn();
    await reading.text();
    expect(await ledger().owned("file")).toEqual(["file_1"]);
  });

  it("ends as a failure when what it hands out cannot be recorded", async () => {
    texts = ["", 'data: {"id":"resp_1"}\n\n' + end];
    const { keeper, stub } = await start({ handsOut: { kind: "response", field: "id" } });
    await giveKey(stub(), {});
    goOn();
    const text = await (await read(keeper())).text();
    expect(text).toContain('"code":"upstream_lost"');
    expect(text).not.toContain("[DONE]");
  });

  it("asks nobody without a key", async () => {
    const keeper = STREAMS.get(STREAMS.newUniqueId());
    await giveKey(keeper as unknown as DurableObjectStub, { SUBJECTS });
    expect(await keeper.start(await orderOf())).toMatchObject({
      status: 503,
      facts: { code: "bad_configuration" },
    });
    expect(asked).toBe(0);
  });

  it("keeps neither the request nor its headers", async () => {
    const { keeper, stub } = await start({
      body: '{"secret":"prompt"}',
      headers: new Headers({ "x-grok-conv-id": "secret-conversation" }),
    });
    goOn();
    await (await read(keeper())).text();
    const kept = await runInDurableObject(stub(), (_object, { storage }) =>
      JSON.stringify([...storage.kv.list()]),
    );
    expect(kept).not.toMatch(/secret|prompt|conversation/);
  });

  it("knows nothing before it is started", async () => {
    const keeper = STREAMS.get(STREAMS.newUniqueId());
    expect((await read(keeper)).status).toBe(404);
    expect(await keeper.stop("ann")).toBe(false);
  });
});
