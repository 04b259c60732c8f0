import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ClientOptions, WebSocket as WsClient } from "ws";
import { type RunningWorker, runWorker } from "../../testing/running-worker.ts";
import {
  type SocketUpstream,
  startSocketUpstream,
  type UpstreamConnection,
} from "../../testing/socket-upstream.ts";
import { sha256Of } from "../../testing/sha256-of.ts";

const canary = "xai-canary-7Qw3vZ1sLk9TtB4mXy";
const keys = Array.from({ length: 200 }, (_, index) => `client-key-${index}-Jp2nVb6Rc8`);
const realtime = { maxSeconds: 60, maxFrameBytes: 65_536, maxFramesPerSecond: 400, maxBytes: 1_000_000 };
// A cent a second.
const prices = Object.fromEntries(
  ["grok-voice-latest", "grok-voice-think-fast-2.0"].map((name) => [name, { usdPerAudioMinute: 0.6 }]),
);
const ticksPerSecond = 100_000_000;
const dayTicks = 20_000_000_000;

let upstream: SocketUpstream;
let worker: RunningWorker;
let usedKeys = 0;

function settings(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    XAI_API_KEY: canary,
    XAI_BASE_URL: upstream.url,
    CLIENT_KEYS: keys.map(sha256Of).join(","),
    ALLOWED_ORIGINS: "https://app.example.com",
    ROUTES: "realtime.connect",
    LIMITS: JSON.stringify({ usdPerDay: 2 }),
    DEPLOYMENT_BUDGET: "unlimited",
    PRICES: JSON.stringify(prices),
    REALTIME: JSON.stringify(realtime),
    ...more,
  };
}

const running: RunningWorker[] = [];
async function run(more: Readonly<Record<string, string>>): Promise<RunningWorker> {
  const started = await runWorker("src/worker.ts", settings(more));
  running.push(started);
  return started;
}

beforeAll(async () => {
  upstream = await startSocketUpstream();
  worker = await runWorker("src/worker.ts", settings());
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

beforeEach(() => {
  upstream.requests.length = 0;
  upstream.connections.length = 0;
  upstream.refuse = undefined;
  upstream.protocol = undefined;
  upstream.onOpen = () => {};
});

const clients: WsClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.terminate();
  await Promise.all(running.splice(0).map((one) => one[Symbol.asyncDispose]()));
  if (worker.logs.join("\n").includes(canary)) throw new Error("Expected no key in the log");
});

function freshKey(): string {
  const key = keys[usedKeys++];
  if (key === undefined) throw new Error("Expected enough keys");
  return key;
}

interface DialOptions extends Omit<ClientOptions, "key"> {
  /** Null leaves the client key out. */
  readonly key?: string | null;
  readonly query?: string;
  readonly protocols?: readonly string[];
  readonly at?: RunningWorker;
}

interface Dialled {
  readonly client: WsClient;
  readonly received: (string | Buffer)[];
  readonly closed: Promise<readonly [code: number, reason: string]>;
}

function dial({
  key = freshKey(),
  query = "",
  protocols = [],
  at = worker,
  ...options
}: DialOptions = {}): Dialled {
  const client = new WsClient(`${at.url.replace("http", "ws")}/v1/realtime${query}`, [...protocols], {
    ...options,
    headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...options.headers },
  });
  clients.push(client);
  const received: (string | Buffer)[] = [];
  client.on("message", (data: Buffer, isBinary) => {
    expect(data.toString("latin1")).not.toContain(canary);
    received.push(isBinary ? data : data.toString("utf8"));
  });
  client.on("error", () => {});
  const closed = new Promise<readonly [number, string]>((resolve) => {
    client.once("close", (code, reason) => resolve([code, reason.toString("utf8")]));
  });
  return { client, received, closed };
}

interface Open extends Dialled {
  readonly far: UpstreamConnection;
  readonly headers: IncomingMessage["headers"];
}

async function open(options: DialOptions = {}): Promise<Open> {
  const connected = upstream.next();
  const dialled = dial(options);
  const opened = once(dialled.client, "open");
  const [answer] = await once(dialled.client, "upgrade");
  expect(JSON.stringify(answer.rawHeaders)).not.toContain(canary);
  await opened;
  return { ...dialled, headers: answer.headers, far: await connected };
}

