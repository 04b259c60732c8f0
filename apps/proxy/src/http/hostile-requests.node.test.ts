import { describe, expect, it } from "vitest";
import { sendRaw, statusOf } from "../../testing/raw-request.ts";
import { clientKey, runBeforeUpstream } from "../../testing/run-before-upstream.ts";

const { upstream, worker } = await runBeforeUpstream();

/** Always with a good client key: only the spelling stands between the request and the upstream. */
function ask(target: string, { host = "proxy.example", method = "GET" } = {}): Promise<string> {
  const body = method === "POST" ? '{"model":"grok-4"}' : "";
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${clientKey}`,
    ...(method === "POST" ? ["Content-Type: application/json", `Content-Length: ${body.length}`] : []),
    "Connection: close",
  ];
  return sendRaw(worker.url, `${lines.join("\r\n")}\r\n\r\n${body}`);
}

const hostileTargets = [
  "/v1/%2e%2e/models",
  "/v1/%2E%2E/models",
  "/v1/.%2e/models",
  "/v1/../models",
  "/v1/../v1/models",
  "/v1/x/../models",
  "/v1/./models",
  "/./v1/models",
  "/../v1/models",
  "/v1/models/.",
  "/v1/models/..",
  "/v1/models/%2e",
  "/v1/models/%2e%2e",
  "/v1/models/%2e%2e/api-key",
  "/v1/models/..%2fapi-key",
  "/v1/models/..%2Fapi-key",
  "/v1/models/%2e%2e%2fapi-key",
  "/v1/models/..%5capi-key",
  "/v1/models/..\\api-key",
  "/v1/models/../api-key",
  "/v1/models/..;/api-key",
  "/v1/models/.;/",
  "/v1/models/grok-4/../../api-key",
  "/v1/models/grok-4%2f..%2f..%2fapi-key",
  "/v1/models/%252e%252e%252fapi-key",
  "/v1/models/%c0%ae%c0%ae/api-key",
  "/v1/models/%uff0e%uff0e/api-key",
  "/v1/models/grok-4%00",
  "/v1/models/grok-4%0d%0aX-Evil:%201",
  "/v1/models/grok-4%20",
  "/v1/models/%67rok-4",
  "/v1/models/grok-4;a=b",
  "/v1/models/grok-4,b",
  "/v1/models/grok-4?x",
  "/v1/models/grok-4%3fx",
  "/v1/models/grok-4%23x",
  "/v1/models/grok-4:x",
  "/v1/models/grok-4@x",
  "/v1/models/grok-4*",
  "/v1/models/-grok",
  "/v1/models/.grok",
  `/v1/models/${"x".repeat(129)}`,
  "/v1/models/{model_id}",
  "/v1/models/gr\u00f6k",
  "/v1/models//",
  "/v1/models//grok-4",
  "/v1/models/grok-4/",
  "/v1/models/grok-4/x",
  "/v1/models/",
  "/v1/models;",
  "/v1/models;/",
  "/v1/models;a=b",
  "/v1/models%20",
  "/v1/models%00",
  "/v1/models%2f",
  "/v1/models%09",
  "/v1/models.",
  "/v1/models.json",
  "/v1/models?",
  "/v1/models?x=1",
  "/v1/models?/../api-key",
  "/v1/models\\",
  "/v1\\models",
  "\\v1\\models",
  "/\\v1/models",
  "//v1/models",
  "///v1/models",
  "//evil.example/v1/models",
  "/\\evil.example/v1/models",
  "/v1//models",
  "/v1%2fmodels",
  "/v1%2Fmodels",
  "/v1%5cmodels",
  "/%76%31/models",
  "/v1/m%6fdels",
  "/V1/models",
  "/v1/MODELS",
  "/v1/Models",
  "/v1/model",
  "/v1/models\u00a0",
  "/v1/mod\u00e9ls",
  "/v1/\tmodels",
  "/v1/models\x7f",
  "/v1/\u00ef\u00bb\u00bfmodels",
  "/v1/chat%2fcompletions",
  "/v1/chat/completions/",
  "/v1/chat/completions/..",
  "/v1/chat/../api-key",
  "/v1/responses/..",
  "/v1/responses/../api-key",
  "/v1/responses/resp_1",
  "/v1/api-key",
  "/healthz/../v1/models",
  "/healthz%2f..%2fv1%2fmodels",
  "/healthz;/../v1/models",
  "v1/models",
  "*",
  "",
  "http:/v1/models",
  "http:///v1/models",
  "evil.example:443",
];

const hostileHosts = [
  "proxy.example/v1/models?",
  "proxy.example/v1/models#",
  "proxy.example/v1/models;",
  "proxy.example/v1",
  "proxy.example/",
  "/v1/models?",
  "proxy.example?",
  "proxy.example?x=/v1/models",
  "proxy.example#",
  "user@proxy.example",
  "user:pass@proxy.example",
  "@proxy.example",
  "proxy.example\\",
  "proxy.example\\v1\\models",
  "proxy.example, evil.example",
  "proxy.example evil.example",
  "proxy.example%2fv1",
  "proxy.example:80:80",
  "proxy.example:",
  "proxy.example:port",
  "proxy.example:123456",
  "proxy.ex\u00e4mple",
  "[::1",
  "::1",
  "[::1]x",
  "[v1.models]",
  "proxy.example\r\nHost: evil.example",
  "http://proxy.example",
  "",
];

describe("a hostile spelling of a path", () => {
  it.each(hostileTargets)("%j is refused on any method, and asks nobody", async (target) => {
    for (const method of ["GET", "POST"]) {
      const answer = await ask(target, { method });
      expect(statusOf(answer)).toBeOneOf([400, 404, 405]);
    }
    expect(upstream.requests).toEqual([]);
  });
});

describe("a hostile Host", () => {
  it.each(hostileHosts)("%j is refused whatever the path, and asks nobody", async (host) => {
    for (const target of ["/v1/models", "/x", "/v1/models/grok-4"]) {
      const answer = await ask(target, { host });
      expect(statusOf(answer)).toBe(400);
    }
    expect(upstream.requests).toEqual([]);
  });

  it("is also one that is missing", async () => {
    const answer = await sendRaw(
      worker.url,
      `GET /v1/models HTTP/1.1\r\nAuthorization: Bearer ${clientKey}\r\nConnection: close\r\n\r\n`,
    );
    expect(statusOf(answer)).toBe(400);
    expect(upstream.requests).toEqual([]);
  });
});

describe("a hostile method", () => {
  it.each([
    "HEAD",
    "PUT",
    "DELETE",
    "PATCH",
    "OPTIONS",
    "TRACE",
    "PURGE",
    "PROPFIND",
    "get",
    "Post",
    "X",
    "GET,POST",
    "\u00e9",
  ])("%j is refused, and asks nobody", async (method) => {
    const answer = await ask("/v1/models", { method });
    expect(statusOf(answer)).toBeOneOf([400, 405, 501]);
    expect(upstream.requests).toEqual([]);
  });
});

describe("an unusual but harmless spelling", () => {
  it.each([
    ["/v1/models", "proxy.example"],
    ["/v1/models", "PROXY.example:8787"],
    ["/v1/models", "127.0.0.1"],
    ["/v1/models", "[::1]:8787"],
    // workerd takes the Host's word for the host, and cuts a fragment off.
    ["http://evil.example/v1/models", "proxy.example"],
    ["/v1/models#/../api-key", "proxy.example"],
  ])("%s with Host %s asks the upstream for /v1/models, and nothing else", async (target, host) => {
    expect(statusOf(await ask(target, { host }))).toBe(200);
    expect(upstream.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(["GET /v1/models"]);
  });
});
