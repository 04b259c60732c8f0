import { createHmac, randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendRaw, statusOf } from "../testing/raw-request.ts";
import { type RecordingUpstream, startRecordingUpstream } from "../testing/recording-upstream.ts";
import { type RunningWorker, runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

// Secrets that were made for this run, an upstream that says the key in every way it can, and every byte that comes out of the Worker.

const random = (): string => randomBytes(12).toString("hex");
const canary = {
  apiKey: `xai-${random()}+/=~`,
  clientKey: `client-${random()}`,
  adminKey: `admin-${random()}`,
  sessionKey: `session_${random()}${random()}`,
  serverKey: `server__${random()}${random()}`,
};
const prompt = `prompt-${random()}`;
const answerText = `answer-${random()}`;
const pageOrigin = `https://${random()}.example`;

let upstream: RecordingUpstream;
let elsewhere: RecordingUpstream;
let worker: RunningWorker;
/** Everything that came out of the Worker. */
const received: string[] = [];

const allRoutes = [
  "chat.completions.create",
  "responses.create",
  "responses.retrieve",
  "models.list",
  "models.retrieve",
  "files.create",
  "files.list",
  "images.generate",
];

function settings(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    XAI_API_KEY: canary.apiKey,
    XAI_BASE_URL: upstream.url,
    ALLOWED_ORIGINS: pageOrigin,
    CLIENT_KEYS: sha256Of(canary.clientKey),
    ADMIN_KEY_HASHES: sha256Of(canary.adminKey),
    SESSION_KEYS: `one:${canary.sessionKey}`,
    SERVER_KEYS: `app:${canary.serverKey}`,
    ROUTES: allRoutes.join(","),
    OWNERSHIP: "on",
    MAX_RETRIES: "0",
    LIMITS: JSON.stringify({ usdPerDay: 100_000 }),
    DEPLOYMENT_BUDGET: "unlimited",
    HEADERS_TIMEOUT_MS: "300",
    IDLE_TIMEOUT_MS: "300",
    ...more,
  };
}

beforeAll(async () => {
  upstream = await startRecordingUpstream();
  elsewhere = await startRecordingUpstream();
  worker = await runWorker("src/worker.ts", settings());
});

afterAll(async () => {
  for (const one of [worker, upstream, elsewhere]) await one[Symbol.asyncDispose]();
});

beforeEach(() => {
  upstream.requests.length = 0;
});

interface Asked {
  readonly method?: string;
  readonly authorization?: string;
  readonly body?: object;
  readonly url?: string;
  readonly origin?: string;
}

/** Every byte of the answer to a request; it is kept. */
async function ask(path: string, asked: Asked = {}): Promise<string> {
  const { body, url = worker.url, authorization = `Bearer ${canary.clientKey}`, origin } = asked;
  const text = body === undefined ? "" : JSON.stringify(body);
  const lines = [
    `${asked.method ?? (body === undefined ? "GET" : "POST")} ${path} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    `Authorization: ${authorization}`,
    "TE: trailers",
    ...(body === undefined
      ? []
      : ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(text)}`]),
    ...(origin === undefined ? [] : [`Origin: ${origin}`]),
    "Connection: close",
  ];
  const bytes = await sendRaw(url, `${lines.join("\r\n")}\r\n\r\n${text}`);
  received.push(bytes);
  return bytes;
}

const messages = [{ role: "user", content: prompt }];
/** The calls that an upstream can spoil. */
const calls: readonly (readonly [string, path: string, body: object | undefined])[] = [
  ["a chat", "/v1/chat/completions", { model: "grok-4", messages }],
  ["a chat's stream", "/v1/chat/completions", { model: "grok-4", messages, stream: true }],
  ["a response", "/v1/responses", { model: "grok-4", input: prompt }],
  ["a response's stream", "/v1/responses", { model: "grok-4", input: prompt, stream: true }],
  ["pictures", "/v1/images/generations", { model: "grok-imagine-image", prompt }],
  ["the models", "/v1/models", undefined],
  ["a model", "/v1/models/grok-4", undefined],
  ["files", "/v1/files", undefined],
];