/** The answer to a request that is refused: status and code. */
async function refusal(options: DialOptions = {}): Promise<readonly [number | undefined, string]> {
  const { client } = dial(options);
  const [, answer]: [unknown, IncomingMessage] = (await once(client, "unexpected-response")) as never;
  let text = "";
  for await (const chunk of answer) text += String(chunk);
  expect(text + JSON.stringify(answer.rawHeaders)).not.toContain(canary);
  return [answer.statusCode, JSON.parse(text).error.code];
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(2);
}

/** What a subject's budget of 2 USD has left, in ticks, as a new conversation's answer says. */
async function spentBy(key: string): Promise<number> {
  const { client, headers, closed } = await open({ key });
  client.close();
  await closed;
  await sleep(30);
  const left = Number(/"budget";r=(\d+)/.exec(String(headers["ratelimit"]))?.[1]) * 10_000;
  return dayTicks - realtime.maxSeconds * ticksPerSecond - left;
}

/** Lets a conversation take bytes. */
const hearBytes = JSON.stringify({
  type: "session.update",
  session: { audio: { input: { transport: "binary" } } },
});

const event = (more: object): string => JSON.stringify({ type: "response.create", ...more });

describe("a conversation", () => {
  it("carries text and bytes both ways, as they were", async () => {
    const { client, far, received } = await open();
    const up = [
      event({}),
      hearBytes,
      randomBytes(50_000),
      '{"type":"input_audio_buffer.commit"}',
      randomBytes(1),
      Buffer.alloc(0),
    ];
    const down = [
      '{"type":"x","text":"\\u00e4 \u2603"}',
      randomBytes(50_000),
      "not JSON",
      randomBytes(1),
      "",
    ];
    for (const data of up) client.send(data);
    for (const data of down) far.socket.send(data);
    await until(() => received.length === down.length && far.received.length === up.length);
    expect(far.received).toEqual(up);
    expect(received).toEqual(down);
  });

  it("reaches the upstream with the key, the model, and nothing of the client's own", async () => {
    await open({
      query: "?model=grok-voice-think-fast-2.0",
      protocols: ["realtime", "xai-client-secret.abc"],
      headers: { cookie: "a=b", "x-forwarded-for": "192.0.2.1", "x-api-key": "mine" },
    });
    const [request] = upstream.requests;
    expect(request?.url).toBe("/v1/realtime?model=grok-voice-think-fast-2.0");
    const { authorization, host, connection, upgrade, ...rest } = request?.headers ?? {};
    expect(authorization).toBe(`Bearer ${canary}`);
    // The last one is workerd's own.
    expect(Object.keys(rest).filter((name) => !/^sec-websocket-|^cf-worker$/.test(name))).toEqual([]);
    expect(rest["sec-websocket-protocol"]).toBeUndefined();
    expect([host, connection?.toLowerCase(), upgrade]).toEqual([
      new URL(upstream.url).host,
      "upgrade",
      "websocket",
    ]);
  });

  it("has the configured model when it names none", async () => {
    await open();
    expect(upstream.requests[0]?.url).toBe("/v1/realtime?model=grok-voice-latest");
  });

  it("answers with the first subprotocol that was offered, if any was", async () => {
    expect((await open({ protocols: ["realtime", "other"] })).client.protocol).toBe("realtime");
    expect((await open()).headers["sec-websocket-protocol"]).toBeUndefined();
  });

  it.each([
    [4001, "enough"],
    [1000, ""],
    [1001, "bye"],
    [3999, "\u00e4".repeat(60)],
  ])(
    "that the client closes with %i is closed so upstream, and that the upstream closes, for the client",
    async (code, reason) => {
      const near = await open();
      near.client.close(code, reason);
      expect(await near.far.closed).toEqual([code, reason]);
      expect(await near.closed).toEqual([code, reason]);
      const other = await open();
      other.far.socket.close(code, reason);
      expect(await other.closed).toEqual([code, reason]);
    },
  );

  it("that is closed without a code is closed so on the other side", async () => {
    const near = await open();
    near.client.close();
    expect((await near.far.closed)[0]).toBe(1005);
    const other = await open();
    other.far.socket.close();
    expect((await other.closed)[0]).toBe(1005);
  });

  it("whose client is lost ends upstream at once", async () => {
    const { client, far } = await open();
    const at = performance.now();
    client.terminate();
    expect((await far.closed)[0]).toBe(1001);
    expect(performance.now() - at).toBeLessThan(1000);
  });

  it("whose upstream is lost ends for the client at once, and says so", async () => {
    const { far, closed } = await open();
    const at = performance.now();
    far.duplex.destroy();
    expect(await closed).toEqual([1011, "The connection to the upstream was lost."]);
    expect(performance.now() - at).toBeLessThan(1000);
  });

  it("leaves one line in the log, with nothing of what was said", async () => {
    const before = worker.logs.length;
    const { client, far, closed } = await open();
    client.send('{"type":"session.update","session":{"instructions":"canary-prompt"}}');
    await until(() => far.received.length === 1);
    client.close(4001, "canary-reason");
    await closed;
    // Other conversations may end late.
    const ownLines = () => worker.logs.slice(before).filter((line) => line.includes("4001"));
    await until(() => ownLines().length > 0);
    await sleep(20);
    const lines = ownLines();
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      model: "grok-voice-latest",
      upstreamStatus: 101,
      conversation: {
        endedBy: "client",
        closeCode: 4001,
        framesUp: 1,
        framesDown: 0,
        bytesUp: 68,
        bytesDown: 0,
      },
      ticks: ticksPerSecond,
    });
    expect(lines.join("")).not.toMatch(/canary|client-key/);
  });
});

