import { describe, expect, it } from "vitest";
import { jsonPost, proxyUnderTest } from "../../testing/proxy-under-test.ts";

const upstreamRoutes: readonly (readonly ["GET" | "POST", string])[] = [
  ["POST", "/v1/chat/completions"],
  ["POST", "/v1/responses"],
  ["GET", "/v1/models"],
  ["GET", "/v1/models/grok-4"],
  ["GET", "/v1/models/grok-4.20-0309-reasoning"],
];

describe("a route of the table", () => {
  it.each(upstreamRoutes)("%s %s reaches the same path upstream, once", async (method, path) => {
    const { ask, calls } = await proxyUnderTest();
    const body = '{"model":"grok-4","messages":[{"role":"user","content":"hi"}]}';
    const { status } = await ask(
      path,
      method === "POST" ? { ...jsonPost, ...(path.includes("chat") ? { body } : {}) } : {},
    );
    expect(status).toBe(200);
    expect(calls.map((call) => [call.method, call.url])).toEqual([[method, `https://api.x.ai${path}`]]);
  });

  it("goes to the upstream that the configuration names, whatever the request's own host", async () => {
    const { ask, calls } = await proxyUnderTest({ env: { XAI_BASE_URL: "http://127.0.0.1:9999" } });
    await ask("/v1/models", { host: "api.evil.example", headers: { "x-forwarded-host": "evil.example" } });
    expect(calls.map(({ url }) => url)).toEqual(["http://127.0.0.1:9999/v1/models"]);
  });
});

describe("a path that is not in the table", () => {
  // Among them all that belongs to the key rather than to its user.
  const paths = [
    "/",
    "/v1",
    "/v1/",
    "/v2/models",
    "/v1/api-key",
    "/v1/me",
    "/v1/files",
    "/v1/files/file_1/content",
    "/v1/batches",
    "/v1/skills",
    "/v1/responses/resp_1",
    "/v1/responses/resp_1/input_items",
    "/v1/chat/deferred-completion/1",
    "/v1/videos/1",
    "/v1/images/generations",
    "/v1/embeddings",
    "/v1/messages",
    "/v1/completions",
    "/v1/realtime",
    "/v1/realtime/client_secrets",
    "/v1/language-models",
    "/healthz/x",
    "/readyz/x",
    "/favicon.ico",
    "/.env",
  ];

  it.each(paths)("%s answers 404 and asks nobody", async (path) => {
    const { ask, calls } = await proxyUnderTest();
    for (const init of [{}, jsonPost, { method: "DELETE" }, { method: "OPTIONS" }]) {
      const answer = await ask(path, init);
      expect(answer.status).toBe(404);
      expect(answer.error).toMatchObject({ type: "invalid_request_error", code: "unknown_route" });
    }
    expect(calls).toEqual([]);
  });
});

describe("a method that a path does not take", () => {
  it.each([
    ["/v1/chat/completions", "GET", "POST, OPTIONS"],
    ["/v1/chat/completions", "HEAD", "POST, OPTIONS"],
    ["/v1/responses", "DELETE", "POST, OPTIONS"],
    ["/v1/models", "POST", "GET, OPTIONS"],
    ["/v1/models", "PUT", "GET, OPTIONS"],
    ["/v1/models/grok-4", "PATCH", "GET, OPTIONS"],
    ["/v1/models", "OPTIONS", "GET, OPTIONS"],
    ["/healthz", "POST", "GET, OPTIONS"],
  ])("%s %s answers 405 with those it takes, and asks nobody", async (path, method, allow) => {
    const { ask, calls } = await proxyUnderTest();
    const answer = await ask(path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe(allow);
    expect(calls).toEqual([]);
  });
});

describe("a query string", () => {
  it.each(["/v1/models?limit=1", "/v1/models?", "/v1/models?/../x", "/healthz?a"])(
    "%s answers 400 and asks nobody",
    async (path) => {
      const { ask, calls } = await proxyUnderTest();
      const answer = await ask(path);
      expect(answer.status).toBe(400);
      expect(answer.error?.code).toBe("unexpected_query");
      expect(calls).toEqual([]);
    },
  );
});

describe("GET /healthz", () => {
  it.each(["xai", "simulator"] as const)(
    "says that all is well with %s, without a client key and without asking it",
    async (upstream) => {
      const { ask, calls } = await proxyUnderTest({ upstream });
      const answer = await ask("/healthz", { authorization: null });
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.text)).toEqual({ status: "ok", upstream });
      expect(calls).toEqual([]);
    },
  );

  it("answers while no client can call", async () => {
    const { ask } = await proxyUnderTest({ env: { CLIENT_KEYS: "" } });
    expect(await ask("/healthz")).toMatchObject({ status: 200 });
  });
});