const escaped = Array.from(
  canary.apiKey,
  (character) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
).join("");
const echo = `key ${canary.apiKey}, prompt ${prompt}`;
const json = { "content-type": "application/json" };
const eventStream = { "content-type": "text/event-stream" };
const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`;
const opening = event({ choices: [{ delta: { content: answerText } }] });

/** Writes a text byte by byte, each in a chunk of its own. */
async function writeSlowly(response: ServerResponse, text: string): Promise<void> {
  for (const byte of Buffer.from(text)) {
    response.write(Buffer.from([byte]));
    await new Promise(setImmediate);
  }
  response.end();
}

const echoes: readonly (readonly [string, (response: ServerResponse) => unknown])[] = [
  ["in an error", (r) => r.writeHead(422, json).end(JSON.stringify({ error: { message: echo } }))],
  [
    "in an error of xAI's shape",
    (r) => r.writeHead(429, json).end(JSON.stringify({ code: echo, error: echo })),
  ],
  ["in an error, escaped", (r) => r.writeHead(422, json).end(`{"error":"${escaped}"}`)],
  [
    "as the name of a field",
    (r) => r.writeHead(422, json).end(`{"error":{"${escaped}":{"${canary.apiKey}":1}}}`),
  ],
  [
    "in an error, byte by byte",
    (r) => writeSlowly(r.writeHead(500, json), JSON.stringify({ error: { message: echo } })),
  ],
  [
    "in an error about the key",
    (r) => r.writeHead(400, json).end(JSON.stringify({ error: `Incorrect API key: ${echo}` })),
  ],
  [
    "in an error that is HTML",
    (r) => r.writeHead(502, { "content-type": "text/html" }).end(`<b>${echo}</b>`),
  ],
  ["in an error that is text", (r) => r.writeHead(503, { "content-type": "text/plain" }).end(echo)],
  [
    "in an error that breaks off",
    (r) => r.writeHead(500, { ...json, "content-length": "9999" }).write(echo, () => r.destroy()),
  ],
  ["in the words of a status", (r) => r.writeHead(500, `Sorry ${canary.apiKey}`, json).end("{}")],
  ["in the words of a success", (r) => r.writeHead(200, `Fine ${canary.apiKey}`, json).end('{"data":[]}')],
  [
    "in headers of an error",
    (r) =>
      r
        .writeHead(429, {
          ...json,
          "retry-after": canary.apiKey,
          "x-request-id": canary.apiKey,
          "set-cookie": `k=${canary.apiKey}`,
          "www-authenticate": echo,
          server: canary.apiKey,
        })
        .end('{"error":"no"}'),
  ],
  [
    "in headers of a success",
    (r) =>
      r
        .writeHead(200, {
          "content-type": `application/json; charset=${canary.apiKey}`,
          "x-request-id": canary.apiKey,
          "x-echo": echo,
          via: canary.apiKey,
          link: `</${canary.apiKey}>; rel=preload`,
        })
        .end('{"data":[]}'),
  ],
  ["in a redirect", (r) => r.writeHead(302, { location: `${elsewhere.url}/${canary.apiKey}` }).end(echo)],
  [
    "in early hints",
    (r) =>
      r.writeEarlyHints({ link: `</${canary.apiKey}>; rel=preload` }, () =>
        r.writeHead(200, json).end('{"data":[]}'),
      ),
  ],
  [
    "in trailers",
    (r) => {
      r.writeHead(200, { ...json, trailer: "x-echo", "transfer-encoding": "chunked" });
      r.write('{"data":[]}');
      r.addTrailers({ "x-echo": canary.apiKey });
      r.end();
    },
  ],
  ["in a success", (r) => r.writeHead(200, json).end(JSON.stringify({ data: [], text: echo }))],
  [
    "in an error event of a stream",
    (r) => {
      r.writeHead(200, eventStream).write(opening);
      setTimeout(() => r.end(event({ error: { message: echo } })), 20);
    },
  ],
  [
    "in an error event of a stream, in two pieces",
    (r) => {
      const said = event({ error: { message: echo } });
      const cut = said.indexOf(canary.apiKey) + 9;
      r.writeHead(200, eventStream).write(opening + said.slice(0, cut));
      setTimeout(() => r.end(said.slice(cut)), 20);
    },
  ],
  [
    "in a stream, byte by byte",
    (r) => writeSlowly(r.writeHead(200, eventStream), event({ error: { message: echo } })),
  ],
  ["outside of HTTP", (r) => r.socket?.end(`HTTP/9 ${echo}\r\n\r\n`)],
];

describe.each(echoes)("a key that comes back %s", (_, answer) => {
  it.each(calls)("is in no byte of what %s is answered", async (_call, path, body) => {
    upstream.answer = answer;
    const bytes = await ask(path, body && { body });
    expect(upstream.requests).toHaveLength(1);
    expect(bytes).not.toContain(canary.apiKey);
    expect(bytes.toLowerCase()).not.toContain(escaped.slice(0, 60).toLowerCase());
  });
});

/** What one's own server sends for a session of one of its users. */
function signed(wish: object): string {
  const timestamp = Math.floor(Date.now() / 1000);
  const nonce = randomBytes(16).toString("base64url");
  const lines = ["POST", `${worker.url}/session`, "app", timestamp, nonce, sha256Of(JSON.stringify(wish))];
  const signature = createHmac("sha256", Buffer.from(canary.serverKey, "base64url"))
    .update(lines.join("\n"))
    .digest("base64url");
  return `XAI-Edge-HMAC-SHA256 key=app, timestamp=${timestamp}, nonce=${nonce}, signature=${signature}`;
}

describe("the proxy's own routes", () => {
  it("give out no secret, whoever asks, and whether well or badly", async () => {
    const wish = { subject: "ada" };
    const good = await ask("/session", { authorization: signed(wish), body: wish });
    expect(statusOf(good)).toBe(200);
    const token = /"token":"([^"]+)"/.exec(good)?.[1] ?? "";
    const admin = `Bearer ${canary.adminKey}`;
    const subject = sha256Of(canary.clientKey).slice(0, 12);
    const answers = [
      await ask("/usage", { authorization: `Bearer ${token}` }),
      await ask("/usage"),
      await ask("/readyz"),
      await ask("/healthz"),
      await ask("/admin/subjects", { authorization: admin }),
      await ask(`/admin/subjects/${subject}`, { authorization: admin }),
      await ask(`/admin/subjects/${subject}`, {
        method: "PATCH",
        authorization: admin,
        body: { limits: null },
      }),
    ];
    expect(answers.map(statusOf)).toEqual([200, 200, 200, 200, 200, 200, 200]);
    const refusals = [
      await ask("/session", { authorization: signed(wish), body: { subject: "eve" } }),
      await ask("/session", {
        authorization: `Bearer ${canary.clientKey}`,
        body: { proof: { jwt: prompt } },
      }),
      await ask("/usage", { authorization: `Bearer ${token}x` }),
      await ask("/admin/subjects"),
      await ask(`/admin/subjects/${subject}`, {
        method: "PATCH",
        authorization: admin,
        body: { [prompt]: prompt },
      }),
      await ask("/v1/models", { origin: "https://evil.example" }),
      await ask("/v1/chat/completions", { body: { model: prompt, messages } }),
      await ask("/v1/chat/completions", { body: { model: "grok-4", messages, [prompt]: prompt } }),
      await ask(`/v1/${prompt}`),
    ];
    expect(refusals.every((bytes) => statusOf(bytes) >= 400)).toBe(true);
    // What a client says of itself is not said back to it by the proxy's own errors.
    expect(refusals.join("\n")).not.toContain(prompt);
  });

  it("say nothing of a setting that is wrong but its name", async () => {
    await using wrong = await runWorker(
      "src/worker.ts",
      settings({ SESSION_KEYS: canary.sessionKey.slice(0, 9) }),
    );
    const bytes = await ask("/v1/models", { url: wrong.url });
    expect([statusOf(bytes), bytes]).toEqual([503, expect.stringContaining("SESSION_KEYS")]);
    expect(bytes + wrong.logs.join("\n")).not.toContain(canary.sessionKey.slice(0, 9));
  });
});

describe("a stream that is kept for its page", () => {
  it("has no secret in what is played again", async () => {
    await using keeping = await runWorker("src/worker.ts", settings({ RESUME: "on" }));
    upstream.answer = (response) => response.writeHead(200, eventStream).end(`${opening}data: [DONE]\n\n`);
    const body = { model: "grok-4", messages, stream: true };
    const first = await ask("/v1/chat/completions", { body, url: keeping.url });
    const id = /x-stream-id: (\S+)/i.exec(first)?.[1] ?? "";
    const again = await ask(`/streams/${id}`, { url: keeping.url });
    expect([statusOf(again), again]).toEqual([200, expect.stringContaining(answerText)]);
    const nobodys = await ask("/streams/no-such-stream", { url: keeping.url });
    expect(statusOf(nobodys)).toBe(404);
    expectNoSecretIn(keeping.logs.join("\n"));
    expect(keeping.logs.join("\n")).not.toMatch(new RegExp(`${prompt}|${answerText}`));
  });
});

/** None of the secrets, as it is or in base64 or hex. */
function expectNoSecretIn(text: string): void {
  for (const [name, secret] of Object.entries(canary)) {
    // Where it stands in base64 depends on what stands before it.
    const core = secret.replace(/[^\da-f]+$/, "").slice(-24);
    const spellings = [secret, core, Buffer.from(core).toString("hex")];
    for (const spelling of spellings) expect([name, text.includes(spelling)]).toEqual([name, false]);
  }
}

describe("all of that", () => {
  it("had no secret in any byte", () => {
    expect(received.length).toBeGreaterThan(calls.length * echoes.length);
    // A key in pieces is stopped at its last one: what came before it was out.
    const whole = received.filter((bytes) => !bytes.includes("event-stream"));
    expectNoSecretIn(whole.join("\n"));
  });

  it("left no secret, prompt, answer or origin in the log", () => {
    expect(worker.logs.length).toBeGreaterThanOrEqual(calls.length * echoes.length);
    expectNoSecretIn(worker.logs.join("\n"));
    expect(worker.logs.join("\n")).not.toMatch(new RegExp([prompt, answerText, pageOrigin].join("|")));
    for (const line of worker.logs) expect(JSON.parse(line)).toHaveProperty("event");
  });

  it("followed no redirect", () => {
    expect(elsewhere.requests).toEqual([]);
  });
});