describe("a limit on", () => {
  it.each([
    ["text", event({ event_id: "\u00e4".repeat(32_768) })],
    ["bytes", Buffer.alloc(65_537)],
  ])("the size of a frame of %s closes with 1009, and the frame goes nowhere", async (_, data) => {
    const { client, far, closed } = await open();
    client.send(data);
    expect((await closed)[0]).toBe(1009);
    expect((await far.closed)[0]).toBe(1001);
    expect(far.received).toEqual([]);
  });

  it("the size of a frame is no client's fault when the upstream breaks it", async () => {
    const { far, closed, received } = await open();
    far.socket.send(Buffer.alloc(20_000_000));
    expect((await closed)[0]).toBe(1011);
    expect((await far.closed)[0]).toBe(1009);
    expect(received).toEqual([]);
  });

  it("frames in a second closes with 1008", async () => {
    const { client, far, closed } = await open();
    client.send(hearBytes);
    for (let count = 0; count < 900; count++) client.send(Buffer.alloc(1));
    expect(await closed).toEqual([1008, "Expected at most 400 frames in a second."]);
    await far.closed;
    expect(far.received.length).toBeLessThanOrEqual(800);
  });

  it("bytes closes with 1008, both ways taken together", async () => {
    const { client, far, closed } = await open();
    client.send(hearBytes);
    for (let count = 0; count < 8; count++) {
      client.send(Buffer.alloc(65_000));
      far.socket.send(Buffer.alloc(65_000));
    }
    expect(await closed).toEqual([1008, "A conversation may have 1000000 bytes."]);
    await far.closed;
  });

  it("seconds, or on silence, closes with 1008", async () => {
    const short = await run({ REALTIME: JSON.stringify({ maxSeconds: 1 }) });
    const lasting = await open({ at: short });
    lasting.client.send(hearBytes);
    const talk = setInterval(() => lasting.client.send(Buffer.alloc(1)), 50);
    expect(await lasting.closed).toEqual([1008, "A conversation may last 1 seconds."]);
    clearInterval(talk);
    expect((await lasting.far.closed)[0]).toBe(1001);
    const quiet = await run({ IDLE_TIMEOUT_MS: "300" });
    expect(await (await open({ at: quiet })).closed).toEqual([1008, "Nothing was said for too long."]);
  });
});

