import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendRaw, statusOf } from "../testing/raw-request.ts";
import { startRecordingUpstream, type RecordingUpstream } from "../testing/recording-upstream.ts";
import { bundleWorker, runWorker, type RunningWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

const canaryKey = "xai-canary-7Qw3vZ1sLk9TtB4mXy";
const canaryPrompt = "canary-prompt-8sJw";
const clientKey = "client-key-Jp2nVb6Rc8";
const pageOrigin = "https://app.example.com";

let upstream: RecordingUpstream;
let elsewhere: RecordingUpstream;
let worker: RunningWorker;
let settings: Readonly<Record<string, string>>;

beforeAll(async () => {
  upstream = await startRecordingUpstream();
  elsewhere = await startRecordingUpstream();
  settings = {
    XAI_API_KEY: canaryKey,
    XAI_BASE_URL: upstream.url,
    MAX_RETRIES: "0",
    LIMITS: "unlimited",
    DEPLOYMENT_BUDGET: "unlimited",
    CLIENT_KEYS: sha256Of(clientKey),
    ALLOWED_ORIGINS: pageOrigin,
    HEADERS_TIMEOUT_MS: "200",
  };
  worker = await runWorker("src/worker.ts", settings);
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
  await elsewhere[Symbol.asyncDispose]();
});

beforeEach(() => {
  upstream.requests.length = 0;
});

/** A POST with all the trimmings; returns every byte of the answer. */
function post(url = worker.url, token = clientKey): Promise<string> {
  const body = JSON.stringify({ model: "grok-4", input: canaryPrompt });
  const lines = [
    "POST /v1/responses HTTP/1.1",
    "Host: proxy.example",
    `Authorization: Bearer ${token}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "Accept: text/event-stream",
    "Accept-Encoding: gzip",
    `Origin: ${pageOrigin}`,
    "Cookie: session=1",
    "X-Forwarded-For: 203.0.113.7",
    "X-Grok-Conv-Id: conversation-1",
    "Connection: close",
  ];
  return sendRaw(url, `${lines.join("\r\n")}\r\n\r\n${body}`);
}

describe("on the wire to the upstream", () => {
  it("goes what the list allows, and nothing of the client beside it", async () => {
    expect(statusOf(await post())).toBe(200);
    const [sent] = upstream.requests;
    const names = sent?.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(names?.toSorted()).toEqual([
      "accept",
      "accept-encoding",
      "authorization",
      // Cloudflare's own: every Worker's requests name the zone they come from.
      "cf-worker",
      "content-length",
      "content-type",
      "host",
      "x-grok-conv-id",
    ]);
    expect(sent?.rawHeaders).toEqual(
      expect.arrayContaining([`Bearer ${canaryKey}`, "identity", "application/json", "text/event-stream"]),
    );
    expect(sent?.rawHeaders).toContain(upstream.url.replace("http://", ""));
    expect(sent).toMatchObject({ method: "POST", url: "/v1/responses" });
    // What the policy adds stands beside what was asked.
    expect(JSON.parse(sent?.body ?? "")).toEqual({
      model: "grok-4",
      input: canaryPrompt,
      store: false,
      max_output_tokens: 8_192,
      safety_identifier: expect.stringMatching(/^[\da-f]{32}$/),
    });
  });
});

describe("the key", () => {
  const echo = `key ${canaryKey} Bearer ${canaryKey}`;
  const answers: readonly (readonly [string, number, (response: ServerResponse) => void])[] = [
    [
      "a success that echoes it in headers",
      200,
      (r) =>
        r
          .writeHead(200, {
            "content-type": "application/json",
            "x-echo": echo,
            "set-cookie": `k=${canaryKey}`,
            "x-request-id": canaryKey,
          })
          .end("{}"),
    ],
    [
      "a 400 about it",
      502,
      (r) => r.writeHead(400).end(JSON.stringify({ error: `Incorrect API key provided: ${canaryKey}` })),
    ],
    [
      "a 401 with it",
      502,
      (r) => r.writeHead(401, { "www-authenticate": echo }).end(JSON.stringify({ error: echo })),
    ],
    ["a 403 with it", 403, (r) => r.writeHead(403).end(JSON.stringify({ error: echo }))],
    ["a 422 with it", 422, (r) => r.writeHead(422).end(JSON.stringify({ error: { message: echo } }))],
    [
      "a 429 with it",
      429,
      (r) => r.writeHead(429, { "retry-after": canaryKey }).end(JSON.stringify({ error: echo })),
    ],
    [
      "a 500 of HTML",
      500,
      (r) => r.writeHead(500, { "content-type": "text/html" }).end(`<pre>${echo}</pre>`),
    ],
    [
      "a 503 that ends too soon",
      503,
      (r) => r.writeHead(503, { "content-length": "1000" }).write(echo, () => r.destroy()),
    ],
    [
      "a redirect elsewhere",
      502,
      (r) => r.writeHead(307, { location: `${elsewhere.url}/?k=${canaryKey}` }).end(),
    ],
    ["a redirect to itself", 502, (r) => r.writeHead(302, { location: "/v1/models" }).end()],
    ["a cut connection", 502, (r) => r.destroy()],
    ["a garbled answer", 502, (r) => r.socket?.end(`NOT HTTP ${echo}\r\n\r\n`)],
    ["no answer at all", 504, () => {}],
  ];

  it.each(answers)("is in no byte of %s", async (_, status, answer) => {
    upstream.answer = answer;
    const bytes = await post();
    expect(statusOf(bytes)).toBe(status);
    expect(bytes).not.toContain(canaryKey);
    expect(upstream.requests).toHaveLength(1);
    expect(elsewhere.requests).toEqual([]);
  });

  it("is in no log line, and neither are the prompt, the client's key or the origin", async () => {
    expect(worker.logs.length).toBeGreaterThanOrEqual(answers.length);
    for (const line of worker.logs) expect(JSON.parse(line)).toHaveProperty("event", "request");
    expect(worker.logs.join("\n")).not.toMatch(
      new RegExp([canaryKey, canaryPrompt, clientKey, pageOrigin].join("|")),
    );
  });
});

describe("an upstream that is not there", () => {
  it("answers 502, with nothing of the reason", async () => {
    const gone = await startRecordingUpstream();
    await gone[Symbol.asyncDispose]();
    await using lonely = await runWorker("src/worker.ts", { ...settings, XAI_BASE_URL: gone.url });
    const bytes = await post(lonely.url);
    expect(statusOf(bytes)).toBe(502);
    expect(bytes).toContain("upstream_unreachable");
    expect(bytes).not.toMatch(/refused|workerd|jsg|127\.0\.0\.1/i);
  });
});

describe("a Worker without settings", () => {
  it("answers 503 to everybody", async () => {
    await using bare = await runWorker("src/worker.ts", {});
    const bytes = await post(bare.url);
    expect(statusOf(bytes)).toBe(503);
    expect(bytes).toContain("XAI_API_KEY");
  });
});

describe("the production bundle", () => {
  it("holds the proxy itself, the shapes of requests and what checks tokens, and nothing else", async () => {
    const { files } = await bundleWorker("src/worker.ts");
    const packages = files.map(
      (file) => /node_modules\/((?:@[\w-]+\/)?[\w-]+)\/(?!.*node_modules)/.exec(file)?.[1],
    );
    expect([...new Set(packages.filter((name) => name !== undefined))].toSorted()).toEqual(["jose"]);
    expect(files.filter((file) => /mock|fast-check|vitest/.test(file))).toEqual([]);
  });
});