describe("the policy", () => {
  it.each([
    ["another model", { type: "session.update", session: { model: "grok-voice-think-fast-2.0" } }],
    ["another model of a response", { type: "response.create", response: { model: "grok-4" } }],
    ["a tool of xAI's", { type: "session.update", session: { tools: [{ type: "web_search" }] } }],
    ["a tool of a response", { type: "response.create", response: { tools: [{ type: "x_search" }] } }],
    ["a tool without a type", { type: "session.update", session: { tools: [{ name: "f" }] } }],
    ["resumption", { type: "session.update", session: { resumption: { enabled: true } } }],
    ["a voice of somebody's", { type: "session.update", session: { voice: "voice_123" } }],
  ])("refuses %s: it closes with 1008, and nothing goes on", async (_, data) => {
    const { client, far, closed } = await open();
    client.send(JSON.stringify(data));
    const [code, reason] = await closed;
    expect(code).toBe(1008);
    expect(reason).toMatch(/^(Expected|There is|This model)/);
    expect((await far.closed)[0]).toBe(1001);
    expect(far.received).toEqual([]);
  });

  const create = "conversation.item.create";
  it.each([
    [
      "a field that is not known",
      { type: "session.update", session: { temperature: 1 } },
      "session: temperature",
    ],
    [
      "another model beside",
      { type: "response.cancel", session: { model: "grok-4" } },
      "response.cancel: session",
    ],
    ["a field beside", { type: "response.create", model: "grok-4" }, "response.create"],
    ["a session that is none", { type: "session.update", session: [] }, "session"],
    ["no session", { type: "session.update" }, "session"],
    [
      "a file",
      { type: create, item: { type: "message", role: "user", content: [{ type: "x", file_id: "f" }] } },
      "file_id",
    ],
    [
      "a picture",
      {
        type: create,
        item: { type: "message", role: "user", content: [{ type: "input_image", image_url: "data:" }] },
      },
      "item.content[0]: image_url",
    ],
    ["an item of the key's", { type: create, item: { type: "item_reference", id: "x" } }, "item"],
    ["an item of an unknown type", { type: create, item: { type: "mcp_call" } }, "item"],
    [
      "an item with more",
      { type: create, item: { type: "message", role: "user", content: [], tools: [] } },
      "item: tools",
    ],
    ["an event of an unknown type", { type: "session.delete" }, "type"],
    ["an event of an inherited name", { type: "toString" }, "type"],
    ["an event without a type", {}, "type"],
  ])("answers %s with an error, passes nothing on, and the conversation goes on", async (_, data, named) => {
    const { client, far, received } = await open();
    client.send(JSON.stringify({ ...data, event_id: "event_7" }));
    client.send('{"type":"response.create"}');
    await until(() => far.received.length + received.length === 2);
    expect(far.received).toEqual(['{"type":"response.create"}']);
    const [answer] = received;
    expect(JSON.parse(String(answer))).toEqual({
      type: "error",
      event_id: expect.stringMatching(/^[\da-f-]{36}$/),
      error: {
        type: "invalid_request_error",
        code: expect.stringMatching(/^(unknown_field|invalid_request)$/),
        message: expect.stringContaining(named),
        event_id: "event_7",
      },
    });
  });

  it("counts the errors that it answers with among the frames and bytes of a conversation", async () => {
    const { client, closed } = await open();
    for (let count = 0; count < 900; count++) client.send('{"type":"no.such"}');
    expect(await closed).toEqual([1008, "Expected at most 400 frames in a second."]);
  });

  it("holds the tokens of an answer to POLICY, and lets pass what others' clients send along", async () => {
    const { client, far } = await open({ at: await run({ POLICY: '{"maxOutputTokens":100}' }) });
    const turn_detection = { type: "server_vad", create_response: true, interrupt_response: false };
    const session = { type: "realtime", tool_choice: "auto", output_modalities: ["audio"], turn_detection };
    const response = { metadata: { user_id: "x" }, tool_choice: { type: "function", name: "f" } };
    client.send(
      JSON.stringify({ type: "session.update", session: { ...session, max_output_tokens: "inf" } }),
    );
    for (const max_output_tokens of [50, 101]) {
      client.send(JSON.stringify({ type: "response.create", response: { ...response, max_output_tokens } }));
    }
    await until(() => far.received.length === 3);
    expect(far.received.map((text) => JSON.parse(String(text)))).toEqual([
      { type: "session.update", session: { ...session, max_output_tokens: 100 } },
      { type: "response.create", response: { ...response, max_output_tokens: 50 } },
      { type: "response.create", response: { ...response, max_output_tokens: 100 } },
    ]);
  });

  it.each(["{", "[]", "5", '"x"', "null", "\ufeff{}"])("closes with 1007 after %j", async (text) => {
    const { client, far, closed } = await open();
    client.send(text);
    expect((await closed)[0]).toBe(1007);
    await far.closed;
    expect(far.received).toEqual([]);
  });

  it("answers bytes before its sound is to come so with an error", async () => {
    const { client, far, received } = await open();
    client.send(Buffer.alloc(10));
    await until(() => received.length === 1);
    expect(JSON.parse(String(received[0]))).toMatchObject({ error: { code: "invalid_request" } });
    expect(far.received).toEqual([]);
  });

  it("refuses bytes that are an event", async () => {
    const { client, far, closed } = await open();
    client.send(Buffer.from('{"type":"session.update","session":{"model":"grok-4"}}'));
    expect((await closed)[0]).toBe(1008);
    await far.closed;
    expect(far.received).toEqual([]);
  });

  it("lets the upstream have what it read, of a field that stands twice", async () => {
    const { client, far } = await open();
    client.send('{"type":"session.update","session":{"model":"grok-4"},"session":{"instructions":"a"}}');
    await until(() => far.received.length > 0);
    expect(far.received).toEqual(['{"type":"session.update","session":{"instructions":"a"}}']);
  });

  it("lets settings pass that keep to it", async () => {
    const { client, far } = await open();
    const texts = [
      { model: "grok-voice-latest", voice: "eve", tools: [{ type: "function", name: "f", parameters: {} }] },
      { turn_detection: null, audio: { output: { transport: "binary" } }, resumption: { enabled: false } },
    ].map((session) => JSON.stringify({ type: "session.update", event_id: "1", session }));
    for (const text of texts) client.send(text);
    await until(() => far.received.length === 2);
    expect(far.received).toEqual(texts);
  });

  it("lets tools of xAI's pass that it names, where no budget has to hold", async () => {
    const tools = { POLICY: JSON.stringify({ tools: ["function", "web_search"] }) };
    const text = JSON.stringify({ type: "session.update", session: { tools: [{ type: "web_search" }] } });
    const free = await open({ at: await run({ ...tools, LIMITS: "unlimited" }) });
    free.client.send(text);
    await until(() => free.far.received.length > 0);
    expect(free.far.received).toEqual([text]);
    const bounded = await open({ at: await run(tools) });
    bounded.client.send(text);
    expect(await bounded.closed).toEqual([
      1008,
      "Expected no web_search: under a budget, nothing bounds its cost in a conversation.",
    ]);
  });

  it("lets new fields and events pass where it says so, and still no other model or tool", async () => {
    const at = await run({ POLICY: JSON.stringify({ allowUnknownFields: true }) });
    const { client, far, closed } = await open({ at });
    client.send('{"type":"brand.new","level":5}');
    client.send('{"type":"session.update","session":{"temperature":1}}');
    await until(() => far.received.length === 2);
    client.send('{"type":"brand.new","session":{"model":"grok-4"}}');
    expect((await closed)[0]).toBe(1008);
  });
});

describe("before the upstream is asked, a request is refused", () => {
  afterEach(() => {
    if (upstream.requests.length > 0) throw new Error("Expected the upstream not to be asked");
  });

  it("that is no WebSocket's", async () => {
    const response = await fetch(`${worker.url}/v1/realtime`, {
      headers: { authorization: `Bearer ${freshKey()}` },
    });
    expect(response.status).toBe(426);
  });

  it("of nobody, or of a page that may not call", async () => {
    expect(await refusal({ key: null })).toEqual([401, "invalid_client_key"]);
    expect(await refusal({ key: "wrong" })).toEqual([401, "invalid_client_key"]);
    expect(await refusal({ headers: { origin: "https://evil.example" } })).toEqual([
      403,
      "origin_not_allowed",
    ]);
  });

  it.each([
    ["?model=grok-4", 403, "model_not_allowed"],
    ["?model=stt", 403, "model_not_allowed"],
    ["?model=", 403, "model_not_allowed"],
    ["?model=grok-voice-unheard-of", 403, "model_not_allowed"],
    ["?model=grok-voice-latest&model=grok-4", 400, "unexpected_query"],
    ["?model=grok-voice-latest&x=1", 400, "unexpected_query"],
    ["?Model=grok-voice-latest", 400, "unexpected_query"],
    ["?model=grok-voice-latest%26model=grok-4", 403, "model_not_allowed"],
  ])("with %s", async (query, status, code) => {
    expect(await refusal({ query })).toEqual([status, code]);
  });

  it("for a model that MODELS does not list", async () => {
    const at = await run({ MODELS: "grok-4,grok-voice-latest" });
    expect(await refusal({ at, query: "?model=grok-voice-think-fast-2.0" })).toEqual([
      403,
      "model_not_allowed",
    ]);
  });

  it("where the route is off", async () => {
    expect(await refusal({ at: await run({ ROUTES: "models.list" }) })).toEqual([404, "unknown_route"]);
  });

  it("that the budget cannot hold to its last second", async () => {
    const at = await run({ LIMITS: JSON.stringify({ usdPerDay: 0.59 }) });
    expect(await refusal({ at })).toEqual([402, "budget_exceeded"]);
  });
});

describe("a budget", () => {
  it("worth three conversations holds three at a time", async () => {
    const key = freshKey();
    const dialled = Array.from({ length: 10 }, () => dial({ key }).client);
    const results = await Promise.all(
      dialled.map((client) =>
        Promise.race([
          once(client, "open").then(() => 101),
          once(client, "unexpected-response").then(([, answer]) => answer.statusCode),
        ]),
      ),
    );
    expect(results.toSorted((one, other) => one - other)).toEqual([
      101, 101, 101, 429, 429, 429, 429, 429, 429, 429,
    ]);
    expect(upstream.requests).toHaveLength(3);
  });

  it.each([
    ["the client closing", ({ client }: Open) => client.close()],
    ["the client being lost", ({ client }: Open) => client.terminate()],
    ["the upstream being lost", ({ far }: Open) => far.duplex.destroy()],
    ["a violation", ({ client }: Open) => client.send("{")],
  ])("is charged each second that has begun after %s", async (_, end) => {
    const key = freshKey();
    const opened = await open({ key });
    await sleep(1100);
    end(opened);
    await opened.far.closed;
    await sleep(50);
    expect(await spentBy(key)).toBe(2 * ticksPerSecond);
  });

  it("is charged what the upstream's bills say, in all, where nothing came after them", async () => {
    const key = freshKey();
    const { client, far, received, closed } = await open({ key });
    for (const [index, ticks] of [120_000, 50_000].entries()) {
      client.send(event({}));
      await until(() => far.received.length === index + 1);
      far.socket.send('{"type":"response.created"}');
      far.socket.send(
        JSON.stringify({ type: "response.done", response: { usage: { cost_in_usd_ticks: ticks } } }),
      );
      await until(() => received.length === 2 * index + 2);
    }
    await sleep(1000);
    client.close();
    await closed;
    await sleep(50);
    expect(await spentBy(key)).toBe(170_000);
  });

  it.each([
    ["the client said something", ({ client }: Open) => client.send(event({}))],
    ["a response began", ({ far }: Open) => far.socket.send('{"type":"response.created"}')],
  ])("is charged the time since the last bill as well, where %s after it", async (_, go) => {
    const key = freshKey();
    const opened = await open({ key });
    const { client, far, received, closed } = opened;
    client.send(event({}));
    await until(() => far.received.length === 1);
    await sleep(1100);
    far.socket.send('{"type":"response.done","response":{"usage":{"cost_in_usd_ticks":50000}}}');
    await until(() => received.length === 1);
    go(opened);
    await until(() => far.received.length + received.length === 3);
    client.close();
    await closed;
    await sleep(50);
    expect(await spentBy(key)).toBe(50_000 + ticksPerSecond);
  });

  it("ends a conversation whose bills have used up what was reserved for it", async () => {
    const { far, closed } = await open();
    const usage = { cost_in_usd_ticks: realtime.maxSeconds * ticksPerSecond };
    far.socket.send(JSON.stringify({ type: "response.done", response: { usage } }));
    expect((await closed)[0]).toBe(1008);
    expect((await far.closed)[0]).toBe(1001);
  });
});

describe("an upstream", () => {
  const raw = (text: string) => (duplex: SocketUpstream["connections"][0]["duplex"]) =>
    void duplex.end(text.replaceAll("\n", "\r\n"));
  const json = (status: string, body: string): string =>
    `HTTP/1.1 ${status}\nContent-Type: application/json\nContent-Length: ${body.length}\nConnection: close\n\n${body}`;

  it.each([
    ["refuses the key", json("401 Unauthorized", `{"error":"${canary}"}`), 502, "upstream_refused_key"],
    [
      "says that the key is wrong",
      json("400 Bad Request", '{"error":"Incorrect API key xa***Xy"}'),
      502,
      "upstream_refused_key",
    ],
    ["is busy", json("503 Unavailable", `{"error":{"code":"busy","message":"${canary}"}}`), 503, "busy"],
    [
      "redirects",
      "HTTP/1.1 302 Found\nLocation: http://127.0.0.1:1/\nContent-Length: 0\n\n",
      502,
      "upstream_redirect",
    ],
    ["answers as if nobody had asked for a WebSocket", json("200 OK", "{}"), 502, "upstream_error"],
    ["fails in HTML", "HTTP/1.1 500 Oops\nContent-Length: 4\n\n<p/>", 500, "upstream_error"],
  ])("that %s costs nothing", async (_, answer, status, code) => {
    const key = freshKey();
    upstream.refuse = raw(answer);
    expect(await refusal({ key })).toEqual([status, code]);
    expect(upstream.requests).toHaveLength(1);
    await sleep(50);
    upstream.refuse = undefined;
    expect(await spentBy(key)).toBe(0);
  });

  it.each([
    ["hangs up", raw("")],
    ["talks nonsense", raw("nonsense\n\n")],
    [
      "switches to another protocol",
      raw("HTTP/1.1 101 Switching Protocols\nUpgrade: h2c\nConnection: Upgrade\n\n"),
    ],
  ])("that %s is a 502, charged the second that it took", async (_, refuse) => {
    const key = freshKey();
    upstream.refuse = refuse;
    expect((await refusal({ key }))[0]).toBe(502);
    await sleep(50);
    upstream.refuse = undefined;
    expect(await spentBy(key)).toBeLessThanOrEqual(ticksPerSecond);
  });

  it("that never answers is a 504 at the deadline", async () => {
    upstream.refuse = () => {};
    const at = await run({ HEADERS_TIMEOUT_MS: "200" });
    expect(await refusal({ at })).toEqual([504, "upstream_timeout"]);
  });

  it("that chooses a subprotocol which nobody offered is refused", async () => {
    upstream.protocol = "made-up";
    expect(await refusal({ protocols: ["realtime"] })).toEqual([502, "upstream_error"]);
    expect((await upstream.connections[0]?.closed)?.[0]).toBe(1006);
  });

  it("cannot make the proxy hand out the key, in frames or in the reason of a close", async () => {
    const { far, received, closed } = await open();
    const escaped = Array.from(canary)
      .map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join("");
    far.socket.send(`{"error":"Wrong key ${canary}"}`);
    far.socket.send(`{"error":"${escaped}"}`);
    far.socket.send(Buffer.from(`sound ${canary} sound`));
    far.socket.close(4000, canary);
    expect(await closed).toEqual([4000, ""]);
    expect(received).toEqual(['{"error":"Wrong key [redacted]"}', '{"error":"[redacted]"}', Buffer.alloc(0)]);
  });
});
